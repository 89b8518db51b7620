// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

Script answerFor(const ServerRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/named")
        return Script::answer(200, {{"Content-Disposition", "attachment; filename=\"../../Report 1.txt\""}},
                              "named");
    if (path == "/flaky")
        return request.repeat == 0 ? Script::answer(503, {}, "busy") : Script::answer(200, {}, "better");
    if (path == "/missing")
        return Script::answer(404, {}, "none");
    if (path == "/never")
        return Script::never();
    if (path == "/stalls")
        return Script::head(200, {{"Content-Length", "1000"}}).send("first bytes").stall();
    if (path == "/large")
        return Script::answer(200, {{"Content-Type", "text/plain"}}, QByteArray(200'000, 'x'));
    if (path.startsWith("/busy"))
        return Script::answer(429).after(100ms);
    if (path.startsWith("/then"))
        return Script::answer(200).after(500ms);
    if (path == "/redirect")
        return Script::answer(302, {{"Location", "/a"}});
    if (path == "/stuck" && request.repeat == 0)
        return Script::never();
    if (path.startsWith("/slow"))
        return Script::answer(200, {}, "slow").after(50ms);
    return Script::answer(200, {{"Content-Type", "text/plain"}}, "body of " + path);
}

} // namespace

/// What single flags do, with the program as a process.
class TestCliFlags final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptServer>(answerFor); }

    void headersAndMethod();
    void removedHeaders();
    void dataIsPosted();
    void credentials();
    void accept();
    void maxSize();
    void saveDir();
    void saveDirAndTheServersName();
    void retry();
    void noRetry();
    void deadlines_data();
    void deadlines();
    void connectTimeout();
    void maxTimeBoundsAllAttempts();
    void cancelSlow();
    void concurrencyAndPerHost_data();
    void concurrencyAndPerHost();
    void rate();
    void rateIsRefusedBeforeAnythingIsSent();
    void hedge();
    void adaptiveBackOffCanBeTurnedOff();
    void redirects();
    void proxy();
    void certificates();
    void pipelineFile();

private:
    [[nodiscard]] QString url(const QString &path) const { return m_server->url(path); }
    [[nodiscard]] ServerRequest lastRequest() const
    {
        const QList<ServerRequest> requests = m_server->requests();
        return requests.isEmpty() ? ServerRequest() : requests.last();
    }

    std::unique_ptr<ScriptServer> m_server;
};

