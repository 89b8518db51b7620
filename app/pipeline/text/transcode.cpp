// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/text/transcode.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>

#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/text/converter.h"
#include "pipeline/text/utf8.h"

namespace inflight {

namespace {

struct TranscodeWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Transcode)
};

/// `bytes` without a sequence that is cut by their end, so that the rest can begin the next slice.
QByteArrayView untilCut(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const QByteArrayView tail = bytes.last(back);
        if ((static_cast<uchar>(tail[0]) & 0xc0) == 0x80)
            continue;
        return utf8Step(tail).cut ? bytes.chopped(back) : bytes;
    }
    return bytes;
}

} // namespace

Outcome<bool> isUtf8(const Body &body, const StageContext &context)
{
    const QByteArrayView bytes = body.bytes();
    for (qsizetype at = 0; at < bytes.size();) {
        if (context.stop.stop_requested())
            return Cancelled{};
        QByteArrayView slice = bytes.sliced(at, std::min(sliceSize, bytes.size() - at));
        if (at + slice.size() < bytes.size())
            slice = untilCut(slice);
        if (validUtf8Prefix(slice) < slice.size())
            return false;
        body.passed(at, at + slice.size());
        at += slice.size();
    }
    return true;
}

Outcome<Transcoded> toUtf8(const Body &body, const QByteArray &charset, const StageContext &context)
{
    if (charset == "utf-8") {
        Outcome<bool> valid = isUtf8(body, context);
        if (!valid.succeeded())
            return ended<Transcoded>(valid);
        if (valid.value())
            return Transcoded{body, 0};
    }
    const std::unique_ptr<Converter> converter = makeConverter(charset);
    if (!converter)
        return Fault{
            FaultClass::Decode,
            {},
            TranscodeWords::tr("The text says it is in the character set “%1”, which is not known here.")
                .arg(QString::fromLatin1(charset))};

    // The size is bounded by the body's own: the limit was for that.
    BodyWriter writer(std::numeric_limits<qint64>::max());
    std::optional<Fault> fault;
    const bool all = inSlices(body, context, [&](QByteArrayView slice) {
        fault = writer.append(converter->convert(slice));
        return !fault;
    });
    if (!fault && all)
        fault = writer.append(converter->finish());
    if (fault)
        return *fault;
    if (!all)
        return Cancelled{};
    Outcome<Body> text = writer.finish();
    if (!text.succeeded())
        return ended<Transcoded>(text);
    return Transcoded{text.value(), converter->replaced()};
}

} // namespace inflight
