// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QScopedPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QHostInfo;
class QTcpSocket;

namespace inflight {

class Resolver;

using SocketPointer = std::unique_ptr<QTcpSocket, QScopedPointerDeleteLater>;

/// Opens a TCP connection to an origin: looks its name up and tries its addresses, both families by turns,
/// the next one when the one before has failed or has not answered for a quarter of a second; the first to
/// connect wins ("Happy Eyeballs", RFC 8305, sections 4 and 5). Destroying it ends everything it began.
class Dialer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dialer)

public:
    /// `resolver` must outlive start() to the end or stop().
    Dialer(Resolver &resolver, Origin origin);
    ~Dialer() override;

    /// One of the signals follows, from the event loop or from within.
    void start();
    /// Ends the look-up and every attempt at once; nothing follows.
    void stop();
    /// After connected(): the socket, a QSslSocket for https, not yet encrypted.
    [[nodiscard]] SocketPointer takeSocket() { return std::move(m_connected); }

Q_SIGNALS:
    void connected();
    /// Of the attempt that failed last.
    void failed(QAbstractSocket::SocketError error, const QString &reason);

private:
    void onFound(const QHostInfo &info);
    void tryNext();
    void onSocketConnected(QTcpSocket *socket);
    void onSocketFailed(QTcpSocket *socket);
    [[nodiscard]] SocketPointer release(QTcpSocket *socket);

    Resolver &m_resolver;
    const Origin m_origin;
    QList<QHostAddress> m_addresses; ///< not tried yet
    std::vector<SocketPointer> m_trying;
    SocketPointer m_connected;
    QTimer m_patience;
    bool m_lookingUp = false;
};

/// The addresses with their families by turns, beginning with the first one's (RFC 8305, section 4).
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

} // namespace inflight
