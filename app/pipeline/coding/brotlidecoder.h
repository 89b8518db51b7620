// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <brotli/decode.h>

#include "pipeline/coding/contentdecoder.h"

namespace inflight {

/// Removes Brotli (RFC 7932).
class BrotliDecoder final : public ContentDecoder
{
public:
    BrotliDecoder(ByteSink &next, std::stop_token stop);

    Outcome<Done> take(QByteArrayView piece) override;
    Outcome<Done> finish() override;

private:
    struct Destroy
    {
        void operator()(BrotliDecoderState *state) const { BrotliDecoderDestroyInstance(state); }
    };
    std::unique_ptr<BrotliDecoderState, Destroy> m_brotli;
    bool m_fed = false;
};

} // namespace inflight
