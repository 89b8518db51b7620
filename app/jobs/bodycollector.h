// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"
#include "pipeline/body.h"

namespace inflight {

/// Takes an attempt's body off the network into a Body, at most `maxSize` bytes of it. The body of a redirect
/// is passed over.
class BodyCollector final : public BodySink
{
public:
    explicit BodyCollector(qint64 maxSize);

    [[nodiscard]] std::optional<Fault> begin(const ResponseHead &head) override;
    [[nodiscard]] std::optional<Fault> write(QByteArrayView piece) override;
    /// What came so far; the collector is spent afterwards.
    [[nodiscard]] Outcome<Body> finish() { return m_writer.finish(); }

private:
    qint64 m_maxSize;
    BodyWriter m_writer;
    bool m_discard = false;
};

} // namespace inflight
