// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// The SHA-256 of a body with its content coding removed. Never a fault of its own.
class DigestStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"digest"};
    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
};

/// Its entry in the registry.
[[nodiscard]] StageKind digestKind();

} // namespace inflight
