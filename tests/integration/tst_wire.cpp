// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "jobs/requestof.h"
#include "net/wire/dialer.h"
#include "net/wire/http2/http2reply.h"
#include "net/wire/resolver.h"
#include "net/wire/wiremanager.h"
#include "net/wire/wirereply.h"
#include "support/testsupport.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> list;
    for (const QString &text : texts)
        list.append(QHostAddress(text));
    return list;
}

std::unique_ptr<QNetworkReply> get(WireManager &manager, const QString &url)
{
    return std::unique_ptr<QNetworkReply>(manager.get(QNetworkRequest(QUrl(url))));
}

} // namespace

/// The HTTP/1.1 manager as a QNetworkAccessManager, and what lies under it.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesTakeTurns()
    {
        QCOMPARE(interleaved(addresses({u"::1"_s, u"::2"_s, u"::3"_s, u"1.1.1.1"_s, u"2.2.2.2"_s})),
                 addresses({u"::1"_s, u"1.1.1.1"_s, u"::2"_s, u"2.2.2.2"_s, u"::3"_s}));
        QCOMPARE(interleaved(addresses({u"1.1.1.1"_s})), addresses({u"1.1.1.1"_s}));
        QVERIFY(interleaved({}).isEmpty());
    }

    void aNameWithADeadFamilyIsReached()
    {
        // "localhost" is ::1 as well on most machines; the server listens on one of the two alone.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Resolver resolver;
        Dialer dialer(resolver, {u"http"_s, u"localhost"_s, server.serverPort()});
        QSignalSpy connected(&dialer, &Dialer::connected);
        dialer.start();
        QTRY_COMPARE(connected.count(), 1);
        QCOMPARE(dialer.takeSocket()->peerPort(), server.serverPort());
    }

    void aStoppedDialerSaysNothing()
    {
        const UnansweredPort port;
        Resolver resolver;
        Dialer dialer(resolver, {u"http"_s, u"127.0.0.1"_s, port.port()});
        QSignalSpy connected(&dialer, &Dialer::connected);
        QSignalSpy failed(&dialer, &Dialer::failed);
        dialer.start();
        dialer.stop();
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Dialer second(resolver, {u"http"_s, u"127.0.0.1"_s, other.serverPort()});
        QSignalSpy secondConnected(&second, &Dialer::connected);
        second.start();
        QTRY_COMPARE(secondConnected.count(), 1);
        QCOMPARE(connected.count() + failed.count(), 0);
    }

    void aReplyGivesTheSignalsOfQtsOwn()
    {
        ScriptServer server([](const ServerRequest &) {
            return Script::answer(200, {{"Content-Type", "text/plain"}}, "hello");
        });
        WireManager manager{TlsSettings({})};
        const auto reply = get(manager, server.url(u"/"_s));
        QStringList events;
        connect(reply.get(), &QNetworkReply::socketStartedConnecting, this,
                [&] { events += u"connecting"_s; });
        connect(reply.get(), &QNetworkReply::requestSent, this, [&] { events += u"sent"_s; });
        connect(reply.get(), &QNetworkReply::metaDataChanged, this, [&] { events += u"head"_s; });
        connect(reply.get(), &QNetworkReply::readyRead, this, [&] { events += u"body"_s; });
        connect(reply.get(), &QNetworkReply::finished, this, [&] { events += u"finished"_s; });
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(events, QStringList({u"connecting"_s, u"sent"_s, u"head"_s, u"body"_s, u"finished"_s}));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        const auto *const wire = qobject_cast<const WireReply *>(reply.get());
        QVERIFY(wire);
        const ResponseHead &head = wire->head();
        QCOMPARE(head.status, 200);
        QCOMPARE(headerValue(head.headers, "content-type"), "text/plain"_ba);
        QCOMPARE(reply->readAll(), "hello"_ba);
        QCOMPARE(reply->manager(), &manager);
    }

    void aSessionThatIsBeingDialedGoesWithItsManager()
    {
        auto manager = std::make_unique<WireManager>(TlsSettings({}));
        std::unique_ptr<QNetworkReply> reply(manager->startHttp2({.url = QUrl(u"https://name.invalid/"_s)}));
        QSignalSpy connecting(reply.get(), &QNetworkReply::socketStartedConnecting);
        QTRY_COMPARE(connecting.count(), 1);
        reply->abort();
        reply.reset();
        manager.reset();
        // What was being looked up for it is not asked after any more.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void anEmptyHeaderIsSentAndOneWithoutAValueIsNot()
    {
        QList<bool> seen;
        ScriptServer server([&seen](const ServerRequest &request) {
            seen.append(std::ranges::any_of(request.headers,
                                            [](const Header &header) { return hasName(header, "x-own"); }));
            return Script::answer(200, {}, "x");
        });
        WireManager manager{TlsSettings({})};
        for (const QByteArray &value : {QByteArray(""), QByteArray(), QByteArray("")}) {
            auto asked = std::make_shared<RequestTemplate>();
            asked->headers = {{"X-Own", value}};
            JobInput input;
            input.url = server.url(u"/"_s);
            input.request = asked;
            const std::unique_ptr<QNetworkReply> reply(manager.start(requestOf(input)));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->error(), QNetworkReply::NoError);
        }
        QCOMPARE(seen, QList<bool>({true, false, true}));
    }

    void connectionsAreKeptForTheNext()
    {
        ScriptServer server([](const ServerRequest &) { return Script::answer(200, {}, "x"); });
        WireManager manager{TlsSettings({})};
        for (int i = 0; i < 20; ++i) {
            const auto reply = get(manager, server.url(u"/"_s));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->error(), QNetworkReply::NoError);
        }
        QCOMPARE(server.acceptedConnections(), 1);
    }

    void aConnectionIsNotKeptWhenItMustNotBe_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("close") << Script::answer(200, {{"Connection", "close"}}, "x");
        QTest::newRow("HTTP/1.0") << Script::raw("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx");
        QTest::newRow("too much") << Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxy");
    }

    void aConnectionIsNotKeptWhenItMustNotBe()
    {
        QFETCH(const Script, script);
        ScriptServer server([&script](const ServerRequest &) { return script; });
        WireManager manager{TlsSettings({})};
        for (int i = 0; i < 2; ++i) {
            const auto reply = get(manager, server.url(u"/"_s));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->readAll(), "x"_ba);
        }
        QCOMPARE(server.acceptedConnections(), 2);
    }

    void abortEndsAtOnceAndOnce()
    {
        ScriptServer server([](const ServerRequest &) { return Script::never(); });
        WireManager manager{TlsSettings({})};
        const auto reply = get(manager, server.url(u"/"_s));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QTRY_COMPARE(server.inProgress(), 1);
        reply->abort();
        reply->abort();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void whatIsNotReadIsNotReceived()
    {
        constexpr qint64 size = 50'000'000;
        std::atomic<qint64> sent = 0;
        ScriptServer server([&sent](const ServerRequest &) {
            return Script::head(200, {{"Content-Length", QByteArray::number(size)}})
                .stream(size, [&sent](qint64 offset, qint64 most) {
                    sent = offset + most;
                    return QByteArray(most, 'x');
                });
        });
        WireManager manager{TlsSettings({})};
        const auto reply = get(manager, server.url(u"/"_s));
        reply->setReadBufferSize(64 * 1024);
        qint64 before = -1;
        // Stands still: nothing more comes between two looks.
        QTRY_VERIFY_WITH_TIMEOUT(reply->bytesAvailable() > 0 && std::exchange(before, sent.load()) == sent,
                                 10'000);
        QVERIFY(reply->bytesAvailable() <= 3 * 64 * 1024);
        qint64 read = 0;
        connect(reply.get(), &QNetworkReply::readyRead, this, [&] { read += reply->readAll().size(); });
        read += reply->readAll().size();
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
        read += reply->readAll().size();
        QCOMPARE(read, size);
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
