// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/coding/contentdecoder.h"

namespace inflight {

ContentDecoder::ContentDecoder(ByteSink &next, std::stop_token stop)
    : m_next(next)
    , m_stop(std::move(stop))
{}

Outcome<Done> ContentDecoder::giveOn(qsizetype size)
{
    if (m_stop.stop_requested())
        return Cancelled{};
    if (size == 0)
        return Done{};
    return m_next.take(QByteArrayView(m_buffer).first(size));
}

Fault ContentDecoder::corrupt(const QString &coding, const QString &reason)
{
    return {FaultClass::Decompression,
            {},
            tr("The body cannot be decompressed: its %1 data are damaged (%2).").arg(coding, reason)};
}

Fault ContentDecoder::truncated(const QString &coding)
{
    return {FaultClass::Decompression,
            {},
            tr("The body cannot be decompressed: it ends in the middle of its %1 data.").arg(coding)};
}

} // namespace inflight
