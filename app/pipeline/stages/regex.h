// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/regexprogram.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// How a regex stage goes about it.
struct RegexRules
{
    std::shared_ptr<const RegexProgram> program;
    bool all = true;      ///< every match, not the first one alone
    bool required = true; ///< a text without a match is a fault
    int timeoutMs = 0;    ///< most time for all matches of one body
};

/// Finds a pattern in a text: each match is a value, an object of its named groups or, without any, the text
/// that matched. Faults transform: no match where one is required, and one that would take too long.
class RegexStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"regex"};
    explicit RegexStage(RegexRules rules)
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    RegexRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind regexKind();

} // namespace inflight
