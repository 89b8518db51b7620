// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Reads a body as JSON values, one a line (https://github.com/ndjson/ndjson-spec); blank lines are passed
/// over. A line at a time: any number of lines in little memory. Fault parse, with line and column.
class NdjsonStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"ndjson"};
    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
};

/// Its entry in the registry.
[[nodiscard]] StageKind ndjsonKind();

} // namespace inflight
