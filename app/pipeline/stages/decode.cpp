// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/decode.h"

#include <QCoreApplication>
#include <QStringList>

#include "pipeline/coding/contentcoding.h"
#include "pipeline/content/recognise.h"
#include "pipeline/ended.h"
#include "pipeline/mediatype.h"
#include "pipeline/text/charset.h"
#include "pipeline/text/transcode.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Decode)
};

struct Step
{
    Payload payload;
    QStringList details;
};

Outcome<Step> uncode(Step step, const StageContext &context)
{
    const QList<QByteArray> codings = contentCodings(step.payload.contentEncoding);
    const qint64 codedSize = step.payload.body.size();
    Outcome<Uncoded> outcome = removeCodings(step.payload.body, codings, context);
    if (!outcome.succeeded())
        return ended<Step>(outcome);

    const Uncoded &uncoded = outcome.value();
    step.payload.body = uncoded.body;
    step.payload.contentEncoding.clear();
    step.payload.decodedSize = uncoded.body.size();
    const QString size = sizeText(uncoded.body.size());
    step.details.append(codings.isEmpty()
                            ? size
                            : Words::tr("%1 %2 → %3")
                                  .arg(QString::fromLatin1(codings.join(" + ")), sizeText(codedSize), size));
    if (uncoded.ignored > 0)
        step.details.append(Words::tr("%1 after its end passed over").arg(sizeText(uncoded.ignored)));
    return step;
}

/// Says of a text that nothing says anything about: UTF-8 where it is that, else what browsers fall back on.
Outcome<QByteArray> guessCharset(const Body &body, const StageContext &context)
{
    Outcome<bool> valid = isUtf8(body, context);
    if (!valid.succeeded())
        return ended<QByteArray>(valid);
    return valid.value() ? "utf-8"_ba : "windows-1252"_ba;
}

/// Sets the text of a payload, whose character set is known.
Outcome<Step> setText(Step step, qsizetype markLength, bool strict, const StageContext &context)
{
    const Body unmarked = step.payload.body.from(markLength);
    Transcoded transcoded{unmarked, 0};
    if (!strict || step.payload.charset != "utf-8") {
        Outcome<Transcoded> outcome = toUtf8(unmarked, step.payload.charset, context);
        if (!outcome.succeeded())
            return ended<Step>(outcome);
        transcoded = outcome.value();
    }
    step.payload.text = transcoded.text;
    step.details.append(QString::fromLatin1(step.payload.charset));
    if (transcoded.replaced > 0)
        step.details.append(Words::tr("%1 replaced").arg(invalidSequencesText(transcoded.replaced)));
    return step;
}

Outcome<Step> readText(Step step, const StageContext &context)
{
    const MediaType type = MediaType::parse(step.payload.contentType);
    const QByteArrayView bytes = step.payload.body.bytes();
    const Recognition recognition = recognise(type, step.payload.url, bytes);
    if (bytes.isEmpty() || !isTextKind(recognition.kind))
        return step;

    const CharsetFinding finding = findCharset(type, recognition.kind, bytes);
    // JSON is UTF-8 where nothing says otherwise (RFC 8259, section 8.1), and replacing what is not would
    // hide the fault from the parser.
    const bool strict = recognition.kind == ContentKind::Json && recognition.declared;
    step.payload.charset = finding.name;
    if (finding.name.isEmpty() && strict)
        step.payload.charset = "utf-8"_ba;
    if (step.payload.charset.isEmpty()) {
        Outcome<QByteArray> guess = guessCharset(step.payload.body, context);
        if (!guess.succeeded())
            return ended<Step>(guess);
        step.payload.charset = guess.value();
    }
    return setText(std::move(step), finding.markLength, strict, context);
}

} // namespace

Outcome<StageResult> DecodeStage::run(Payload payload, const StageContext &context) const
{
    return decoded(std::move(payload), context);
}

Outcome<StageResult> decoded(Payload payload, const StageContext &context)
{
    if (payload.decoded)
        return StageResult{std::move(payload), Words::tr("already decoded")};
    // Progress runs through the stage once: over the coded bytes where there are any, else over the text.
    StageContext textContext = context;
    if (!contentCodings(payload.contentEncoding).isEmpty())
        textContext.progress = nullptr;
    Outcome<Step> uncoded = uncode(Step{std::move(payload), {}}, context);
    if (!uncoded.succeeded())
        return ended<StageResult>(uncoded);
    Outcome<Step> read = readText(std::move(uncoded.value()), textContext);
    if (!read.succeeded())
        return ended<StageResult>(read);
    Step &step = read.value();
    step.payload.decoded = true;
    const QString detail = step.payload.body.size() == 0 ? Words::tr("empty") : step.details.join(u", "_s);
    return StageResult{std::move(step.payload), detail};
}

StageKind decodeKind()
{
    StageKind kind;
    kind.name = DecodeStage::stageName;
    kind.description = Words::tr("removes the content coding, and turns text into UTF-8");
    kind.takes = Data::Bytes;
    kind.make = [](const OptionValues &, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const DecodeStage>();
    };
    return kind;
}

} // namespace inflight
