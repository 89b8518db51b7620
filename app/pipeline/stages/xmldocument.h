// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Checks that a body is well-formed XML and hands it on as text, a piece at a time: of any size in little
/// memory. Fault parse, with line and column.
class XmlStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"xml"};
    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
};

/// Its entry in the registry.
[[nodiscard]] StageKind xmlKind();

} // namespace inflight
