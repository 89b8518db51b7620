// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/decode.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include "pipeline/coding/contentcoding.h"
#include "pipeline/coding/packing.h"
#include "pipeline/content/recognise.h"
#include "pipeline/ended.h"
#include "pipeline/mediatype.h"
#include "pipeline/text/charset.h"
#include "pipeline/text/converter.h"
#include "pipeline/text/transcode.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct DecodeWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Decode)
};

// More than any signature needs.
constexpr qsizetype recognisedBytes = 4096;

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
                            : DecodeWords::tr("%1 %2 → %3")
                                  .arg(QString::fromLatin1(codings.join(" + ")), sizeText(codedSize), size));
    if (uncoded.ignored > 0)
        step.details.append(DecodeWords::tr("%1 after its end passed over").arg(sizeText(uncoded.ignored)));
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
        step.details.append(DecodeWords::tr("%1 replaced").arg(invalidSequencesText(transcoded.replaced)));
    return step;
}

Outcome<Step> readText(Step step, const QByteArray &charset, const StageContext &context)
{
    const MediaType type = MediaType::parse(step.payload.contentType);
    const QByteArrayView bytes = step.payload.body.bytes();
    const Recognition recognition = recognise(type, step.payload.url, bytes);
    if (bytes.isEmpty() || (charset.isEmpty() && !isTextKind(recognition.kind)))
        return step;

    const CharsetFinding finding = findCharset(type, recognition.kind, bytes);
    if (!charset.isEmpty()) {
        step.payload.charset = charset;
        return setText(std::move(step), finding.name == charset ? finding.markLength : 0, false, context);
    }
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

QString fileNameOf(const Payload &payload)
{
    return payload.proposedName.isEmpty() ? payload.url.fileName() : payload.proposedName;
}

/// What the payload's body is packed in and is to be unpacked from; empty: it stays as it is.
QByteArray archiveCoding(const Payload &payload, const DecodeRules &rules, const std::stop_token &stop)
{
    switch (rules.archive) {
    case Archive::Gzip:
        return "gzip"_ba;
    case Archive::Zstd:
        return "zstd"_ba;
    case Archive::Brotli:
        return "br"_ba;
    case Archive::Text:
        break;
    case Archive::Keep:
        return {};
    }
    QByteArray coding = packingOf(payload.body.bytes(), fileNameOf(payload));
    if (coding.isEmpty() || !rules.charset.isEmpty())
        return coding;
    const QByteArray beginning = beginningUncoded(payload.body, coding, recognisedBytes, stop);
    const bool text = isTextKind(recognise({}, {}, beginning).kind);
    return text ? coding : QByteArray();
}

/// What was unpacked, as UTF-8 where it is text.
Outcome<Body> unpackedText(const Body &plain, const QUrl &url, const QByteArray &charset,
                           const StageContext &context)
{
    const Recognition recognition = recognise({}, url, plain.bytes());
    if (charset.isEmpty() && !isTextKind(recognition.kind))
        return plain;
    const CharsetFinding finding = findCharset({}, recognition.kind, plain.bytes());
    QByteArray name = charset.isEmpty() ? finding.name : charset;
    if (name.isEmpty()) {
        Outcome<QByteArray> guess = guessCharset(plain, context);
        if (!guess.succeeded())
            return ended<Body>(guess);
        name = guess.value();
    }
    Outcome<Transcoded> text =
        toUtf8(plain.from(finding.name == name ? finding.markLength : 0), name, context);
    if (!text.succeeded())
        return ended<Body>(text);
    return text.value().text;
}

Outcome<Step> unpack(Step step, const QByteArray &coding, const QByteArray &charset,
                     const StageContext &context)
{
    Outcome<Uncoded> plain = removeCodings(step.payload.body, {coding}, context);
    if (!plain.succeeded())
        return ended<Step>(plain);
    StageContext quiet = context;
    quiet.progress = nullptr;
    const QString name = unpackedName(fileNameOf(step.payload), coding);
    QUrl inner;
    inner.setPath(u'/' + name);
    Outcome<Body> text = unpackedText(plain.value().body, inner, charset, quiet);
    if (!text.succeeded())
        return ended<Step>(text);
    step.details = {DecodeWords::tr("unpacked %1 %2 → %3")
                        .arg(QString::fromLatin1(coding), sizeText(step.payload.body.size()),
                             sizeText(plain.value().body.size()))};
    step.payload.proposedName = name;
    // No type: what is in it is recognised by its content and its name.
    step.payload.setProduct(text.value(), {});
    return step;
}

/// Removes what the answer itself says that is over the text.
Outcome<Step> decodeBody(Step step, const QByteArray &charset, const StageContext &context)
{
    // Progress runs through the stage once: over the coded bytes where there are any, else over the text.
    StageContext textContext = context;
    if (!contentCodings(step.payload.contentEncoding).isEmpty())
        textContext.progress = nullptr;
    Outcome<Step> uncoded = uncode(std::move(step), context);
    if (!uncoded.succeeded())
        return uncoded;
    Outcome<Step> read = readText(std::move(uncoded.value()), charset, textContext);
    if (read.succeeded())
        read.value().payload.decoded = true;
    return read;
}

} // namespace

