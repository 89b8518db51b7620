// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "support/rawclient.h"

#include <QElapsedTimer>
#include <QTest>

#include <cerrno>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

Script echo(const ServerRequest &request)
{
    return Script::answer(200, {{"X-Number"_ba, QByteArray::number(request.number)}},
                          request.method + ' ' + request.target + ' ' + request.body);
}

RequestHandler always(const Script &script)
{
    return [script](const ServerRequest &) { return script; };
}

} // namespace

class TestScriptServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndKeepsAlive();
    void answersPipelinedInOrder();
    void readsBodies_data();
    void readsBodies();
    void refusesWhatIsNotHttp();
    void closesWhenAsked();
    void leavesOutTheBodyForHead();
    void sendsChunks();
    void waitsBeforeAndBetween();
    void drips();
    void closesInGoodOrder();
    void resets();
    void stallsUntilThePeerGoes();
    void holdsUntilReleased();
    void numbersRepeats();
    void countsPeaks();
    void dropsConnections();
};

void TestScriptServer::answersAndKeepsAlive()
{
    ScriptServer server(echo);
    QVERIFY(server.isListening());
    RawClient client(server.port(), "/a?b=c"_ba);
    QTRY_COMPARE(client.got(), "HTTP/1.1 200 OK\r\nX-Number: 0\r\nContent-Length: 11\r\n\r\nGET /a?b=c "_ba);
    client.forget();
    client.get("/second"_ba, "X-Mine: 5\r\n"_ba);
    QTRY_COMPARE(client.body(), "GET /second "_ba);

    QCOMPARE(server.acceptedConnections(), 1);
    QCOMPARE(server.openConnections(), 1);
    QCOMPARE(server.requestCount(), 2);
    const QList<ServerRequest> requests = server.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests.at(0).path(), "/a"_ba);
    QCOMPARE(requests.at(1).number, 1);
    QCOMPARE(requests.at(1).connectionId, 0);
    QCOMPARE(headerValue(requests.at(1).headers, "x-mine"), "5"_ba);
    QCOMPARE(server.countFor("/a"_ba), 1);
    QCOMPARE(server.countFor("/none"_ba), 0);
    client.socket().disconnectFromHost();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.abortedRequests(), 0);
}

void TestScriptServer::answersPipelinedInOrder()
{
    ScriptServer server([](const ServerRequest &request) {
        const Script script = echo(request);
        return request.number == 0 ? script.after(30ms) : script;
    });
    RawClient client(server.port());
    constexpr int count = 5000; // deep enough to overflow the stack of a server that recursed
    for (int i = 0; i < count; ++i)
        client.get('/' + QByteArray::number(i));
    QTRY_COMPARE_WITH_TIMEOUT(client.got().count("HTTP/1.1 200"_ba), count, 10'000);
    qsizetype at = 0;
    for (int i = 0; i < count; ++i) {
        at = client.got().indexOf("GET /"_ba + QByteArray::number(i) + ' ', at);
        QVERIFY2(at >= 0, qPrintable(QString::number(i)));
    }
    QCOMPARE(server.peakInProgress(), 1);
}

void TestScriptServer::readsBodies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << "Content-Length: 5\r\n\r\nhello"_ba
                            << "hello"_ba;
    QTest::newRow("none") << "\r\n"_ba
                          << ""_ba;
    QTest::newRow("chunked")
        << "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nT: 1\r\n\r\n"_ba
        << "hello"_ba;
    const QByteArray large(3'000'000, 'x');
    QTest::newRow("large") << "Content-Length: 3000000\r\n\r\n"_ba + large << large;
}

void TestScriptServer::readsBodies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    ScriptServer server(echo);
    RawClient client(server.port());
    const QByteArray request = "POST /p HTTP/1.1\r\nHost: test\r\n"_ba + bytes;
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
    const bool slowly = request.size() < 1000;
    for (qsizetype i = 0; slowly && i < request.size(); ++i) { // every cut between two reads
        client.send(request.mid(i, 1));
        client.socket().flush();
    }
    if (!slowly)
        client.send(request);
    client.get("/after"_ba);
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), 2, 10'000);
    QCOMPARE(server.requests().at(0).method, "POST"_ba);
    QCOMPARE(server.requests().at(0).body, body);
    QCOMPARE(server.requests().at(1).target, "/after"_ba);
}

