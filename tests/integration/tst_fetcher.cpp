// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/fetcher.h"

#include "async/whenall.h"
#include "demo/scriptserver.h"
#include "integration/fetching.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Where a row of the table of faults gets its answer.
enum class Peer {
    Script,
    RefusedPort,
    UnansweredPort,
    SilentTls,
    NoSuchHost,
    Unreachable,
    PlainAsTls,
    NoProxy
};

Deadlines shortDeadlines()
{
    return {300ms, 300ms, 300ms, std::nullopt};
}

/// Wants nothing more once it has `fullAt` bytes, until it is told to go on.
class HoldingSink final : public BodySink
{
public:
    explicit HoldingSink(qint64 fullAt)
        : m_fullAt(fullAt)
    {}
    std::optional<Fault> begin(const ResponseHead &) override { return std::nullopt; }
    std::optional<Fault> write(const QByteArray &piece) override
    {
        size += piece.size();
        return std::nullopt;
    }
    bool isFull() const override { return m_fullAt >= 0 && size >= m_fullAt; }
    void goOn()
    {
        m_fullAt = -1;
        tellRoom();
    }
    qint64 size = 0;

private:
    qint64 m_fullAt;
};

} // namespace

Q_DECLARE_METATYPE(Script)
Q_DECLARE_METATYPE(Peer)

class TestFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesStatusHeadersBodyAndPhases()
    {
        ScriptServer server([](const ServerRequest &) {
            return Script::answer(
                       203, {{"X-Twice", "one"}, {"X-Twice", "two"}, {"Content-Type", "text/plain"}}, "hello")
                .after(50ms);
        });
        Net net;
        const auto outcome = net.get(server.url(u"/a?b=c"_s));
        QVERIFY(outcome && outcome->succeeded());
        const ResponseHead &head = outcome->value().head;
        QCOMPARE(head.status, 203);
        QCOMPARE(head.httpVersion, u"1.1"_s);
        QCOMPARE(head.contentLength, 5);
        QCOMPARE(headerValue(head.headers, "content-type"), "text/plain"_ba);
        QCOMPARE(net.sink.bytes, "hello"_ba);
        QCOMPARE(net.sink.begun, 1);
        QVERIFY(net.progress.timings.connect.has_value());
        QVERIFY2(*net.progress.timings.wait >= 20, qPrintable(QString::number(*net.progress.timings.wait)));
        QVERIFY(net.progress.timings.receive.has_value());
        QCOMPARE(server.requests().first().target, "/a?b=c"_ba);

        const auto again = net.get(server.url(u"/"_s));
        QVERIFY(again && again->succeeded());
        QVERIFY2(!net.progress.timings.connect, "the connection is kept and used again");
        QCOMPARE(server.acceptedConnections(), 1);
    }

    void aSinkThatIsFullHoldsTheTransfer()
    {
        constexpr qint64 megabyte = 1024 * 1024;
        // Made before: on a busy machine that takes longer than the first byte may.
        const QByteArray body(64 * megabyte, 'x');
        ScriptServer server([&body](const ServerRequest &) { return Script::answer(200, {}, body); });
        Net net(shortDeadlines());
        HoldingSink sink(megabyte);
        Request request;
        request.url = QUrl(server.url(u"/"_s));
        QCoro::Task<Outcome<Response>> task =
            net.fetcher.fetch(request, &sink, &net.progress, {}, net.stop.get_token());
        QTRY_VERIFY(sink.isFull());
        const qint64 held = sink.size;
        QVERIFY2(held < 2 * megabyte, qPrintable(QString::number(held)));
        // Three times what it may be silent: it is not the server that is.
        QVERIFY(!QTest::qWaitFor([&] { return task.isReady() || sink.size > held; }, 900));

        sink.goOn();
        const std::optional<Outcome<Response>> outcome = runTask(std::move(task), 15'000);
        QVERIFY(outcome && outcome->succeeded());
        QCOMPARE(sink.size, 64 * megabyte);
    }

    void everyFaultEndsInItsClass_data()
    {
        QTest::addColumn<Peer>("peer");
        QTest::addColumn<Script>("script");
        QTest::addColumn<FaultClass>("expected");
        const auto script = [](const char *name, const Script &what, FaultClass expected) {
            QTest::newRow(name) << Peer::Script << what << expected;
        };
        const HeaderList ten{{"Content-Length", "10"}};
        script("first byte never comes", Script::never(), FaultClass::TimeoutFirstByte);
        script("headers that do not end", Script::raw("HTTP/1.1 200 OK\r\nX: y\r\n").stall(),
               FaultClass::TimeoutFirstByte);
        script("body that stalls", Script::head(200, ten).send("12345").stall(), FaultClass::TimeoutIdle);
        script("reset before the answer", Script().reset(), FaultClass::Truncated);
        script("closed before the answer", Script().close(), FaultClass::Truncated);
        script("reset in the headers", Script::raw("HTTP/1.1 200 OK\r\nX").wait(20ms).reset(),
               FaultClass::Truncated);
        script("closed in the body", Script::head(200, ten).send("12345").close(), FaultClass::Truncated);
        script("reset in the body", Script::head(200, ten).send("12345").wait(20ms).reset(),
               FaultClass::Truncated);
        const Script chunkHead = Script::head(200, {{"Transfer-Encoding", "chunked"}});
        script("closed in a chunk", chunkHead.send("a\r\n12345").close(), FaultClass::Truncated);
        script("closed before the last chunk", chunkHead.send("5\r\n12345\r\n").close(),
               FaultClass::Truncated);
        const auto length = [](const QByteArray &value) {
            return Script::head(200, {{"Content-Length", value}}).send("12345").close();
        };
        script("a length that is no number", length("abc"), FaultClass::Protocol);
        script("a negative length", length("-5"), FaultClass::Protocol);
        script("two lengths that differ",
               Script::head(200, {{"Content-Length", "5"}, {"Content-Length", "4"}}).send("12345").close(),
               FaultClass::Protocol);
        const auto peer = [](const char *name, Peer which, FaultClass expected) {
            QTest::newRow(name) << which << Script() << expected;
        };
        peer("refused", Peer::RefusedPort, FaultClass::Refused);
        peer("connection never taken", Peer::UnansweredPort, FaultClass::TimeoutConnect);
        peer("TLS handshake never answered", Peer::SilentTls, FaultClass::TimeoutConnect);
        peer("name not found", Peer::NoSuchHost, FaultClass::Dns);
        peer("unreachable", Peer::Unreachable, FaultClass::Unreachable);
        peer("plain http where TLS is expected", Peer::PlainAsTls, FaultClass::Tls);
        peer("proxy that refuses", Peer::NoProxy, FaultClass::Proxy);
    }

    void everyFaultEndsInItsClass()
    {
        QFETCH(const Peer, peer);
        QFETCH(const Script, script);
        QFETCH(const FaultClass, expected);
        ScriptServer server([&script](const ServerRequest &) { return script; });
        const UnansweredPort unanswered;
        const SilentPort silent;
        QTcpServer plain;
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket *const socket = plain.nextPendingConnection();
            socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        const auto local = [](const char *scheme, quint16 port) {
            return u"%1://127.0.0.1:%2/"_s.arg(QLatin1StringView(scheme)).arg(port);
        };
        TransportSettings transport;
        QString url = server.url(u"/"_s);
        if (peer == Peer::RefusedPort)
            url = local("http", rawClosedPort());
        else if (peer == Peer::UnansweredPort)
            url = local("http", unanswered.port());
        else if (peer == Peer::SilentTls)
            url = local("https", silent.port());
        else if (peer == Peer::NoSuchHost)
            url = u"http://no-such-host.invalid/"_s;
        else if (peer == Peer::Unreachable)
            url = u"http://255.255.255.255/"_s; // refused by this machine's own routing table
        else if (peer == Peer::PlainAsTls)
            url = local("https", plain.serverPort());
        else if (peer == Peer::NoProxy)
            transport.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, rawClosedPort());
        // The look-up of a name goes through the machine's resolver, whose pace is not ours.
        Deadlines limits = shortDeadlines();
        if (peer == Peer::NoSuchHost)
            limits.connect = 10s;

        Net net(limits, transport);
        const auto outcome = net.get(url);
        QVERIFY(outcome);
        QVERIFY2(outcome->failed(), "it ended otherwise");
        QCOMPARE(faultClassName(outcome->fault().faultClass), faultClassName(expected));
        QVERIFY(!outcome->fault().message.isEmpty());
        QVERIFY2(!outcome->fault().message.contains(u"%"), qPrintable(outcome->fault().message));
        QCOMPARE(net.queue.armed(), 0);
    }

    void lengthsThatAgreeAreOne()
    {
        ScriptServer server([](const ServerRequest &) {
            return Script::head(200, {{"Content-Length", "5"}, {"Content-Length", "5"}}).send("12345");
        });
        Net net;
        const auto outcome = net.get(server.url(u"/"_s));
        QVERIFY(outcome && outcome->succeeded());
        QCOMPARE(net.sink.bytes, "12345"_ba);
    }

    void tlsIsVerified_data()
    {
        QTest::addColumn<TestCertificates::Kind>("kind");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("insecure");
        QTest::addColumn<bool>("works");
        using Kind = TestCertificates::Kind;
        QTest::newRow("valid") << Kind::Valid << true << false << true;
        QTest::newRow("unknown authority") << Kind::Valid << false << false << false;
        QTest::newRow("expired") << Kind::Expired << true << false << false;
        QTest::newRow("wrong host") << Kind::WrongHost << true << false << false;
        QTest::newRow("self-signed") << Kind::SelfSigned << true << false << false;
        QTest::newRow("expired, but insecure") << Kind::Expired << true << true << true;
        QTest::newRow("self-signed, but insecure") << Kind::SelfSigned << false << true << true;
    }

    void tlsIsVerified()
    {
        QFETCH(const TestCertificates::Kind, kind);
        QFETCH(const bool, known);
        QFETCH(const bool, insecure);
        QFETCH(const bool, works);
        ScriptServer server([](const ServerRequest &) { return Script::answer(200, {}, "secret"); },
                            {m_certificates.server(kind), true});
        TransportSettings transport;
        transport.insecure = insecure;
        if (known)
            transport.caCertificates = {m_certificates.caCertificate()};
        Net net({}, transport);
        const auto outcome = net.get(server.url(u"/"_s));
        QVERIFY(outcome);
        QCOMPARE(outcome->succeeded(), works);
        if (!works) {
            QCOMPARE(outcome->fault().faultClass, FaultClass::Tls);
            QCOMPARE(server.requestCount(), 0);
        }
    }

    void cancelClosesTheSocketAtOnce_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("waiting for the answer") << Script::never();
        QTest::newRow("in the headers") << Script::raw("HTTP/1.1 200 OK\r\nX: y\r\n").stall();
        QTest::newRow("in the body") << Script::head(200, {{"Content-Length", "10"}}).send("123").stall();
    }

    void cancelClosesTheSocketAtOnce()
    {
        QFETCH(const Script, script);
        ScriptServer server([&script](const ServerRequest &) { return script; });
        Net net;
        Request request;
        request.url = QUrl(server.url(u"/"_s));
        QCoro::Task<Outcome<Response>> task =
            net.fetcher.fetch(request, &net.sink, &net.progress, {}, net.stop.get_token());
        QTRY_COMPARE(server.inProgress(), 1);
        QElapsedTimer clock;
        clock.start();
        net.stop.request_stop();
        const auto outcome = runTask(std::move(task));
        QVERIFY(outcome);
        QVERIFY(outcome->cancelled());
        QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 1000);
        QCOMPARE(net.queue.armed(), 0);
    }

    void cancelWhileConnecting()
    {
        const UnansweredPort port;
        Net net;
        Request request;
        request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(port.port()));
        QCoro::Task<Outcome<Response>> task =
            net.fetcher.fetch(request, &net.sink, &net.progress, {}, net.stop.get_token());
        net.stop.request_stop();
        const auto outcome = runTask(std::move(task));
        QVERIFY(outcome);
        QVERIFY(outcome->cancelled());
    }

    void aFullSinkStopsTheTransfer()
    {
        ScriptServer server([](const ServerRequest &) {
            return Script::head(200, {}).stream(1LL << 32,
                                                [](qint64, qint64 most) { return QByteArray(most, 'x'); });
        });
        Net net;
        net.sink.limit = 1'000'000;
        const auto outcome = net.get(server.url(u"/"_s));
        QVERIFY(outcome);
        QVERIFY(outcome->failed());
        QCOMPARE(outcome->fault().faultClass, FaultClass::TooLarge);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void moreThanSixConnectionsAnOrigin_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        QTest::newRow("https") << true;
    }

    void moreThanSixConnectionsAnOrigin()
    {
        QFETCH(const bool, tls);
        constexpr int count = 40;
        ScriptServer::Config config;
        TransportSettings transport;
        if (tls) {
            config.tls = m_certificates.server();
            transport.caCertificates = {m_certificates.caCertificate()};
        }
        ScriptServer server(
            [](const ServerRequest &) { return Script().hold().then(Script::answer(200, {}, "x")); }, config);
        Net net({}, transport);
        Scope scope(net.executor);
        std::vector<MemorySink> sinks(count);
        std::vector<ExchangeProgress> progress(count);
        int succeeded = 0;
        const auto one = [](Net &with, QString url, MemorySink &sink, ExchangeProgress &seen,
                            int &good) -> QCoro::Task<> {
            Request request;
            request.url = QUrl(url);
            const std::stop_token never;
            Outcome<Response> outcome = co_await with.fetcher.fetch(request, &sink, &seen, {}, never);
            good += outcome.succeeded() ? 1 : 0;
        };
        for (std::size_t i = 0; i < count; ++i) {
            const QString url = server.url(u"/%1"_s.arg(i));
            scope.spawn(
                [&, url, i](std::stop_token) { return one(net, url, sinks[i], progress[i], succeeded); });
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.inProgress(), count, 10'000);
        server.release();
        QVERIFY(runTask(scope.join(), 10'000));
        QCOMPARE(succeeded, count);
        for (const ExchangeProgress &each : progress) {
            QCOMPARE(each.timings.tls.has_value(), tls); // a part of what connecting took
            QVERIFY(!tls || (*each.timings.tls > 0 && *each.timings.tls <= *each.timings.connect));
        }
    }

    void aPostIsNotSentTwice_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with a body") << "b"_ba;
        QTest::newRow("without one") << QByteArray();
    }

    void aPostIsNotSentTwice()
    {
        QFETCH(const QByteArray, body);
        // The first answer keeps the connection, which is then closed under the second request.
        ScriptServer server([](const ServerRequest &request) {
            return request.number == 0 ? Script::answer(200, {}, "ok") : Script().reset();
        });
        Net net;
        const auto first = net.get(server.url(u"/first"_s), "POST", body);
        QVERIFY(first && first->succeeded());
        const auto second = net.get(server.url(u"/second"_s), "POST", body);
        QVERIFY(second && second->failed());
        QCOMPARE(second->fault().faultClass, FaultClass::Truncated);
        QCOMPARE(server.countFor("/second"), 1);
    }

    void aSilentResendIsBounded()
    {
        ScriptServer server([](const ServerRequest &) { return Script().reset(); });
        Net net;
        const auto outcome = net.get(server.url(u"/"_s));
        QVERIFY(outcome && outcome->failed());
        QVERIFY2(server.countFor("/") <= 4, qPrintable(QString::number(server.countFor("/"))));
    }

    void bodiesAreSent_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
            QTest::newRow(method) << QByteArray(method);
    }

    void bodiesAreSent()
    {
        QFETCH(const QByteArray, method);
        ScriptServer server([](const ServerRequest &) { return Script::answer(200, {}, "ok"); });
        Net net;
        const auto outcome = net.get(server.url(u"/"_s), method, "a=1&b=2");
        QVERIFY(outcome && outcome->succeeded());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().method, method);
        QCOMPARE(server.requests().first().body, "a=1&b=2"_ba);
    }

    /// The first story: three JSON URLs at once, their first 100 characters in the order of the input.
    void threeJsonUrlsComeBackInOrder()
    {
        ScriptServer server([](const ServerRequest &request) {
            const QByteArray number = request.target.mid(1);
            const QByteArray body = "{\"id\": " + number + ", \"text\": \"" + QByteArray(200, 'x') + "\"}";
            // The first answers last.
            return Script::answer(200, {{"Content-Type", "application/json"}}, body)
                .after(std::chrono::milliseconds(220 - 40 * number.toInt()));
        });
        Net net;
        const auto firstCharacters = [](Net &with, QString url,
                                        std::stop_token stop) -> QCoro::Task<Outcome<QString>> {
            MemorySink sink;
            ExchangeProgress progress;
            Request request;
            request.url = QUrl(url);
            Outcome<Response> answer = co_await with.fetcher.fetch(request, &sink, &progress, {}, stop);
            if (!answer.succeeded())
                co_return Outcome<QString>(Cancelled());
            const QJsonDocument json = QJsonDocument::fromJson(sink.bytes);
            if (!json.isObject())
                co_return Outcome<QString>(Fault{FaultClass::Parse, {}, u"no JSON"_s});
            co_return Outcome<QString>(QString::fromUtf8(sink.bytes).left(100));
        };
        std::vector<TaskFactory<QString>> factories;
        for (int i = 1; i <= 3; ++i) {
            const QString url = server.url(u"/%1"_s.arg(i));
            factories.push_back([&net, url, firstCharacters](std::stop_token stop) {
                return firstCharacters(net, url, stop);
            });
        }
        const auto all = runTask(whenAll<QString>(&net.executor, factories, std::stop_token()));
        QVERIFY(all && all->succeeded());
        QCOMPARE(all->value().size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(all->value()[i].size(), 100);
            QVERIFY(all->value()[i].startsWith(u"{\"id\": %1,"_s.arg(i + 1)));
        }
        QCOMPARE(server.peakInProgress(), 3);
    }

private:
    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
