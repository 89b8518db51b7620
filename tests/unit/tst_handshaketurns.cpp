// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/handshaketurns.h"

#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace inflight;

/// A server that accepts and says nothing: a handshake that begins goes on until its socket is gone.
class TestHandshakeTurns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen(QHostAddress::LocalHost)); }

    void aFewBeginInATurnAndAllInOrder()
    {
        constexpr int count = 20;
        HandshakeTurns turns;
        Sockets sockets;
        QVERIFY(connectAll(sockets, count));
        for (const auto &socket : sockets)
            turns.begin(socket.get());
        QCOMPARE(begun(sockets), 0);
        for (int before = 0; before < count;) {
            QCoreApplication::sendPostedEvents(&turns);
            const int now = begun(sockets);
            QVERIFY2(now > before && now - before <= 3, qPrintable(QString::number(now - before)));
            QVERIFY(std::ranges::is_partitioned(
                sockets, [](const auto &socket) { return socket->mode() != QSslSocket::UnencryptedMode; }));
            before = now;
        }
    }

    void whoIsClosedOrGoneTakesNoTurn()
    {
        HandshakeTurns turns;
        Sockets sockets;
        QVERIFY(connectAll(sockets, 8));
        for (const auto &socket : sockets)
            turns.begin(socket.get());
        for (int i = 0; i < 4; ++i)
            sockets[static_cast<std::size_t>(i)]->abort();
        sockets.erase(sockets.begin() + 4, sockets.begin() + 6);
        QCoreApplication::sendPostedEvents(&turns);
        QCOMPARE(begun(sockets), 2);
        QCOMPARE(sockets.back()->mode(), QSslSocket::SslClientMode);
        // One that comes later gets its turn as well.
        Sockets later;
        QVERIFY(connectAll(later, 1));
        turns.begin(later.front().get());
        QTRY_COMPARE(begun(later), 1);
    }

private:
    using Sockets = std::vector<std::unique_ptr<QSslSocket>>;

    [[nodiscard]] bool connectAll(Sockets &sockets, int count)
    {
        for (int i = 0; i < count; ++i) {
            sockets.push_back(std::make_unique<QSslSocket>());
            sockets.back()->connectToHost(QHostAddress::LocalHost, m_server.serverPort());
            if (!sockets.back()->waitForConnected())
                return false;
        }
        return true;
    }
    static int begun(const Sockets &sockets)
    {
        return static_cast<int>(std::ranges::count_if(
            sockets, [](const auto &socket) { return socket->mode() != QSslSocket::UnencryptedMode; }));
    }

    QTcpServer m_server;
};

QTEST_GUILESS_MAIN(TestHandshakeTurns)
#include "tst_handshaketurns.moc"
