// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <zstd.h>

#include "pipeline/coding/contentdecoder.h"

namespace inflight {

/// Removes Zstandard (RFC 8878), any number of frames one after the other. Takes windows of up to 128 MiB,
/// the library's limit, although servers should keep to 8 MiB (RFC 9659).
class ZstdDecoder final : public ContentDecoder
{
public:
    ZstdDecoder(ByteSink &next, std::stop_token stop);

    Outcome<Done> take(QByteArrayView piece) override;
    Outcome<Done> finish() override;

private:
    struct Free
    {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Free> m_zstd;
    bool m_betweenFrames = true;
    bool m_sawFrame = false;
    bool m_over = false; ///< what comes is no further frame
};

} // namespace inflight
