// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/coding/contentcoding.h"

#include <zlib.h>

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

constexpr qint64 mostBytes = 100'000;

Outcome<Uncoded> uncoded(const QByteArray &bytes, const QList<QByteArray> &codings)
{
    StageContext context;
    context.maxSize = mostBytes;
    return removeCodings(Body(bytes), codings, context);
}

QByteArray deflated(const QByteArray &plain)
{
    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress(reinterpret_cast<Bytef *>(bytes.data()), &size,
             reinterpret_cast<const Bytef *>(plain.constData()), static_cast<uLong>(plain.size()));
    bytes.truncate(static_cast<qsizetype>(size));
    return bytes;
}

} // namespace

/// A Content-Encoding and a body, with '|' between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const QList<QByteArray> codings = contentCodings(input.takeField());
    const QByteArray body = input.rest();
    const Outcome<Uncoded> outcome = uncoded(body, codings);
    require(!outcome.cancelled(), "nobody cancelled");
    if (outcome.failed()) {
        const FaultClass faultClass = outcome.fault().faultClass;
        require(faultClass == FaultClass::Decompression || faultClass == FaultClass::TooLarge,
                "what cannot be decoded is one of two things");
        require(!outcome.fault().message.isEmpty(), "and says which");
    } else {
        require(outcome.value().body.size() <= mostBytes, "no bomb passes the limit");
        // Of several codings, one may pass over more than came, since another one made it of that.
        require(codings.size() > 1 || outcome.value().ignored <= body.size(),
                "no more is passed over than came");
    }
    const Outcome<Uncoded> back = uncoded(deflated(body), {"deflate"});
    require(back.succeeded() && back.value().body.bytes() == body, "what was coded comes back");
    return 0;
}
