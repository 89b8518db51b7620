// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

Script answerFor(const ServerRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/missing")
        return Script::answer(404, {}, "none");
    if (path == "/never")
        return Script::never();
    if (path == "/late")
        return Script::answer(200, {}, "late").after(200ms);
    return Script::answer(200, {{"Content-Type", "text/plain"}}, "body");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Where results go and how the process ends: files, devices and pipes, and signals while it runs.
class TestCliEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptServer>(answerFor); }

    void outputFileAppearsWhenComplete();
    void severalOutputs();
    void unwritableOutputsFetchNothing_data();
    void unwritableOutputsFetchNothing();
    void fullDiskIsStatus3();
    void readerThatGoesAwayIsStatus3();
    void signalCancelsAndWritesEverything_data();
    void signalCancelsAndWritesEverything();
    void signalSentTwiceAtOnceCountsOnce();
    void secondSignalQuitsEvenWhenWritingHangs();

private:
    [[nodiscard]] QString url(const QString &path) const { return m_server->url(path); }

    std::unique_ptr<ScriptServer> m_server;
};

void TestCliEnd::outputFileAppearsWhenComplete()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"-o"_s, path, url(u"/a"_s), url(u"/never"_s)}));
    QTRY_COMPARE_WITH_TIMEOUT(recordsOf(contentOf(path + u".part"_s)).size(), 1, 5000);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QCOMPARE(awaitInflight(process).exitCode, 130);
    QCOMPARE(sortedIds(recordsOf(contentOf(path))), idsUpTo(2));
    QVERIFY(!QFile::exists(path + u".part"_s));
}

void TestCliEnd::severalOutputs()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.txt"_s);
    const ProcessRun run = runHeadlessly({u"-o"_s, path, u"-f"_s, u"jsonl"_s, url(u"/a"_s)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(contentOf(path), run.out);
    QCOMPARE(recordsOf(run.out).size(), 1);
}

void TestCliEnd::unwritableOutputsFetchNothing_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no folder") << u"/nonexistent-folder/out.jsonl"_s;
    QTest::newRow("under a file") << u"/dev/null/out.jsonl"_s;
}

void TestCliEnd::unwritableOutputsFetchNothing()
{
    QFETCH(QString, path);
    const ProcessRun run = runInflight({u"--headless"_s, u"-o"_s, path, url(u"/a"_s)});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains(path.toUtf8()), run.err.constData());
    QCOMPARE(m_server->requestCount(), 0);
}

void TestCliEnd::fullDiskIsStatus3()
{
    const ProcessRun run =
        runInflight({u"--headless"_s, u"-o"_s, u"/dev/full"_s, url(u"/a"_s), url(u"/never"_s)});
    // What cannot be kept is not waited for: /never would take half a minute.
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.err.count("/dev/full"), 1);
}

void TestCliEnd::readerThatGoesAwayIsStatus3()
{
    QProcess process;
    // A shell's pipeline closes the reading end; the status is that of the program, not of its reader.
    process.start(u"bash"_s,
                  {u"-c"_s, u"\"$0\" --headless -o - \"$1\" \"$2\" | true; exit ${PIPESTATUS[0]}"_s,
                   qEnvironmentVariable("INFLIGHT_PROGRAM"), url(u"/late"_s), url(u"/never"_s)});
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains("stdout cannot be written"), run.err.constData());
}

void TestCliEnd::signalCancelsAndWritesEverything_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCliEnd::signalCancelsAndWritesEverything()
{
    QFETCH(int, signal);
    QByteArray list = url(u"/a"_s).toUtf8() + '\n' + url(u"/missing"_s).toUtf8() + '\n';
    for (int i = 0; i < 20; ++i)
        list += url(u"/never"_s).toUtf8() + '\n';
    QProcess process;
    QVERIFY(startInflight(process,
                          {u"--headless"_s, u"-i"_s, u"-"_s, u"-o"_s, u"-"_s, u"--max-per-host"_s, u"5"_s}));
    process.write(list);
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->countFor("/never"), 5, 5000);
    // The place at the host is free for the next one before the stages of the last one are through.
    QTRY_VERIFY_WITH_TIMEOUT(process.peek(1 << 20).contains("succeeded"), 5000);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(run.exitCode, 130);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    const auto records = recordsOf(run.out);
    QCOMPARE(sortedIds(records), idsUpTo(22));
    QMap<QString, int> states;
    for (const QJsonObject &record : records) {
        ++states[record["state"_L1].toString()];
        if (record["state"_L1] == u"cancelled"_s)
            QVERIFY(record["error"_L1].isNull());
    }
    QCOMPARE(states, (QMap<QString, int>{{u"cancelled"_s, 20}, {u"failed"_s, 1}, {u"succeeded"_s, 1}}));
    // Nothing new was started on the way out.
    QCOMPARE(m_server->countFor("/never"), 5);
    QVERIFY2(run.err.contains("20 cancelled"), run.err.constData());
}

void TestCliEnd::signalSentTwiceAtOnceCountsOnce()
{
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"-o"_s, u"-"_s, url(u"/never"_s)}));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->countFor("/never"), 1, 5000);
    const auto id = static_cast<pid_t>(process.processId());
    QCOMPARE(::kill(id, SIGINT), 0);
    QCOMPARE(::kill(id, SIGTERM), 0);
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(onlyRecord(run)["state"_L1], u"cancelled"_s);
}

void TestCliEnd::secondSignalQuitsEvenWhenWritingHangs()
{
    // A pipe that is open but never read: the records of these jobs do not fit into it.
    const QTemporaryDir folder;
    const QByteArray pipe = QFile::encodeName(folder.filePath(u"pipe"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    QByteArray list;
    for (int i = 0; i < 300; ++i)
        list += url(u"/a"_s).toUtf8() + '\n';
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"-i"_s, u"-"_s, u"-o"_s, QFile::decodeName(pipe)}));
    process.write(list);
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->countFor("/a"), 300, 10'000);
    const auto id = static_cast<pid_t>(process.processId());
    QElapsedTimer timer;
    timer.start();
    while (process.state() == QProcess::Running && timer.elapsed() < 5000) {
        QCOMPARE(::kill(id, SIGINT), 0);
        process.waitForFinished(100);
    }
    ::close(reader);
    QCOMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
}

QTEST_GUILESS_MAIN(TestCliEnd)
#include "tst_cliend.moc"
