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
