// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

Script answerFor(const ServerRequest &request)
{
    return request.path() == "/never" ? Script::never() : Script::answer(200, {}, "body");
}

/// A script of bash in which "$0" is the program, with its arguments after it.
ProcessRun runInShell(const QString &script, const QStringList &arguments)
{
    QProcess process;
    process.start(u"bash"_s,
                  QStringList{u"-c"_s, script, qEnvironmentVariable("INFLIGHT_PROGRAM")} + arguments);
    return awaitInflight(process);
}

} // namespace

/// What the program does with the streams that it is given, and with lists of every kind.
class TestCliStreams final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsStartBeforeStdinEnds();
    void stdinIsReadAsJobsEnd();
    void jsonLinesAreFetchedAsTheyCome();
    void jobsEndBeforeStdin();
    void rejectedLinesOfStdin();
    void stdinIsCountedWithWhatCameBefore();
    void dumpPrintsAsItReads();
    void dumpEndsWithItsReader();
    void closedStdin();
    void closedStdout();
    void closedStderr();
    void allClosed();
    void readerOfOneLine();
    void sessionIsNotWrittenInto();
    void lists_data();
    void lists();
    void binaryList();
    void unreadableLists_data();
    void unreadableLists();

private:
    [[nodiscard]] QString url(const QString &path) const { return m_server.url(path); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;

    ScriptServer m_server{answerFor};
    QTemporaryDir m_folder;
};

QString TestCliStreams::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestCliStreams::jobsStartBeforeStdinEnds()
{
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"-o"_s, u"-"_s, u"-i"_s, u"-"_s}));
    process.write(url(u"/first"_s).toUtf8() + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(m_server.countFor("/first"), 1, 20'000);
    QCOMPARE(process.state(), QProcess::Running);
    process.write(url(u"/second"_s).toUtf8());
    process.closeWriteChannel();
    const ProcessRun run = awaitInflight(process);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
    QVERIFY2(run.err.startsWith("2 jobs: 2 succeeded"), run.err.constData());
}

void TestCliStreams::stdinIsReadAsJobsEnd()
{
    constexpr int lines = 100'000;
    const QByteArray line = url(u"/never"_s).toUtf8() + '\n';
    QProcess process;
    QVERIFY(startInflight(process,
                          {u"--headless"_s, u"--no-session"_s, u"-j"_s, u"1"_s, u"-o"_s, u"-"_s, u"-"_s}));
    process.write(line.repeated(lines));
    QTRY_COMPARE_WITH_TIMEOUT(m_server.countFor("/never"), 1, 20'000);
    process.terminate();
    const ProcessRun run = awaitInflight(process, 60'000);
    QCOMPARE(run.exitCode, 130);
    // What was taken in has its record; most of the list was never read.
    const auto records = recordsOf(run.out);
    QCOMPARE(sortedIds(records), idsUpTo(static_cast<int>(records.size())));
    QVERIFY2(records.size() < lines / 3, qPrintable(QString::number(records.size())));
}

void TestCliStreams::jsonLinesAreFetchedAsTheyCome()
{
    const auto line = [this](const QString &path) {
        return QStringLiteral("{\"url\": \"%1\"}\n").arg(url(path)).toUtf8();
    };
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"--no-session"_s, u"-o"_s, u"-"_s, u"-"_s}));
    process.write(line(u"/first-line"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server.countFor("/first-line"), 1, 20'000);
    process.write(line(u"/second-line"_s));
    process.closeWriteChannel();
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
}

void TestCliStreams::jobsEndBeforeStdin()
{
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"-v"_s, url(u"/early"_s), u"-"_s}));
    QByteArray said;
    const auto says = [&](const QByteArray &text) {
        said += process.readAllStandardError();
        return said.contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("ok #0 "), 20'000);
    QCOMPARE(process.state(), QProcess::Running);
    process.closeWriteChannel();
    QCOMPARE(awaitInflight(process).exitCode, 0);
}

