// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/tlsbook.h"
#include "net/tlssettings.h"
#include "net/wire/connection.h"
#include "net/wire/resolver.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace inflight {

/// Connections that are kept for the next request to their origin (RFC 9112, section 9.3). How many are in
/// use at once is not its business: callers hold permits for that. Lives on the engine's thread.
class ConnectionPool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionPool)

public:
    /// Handshakes are noted in `book`.
    ConnectionPool(TlsSettings tls, std::shared_ptr<TlsBook> book);

    /// The one that was used last, and at most `idle` ago; null when there is none.
    [[nodiscard]] ConnectionPointer take(const Origin &origin, std::chrono::milliseconds idle);
    enum class Offer : quint8 {
        Http1,
        Http2 ///< and HTTP/1.1
    };
    /// A new one, to be opened; what it offers matters for https alone. Where the system's limit of open
    /// files is reached, in place of one that is kept, and null when there is none.
    [[nodiscard]] ConnectionPointer make(const Origin &origin, Offer offer = Offer::Http1);
    /// `spare` closes a connection that is not in use and not kept here, and says whether there was one.
    void setSpare(std::function<bool()> spare) { m_spare = std::move(spare); }
    /// Keeps an open one for later.
    void keep(ConnectionPointer connection);

    /// How long one is kept; servers close theirs after 5 to 75 s.
    static constexpr std::chrono::seconds longestIdle{60};

private:
    using Idle = std::vector<ConnectionPointer>; ///< the one used last at the end

    [[nodiscard]] const QSslConfiguration &configuration(Offer offer);
    [[nodiscard]] bool makeRoom();
    void drop(WireConnection *connection);
    void dropOld();

    Resolver m_resolver;
    HandshakeTurns m_handshakes;
    TlsSettings m_tls;
    std::shared_ptr<TlsBook> m_book;
    std::optional<QSslConfiguration> m_http1; ///< made when first needed, and so is m_http2
    std::optional<QSslConfiguration> m_http2;
    std::function<bool()> m_spare;
    std::unordered_map<Origin, Idle, OriginHash> m_idle;
    QTimer m_sweep;
    std::shared_ptr<const int> m_places; ///< held by each connection until it is closed: how many may be open
};

} // namespace inflight
