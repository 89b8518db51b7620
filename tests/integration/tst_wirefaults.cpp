// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/whenall.h"
#include "demo/scriptserver.h"
#include "integration/fetching.h"
#include "support/testsupport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Script)

/// What a server can do wrong on the wire, and what is odd but right.
class TestWireFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenAnswersEndInTheirClass_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<FaultClass>("expected");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const Script &script, FaultClass expected, const char *said) {
            QTest::newRow(name) << script << expected << QString::fromUtf8(said);
        };
        constexpr FaultClass protocol = FaultClass::Protocol;
        row("garbage instead of a status line", Script::raw("SSH-2.0-OpenSSH_9.2\r\n"), protocol, "SSH-2.0");
        row("garbage without a line end", Script::raw("\x16\x03\x01\x02").stall(), protocol, "····");
        row("a first byte that is none of HTTP", Script::raw("<").stall(), protocol, "\"<\"");
        row("an answer without a head", Script::raw("<html>hello</html>").close(), protocol, "<html>");
        row("HTTP/2 unasked", Script::raw("HTTP/2 200 OK\r\n\r\n"), protocol, "HTTP/2");
        row("a status of two digits", Script::raw("HTTP/1.1 20 OK\r\n\r\n"), protocol, "HTTP/1.1 20 OK");
        row("a status of four digits", Script::raw("HTTP/1.1 2000 OK\r\n\r\n"), protocol, "2000");
        row("a status of letters", Script::raw("HTTP/1.1 abc OK\r\n\r\n"), protocol, "abc");
        row("a header line without a colon", Script::raw("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n"), protocol,
            "nonsense");
        row("a space before the colon", Script::raw("HTTP/1.1 200 OK\r\nX : y\r\n\r\n"), protocol, "X : y");
        row("a NUL in a header", Script::raw("HTTP/1.1 200 OK\r\nX: a"_ba + '\0' + "b\r\n\r\n"), protocol,
            "X: a·b");
        row("headers of 300 KB",
            Script::raw("HTTP/1.1 200 OK\r\nX: " + QByteArray(300'000, 'x') + "\r\n\r\n"), protocol,
            "256 KiB");
        row("headers without an end",
            Script::raw("HTTP/1.1 200 OK\r\n")
                .stream(1LL << 30,
                        [](qint64, qint64 most) {
                            return QByteArray("X: y\r\n").repeated(std::max<qint64>(1, most / 6)).left(most);
                        }),
            protocol, "256 KiB");
        row("a flood of 1xx",
            Script::raw(QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(1000)).stall(), protocol,
            "interim");
        row("another protocol unasked", Script::raw("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n").stall(),
            protocol, "protocol");
        const Script chunked = Script::head(200, {{"Transfer-Encoding", "chunked"}});
        row("a chunk size that is none", chunked.send("zz\r\nhello\r\n0\r\n\r\n"), protocol, "zz");
        row("a bad chunk size after a good one", chunked.send("5\r\nhello\r\n-1\r\n"), protocol, "-1");
        row("an empty chunk size", chunked.send("\r\nhello\r\n"), protocol, "chunk size");
        row("a chunk size that overflows", chunked.send("fffffffffffffffff\r\n"), protocol, "ffff");
        row("a chunk longer than its size", chunked.send("3\r\nhello\r\n0\r\n\r\n"), protocol, "longer");
        row("a chunk line without end", chunked.send("5;" + QByteArray(10'000, 'x')).stall(), protocol,
            "line");
        row("trailers without end", chunked.send("0\r\n" + QByteArray("X: y\r\n").repeated(20'000)).stall(),
            protocol, "trailers");
        row("closed in a chunk's size", chunked.send("5\r\nhello\r\n1").close(), FaultClass::Truncated, "");
        row("closed before the trailers end", chunked.send("5\r\nhello\r\n0\r\n").close(),
            FaultClass::Truncated, "");
        row("reset in a body that ends with its connection",
            Script::head(200, {}).send("hello").wait(50ms).reset(), FaultClass::Truncated, "");
        row("interim answers and then nothing",
            Script::raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n").stall(),
            FaultClass::TimeoutFirstByte, "headers");
        row("headers that trickle",
            Script().drip("HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(100), 1, 10ms),
            FaultClass::TimeoutFirstByte, "headers");
    }

    void brokenAnswersEndInTheirClass()
    {
        QFETCH(const Script, script);
        QFETCH(const FaultClass, expected);
        QFETCH(const QString, said);
        ScriptServer server([&script](const ServerRequest &) { return script; });
        Net net({300ms, 300ms, 300ms, std::nullopt});
        const auto outcome = net.get(server.url(u"/"_s));
        QVERIFY(outcome);
        QVERIFY2(outcome->failed(), "it ended otherwise");
        QCOMPARE(faultClassName(outcome->fault().faultClass), faultClassName(expected));
        const QString &message = outcome->fault().message;
        QVERIFY2(message.contains(said), qPrintable(message));
        QVERIFY2(!message.contains(u'\n') && !message.contains(u'%'), qPrintable(message));
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(server.requestCount(), 1);
    }

    void oddAnswersAreTaken_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<Script>("script");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const Script &script, int status, const char *body,
                            const char *method = "GET") {
            QTest::newRow(name) << QByteArray(method) << script << status << QByteArray(body);
        };
        const auto raw = [](const QByteArray &bytes) { return Script::raw(bytes); };
        row("hints before the answer",
            raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
            200, "ok");
        row("no reason phrase", raw("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok"), 200, "ok");
        row("line feeds alone", raw("HTTP/1.1 200 OK\nContent-Length: 2\n\nok"), 200, "ok");
        row("HTTP/1.0 until it closes", raw("HTTP/1.0 200 OK\r\n\r\nok").close(), 200, "ok");
        row("an empty body until it closes", raw("HTTP/1.0 200 OK\r\n\r\n").close(), 200, "");
        row("folded header", raw("HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\nok"), 200, "ok");
        row("more than the length", raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500 x"), 200,
            "ok");
        row("204 with a body", raw("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"), 204, "");
        row("304 with a body", raw("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello"), 304, "");
        row("an answer to HEAD with a body", raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"), 200,
            "", "HEAD");
        row("chunks with extensions and trailers",
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                "2;a=b\r\nok\r\n03 ; c\r\nand\r\n000\r\nX: y\r\n\r\n"),
            200, "okand");
        row("chunks win over a length",
            raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n"
                "2\r\nok\r\n0\r\n\r\n"),
            200, "ok");
        row("the same length twice", raw("HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok"), 200, "ok");
        row("headers of 200 KB",
            raw("HTTP/1.1 200 OK\r\nX: " + QByteArray(200'000, 'x') + "\r\nContent-Length: 2\r\n\r\nok"), 200,
            "ok");
        row("byte by byte",
            Script().drip("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", 1,
                          1ms),
            200, "ok");
    }

    void oddAnswersAreTaken()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const Script, script);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        ScriptServer server([&script](const ServerRequest &request) {
            return request.number == 0 ? script : Script::answer(200, {}, "next");
        });
        Net net;
        const auto outcome = net.get(server.url(u"/"_s), method);
        QVERIFY(outcome);
        QVERIFY2(outcome->succeeded(),
                 outcome->failed() ? qPrintable(outcome->fault().message) : "cancelled");
        QCOMPARE(outcome->value().head.status, status);
        QCOMPARE(net.sink.bytes, body);
        // What came too much never turns up in the answer after it.
        const auto next = net.get(server.url(u"/next"_s));
        QVERIFY(next && next->succeeded());
        QCOMPARE(net.sink.bytes, "next"_ba);
    }

    void aStaleConnectionIsReplacedOnce()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number == 1 ? Script().close() : Script::answer(200, {}, "ok");
        });
        Net net;
        QVERIFY(net.get(server.url(u"/a"_s))->succeeded());
        const auto second = net.get(server.url(u"/b"_s));
        QVERIFY(second && second->succeeded());
        QCOMPARE(net.progress.timesSent, 2);
        QCOMPARE(server.countFor("/b"), 2);
    }

    void repeatedRequestHeadersAreJoined()
    {
        ScriptServer server([](const ServerRequest &) { return Script::answer(200, {}, "ok"); });
        Net net;
        Request request;
        request.url = QUrl(server.url(u"/x?q=%20"_s));
        request.headers = {{"X-List", "a"}, {"x-list", "b"}, {"Cookie", "c=1"}, {"Cookie", "d=2"}};
        QVERIFY(net.fetch(request)->succeeded());
        const HeaderList headers = server.requests().first().headers;
        QCOMPARE(headerValue(headers, "x-list"), "a, b"_ba);
        QCOMPARE(headerValue(headers, "cookie"), "c=1; d=2"_ba);
        QCOMPARE(server.requests().first().target, "/x?q=%20"_ba);
    }

    void aHeaderCannotInjectLines()
    {
        ScriptServer server([](const ServerRequest &) { return Script::answer(200, {}, "ok"); });
        Net net;
        Request request;
        request.url = QUrl(server.url(u"/"_s));
        request.headers = {{"X", "a\r\nEvil: yes"}};
        const auto outcome = net.fetch(request);
        QVERIFY(outcome && outcome->failed());
        QCOMPARE(outcome->fault().faultClass, FaultClass::Protocol);
        QCOMPARE(server.requestCount(), 0);
    }

    void aLargeRequestMayTakeItsTime_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("as long as it moves") << true;
        QTest::newRow("and not when it stands still") << false;
    }

    void aLargeRequestMayTakeItsTime()
    {
        QFETCH(const bool, goesOn);
        constexpr qint64 size = 30'000'000;
        constexpr int steps = 20;
        QTcpServer server;
        QTcpSocket *peer = nullptr;
        qint64 received = 0;
        QTimer reader;
        connect(&reader, &QTimer::timeout, this, [&] {
            received += peer->read(size / steps).size();
            if (received >= size)
                peer->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        connect(&server, &QTcpServer::newConnection, this, [&] {
            peer = server.nextPendingConnection();
            peer->setReadBufferSize(size / steps);
            if (goesOn)
                reader.start(80ms);
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        // All of it takes longer than any of the limits, and no pause of the machine takes as long as one.
        Net net({1s, 1s, 1s, std::nullopt});
        const auto outcome =
            net.get(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()), "POST", QByteArray(size, 'x'));
        QVERIFY(outcome);
        QCOMPARE(outcome->succeeded(), goesOn);
        if (!goesOn) {
            QCOMPARE(outcome->fault().faultClass, FaultClass::TimeoutIdle);
            QVERIFY2(outcome->fault().message.contains(u"request"), qPrintable(outcome->fault().message));
        }
    }

    /// As one of mail does: its bytes are there before the handshake begins.
    void aServerThatSpeaksFirstIsNoTlsServer()
    {
        QTcpServer server;
        connect(&server, &QTcpServer::newConnection, this,
                [&server] { server.nextPendingConnection()->write("220 mail.test ESMTP\r\n"); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Net net;
        const auto fault = [](Net &with, QString url,
                              std::stop_token stop) -> QCoro::Task<Outcome<FaultClass>> {
            MemorySink sink;
            ExchangeProgress progress;
            Request request;
            request.url = QUrl(url);
            Outcome<Response> answer = co_await with.fetcher.fetch(request, &sink, &progress, {}, stop);
            co_return Outcome<FaultClass>(answer.failed() ? answer.fault().faultClass : FaultClass::Dns);
        };
        // So many that the last ones' handshakes have to wait for their turns.
        const QString url = u"https://127.0.0.1:%1/"_s.arg(server.serverPort());
        const std::vector<TaskFactory<FaultClass>> factories(
            24, [&net, url, fault](std::stop_token stop) { return fault(net, url, stop); });
        const auto all = runTask(whenAll<FaultClass>(&net.executor, factories, std::stop_token()));
        QVERIFY(all && all->succeeded());
        for (const FaultClass each : all->value())
            QCOMPARE(each, FaultClass::Tls);
    }

    void aReaderThatIsFullHoldsTheServerBack()
    {
        // The sink stops the transfer at its limit: by then the server cannot have sent much more.
        std::atomic<qint64> sent = 0;
        ScriptServer server([&sent](const ServerRequest &) {
            return Script::head(200, {}).stream(1LL << 32, [&sent](qint64 offset, qint64 most) {
                sent = offset + most;
                return QByteArray(most, 'x');
            });
        });
        Net net;
        net.sink.limit = 1'000'000;
        const auto outcome = net.get(server.url(u"/"_s));
        QVERIFY(outcome && outcome->failed());
        QCOMPARE(outcome->fault().faultClass, FaultClass::TooLarge);
        QTRY_COMPARE(server.openConnections(), 0);
        QVERIFY2(sent < 100'000'000, qPrintable(QString::number(sent)));
    }
};

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"