void TestCliStreams::rejectedLinesOfStdin()
{
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"-i"_s, u"-"_s}));
    process.write(url(u"/one"_s).toUtf8() + "\nftp://h/\n" + url(u"/one"_s).toUtf8() + '\n');
    process.closeWriteChannel();
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("rejected stdin:2: \"ftp://h/\": "), run.err.constData());
    QVERIFY2(run.err.contains("duplicates: 1 of 2 inputs"), run.err.constData());
    QVERIFY2(run.err.contains("; 1 line of input rejected"), run.err.constData());
}

void TestCliStreams::stdinIsCountedWithWhatCameBefore()
{
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, url(u"/one"_s), url(u"/two"_s), u"-"_s}));
    process.write(url(u"/two"_s).toUtf8() + '\n' + url(u"/three"_s).toUtf8() + '\n');
    process.closeWriteChannel();
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("duplicates: 1 of 4 inputs"), run.err.constData());
}

void TestCliStreams::dumpPrintsAsItReads()
{
    QProcess process;
    QVERIFY(startInflight(process, {u"--dump"_s, u"-i"_s, u"-"_s}));
    QByteArray out;
    const auto prints = [&](const QByteArray &text) {
        out += process.readAllStandardOutput();
        return out.contains(text);
    };
    // Enough for anybody to see what they are.
    process.write(QByteArray("http://h.test/1\n").repeated(100'000));
    QTRY_VERIFY_WITH_TIMEOUT(prints("\"id\":50000,"), 20'000);
    QCOMPARE(process.state(), QProcess::Running);
    process.write("http://h.test/last\nftp://h.test/\n");
    process.closeWriteChannel();
    const ProcessRun run = awaitInflight(process);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.contains("\"id\":100000,\"method\":\"GET\",\"url\":\"http://h.test/last\""));
    QVERIFY2(run.err.contains("rejected stdin:100002:"), run.err.constData());
    QVERIFY2(run.err.contains("duplicates: 99,999 of 100,001"), run.err.constData());
}

void TestCliStreams::dumpEndsWithItsReader()
{
    const ProcessRun run = runInShell(u"yes http://h.test/ | \"$0\" --dump -i - | head -n 1"_s, {});
    QVERIFY(run.finished);
    QCOMPARE(recordsOf(run.out).size(), 1);
    QVERIFY2(run.err.contains("stdout cannot be written"), run.err.constData());
}

void TestCliStreams::closedStdin()
{
    const ProcessRun fine = runInShell(u"\"$0\" --headless -o - \"$1\" <&-"_s, {url(u"/a"_s)});
    QVERIFY2(fine.exitCode == 0, fine.err.constData());
    const ProcessRun wanted = runInShell(u"\"$0\" --headless -i - <&-"_s, {});
    QCOMPARE(wanted.exitCode, 1);
    QVERIFY2(wanted.err.contains("cannot be read"), wanted.err.constData());
}

void TestCliStreams::closedStdout()
{
    const ProcessRun fine = runInShell(u"\"$0\" --headless \"$1\" >&-"_s, {url(u"/a"_s)});
    QVERIFY2(fine.exitCode == 0, fine.err.constData());
    const ProcessRun wanted =
        runInShell(u"\"$0\" --headless -o - \"$1\" \"$2\" >&-"_s, {url(u"/a"_s), url(u"/never"_s)});
    QCOMPARE(wanted.exitCode, 3);
    QCOMPARE(wanted.err.count("stdout cannot be written"), 1);
    QCOMPARE(runInShell(u"\"$0\" --help >&-"_s, {}).exitCode, 3);
}

void TestCliStreams::closedStderr()
{
    const ProcessRun run = runInShell(u"\"$0\" --headless -v -o - \"$1\" 2>&-"_s, {url(u"/a"_s)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(recordsOf(run.out).size(), 1);
}

void TestCliStreams::allClosed()
{
    QCOMPARE(runInShell(u"\"$0\" --headless \"$1\" <&- >&- 2>&-"_s, {url(u"/a"_s)}).exitCode, 0);
}

void TestCliStreams::readerOfOneLine()
{
    QByteArray list;
    for (int i = 0; i < 2000; ++i)
        list += url(u"/%1"_s.arg(i)).toUtf8() + '\n';
    list += url(u"/never"_s).toUtf8() + '\n';
    // head goes away after the first line; /never would take half a minute.
    const ProcessRun run = runInShell(
        u"\"$0\" --headless -i \"$1\" -o - | head -n 1; exit ${PIPESTATUS[0]}"_s, {write(u"list"_s, list)});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(recordsOf(run.out).size(), 1);
    QCOMPARE(run.err.count("stdout cannot be written"), 1);
    QVERIFY2(run.err.count('\n') < 8, run.err.constData());
}

void TestCliStreams::sessionIsNotWrittenInto()
{
    // The lowest free descriptor is that of stderr: no file may get it, and the messages with it.
    const QString session = m_folder.filePath(u"session"_s);
    const ProcessRun run =
        runInShell(u"\"$0\" --headless -v --session \"$2\" \"$1\" 2>&- <&-"_s, {url(u"/a"_s), session});
    QCOMPARE(run.exitCode, 0);
    QFile file(session);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("SQLite format 3"));
    QVERIFY(!bytes.contains("1 job: 1 succeeded"));
}

void TestCliStreams::lists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("jobs");
    QTest::newRow("CRLF") << "URL1\r\nURL2\r\n"_ba << 2;
    QTest::newRow("no end") << "URL1\nURL2"_ba << 2;
    QTest::newRow("blank and comment") << "\n# list\n  \t\nURL1\n\n"_ba << 1;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFURL1\n"_ba << 1;
    QTest::newRow("empty") << ""_ba << 0;
    QTest::newRow("nothing but line ends") << "\n\r\n\n"_ba << 0;
}

void TestCliStreams::lists()
{
    QFETCH(QByteArray, text);
    QFETCH(int, jobs);
    text.replace("URL1", url(u"/1"_s).toUtf8()).replace("URL2", url(u"/2"_s).toUtf8());
    const ProcessRun fromFile = runHeadlessly({u"-i"_s, write(u"list"_s, text)});
    QVERIFY2(fromFile.exitCode == 0, fromFile.err.constData());
    QCOMPARE(recordsOf(fromFile.out).size(), jobs);
    const ProcessRun fromStdin = runHeadlessly({u"-i"_s, u"-"_s}, text);
    QVERIFY2(fromStdin.exitCode == 0, fromStdin.err.constData());
    QCOMPARE(recordsOf(fromStdin.out).size(), jobs);
}

void TestCliStreams::binaryList()
{
    QByteArray rubbish;
    for (int i = 0; i < 4096; ++i)
        rubbish += static_cast<char>((i * 37 + i / 256) & 0xff);
    for (const ProcessRun &run : {runHeadlessly({u"-i"_s, write(u"rubbish"_s, rubbish)}),
                                  runHeadlessly({u"-i"_s, u"-"_s}, rubbish)}) {
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.contains("rejected "));
        QVERIFY(!run.err.contains('\033') && !run.err.contains('\0'));
    }
}

void TestCliStreams::unreadableLists_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s) << "cannot be read: No such file"_ba;
    QTest::newRow("folder") << m_folder.path() << "is a folder"_ba;
    QTest::newRow("empty name") << QString() << "cannot be read"_ba;
}

void TestCliStreams::unreadableLists()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, message);
    const qint64 before = m_server.requestCount();
    const ProcessRun run = runHeadlessly({u"-i"_s, path, url(u"/a"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(message), run.err.constData());
    QVERIFY(run.out.isEmpty());
    QCOMPARE(m_server.requestCount(), before);
}

QTEST_GUILESS_MAIN(TestCliStreams)
#include "tst_clistreams.moc"
