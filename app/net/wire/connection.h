// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"
#include "net/request.h"
#include "net/tlsfacts.h"
#include "net/wire/dialer.h"
#include "net/wire/handshaketurns.h"
#include "net/wire/headparser.h"
#include "net/wire/peerclose.h"

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>

#include <chrono>
#include <memory>
#include <optional>

namespace inflight {

/// Why a connection is over.
struct ConnectionEnd
{
    bool opened = false;  ///< it was ready for requests before
    bool orderly = false; ///< the peer closed it; by a FIN, where watchPeerClose() was called
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString reason; ///< the system's words
    QList<QSslError> tlsErrors;
};

/// Who uses a connection hears from it. Any of these calls may close it or give it away.
class ConnectionUser
{
public:
    ConnectionUser() = default;
    Q_DISABLE_COPY_MOVE(ConnectionUser)

    virtual void onConnectionOpened() = 0;
    virtual void onConnectionReadable() = 0;
    /// The system took some of what was written.
    virtual void onConnectionWritten() = 0;
    /// What was received before can still be read.
    virtual void onConnectionEnded(const ConnectionEnd &end) = 0;

protected:
    ~ConnectionUser() = default;
};

/// One connection to an origin, TCP or TLS, for one request at a time. Lives on the engine's thread.
class WireConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireConnection)

public:
    using Clock = std::chrono::steady_clock;

    struct Tls
    {
        QSslConfiguration configuration;
        HandshakeTurns &turns; ///< outlives the connection's opening
    };

    /// `tls` is needed for https alone; `place` is held until it is closed.
    WireConnection(Resolver &resolver, const Origin &origin, std::optional<Tls> tls,
                   std::shared_ptr<const void> place);
    ~WireConnection() override;

    [[nodiscard]] const Origin &origin() const { return m_origin; }
    /// Who hears of it; null for nobody, as while it is kept for later.
    void setUser(ConnectionUser *user) { m_user = user; }

    /// Dials; once.
    void open();
    /// Ready for requests.
    [[nodiscard]] bool isOpen() const { return m_opened && !m_ended; }
    /// Open, and the server chose HTTP/2 (ALPN, RFC 7301).
    [[nodiscard]] bool agreedOnHttp2() const;
    /// When its TLS handshake was due; nothing before, and without TLS.
    [[nodiscard]] std::optional<Clock::time_point> handshakeBegan() const { return m_handshakeBegan; }
    /// Open, and with nothing unasked waiting in it.
    [[nodiscard]] bool isClean() const;

    void write(const QByteArray &bytes);
    [[nodiscard]] bool allWritten() const;
    /// At most `most` bytes; nothing when none are here.
    [[nodiscard]] QByteArray read(qint64 most);
    /// The system stops receiving past so many bytes that were not read.
    void setReadBufferSize(qint64 bytes);
    /// From now on its end is told apart: in good order, or by a reset.
    void watchPeerClose();
    /// Tears it down at once; nobody hears of it.
    void close();

    Clock::time_point idleSince; ///< kept for later from then on
    ParsedHead lastHead;         ///< of the last answer that came over it
    QString lastReason;          ///< lastHead.reason

Q_SIGNALS:
    /// It ended, or received something that nobody asked for, while nobody used it.
    void spoiled();
    /// A TLS handshake is done, or found that the peer is not to be trusted.
    void handshaken(const inflight::TlsFacts &facts);

private:
    void onDialed();
    void onOpened();
    void onReadable();
    void onWritten();
    void onError(QAbstractSocket::SocketError error);
    void end(const ConnectionEnd &how);

    const Origin m_origin;
    std::optional<Tls> m_tls;
    std::shared_ptr<const void> m_place;
    ConnectionUser *m_user = nullptr;
    std::unique_ptr<Dialer, QScopedPointerDeleteLater> m_dialer; ///< until connected
    SocketPointer m_socket;                                      ///< from then on
    std::optional<PeerClose> m_peerClose;
    QList<QSslError> m_tlsErrors;
    std::optional<Clock::time_point> m_handshakeBegan;
    bool m_opened = false;
    bool m_ended = false;
};

using ConnectionPointer = std::unique_ptr<WireConnection, QScopedPointerDeleteLater>;

} // namespace inflight