Outcome<StageResult> DecodeStage::run(Payload payload, const StageContext &context) const
{
    return decoded(std::move(payload), context, m_rules);
}

Outcome<StageResult> decoded(Payload payload, const StageContext &context, const DecodeRules &rules)
{
    Step step{std::move(payload), {}};
    if (step.payload.decoded) {
        step.details.append(DecodeWords::tr("already decoded"));
    } else {
        Outcome<Step> outcome = decodeBody(std::move(step), rules.charset, context);
        if (!outcome.succeeded())
            return ended<StageResult>(outcome);
        step = std::move(outcome.value());
    }
    if (!step.payload.product && !step.payload.values) {
        const QByteArray coding = archiveCoding(step.payload, rules, context.stop);
        if (!coding.isEmpty()) {
            Outcome<Step> outcome = unpack(std::move(step), coding, rules.charset, context);
            if (!outcome.succeeded())
                return ended<StageResult>(outcome);
            step = std::move(outcome.value());
        }
    }
    const QString detail =
        step.payload.body.size() == 0 ? DecodeWords::tr("empty") : step.details.join(u", "_s);
    return StageResult{std::move(step.payload), detail};
}

Outcome<StageResult> decodedText(Payload payload, const StageContext &context)
{
    return decoded(std::move(payload), context, {Archive::Text, {}});
}

StageKind decodeKind()
{
    StageKind kind;
    kind.name = DecodeStage::stageName;
    kind.description =
        DecodeWords::tr("removes the content coding, unpacks archives of one member, and turns text "
                        "into UTF-8");
    kind.takes = Data::Bytes;
    kind.options = {
        StageOption::choice(
            "archive"_L1,
            DecodeWords::tr("gzip, zstd and br files that came as such; auto: those with text in "
                            "them are unpacked"),
            {u"auto"_s, u"keep"_s, u"gzip"_s, u"zstd"_s, u"br"_s}, u"auto"_s),
        StageOption::text(
            "charset"_L1,
            DecodeWords::tr("the text's character set, such as windows-1251, whatever the answer "
                            "says")),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        const QString charset = values.text("charset"_L1);
        if (!values.has("charset"_L1) || makeConverter(charsetName(charset.toUtf8())))
            return std::nullopt;
        return OptionFault{"charset"_L1,
                           DecodeWords::tr("This system knows no character set “%1”.").arg(charset)};
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        static const QHash<QString, Archive> archives{{u"auto"_s, Archive::Text},
                                                      {u"keep"_s, Archive::Keep},
                                                      {u"gzip"_s, Archive::Gzip},
                                                      {u"zstd"_s, Archive::Zstd},
                                                      {u"br"_s, Archive::Brotli}};
        return std::make_unique<const DecodeStage>(DecodeRules{
            archives.value(values.text("archive"_L1)), charsetName(values.text("charset"_L1).toUtf8())});
    };
    return kind;
}

} // namespace inflight
