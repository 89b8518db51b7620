// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/payload.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace inflight {

/// A payload in little room, for as long as nobody goes on with it: its bodies, each once, and headers are
/// shared, the rest is one piece of bytes. Immutable; any thread.
class PackedPayload
{
public:
    PackedPayload() = default;
    /// `url`: the payload's as text (QUrl::FullyEncoded), so that it is shared with whoever has it.
    PackedPayload(const Payload &payload, QString url);

    [[nodiscard]] Payload unpacked() const;
    [[nodiscard]] const std::vector<Body> &bodies() const { return m_bodies; }

private:
    QByteArray m_packed;
    QString m_url;
    HeaderList m_headers;
    std::vector<Body> m_bodies;
};

} // namespace inflight
