// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QTcpSocket>

#include <memory>

namespace inflight {

/// A bare connection to a port of 127.0.0.1 that collects all it gets: for what no HTTP library would send,
/// or would hide. Needs the event loop.
class RawClient
{
    Q_DISABLE_COPY_MOVE(RawClient)

public:
    explicit RawClient(quint16 port);
    /// Sends a GET of `path` at once.
    RawClient(quint16 port, const QByteArray &path);
    ~RawClient();

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    /// A request without a body; `headers` are whole lines with their ends.
    void get(const QByteArray &path, const QByteArray &headers = {}, const QByteArray &method = "GET");

    [[nodiscard]] const QByteArray &got() const { return m_got; }
    /// What follows the first empty line of got().
    [[nodiscard]] QByteArray body() const;
    void forget() { m_got.clear(); }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    QByteArray m_got;
    QTcpSocket m_socket;
};

/// Sends `request` to a port of 127.0.0.1 and reads to the end, blocking: 0 when the peer closed in good
/// order, else the system's error number, such as ECONNRESET (which QTcpSocket does not tell apart).
[[nodiscard]] int errorAfterReading(quint16 port, const QByteArray &request);

} // namespace inflight
