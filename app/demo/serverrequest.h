// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArray>

namespace inflight {

/// One request as the script server read it. A value.
struct ServerRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as on the wire
    HeaderList headers;
    QByteArray body;
    qint64 connectionId = 0; ///< counts the server's connections from 0
    qint64 number = 0;       ///< counts the server's requests from 0
    int repeat = 0;          ///< how many requests for this target came before

    /// The target without its query.
    [[nodiscard]] QByteArray path() const
    {
        const qsizetype query = target.indexOf('?');
        return query < 0 ? target : target.left(query);
    }
};

} // namespace inflight
