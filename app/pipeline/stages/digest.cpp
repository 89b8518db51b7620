// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/digest.h"

#include <QCoreApplication>

#include "pipeline/bodydigest.h"
#include "pipeline/stages/decode.h"

namespace inflight {

namespace {

constexpr qsizetype shownDigits = 12;

} // namespace

Outcome<StageResult> DigestStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &body = ready.value().payload;
    if (body.sha256.isEmpty()) {
        body.sha256 = sha256Of(body.body, context);
        if (body.sha256.isEmpty())
            return Cancelled{};
    }
    const QString detail = QString::fromLatin1(body.sha256.first(shownDigits));
    return StageResult{std::move(body), detail};
}

StageKind digestKind()
{
    StageKind kind;
    kind.name = DigestStage::stageName;
    kind.description =
        QCoreApplication::translate("inflight::Digest", "computes the SHA-256 of the body as it was decoded");
    kind.make = [](const OptionValues &, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const DigestStage>();
    };
    return kind;
}

} // namespace inflight
