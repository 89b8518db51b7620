// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <zlib.h>

#include "pipeline/coding/contentdecoder.h"

namespace inflight {

/// Removes gzip (RFC 1952, any number of members one after the other) or deflate: zlib data (RFC 1950) as the
/// coding is defined, or bare deflate data (RFC 1951), which some servers send under that name.
class InflateDecoder final : public ContentDecoder
{
public:
    enum class Coding : bool { Gzip, Deflate };

    InflateDecoder(Coding coding, ByteSink &next, std::stop_token stop);
    ~InflateDecoder() override;

    Outcome<Done> take(QByteArrayView piece) override;
    Outcome<Done> finish() override;

private:
    enum class State : quint8 { Start, Data, After };

    void takeStart(QByteArrayView &piece);
    [[nodiscard]] bool isNextMember() const;
    void begin();
    [[nodiscard]] Outcome<Done> takeData(QByteArrayView &piece);
    [[nodiscard]] QString name() const;

    Coding m_coding;
    State m_state = State::Start;
    bool m_first = true; ///< no stream has ended yet
    bool m_initialised = false;
    QByteArray m_start; ///< the first two bytes of a stream, which tell what it is
    z_stream m_zlib{};
};

} // namespace inflight
