// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/handshaketurns.h"

#include <QThread>

namespace inflight {

namespace {

constexpr int mostPerTurn = 3;

} // namespace

void HandshakeTurns::begin(QSslSocket *socket)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_waiting.emplace_back(socket);
    if (m_waiting.size() == 1)
        QMetaObject::invokeMethod(this, &HandshakeTurns::takeTurn, Qt::QueuedConnection);
}

void HandshakeTurns::takeTurn()
{
    for (int begun = 0; begun < mostPerTurn && !m_waiting.empty();) {
        const QPointer<QSslSocket> next = m_waiting.front();
        m_waiting.pop_front();
        if (!next || next->state() != QAbstractSocket::ConnectedState)
            continue;
        next->startClientEncryption();
        ++begun;
    }
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, &HandshakeTurns::takeTurn, Qt::QueuedConnection);
}

} // namespace inflight
