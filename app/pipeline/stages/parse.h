// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Recognises what a body is, by its type and its content, and says what is in it. Fault parse for a body
/// that is not what its type declares it to be: JSON, XML, an image. What is only guessed from the content
/// and then turns out otherwise is text.
class ParseStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"parse"};
    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
};

/// Its entry in the registry.
[[nodiscard]] StageKind parseKind();

} // namespace inflight
