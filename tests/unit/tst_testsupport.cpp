// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QCoroTimer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(inflight::TestCertificates::Kind)

namespace inflight {

namespace {

QCoro::Task<> sleep(std::chrono::milliseconds time)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(time);
    co_await timer;
}

QCoro::Task<int> answerAfter(std::chrono::milliseconds time)
{
    QCoro::Task<> sleeping = sleep(time);
    co_await sleeping;
    co_return 42;
}

QCoro::Task<int> throwAfter(std::chrono::milliseconds time)
{
    QCoro::Task<> sleeping = sleep(time);
    co_await sleeping;
    throw std::runtime_error("oops");
}

} // namespace

class TestTestSupport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTasks();
    void givesUpOnTasks();
    void survivesTasksThatThrow();
    void makesCertificates_data();
    void makesCertificates();
    void knowsClosedPorts();
    void knowsSilentPorts();
    void knowsUnansweredPorts();
    void countsDescriptorsAndThreads();
    void runsPrograms();
};

void TestTestSupport::runsTasks()
{
    QCOMPARE(runTask(answerAfter(5ms)), std::optional(42));
    QVERIFY(runTask(sleep(5ms)));
}

void TestTestSupport::givesUpOnTasks()
{
    QTest::ignoreMessage(QtWarningMsg, "The task was not over after 20 ms");
    QCOMPARE(runTask(answerAfter(80ms), 20), std::nullopt);
    QTest::ignoreMessage(QtWarningMsg, "The task was not over after 20 ms");
    QVERIFY(!runTask(sleep(80ms), 20));
    QVERIFY(runTask(sleep(150ms))); // the two above end meanwhile, in peace
}

void TestTestSupport::survivesTasksThatThrow()
{
    QTest::ignoreMessage(QtWarningMsg, "The task threw: oops");
    QCOMPARE(runTask(throwAfter(5ms)), std::nullopt);
}

void TestTestSupport::makesCertificates_data()
{
    using Kind = TestCertificates::Kind;
    using Error = QSslError::SslError;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QList<Error>>("errors");
    QTest::newRow("valid") << Kind::Valid << QList<Error>{};
    QTest::newRow("expired") << Kind::Expired << QList<Error>{Error::CertificateExpired};
    QTest::newRow("wrong host") << Kind::WrongHost << QList<Error>{Error::HostNameMismatch};
    QTest::newRow("self-signed") << Kind::SelfSigned << QList<Error>{Error::SelfSignedCertificate};
}

void TestTestSupport::makesCertificates()
{
    QFETCH(TestCertificates::Kind, kind);
    QFETCH(QList<QSslError::SslError>, errors);
    TestCertificates certificates;
    ScriptServer server([](const ServerRequest &) { return Script(); }, {.tls = certificates.server(kind)});
    QVERIFY2(certificates.isValid(), qPrintable(certificates.error()));
    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates({certificates.caCertificate()});
    socket.setSslConfiguration(configuration);
    QList<QSslError::SslError> seen;
    connect(&socket, &QSslSocket::sslErrors, &socket, [&](const QList<QSslError> &list) {
        for (const QSslError &error : list)
            seen.append(error.error());
        socket.ignoreSslErrors();
    });
    socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QTRY_VERIFY(socket.isEncrypted());
    QCOMPARE(seen, errors);
}

void TestTestSupport::knowsClosedPorts()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, rawClosedPort());
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(rawClosedPort(), rawClosedPort());
}

void TestTestSupport::knowsSilentPorts()
{
    const SilentPort silent;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, silent.port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(!QTest::qWaitFor([&] { return socket.bytesAvailable() > 0 || !socket.isValid(); }, 50));
}

void TestTestSupport::knowsUnansweredPorts()
{
    const UnansweredPort unanswered;
    QVERIFY(unanswered.port() != 0);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, unanswered.port());
    const auto left = [&] { return socket.state() != QAbstractSocket::ConnectingState; };
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectingState);
    QVERIFY(!QTest::qWaitFor(left, 200));
}

void TestTestSupport::countsDescriptorsAndThreads()
{
    const int descriptors = openFileDescriptors();
    const int threads = processThreads();
    {
        const SilentPort one;
        QThread thread;
        thread.start();
        QTRY_COMPARE(processThreads(), threads + 1);
        QVERIFY(openFileDescriptors() > descriptors);
        thread.quit();
        thread.wait();
    }
    QTRY_COMPARE(processThreads(), threads);
    QCOMPARE(openFileDescriptors(), descriptors);
    QVERIFY(residentBytes() > 1'000'000);
}

void TestTestSupport::runsPrograms()
{
    const QByteArray program = qgetenv("INFLIGHT_PROGRAM");
    qputenv("INFLIGHT_PROGRAM", "sh");
    const ProcessRun good = runInflight({u"-c"_s, u"cat; echo b >&2; exit 3"_s}, "a"_ba);
    const ProcessRun hung = runInflight({u"-c"_s, u"exec sleep 100"_s}, {}, 50);
    qputenv("INFLIGHT_PROGRAM", "/no/such/program");
    const ProcessRun missing = runInflight({});
    qputenv("INFLIGHT_PROGRAM", program);
    QVERIFY(good.finished);
    QCOMPARE(good.exitCode, 3);
    QCOMPARE(good.out, "a"_ba);
    QCOMPARE(good.err, "b\n"_ba);
    QVERIFY(!hung.finished);
    QVERIFY(!missing.finished);
}

} // namespace inflight

QTEST_GUILESS_MAIN(inflight::TestTestSupport)
#include "tst_testsupport.moc"
