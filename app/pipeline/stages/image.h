// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// What an image stage makes of a picture.
struct ImageRules
{
    int maxWidth = 0;  ///< pixels; 0: as it is
    int maxHeight = 0; ///< pixels; 0: as it is
    QByteArray format; ///< as QImageWriter calls it; empty: the picture's own
    int quality = -1;  ///< 1 to 100; -1: the format's own
};

/// Reads a picture (JPEG, PNG, GIF, WebP and what else Qt has plug-ins for), turns it upright, makes it
/// smaller where it is too large, and writes it again. Fault parse for what is no picture, or one of over 256
/// MB.
class ImageStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"image"};
    explicit ImageStage(ImageRules rules)
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    ImageRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind imageKind();

} // namespace inflight
