// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Files of one member, packed by gzip, zstd or br, that came as they are and not for the transfer alone.
enum class Archive : quint8 {
    Keep,   ///< they stay as they are
    Text,   ///< those with text in them are unpacked
    Gzip,   ///< the body must be one
    Zstd,   ///< the body must be one
    Brotli, ///< the body must be one
};

/// How a body is decoded.
struct DecodeRules
{
    Archive archive = Archive::Keep;
    QByteArray charset; ///< as charsetName() gives it, whatever the answer says; empty: as it says
};

/// Removes the content coding from a body and, where it is text, its character set: text becomes UTF-8. What
/// an archive holds becomes the payload's product. Faults: decompression, too_large, decode (a character set
/// that is not known), write.
class DecodeStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"decode"};
    explicit DecodeStage(DecodeRules rules = {})
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    DecodeRules m_rules;
};

/// What the decode stage does, for stages that need a decoded body in a pipeline without one; a payload that
/// is decoded comes back as it is.
[[nodiscard]] Outcome<StageResult> decoded(Payload payload, const StageContext &context,
                                           const DecodeRules &rules = {});
/// The same for stages that read text: also out of archives.
[[nodiscard]] Outcome<StageResult> decodedText(Payload payload, const StageContext &context);

/// Its entry in the registry.
[[nodiscard]] StageKind decodeKind();

} // namespace inflight
