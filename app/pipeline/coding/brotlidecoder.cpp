// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/coding/brotlidecoder.h"

#include <new>

using namespace Qt::StringLiterals;

namespace inflight {

BrotliDecoder::BrotliDecoder(ByteSink &next, std::stop_token stop)
    : ContentDecoder(next, std::move(stop))
    , m_brotli(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr))
{
    if (!m_brotli)
        throw std::bad_alloc();
}

Outcome<Done> BrotliDecoder::take(QByteArrayView piece)
{
    m_fed = m_fed || !piece.isEmpty();
    auto *input = reinterpret_cast<const uint8_t *>(piece.data());
    auto left = static_cast<size_t>(piece.size());
    while (!BrotliDecoderIsFinished(m_brotli.get())) {
        auto *output = reinterpret_cast<uint8_t *>(buffer());
        auto room = static_cast<size_t>(pieceSize);
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(m_brotli.get(), &left, &input, &room, &output, nullptr);
        if (result == BROTLI_DECODER_RESULT_ERROR) {
            const BrotliDecoderErrorCode code = BrotliDecoderGetErrorCode(m_brotli.get());
            return corrupt(u"br"_s, QString::fromLatin1(BrotliDecoderErrorString(code)));
        }
        if (auto outcome = giveOn(pieceSize - static_cast<qsizetype>(room)); !outcome.succeeded())
            return outcome;
        if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
            return Done{};
    }
    ignore(static_cast<qint64>(left));
    return Done{};
}

Outcome<Done> BrotliDecoder::finish()
{
    if (m_fed && !BrotliDecoderIsFinished(m_brotli.get()))
        return truncated(u"br"_s);
    return Done{};
}

} // namespace inflight
