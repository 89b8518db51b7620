// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/parse.h"

#include <QCoreApplication>

#include "pipeline/content/csv.h"
#include "pipeline/content/html.h"
#include "pipeline/content/image.h"
#include "pipeline/content/json.h"
#include "pipeline/content/position.h"
#include "pipeline/content/recognise.h"
#include "pipeline/content/xml.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ParseWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Parse)
};

Outcome<QString> describeText(QByteArrayView text, const StageContext &context)
{
    LineCounter counter;
    const bool all = inSlices(text, context, [&](QByteArrayView slice) {
        counter.add(slice);
        return true;
    });
    if (!all)
        return Cancelled{};
    const bool unfinishedLine = counter.lineStart() < counter.size();
    return ParseWords::tr("text, %1").arg(linesText(counter.breaks() + (unfinishedLine ? 1 : 0)));
}

Outcome<QString> describeJson(QByteArrayView text, const StageContext &context)
{
    const JsonVerdict verdict = checkJson(text, context);
    if (const auto *const summary = std::get_if<JsonSummary>(&verdict))
        return summary->text();
    if (const auto *const fault = std::get_if<JsonFault>(&verdict))
        return Fault{FaultClass::Parse, {}, ParseWords::tr("Not valid JSON: %1.").arg(fault->message)};
    return Cancelled{};
}

Outcome<QString> describeXml(QByteArrayView text, const StageContext &context)
{
    Outcome<XmlSummary> outcome = checkXml(text, context);
    if (!outcome.succeeded())
        return ended<QString>(outcome);
    return outcome.value().text();
}

Outcome<QString> describeHtml(QByteArrayView text)
{
    const QString title = htmlTitle(text);
    return title.isEmpty() ? ParseWords::tr("HTML without a title") : ParseWords::tr("HTML “%1”").arg(title);
}

Outcome<QString> describeCsv(QByteArrayView text, const StageContext &context)
{
    Outcome<CsvSummary> outcome = summariseCsv(text, context);
    if (!outcome.succeeded())
        return ended<QString>(outcome);
    return outcome.value().text();
}

Outcome<QString> describeBinary(const MediaType &type, QByteArrayView bytes)
{
    const QString size = sizeText(bytes.size());
    if (const auto signature = signatureOf(bytes)) {
        if (signature->name == "PDF"_L1)
            return ParseWords::tr("PDF document");
        return ParseWords::tr("%1 file, %2").arg(signature->name, size);
    }
    if (!type.isGeneric())
        return ParseWords::tr("%1, %2").arg(QString::fromLatin1(type.essence), size);
    return ParseWords::tr("binary, %1").arg(size);
}

Outcome<QString> describe(ContentKind kind, const MediaType &type, QByteArrayView bytes,
                          const StageContext &context)
{
    switch (kind) {
    case ContentKind::Json:
        return describeJson(bytes, context);
    case ContentKind::Xml:
        return describeXml(bytes, context);
    case ContentKind::Html:
        return describeHtml(bytes);
    case ContentKind::Csv:
        return describeCsv(bytes, context);
    case ContentKind::Text:
        return describeText(bytes, context);
    case ContentKind::Image:
        return describeImage(type, bytes);
    case ContentKind::Binary:
        return describeBinary(type, bytes);
    case ContentKind::Empty:
    case ContentKind::Unknown:
        return ParseWords::tr("empty");
    }
    Q_UNREACHABLE();
}

} // namespace

Outcome<StageResult> ParseStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &body = ready.value().payload;
    const MediaType type = MediaType::parse(body.currentType());
    const Body content = body.currentText();
    const QByteArrayView bytes = content.bytes();
    const StageContext reading = readingOnce(content, context);

    Recognition recognition = recognise(type, body.url, bytes);
    Outcome<QString> detail = describe(recognition.kind, type, bytes, reading);
    if (detail.failed() && !recognition.declared && (body.text || body.product)) {
        recognition.kind = ContentKind::Text;
        detail = describe(recognition.kind, type, bytes, reading);
    }
    if (!detail.succeeded())
        return ended<StageResult>(detail);
    body.kind = recognition.kind;
    return StageResult{std::move(body), detail.value()};
}

StageKind parseKind()
{
    StageKind kind;
    kind.name = ParseStage::stageName;
    kind.description = ParseWords::tr("recognises what a body is, checks it and says what is in it");
    kind.takes = Data::Bytes;
    kind.make = [](const OptionValues &, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const ParseStage>();
    };
    return kind;
}

} // namespace inflight
