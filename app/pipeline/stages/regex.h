// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/regexprogram.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Finds a pattern in a text: each match is a value, an object of its named groups or, without any, the text
/// that matched. Faults transform: no match where one is required, and one that would take too long.
class RegexStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"regex"};
    RegexStage(std::shared_ptr<const RegexProgram> program, bool all, bool required)
        : m_program(std::move(program))
        , m_all(all)
        , m_required(required)
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    std::shared_ptr<const RegexProgram> m_program;
    bool m_all;
    bool m_required;
};

/// Its entry in the registry.
[[nodiscard]] StageKind regexKind();

} // namespace inflight
