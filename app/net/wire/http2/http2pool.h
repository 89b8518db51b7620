// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/wire/connectionpool.h"
#include "net/wire/http2/http2session.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <unordered_map>
#include <vector>

namespace inflight {

/// The HTTP/2 sessions of all origins, and which of them takes another request: the oldest that has room, so
/// that few connections carry many requests. Of an origin that speaks HTTP/1.1 alone its connection goes to
/// the pool of those. Lives on the engine's thread.
class Http2Pool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Http2Pool)

public:
    /// `connections` must outlive it.
    explicit Http2Pool(ConnectionPool &connections);
    ~Http2Pool() override;

    /// Whether the origin was found not to speak HTTP/2.
    [[nodiscard]] bool isHttp1(const Origin &origin) const { return m_http1.contains(origin); }
    /// A session that has room and was used at most `idle` ago, else a new one, which is yet to be joined;
    /// null where the system's limit of open files is reached.
    [[nodiscard]] Http2Session *take(const Origin &origin, std::chrono::milliseconds idle);

    /// Requests that a connection takes: nginx ends one after 1,000 (keepalive_requests), and others sooner
    /// or later. Where a server ends two after the same number, it is that number from then on.
    static constexpr int requestsPerSession = 900;

private:
    using Sessions = std::vector<Http2SessionPointer>;

    [[nodiscard]] Http2SessionPointer make(const Origin &origin);
    void noteEnd(const Origin &origin, int requests);
    /// `session` may be gone already.
    void dropIfIdle(const Origin &origin, const Http2Session *session);
    [[nodiscard]] bool dropIdle();
    void dropOld();

    ConnectionPool &m_connections;
    std::unordered_map<Origin, Sessions, OriginHash> m_sessions;
    QSet<Origin> m_http1;
    QHash<Origin, int> m_lastEnds; ///< after how many requests the server ended a connection, last time
    QHash<Origin, int> m_limits;   ///< where it does so each time
    QHash<Origin, std::size_t> m_mostStreams; ///< that the server takes at once, where they are few
    QTimer m_sweep;
};

} // namespace inflight
