// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Removes the content coding from a body and, where it is text, its character set: text becomes UTF-8.
/// Faults: decompression, too_large, decode (a character set that is not known), write.
class DecodeStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"decode"};
    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
};

/// What the decode stage does, for stages that need a decoded body in a pipeline without one; a payload that
/// is decoded comes back as it is.
[[nodiscard]] Outcome<StageResult> decoded(Payload payload, const StageContext &context);

/// Its entry in the registry.
[[nodiscard]] StageKind decodeKind();

} // namespace inflight
