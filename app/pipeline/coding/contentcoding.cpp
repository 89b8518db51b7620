// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/coding/contentcoding.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

#include <QCoreApplication>

#include "pipeline/coding/brotlidecoder.h"
#include "pipeline/coding/inflatedecoder.h"
#include "pipeline/coding/zstddecoder.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype mostCodings = 5; // as in curl: more is an attack, not a need
constexpr qint64 mostPeeked = 4 * sliceSize;

struct ContentCodingWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ContentCoding)
};

Fault decompressionFault(const QString &message)
{
    return {FaultClass::Decompression, {}, message};
}

/// The end of the chain.
class BodySink final : public ByteSink
{
public:
    explicit BodySink(qint64 limit)
        : m_writer(limit)
    {}

    Outcome<Done> take(QByteArrayView piece) override
    {
        if (auto fault = m_writer.append(piece))
            return *fault;
        return Done{};
    }
    [[nodiscard]] Outcome<Body> finish() { return m_writer.finish(); }

private:
    BodyWriter m_writer;
};

/// Between two decoders: bytes that are still coded count too, or a body in two codings could keep a thread
/// busy without end and give nothing.
class Gauge final : public ByteSink
{
public:
    Gauge(qint64 limit, ByteSink &next)
        : m_limit(limit)
        , m_left(limit + limit / 64 + ContentDecoder::pieceSize)
        , m_next(next)
    {}

    Outcome<Done> take(QByteArrayView piece) override
    {
        m_left -= piece.size();
        if (m_left < 0)
            return bodyTooLarge(m_limit);
        return m_next.take(piece);
    }

private:
    qint64 m_limit;
    qint64 m_left;
    ByteSink &m_next;
};

/// Takes what it has room for and refuses what comes then.
class Beginning final : public ByteSink
{
public:
    explicit Beginning(qsizetype room)
        : m_room(room)
    {}

    Outcome<Done> take(QByteArrayView piece) override
    {
        m_bytes += piece.first(std::min(piece.size(), m_room - m_bytes.size()));
        if (m_bytes.size() == m_room)
            return Cancelled{};
        return Done{};
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    qsizetype m_room;
    QByteArray m_bytes;
};

std::unique_ptr<ContentDecoder> makeDecoder(const QByteArray &coding, ByteSink &next,
                                            const std::stop_token &stop)
{
    if (coding == "gzip")
        return std::make_unique<InflateDecoder>(InflateDecoder::Coding::Gzip, next, stop);
    if (coding == "deflate")
        return std::make_unique<InflateDecoder>(InflateDecoder::Coding::Deflate, next, stop);
    if (coding == "br")
        return std::make_unique<BrotliDecoder>(next, stop);
    if (coding == "zstd")
        return std::make_unique<ZstdDecoder>(next, stop);
    return nullptr;
}

/// The decoders of a body, each pushing into the one before it and the first into a body.
class Chain
{
public:
    Chain(qint64 limit, std::stop_token stop)
        : m_limit(limit)
        , m_stop(std::move(stop))
        , m_body(limit)
    {}

    /// Puts the decoder of `coding` before those that are there; false when there is none.
    [[nodiscard]] bool add(const QByteArray &coding)
    {
        ByteSink *next = &m_body;
        if (!m_decoders.empty()) {
            m_gauges.push_back(std::make_unique<Gauge>(m_limit, *m_decoders.back()));
            next = m_gauges.back().get();
        }
        std::unique_ptr<ContentDecoder> decoder = makeDecoder(coding, *next, m_stop);
        const bool known = decoder != nullptr;
        if (known)
            m_decoders.push_back(std::move(decoder));
        return known;
    }

    [[nodiscard]] Outcome<Done> take(QByteArrayView piece) { return m_decoders.back()->take(piece); }

    [[nodiscard]] Outcome<Uncoded> finish()
    {
        Uncoded uncoded;
        // The outermost coding first: it may still have bytes for the next one.
        for (auto decoder = m_decoders.rbegin(); decoder != m_decoders.rend(); ++decoder) {
            if (auto outcome = (*decoder)->finish(); !outcome.succeeded())
                return ended<Uncoded>(outcome);
            uncoded.ignored += (*decoder)->ignoredBytes();
        }
        Outcome<Body> body = m_body.finish();
        if (!body.succeeded())
            return ended<Uncoded>(body);
        uncoded.body = body.value();
        return uncoded;
    }

private:
    qint64 m_limit;
    std::stop_token m_stop;
    BodySink m_body;
    std::vector<std::unique_ptr<Gauge>> m_gauges;
    std::vector<std::unique_ptr<ContentDecoder>> m_decoders;
};

Outcome<Uncoded> pushThrough(const Body &body, Chain &chain, const StageContext &context)
{
    Outcome<Done> outcome = Done{};
    const bool all = inSlices(body, context, [&](QByteArrayView slice) {
        outcome = chain.take(slice);
        return outcome.succeeded();
    });
    if (!outcome.succeeded())
        return ended<Uncoded>(outcome);
    if (!all)
        return Cancelled{};
    return chain.finish();
}

} // namespace

QList<QByteArray> contentCodings(QByteArrayView header)
{
    QList<QByteArray> codings;
    for (const QByteArray &part : header.toByteArray().split(',')) {
        QByteArray coding = part.trimmed().toLower();
        if (coding == "x-gzip")
            coding = "gzip"_ba;
        if (!coding.isEmpty() && coding != "identity")
            codings.append(coding);
    }
    return codings;
}

Outcome<Uncoded> removeCodings(const Body &body, const QList<QByteArray> &codings,
                               const StageContext &context)
{
    const qint64 limit = context.maxSize > 0 ? context.maxSize : std::numeric_limits<qint64>::max() / 2;
    if (codings.isEmpty() || body.size() == 0) {
        if (body.size() > limit)
            return bodyTooLarge(limit);
        return Uncoded{body, 0};
    }
    if (codings.size() > mostCodings)
        return decompressionFault(
            ContentCodingWords::tr("The body has %1 content codings, one over the other; at most %2 are "
                                   "taken.")
                .arg(codings.size())
                .arg(mostCodings));
    Chain chain(limit, context.stop);
    for (const QByteArray &coding : codings) {
        if (!chain.add(coding))
            return decompressionFault(
                ContentCodingWords::tr("The body's content coding “%1” is not known here; gzip, deflate, "
                                       "br and zstd are.")
                    .arg(QString::fromLatin1(coding)));
    }
    return pushThrough(body, chain, context);
}

QByteArray beginningUncoded(const Body &body, const QByteArray &coding, qsizetype most,
                            const std::stop_token &stop)
{
    Beginning beginning(most);
    const auto decoder = makeDecoder(coding, beginning, stop);
    if (!decoder)
        return {};
    const QByteArrayView head = body.bytes().first(std::min<qint64>(body.size(), mostPeeked));
    StageContext quiet;
    quiet.stop = stop;
    if (inSlices(head, quiet, [&](QByteArrayView slice) { return decoder->take(slice).succeeded(); }))
        std::ignore = decoder->finish(); // how it ends is seen when all of it is unpacked
    return beginning.bytes();
}

} // namespace inflight
