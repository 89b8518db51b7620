// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/coding/zstddecoder.h"

#include <new>

#include <zstd_errors.h>

using namespace Qt::StringLiterals;

namespace inflight {

ZstdDecoder::ZstdDecoder(ByteSink &next, std::stop_token stop)
    : ContentDecoder(next, std::move(stop))
    , m_zstd(ZSTD_createDStream())
{
    if (!m_zstd)
        throw std::bad_alloc();
}

Outcome<Done> ZstdDecoder::take(QByteArrayView piece)
{
    ZSTD_inBuffer input{piece.data(), static_cast<size_t>(piece.size()), 0};
    bool more = !piece.isEmpty() && !m_over;
    while (more) {
        ZSTD_outBuffer output{buffer(), static_cast<size_t>(pieceSize), 0};
        const size_t code = ZSTD_decompressStream(m_zstd.get(), &output, &input);
        if (ZSTD_isError(code)) {
            m_over = m_sawFrame && ZSTD_getErrorCode(code) == ZSTD_error_prefix_unknown;
            if (!m_over)
                return corrupt(u"zstd"_s, QString::fromLatin1(ZSTD_getErrorName(code)));
            m_betweenFrames = true;
            break;
        }
        m_betweenFrames = code == 0;
        m_sawFrame = m_sawFrame || m_betweenFrames;
        if (auto outcome = giveOn(static_cast<qsizetype>(output.pos)); !outcome.succeeded())
            return outcome;
        // A full buffer may hide more; after the end of a frame only new input can.
        more = input.pos < input.size || (output.pos == output.size && !m_betweenFrames);
    }
    ignore(static_cast<qint64>(input.size - input.pos));
    return Done{};
}

Outcome<Done> ZstdDecoder::finish()
{
    if (!m_betweenFrames)
        return truncated(u"zstd"_s);
    return Done{};
}

} // namespace inflight