void TestScriptServer::refusesWhatIsNotHttp()
{
    ScriptServer server(echo);
    RawClient client(server.port());
    client.send("good morning\r\n\r\n"_ba);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.got().startsWith("HTTP/1.1 400 Bad Request\r\n"_ba));
    QCOMPARE(server.requestCount(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestScriptServer::closesWhenAsked()
{
    ScriptServer server(echo);
    RawClient client(server.port());
    client.get("/"_ba, "Connection: close\r\n"_ba);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.body(), "GET / "_ba);
    RawClient old(server.port());
    old.send("GET /old HTTP/1.0\r\n\r\n"_ba);
    QTRY_VERIFY(old.isClosed());
    QCOMPARE(old.body(), "GET /old "_ba);
}

void TestScriptServer::leavesOutTheBodyForHead()
{
    ScriptServer server(echo);
    RawClient client(server.port());
    client.get("/one"_ba, {}, "HEAD"_ba);
    client.get("/two"_ba);
    QTRY_VERIFY(client.got().endsWith("GET /two "_ba));
    QVERIFY(client.got().contains("Content-Length: 10\r\n\r\nHTTP/1.1"_ba));
}

void TestScriptServer::sendsChunks()
{
    ScriptServer server(always(Script::chunked(200, {}, {"hello "_ba, QByteArray(), "world!"_ba}, 5ms)));
    RawClient client(server.port(), "/"_ba);
    QTRY_COMPARE(client.body(), "6\r\nhello \r\n6\r\nworld!\r\n0\r\n\r\n"_ba);
}

void TestScriptServer::waitsBeforeAndBetween()
{
    ScriptServer server(always(Script::answer(200, {}, "a"_ba).wait(80ms).send("b"_ba).after(120ms)));
    QElapsedTimer clock;
    clock.start();
    RawClient client(server.port(), "/"_ba);
    QTRY_COMPARE(client.body(), "a"_ba);
    QVERIFY(clock.elapsed() >= 119);
    QTRY_COMPARE(client.body(), "ab"_ba);
    QVERIFY(clock.elapsed() >= 199);
    QVERIFY(clock.elapsed() < 2000);
}

void TestScriptServer::drips()
{
    const Script head = Script::head(200, {{"Content-Length"_ba, "10"_ba}});
    ScriptServer server(always(head.drip("0123456789"_ba, 3, 30ms)));
    QElapsedTimer clock;
    clock.start();
    RawClient client(server.port(), "/"_ba);
    QList<QByteArray> seen;
    connect(&client.socket(), &QTcpSocket::readyRead, this, [&] { seen.append(client.body()); });
    QTRY_COMPARE(client.body(), "0123456789"_ba);
    QVERIFY(clock.elapsed() >= 89);
    QVERIFY(seen.contains("012"_ba) && seen.contains("012345"_ba) && seen.contains("012345678"_ba));
    QTRY_COMPARE(server.inProgress(), 0);
}

void TestScriptServer::closesInGoodOrder()
{
    const QByteArray large(1'000'000, 'x');
    ScriptServer server(always(Script::raw(large).close()));
    RawClient client(server.port(), "/"_ba);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.got(), large);
    QCOMPARE(client.socket().error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(server.abortedRequests(), 0);
}

void TestScriptServer::resets()
{
    ScriptServer server([](const ServerRequest &request) {
        const Script part = Script::raw("HTTP/1.1 200 OK\r\n"_ba).wait(10ms);
        return request.path() == "/reset"_ba ? part.reset() : part.close();
    });
    QCOMPARE(errorAfterReading(server.port(), "GET /reset HTTP/1.1\r\n\r\n"_ba), ECONNRESET);
    QCOMPARE(errorAfterReading(server.port(), "GET /close HTTP/1.1\r\n\r\n"_ba), 0);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.abortedRequests(), 0);
}

void TestScriptServer::stallsUntilThePeerGoes()
{
    ScriptServer server(always(Script::head(200, {}).stall()));
    RawClient client(server.port(), "/"_ba);
    QTRY_COMPARE(client.got(), "HTTP/1.1 200 OK\r\n\r\n"_ba);
    QCOMPARE(server.inProgress(), 1);
    client.socket().abort();
    QTRY_COMPARE(server.abortedRequests(), 1);
    QCOMPARE(server.inProgress(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestScriptServer::holdsUntilReleased()
{
    ScriptServer server([](const ServerRequest &request) { return Script().hold().then(echo(request)); });
    RawClient one(server.port(), "/1"_ba);
    RawClient two(server.port(), "/2"_ba);
    QTRY_COMPARE(server.inProgress(), 2);
    QVERIFY(one.got().isEmpty());
    server.releaseHeld();
    QTRY_COMPARE(one.body(), "GET /1 "_ba);
    QTRY_COMPARE(two.body(), "GET /2 "_ba);
    one.get("/held"_ba);
    QTRY_COMPARE(server.inProgress(), 1);
    server.release();
    QTRY_VERIFY(one.got().endsWith("GET /held "_ba));
    one.get("/free"_ba);
    QTRY_VERIFY(one.got().endsWith("GET /free "_ba));
}

void TestScriptServer::numbersRepeats()
{
    ScriptServer server([](const ServerRequest &request) {
        return Script::answer(request.repeat == 0 ? 500 : 200, {}, QByteArray::number(request.repeat));
    });
    RawClient client(server.port(), "/a"_ba);
    client.get("/a"_ba);
    client.get("/b"_ba);
    client.get("/a"_ba);
    QTRY_COMPARE(client.got().count("HTTP/1.1"_ba), 4);
    QCOMPARE(client.got().count("HTTP/1.1 500"_ba), 2);
    QVERIFY(client.got().endsWith("\r\n2"_ba));
    QCOMPARE(server.countFor("/a"_ba), 3);
}

void TestScriptServer::countsPeaks()
{
    ScriptServer server(always(Script().hold().then(Script::answer(200))));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (const char *path : {"/x/1", "/x/2", "/x/3", "/y/1"})
        clients.push_back(std::make_unique<RawClient>(server.port(), QByteArray(path)));
    QTRY_COMPARE(server.inProgress(), 4);
    server.release();
    QTRY_COMPARE(server.inProgress(), 0);
    QCOMPARE(server.peakInProgress(), 4);
    QCOMPARE(server.peakInProgress("/x/"_ba), 3);
    QCOMPARE(server.peakInProgress("/y/"_ba), 1);
    QCOMPARE(server.peakInProgress("/z/"_ba), 0);
}

void TestScriptServer::dropsConnections()
{
    ScriptServer server(echo);
    RawClient client(server.port(), "/"_ba);
    QTRY_COMPARE(client.body(), "GET / "_ba);
    server.dropConnections();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(server.openConnections(), 0);
    RawClient next(server.port(), "/next"_ba);
    QTRY_COMPARE(next.body(), "GET /next "_ba);
}

} // namespace inflight

QTEST_GUILESS_MAIN(inflight::TestScriptServer)
#include "tst_scriptserver.moc"
