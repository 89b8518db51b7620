// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCipher>
#include <QTcpSocket>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

constexpr int limitMs = 10'000;

#if defined(__has_feature)
#if __has_feature(undefined_behavior_sanitizer)
#define INFLIGHT_UBSAN 1
#endif
#endif
#ifdef INFLIGHT_UBSAN
constexpr bool needsDescriptorsOfItsOwn = true;
#else
constexpr bool needsDescriptorsOfItsOwn = false;
#endif

Script echo(const ServerRequest &request)
{
    return Script::answer(200, {{"X-Number"_ba, QByteArray::number(request.number)}},
                          request.method + ' ' + request.target + ' ' + request.body);
}

RequestHandler always(const Script &script)
{
    return [script](const ServerRequest &) { return script; };
}

bool isOutOfDescriptors()
{
    const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0)
        ::close(descriptor);
    return descriptor < 0 && errno == EMFILE;
}

QSslConfiguration trusting(const TestCertificates &certificates)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificates.caCertificate()});
    return configuration;
}

} // namespace

class TestScriptServerLoad final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void streamsWithBackPressure();
    void servesManyConnections();
    void survivesWantOfDescriptors();
    void goesPromptly();
    void speaksTls();
    void streamsOverTls();
};

void TestScriptServerLoad::initTestCase()
{
    QVERIFY(raiseDescriptorLimit(4096) >= 2048);
}

void TestScriptServerLoad::streamsWithBackPressure()
{
    constexpr qint64 size = 200'000'000;
    std::atomic<qint64> made = 0;
    const auto source = [&made](qint64 offset, qint64 most) {
        made = offset + most;
        return QByteArray(most, static_cast<char>('a' + offset / 65536 % 26));
    };
    const HeaderList headers{{"Content-Length"_ba, QByteArray::number(size)}};
    ScriptServer server(always(Script::head(200, headers).stream(size, source).close()));
    QTcpSocket socket;
    socket.setReadBufferSize(65536);
    socket.connectToHost(u"127.0.0.1"_s, server.port());
    socket.write("GET / HTTP/1.1\r\n\r\n"_ba);
    QTRY_COMPARE(socket.bytesAvailable(), 65536);
    // Nobody reads: what is made comes to a stop at what the system's buffers take.
    qint64 before = -1;
    QTRY_VERIFY(std::exchange(before, made.load()) == made.load());
    QVERIFY2(made < size / 4, qPrintable(QString::number(made)));
    qint64 read = 0;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { read += socket.readAll().size(); });
    read += socket.readAll().size();
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || closed.wait(30'000));
    QVERIFY(read > size);
    QCOMPARE(made.load(), size);
    QTRY_COMPARE(server.inProgress(), 0);
}

void TestScriptServerLoad::servesManyConnections()
{
    constexpr int count = 1000;
    ScriptServer server([](const ServerRequest &request) { return Script().hold().then(echo(request)); });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<RawClient>(server.port(), '/' + QByteArray::number(i)));
    QTRY_COMPARE_WITH_TIMEOUT(server.inProgress(), count, limitMs);
    QCOMPARE(server.openConnections(), count);
    server.release();
    for (int i = 0; i < count; ++i)
        QTRY_COMPARE_WITH_TIMEOUT(clients.at(static_cast<size_t>(i))->body(),
                                  "GET /"_ba + QByteArray::number(i) + ' ', limitMs);
    QCOMPARE(server.peakInProgress(), count);
    clients.clear();
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, limitMs);
}

void TestScriptServerLoad::survivesWantOfDescriptors()
{
    if (needsDescriptorsOfItsOwn)
        QSKIP("The undefined-behaviour sanitizer opens pipes while it checks, and calls it a fault when it "
              "cannot");
    ScriptServer server(echo);
    constexpr size_t count = 30;
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    while (clients.size() < count) { // bound first: ours have their descriptors before the limit falls
        clients.push_back(std::make_unique<QTcpSocket>());
        QVERIFY(clients.back()->bind(QHostAddress::LocalHost));
    }
    const DescriptorLimit limit(openFileDescriptors() + 10);
    for (const auto &client : clients) {
        client->connectToHost(u"127.0.0.1"_s, server.port());
        client->write("GET / HTTP/1.1\r\n\r\n"_ba);
    }
    QTRY_VERIFY(isOutOfDescriptors());
    QVERIFY(server.openConnections() < int(count)); // the others wait in the system's queue
    clients.erase(clients.begin(), clients.end() - 5);
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->bytesAvailable() > 0, limitMs);
}

void TestScriptServerLoad::goesPromptly()
{
    const int threads = processThreads();
    const int descriptors = openFileDescriptors();
    auto server = std::make_unique<ScriptServer>(always(Script::never()));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i)
        clients.push_back(std::make_unique<RawClient>(server->port(), "/"_ba));
    QTRY_COMPARE(server->inProgress(), 50);
    QElapsedTimer clock;
    clock.start();
    server.reset();
    QVERIFY(clock.elapsed() < 500);
    for (const auto &client : clients)
        QTRY_VERIFY(client->isClosed());
    clients.clear();
    QTRY_VERIFY(processThreads() <= threads); // one of an earlier test may have gone meanwhile
    QTRY_COMPARE(openFileDescriptors(), descriptors);
}

void TestScriptServerLoad::speaksTls()
{
    TestCertificates certificates;
    QVERIFY2(certificates.isValid(), qPrintable(certificates.error()));
    ScriptServer server(echo, {.tls = certificates.server()});
    QVERIFY(server.url(u"/"_s).startsWith("https://127.0.0.1:"_L1));
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(server.url(u"/secret"_s)));
    request.setSslConfiguration(trusting(certificates));
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), limitMs);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), "GET /secret "_ba);
    QVERIFY(!reply->sslConfiguration().sessionCipher().isNull());
}

void TestScriptServerLoad::streamsOverTls()
{
    TestCertificates certificates;
    constexpr qint64 size = 60'000'000;
    std::atomic<qint64> made = 0;
    const auto source = [&made](qint64 offset, qint64 most) {
        made = offset + most;
        return QByteArray(most, 'x');
    };
    const HeaderList headers{{"Content-Length"_ba, QByteArray::number(size)}};
    const Script script = Script::head(200, headers).stream(size, source);
    ScriptServer server(always(script), {.tls = certificates.server()});
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(server.url(u"/"_s)));
    request.setSslConfiguration(trusting(certificates));
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    reply->setReadBufferSize(65536);
    QTRY_VERIFY_WITH_TIMEOUT(reply->bytesAvailable() > 0, limitMs);
    QVERIFY2(made < size / 2, qPrintable(QString::number(made)));
    qint64 read = 0;
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(),
                     [&] { read += reply->readAll().size(); });
    read += reply->readAll().size();
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(30'000));
    QCOMPARE(read + reply->readAll().size(), size);
}

} // namespace inflight

QTEST_GUILESS_MAIN(inflight::TestScriptServerLoad)
#include "tst_scriptserverload.moc"