void TestCliFlags::headersAndMethod()
{
    const ProcessRun run =
        runHeadlessly({u"-X"_s, u"PROPFIND"_s, u"-H"_s, u"X-One: 1"_s, u"-H"_s, u"X-Empty;"_s, u"-A"_s,
                       u"tester/1"_s, u"-H"_s, u"Accept: text/plain"_s, url(u"/a"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const ServerRequest request = lastRequest();
    QCOMPARE(request.method, "PROPFIND"_ba);
    QCOMPARE(headerValue(request.headers, "X-One"), "1"_ba);
    QCOMPARE(headerValue(request.headers, "User-Agent"), "tester/1"_ba);
    QCOMPARE(headerValue(request.headers, "Accept"), "text/plain"_ba);
    QVERIFY(!headerValue(request.headers, "X-Empty").isNull());
    QCOMPARE(headerValue(request.headers, "X-Empty"), ""_ba);
    QCOMPARE(onlyRecord(run)["method"_L1], u"PROPFIND"_s);
}

void TestCliFlags::removedHeaders()
{
    const ProcessRun run = runHeadlessly(
        {u"-H"_s, u"User-Agent:"_s, u"-H"_s, u"Accept:"_s, u"-H"_s, u"Accept-Encoding:"_s, url(u"/a"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const HeaderList headers = lastRequest().headers;
    QVERIFY(headerValue(headers, "User-Agent").isNull());
    QVERIFY(headerValue(headers, "Accept").isNull());
    QVERIFY(headerValue(headers, "Accept-Encoding").isNull());
}

void TestCliFlags::dataIsPosted()
{
    const ProcessRun run = runHeadlessly({u"-d"_s, u"a=1"_s, u"-d"_s, u"b=ä"_s, url(u"/a"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const ServerRequest request = lastRequest();
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.body, "a=1&b=ä"_ba);
    QCOMPARE(headerValue(request.headers, "Content-Type"), "application/x-www-form-urlencoded"_ba);
    QCOMPARE(m_server->requestCount(), 1);
}

void TestCliFlags::credentials()
{
    QCOMPARE(runHeadlessly({u"-u"_s, u"me:secret"_s, url(u"/a"_s)}).exitCode, 0);
    QCOMPARE(headerValue(lastRequest().headers, "Authorization"), "Basic "_ba + "me:secret"_ba.toBase64());
}

void TestCliFlags::accept()
{
    QCOMPARE(runHeadlessly({url(u"/missing"_s)}).exitCode, 2);
    const ProcessRun run = runHeadlessly({u"--accept"_s, u"200..=299,404"_s, url(u"/missing"_s)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(onlyRecord(run)["state"_L1], u"succeeded"_s);
    QCOMPARE(onlyRecord(run)["status"_L1], 404);
}

void TestCliFlags::maxSize()
{
    const ProcessRun run = runHeadlessly({u"--max-size"_s, u"100k"_s, url(u"/large"_s)});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(errorClass(onlyRecord(run)), u"too_large"_s);
    QCOMPARE(runHeadlessly({u"--max-size"_s, u"200000"_s, url(u"/large"_s)}).exitCode, 0);
}

void TestCliFlags::saveDir()
{
    const QTemporaryDir folder;
    const ProcessRun run = runHeadlessly({u"--save-dir"_s, folder.path(), url(u"/dir/name.txt"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QString saved = onlyRecord(run)["saved_to"_L1].toString();
    QVERIFY2(saved.startsWith(folder.path()), qPrintable(saved));
    QFile file(saved);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "body of /dir/name.txt"_ba);
}

void TestCliFlags::saveDirAndTheServersName()
{
    const QTemporaryDir folder;
    const ProcessRun run = runHeadlessly({u"--save-dir"_s, folder.path(), url(u"/named"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(onlyRecord(run)["saved_to"_L1].toString(),
             QString(folder.path() + u"/127.0.0.1/Report 1.txt"_s));
}

void TestCliFlags::retry()
{
    const ProcessRun run =
        runHeadlessly({u"--retry"_s, u"1"_s, u"--retry-delay"_s, u"0.01"_s, url(u"/flaky"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonArray attempts = onlyRecord(run)["attempts"_L1].toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts[0]["status"_L1], 503);
    QCOMPARE(attempts[0]["error"_L1]["class"_L1], u"http.status"_s);
    QCOMPARE(attempts[1]["status"_L1], 200);
    QVERIFY(attempts[1]["error"_L1].isNull());
}

void TestCliFlags::noRetry()
{
    const ProcessRun run = runHeadlessly({u"--retry"_s, u"0"_s, url(u"/flaky"_s)});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(onlyRecord(run)["attempts"_L1].toArray().size(), 1);
    QCOMPARE(m_server->requestCount(), 1);
}

void TestCliFlags::deadlines_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("error");
    QTest::newRow("first byte") << QStringList{u"--first-byte-timeout"_s, u"0.2"_s} << u"/never"_s
                                << u"timeout.first_byte"_s;
    QTest::newRow("idle") << QStringList{u"--idle-timeout"_s, u"0.2"_s} << u"/stalls"_s << u"timeout.idle"_s;
    QTest::newRow("total") << QStringList{u"--max-time"_s, u"0.2"_s} << u"/never"_s << u"timeout.total"_s;
}

void TestCliFlags::deadlines()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, path);
    QElapsedTimer timer;
    timer.start();
    const ProcessRun run = runHeadlessly(flags + QStringList{u"--retry"_s, u"0"_s, url(path)});
    QCOMPARE(run.exitCode, 2);
    QTEST(errorClass(onlyRecord(run)), "error");
    QVERIFY2(timer.elapsed() >= 200 && timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestCliFlags::connectTimeout()
{
    const UnansweredPort unanswered;
    QVERIFY(unanswered.port() != 0);
    const ProcessRun run = runHeadlessly({u"--connect-timeout"_s, u"0.2"_s, u"--retry"_s, u"0"_s,
                                          u"http://127.0.0.1:%1/"_s.arg(unanswered.port())});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(errorClass(onlyRecord(run)), u"timeout.connect"_s);
}

void TestCliFlags::maxTimeBoundsAllAttempts()
{
    QElapsedTimer timer;
    timer.start();
    const ProcessRun run =
        runHeadlessly({u"--first-byte-timeout"_s, u"0.1"_s, u"--retry"_s, u"100"_s, u"--retry-delay"_s,
                       u"0.01"_s, u"--max-time"_s, u"0.5"_s, url(u"/never"_s)});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(errorClass(onlyRecord(run)), u"timeout.total"_s);
    QVERIFY(onlyRecord(run)["attempts"_L1].toArray().size() > 1);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestCliFlags::cancelSlow()
{
    const ProcessRun run =
        runHeadlessly({u"--cancel-slow"_s, u"0.2"_s, u"--retry"_s, u"0"_s, url(u"/never"_s), url(u"/a"_s)});
    QCOMPARE(run.exitCode, 2);
    for (const QJsonObject &record : recordsOf(run.out)) {
        const bool never = record["url"_L1].toString().endsWith(u"/never");
        QCOMPARE(errorClass(record), never ? u"slow"_s : QString());
    }
}

void TestCliFlags::concurrencyAndPerHost_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<int>("peak");
    QTest::newRow("jobs") << QStringList{u"-j"_s, u"3"_s} << 3;
    QTest::newRow("per host") << QStringList{u"--max-per-host"_s, u"2"_s} << 2;
}

void TestCliFlags::concurrencyAndPerHost()
{
    QFETCH(QStringList, flags);
    QByteArray list;
    for (int i = 0; i < 12; ++i)
        list += url(u"/slow%1"_s.arg(i)).toUtf8() + '\n';
    QCOMPARE(runHeadlessly(flags + QStringList{u"-i"_s, u"-"_s}, list).exitCode, 0);
    QTEST(m_server->peakInProgress(), "peak");
}

void TestCliFlags::rate()
{
    QElapsedTimer timer;
    timer.start();
    const ProcessRun run =
        runHeadlessly({u"--rate"_s, u"10/s"_s, url(u"/a"_s), url(u"/b"_s), url(u"/c"_s), url(u"/d"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(timer.elapsed() >= 290, qPrintable(QString::number(timer.elapsed())));
}

void TestCliFlags::rateIsRefusedBeforeAnythingIsSent()
{
    const ProcessRun run = runHeadlessly({u"--rate"_s, u"5/week"_s, url(u"/a"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("--rate: \"5/week\" is not a rate"), run.err.constData());
    QCOMPARE(m_server->requestCount(), 0);
}

void TestCliFlags::hedge()
{
    const ProcessRun run = runHeadlessly({u"--hedge"_s, u"0.1"_s, url(u"/stuck"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonArray attempts = onlyRecord(run)["attempts"_L1].toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts[0]["state"_L1], u"cancelled"_s);
    QCOMPARE(attempts[0]["lost_to"_L1], u"hedge"_s);
    QCOMPARE(attempts[1]["state"_L1], u"succeeded"_s);
    QCOMPARE(attempts[1]["hedge"_L1], true);
}

void TestCliFlags::adaptiveBackOffCanBeTurnedOff()
{
    QByteArray list;
    for (const char *path : {"/busy", "/then"}) {
        for (int i = 0; i < 8; ++i)
            list += url(u"%1%2"_s.arg(QLatin1StringView(path)).arg(i)).toUtf8() + '\n';
    }
    const QStringList flags{u"-i"_s, u"-"_s, u"--retry"_s, u"0"_s};
    QCOMPARE(runHeadlessly(flags, list).exitCode, 2);
    QVERIFY(m_server->peakInProgress("/then") < 8);

    init();
    list.replace(list.mid(0, list.indexOf("/busy")), url(u""_s).toUtf8());
    QCOMPARE(runHeadlessly(flags + QStringList{u"--no-adaptive"_s}, list).exitCode, 2);
    QCOMPARE(m_server->peakInProgress("/then"), 8);
}

void TestCliFlags::redirects()
{
    const ProcessRun run = runHeadlessly({url(u"/redirect"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(onlyRecord(run)["url"_L1], url(u"/redirect"_s));
    QCOMPARE(onlyRecord(run)["final_url"_L1], url(u"/a"_s));
    const ProcessRun refused = runHeadlessly({u"--max-redirs"_s, u"0"_s, url(u"/redirect"_s)});
    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(errorClass(onlyRecord(refused)), u"redirect"_s);
}

void TestCliFlags::proxy()
{
    const ProcessRun run = runHeadlessly(
        {u"-x"_s, u"http://127.0.0.1:%1"_s.arg(m_server->port()), u"http://name.invalid/through"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(lastRequest().target, "http://name.invalid/through"_ba);
}

void TestCliFlags::certificates()
{
    TestCertificates made;
    QVERIFY2(made.isValid(), qPrintable(made.error()));
    ScriptServer secure(answerFor, {.tls = made.server()});
    const QString target = secure.url(u"/a"_s);
    const ProcessRun untrusted = runHeadlessly({target});
    QCOMPARE(untrusted.exitCode, 2);
    QCOMPARE(errorClass(onlyRecord(untrusted)), u"tls"_s);
    const ProcessRun trusted = runHeadlessly({u"--cacert"_s, made.caFile(), target});
    QVERIFY2(trusted.exitCode == 0, trusted.err.constData());
    QVERIFY(!onlyRecord(trusted).contains("insecure"_L1));
    const ProcessRun insecure = runHeadlessly({u"-k"_s, target});
    QVERIFY2(insecure.exitCode == 0, insecure.err.constData());
    QCOMPARE(onlyRecord(insecure)["insecure"_L1], true);
}

void TestCliFlags::pipelineFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"p.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"inflight": 1, "name": "n", "stages": [{"stage": "delay", "ms": 30}, {"stage": "digest"}]})");
    file.close();
    const ProcessRun run = runHeadlessly({u"-p"_s, file.fileName(), url(u"/a"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonArray stages = onlyRecord(run)["stages"_L1].toArray();
    QCOMPARE(stages.size(), 3);
    QCOMPARE(stages[1]["name"_L1], u"delay"_s);
    QVERIFY(stages[1]["duration_ms"_L1].toDouble() >= 25);
}

QTEST_GUILESS_MAIN(TestCliFlags)
#include "tst_cliflags.moc"
