// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/coding/inflatedecoder.h"

#include <algorithm>
#include <new>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype startSize = 2;
constexpr int gzipWindow = MAX_WBITS + 16; // zlib's way of saying gzip
constexpr int bareWindow = -MAX_WBITS;     // and bare deflate

/// RFC 1950, section 2.2: method 8 and a check value that makes the two bytes a multiple of 31.
bool isZlibHeader(QByteArrayView start)
{
    const int cmf = static_cast<uchar>(start[0]);
    const int flg = static_cast<uchar>(start[1]);
    return (cmf & 0x0f) == Z_DEFLATED && (cmf * 256 + flg) % 31 == 0;
}

} // namespace

InflateDecoder::InflateDecoder(Coding coding, ByteSink &next, std::stop_token stop)
    : ContentDecoder(next, std::move(stop))
    , m_coding(coding)
{}

InflateDecoder::~InflateDecoder()
{
    if (m_initialised)
        inflateEnd(&m_zlib);
}

Outcome<Done> InflateDecoder::take(QByteArrayView piece)
{
    while (!piece.isEmpty()) {
        if (m_state == State::After) {
            ignore(piece.size());
            return Done{};
        }
        if (m_state == State::Start)
            takeStart(piece);
        if (m_state != State::Data)
            continue;
        if (auto outcome = takeData(piece); !outcome.succeeded())
            return outcome;
    }
    return Done{};
}

void InflateDecoder::takeStart(QByteArrayView &piece)
{
    const qsizetype taken = std::min(startSize - m_start.size(), piece.size());
    m_start.append(piece.first(taken));
    piece = piece.sliced(taken);
    if (m_start.size() < startSize)
        return;
    if (m_first || isNextMember()) {
        begin();
        m_state = State::Data;
    } else {
        ignore(m_start.size());
        m_start.clear();
        m_state = State::After;
    }
}

bool InflateDecoder::isNextMember() const
{
    return m_coding == Coding::Gzip && m_start == "\x1f\x8b"_ba;
}

void InflateDecoder::begin()
{
    if (m_initialised) {
        inflateReset(&m_zlib);
        return;
    }
    int window = gzipWindow;
    if (m_coding == Coding::Deflate)
        window = isZlibHeader(m_start) ? MAX_WBITS : bareWindow;
    if (inflateInit2(&m_zlib, window) != Z_OK)
        throw std::bad_alloc(); // nothing else can be wrong with these arguments
    m_initialised = true;
}

Outcome<Done> InflateDecoder::takeData(QByteArrayView &piece)
{
    QByteArray start = std::exchange(m_start, {});
    QByteArrayView input = start.isEmpty() ? piece : QByteArrayView(start);
    m_zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
    m_zlib.avail_in = static_cast<uInt>(input.size());
    int code = Z_OK;
    do {
        m_zlib.next_out = reinterpret_cast<Bytef *>(buffer());
        m_zlib.avail_out = static_cast<uInt>(pieceSize);
        code = inflate(&m_zlib, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return corrupt(name(), m_zlib.msg ? QString::fromLatin1(m_zlib.msg)
                                              : ContentDecoder::tr("code %1").arg(code));
        if (auto outcome = giveOn(pieceSize - m_zlib.avail_out); !outcome.succeeded())
            return outcome;
    } while (code == Z_OK && (m_zlib.avail_in > 0 || m_zlib.avail_out == 0));

    if (start.isEmpty())
        piece = piece.last(m_zlib.avail_in);
    if (code == Z_STREAM_END) {
        m_first = false;
        m_state = m_coding == Coding::Gzip ? State::Start : State::After;
    }
    return Done{};
}

Outcome<Done> InflateDecoder::finish()
{
    if (m_state == State::Data || (m_first && !m_start.isEmpty()))
        return truncated(name());
    ignore(m_start.size());
    return Done{};
}

QString InflateDecoder::name() const
{
    return m_coding == Coding::Gzip ? u"gzip"_s : u"deflate"_s;
}

} // namespace inflight
