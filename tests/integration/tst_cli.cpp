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
    const QByteArray path = request.path();
    if (path == "/missing")
        return Script::answer(404, {}, "none");
    if (path == "/never")
        return Script::never();
    if (path == "/late")
        return Script::answer(200, {}, "late").after(200ms);
    if (path == "/cookie")
        return Script::answer(200, {{"Set-Cookie", "id=hush"}, {"Location", "/?token=hush"}}, "ok");
    return Script::answer(200, {{"Content-Type", "application/json"}}, R"({"path": ")" + path + "\"}");
}

} // namespace

/// The command line as a process: input, records, messages and exit status.
class TestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptServer>(answerFor); }

    void informationGoesToStdout_data();
    void informationGoesToStdout();
    void everyJobSucceeds();
    void recordHasAllKeys();
    void someJobsFail();
    void usageFaultsFetchNothing_data();
    void usageFaultsFetchNothing();
    void rejectedLinesAreReportedAndTheRestFetched();
    void onlyRejectedLines();
    void emptyListIsNoError();
    void listsComeFromFilesAndStdin();
    void duplicatesAreFetchedAndSaid();
    void recordsComeInOrderOfCompletion();
    void thousandUrlsNoneLost();
    void dumpSendsNothing();
    void quietAndVerbose();

    void secretsAreRedacted();
    void secretsOnRequest();

private:
    [[nodiscard]] QString url(const QString &path) const { return m_server->url(path); }

    std::unique_ptr<ScriptServer> m_server;
};

void TestCli::informationGoesToStdout_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("help") << QStringList{u"--help"_s} << "Usage: inflight"_ba;
    QTest::newRow("-h") << QStringList{u"-h"_s} << "Exit status"_ba;
    QTest::newRow("version") << QStringList{u"--version"_s} << "inflight "_ba;
    QTest::newRow("stages") << QStringList{u"--list-stages"_s} << "digest"_ba;
    QTest::newRow("stage") << QStringList{u"--describe"_s, u"delay"_s} << "ms"_ba;
}

void TestCli::informationGoesToStdout()
{
    QFETCH(QStringList, flags);
    QFETCH(QByteArray, part);
    const ProcessRun run = runInflight(flags);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains(part), run.out.constData());
    QCOMPARE(run.err, QByteArray());
}

void TestCli::everyJobSucceeds()
{
    const ProcessRun run = runHeadlessly({url(u"/a"_s), url(u"/b"_s), url(u"/c"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const auto records = recordsOf(run.out);
    QCOMPARE(sortedIds(records), idsUpTo(3));
    for (const QJsonObject &record : records)
        QCOMPARE(record["state"_L1], u"succeeded"_s);
    QVERIFY2(run.err.startsWith("3 jobs: 3 succeeded; "), run.err.constData());
    // No terminal, no progress line.
    QVERIFY(!run.err.contains('\r') && !run.err.contains('\033'));
}

void TestCli::recordHasAllKeys()
{
    const ProcessRun run = runHeadlessly({url(u"/a?q=1"_s)});
    const QJsonObject record = onlyRecord(run);
    QCOMPARE(record["url"_L1], url(u"/a?q=1"_s));
    QCOMPARE(record["final_url"_L1], url(u"/a?q=1"_s));
    QVERIFY(record["error"_L1].isNull() && record.contains("error"_L1));
    QCOMPARE(record["status"_L1], 200);
    QCOMPARE(record["http_version"_L1], u"1.1"_s);
    QCOMPARE(record["content_type"_L1], u"application/json"_s);
    QCOMPARE(record["bytes"_L1], 14);
    QCOMPARE(record["snippet"_L1], u"{\"path\": \"/a\"}"_s);
    QCOMPARE(record["sha256"_L1].toString().size(), 64);
    QVERIFY(record["duration_ms"_L1].toDouble() > 0);
    QVERIFY(QDateTime::fromString(record["started"_L1].toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(record["started"_L1].toString().endsWith(u'Z'));
    const QJsonArray attempts = record["attempts"_L1].toArray();
    QCOMPARE(attempts.size(), 1);
    QCOMPARE(attempts[0]["timings_ms"_L1].toObject().keys(),
             (QStringList{u"connect"_s, u"queued"_s, u"receive"_s, u"wait"_s}));
    QStringList stages;
    for (const QJsonValue &stage : record["stages"_L1].toArray()) {
        stages.append(stage["name"_L1].toString());
        QCOMPARE(stage["state"_L1], u"done"_s);
    }
    QCOMPARE(stages, (QStringList{u"fetch"_s, u"decode"_s, u"parse"_s, u"digest"_s}));
    for (const auto key : {"output"_L1, "saved_to"_L1})
        QVERIFY(record.contains(key) && record[key].isNull());
    QVERIFY(record["headers"_L1].toArray().contains(QJsonArray{u"content-type"_s, u"application/json"_s}));
}

void TestCli::someJobsFail()
{
    const ProcessRun run = runHeadlessly({url(u"/a"_s), url(u"/missing"_s)});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
    QVERIFY2(run.err.contains("failed #1 " + url(u"/missing"_s).toUtf8() + ": http.status: "),
             run.err.constData());
    QVERIFY2(run.err.contains("2 jobs: 1 succeeded, 1 failed (http.status 1); "), run.err.constData());
}

void TestCli::usageFaultsFetchNothing_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("no input") << QStringList{} << "nothing to fetch"_ba;
    QTest::newRow("unknown flag") << QStringList{u"--nonsense"_s} << "nonsense"_ba;
    QTest::newRow("bad value") << QStringList{u"-j"_s, u"0"_s} << "--jobs: \"0\""_ba;
    QTest::newRow("missing file") << QStringList{u"-i"_s, u"/nonexistent"_s} << "/nonexistent"_ba;
    QTest::newRow("bad header") << QStringList{u"-H"_s, u"A: b\nC: d"_s} << "--header"_ba;
    QTest::newRow("bad format") << QStringList{u"-o"_s, u"results.txt"_s}
                                << "one of jsonl, csv, har, junit, sqlite, dir"_ba;
    QTest::newRow("bad column") << QStringList{u"-o"_s, u"x.csv"_s, u"--columns"_s, u"hue"_s}
                                << "there is no column \"hue\""_ba;
    QTest::newRow("bad pipeline") << QStringList{u"-p"_s, u"/dev/null"_s} << "--pipeline"_ba;
}

void TestCli::usageFaultsFetchNothing()
{
    QFETCH(QStringList, flags);
    QFETCH(QByteArray, part);
    const QStringList input = flags.isEmpty() ? QStringList() : QStringList{url(u"/a"_s)};
    const ProcessRun run = runInflight(QStringList{u"--headless"_s} + flags + input);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(part), run.err.constData());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(m_server->requestCount(), 0);
}

void TestCli::rejectedLinesAreReportedAndTheRestFetched()
{
    const QByteArray list = "# list\nftp://u:p@h/\n" + url(u"/a"_s).toUtf8() +
                            "\nno url here\n\n\x1b[31m.h/\n" + url(u"/b"_s).toUtf8() + '\n';
    const ProcessRun run = runHeadlessly({u"-i"_s, u"-"_s}, list);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
    QVERIFY2(run.err.contains(
                 "rejected stdin:2: \"ftp://•••@h/\": ftp: is not fetched; only http and https are\n"),
             run.err.constData());
    QVERIFY2(run.err.contains("rejected stdin:4: \"no url here\": "), run.err.constData());
    QVERIFY2(run.err.contains("rejected stdin:6: \"\\x1b[31m.h/\": "), run.err.constData());
    QVERIFY2(run.err.contains("; 3 lines of input rejected\n"), run.err.constData());
}

void TestCli::onlyRejectedLines()
{
    const ProcessRun run = runHeadlessly({u"ftp://h/"_s});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains("rejected command line:1: \"ftp://h/\""), run.err.constData());
}

void TestCli::emptyListIsNoError()
{
    const ProcessRun run = runHeadlessly({u"-i"_s, u"-"_s}, "# nothing today\n");
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
}

void TestCli::listsComeFromFilesAndStdin()
{
    const QTemporaryDir folder;
    QFile list(folder.filePath(u"list.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("\xEF\xBB\xBF" + url(u"/0"_s).toUtf8() + "\r\n<" + url(u"/1"_s).toUtf8() + ">,\r\n");
    list.close();
    const ProcessRun run =
        runHeadlessly({u"-i"_s, list.fileName(), u"-i"_s, u"-"_s, url(u"/3"_s)}, url(u"/2"_s).toUtf8());
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QMap<int, QString> urls;
    for (const QJsonObject &record : recordsOf(run.out))
        urls.insert(record["id"_L1].toInt(), record["url"_L1].toString());
    QCOMPARE(urls.values(), (QStringList{url(u"/0"_s), url(u"/1"_s), url(u"/2"_s), url(u"/3"_s)}));
}

void TestCli::duplicatesAreFetchedAndSaid()
{
    const ProcessRun run = runHeadlessly({url(u"/a"_s), url(u"/a#b"_s)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
    QCOMPARE(m_server->countFor("/a"), 2);
    QVERIFY2(run.err.contains("1 of 2 inputs repeat"), run.err.constData());
}

void TestCli::recordsComeInOrderOfCompletion()
{
    const ProcessRun run = runHeadlessly({url(u"/late"_s), url(u"/a"_s)});
    QCOMPARE(run.exitCode, 0);
    const auto records = recordsOf(run.out);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[0]["id"_L1], 1);
    QCOMPARE(records[1]["id"_L1], 0);
}

void TestCli::thousandUrlsNoneLost()
{
    QByteArray list;
    for (int i = 0; i < 1000; ++i)
        list += url(u"/%1"_s.arg(i)).toUtf8() + '\n';
    const ProcessRun run = runHeadlessly({u"-i"_s, u"-"_s, u"--max-per-host"_s, u"64"_s}, list);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const auto records = recordsOf(run.out);
    QCOMPARE(sortedIds(records), idsUpTo(1000));
    for (const QJsonObject &record : records)
        QCOMPARE(record["url"_L1], url(u"/%1"_s.arg(record["id"_L1].toInt())));
    QVERIFY2(run.err.startsWith("1,000 jobs: 1,000 succeeded; "), run.err.constData());
}

void TestCli::dumpSendsNothing()
{
    const ProcessRun run =
        runInflight({u"--dump"_s, u"-d"_s, u"a=1"_s, u"-u"_s, u"me:hush"_s, u"-i"_s, u"-"_s},
                    url(u"/a"_s).toUtf8() + "\nftp://h/\n");
    QCOMPARE(run.exitCode, 2);
    const QJsonObject request = onlyRecord(run);
    QCOMPARE(request["id"_L1], 0);
    QCOMPARE(request["method"_L1], u"POST"_s);
    QCOMPARE(request["url"_L1], url(u"/a"_s));
    QCOMPARE(request["body"_L1], u"a=1"_s);
    QVERIFY(request["headers"_L1].toArray().contains(QJsonArray{u"Authorization"_s, u"•••"_s}));
    QVERIFY2(run.err.contains("rejected stdin:2"), run.err.constData());
    QCOMPARE(m_server->requestCount(), 0);
}

void TestCli::quietAndVerbose()
{
    const ProcessRun quiet = runHeadlessly({u"-q"_s, url(u"/a"_s), url(u"/missing"_s)});
    QCOMPARE(quiet.exitCode, 2);
    QCOMPARE(quiet.err, QByteArray());
    const ProcessRun verbose = runHeadlessly({u"-v"_s, url(u"/a"_s)});
    QVERIFY2(verbose.err.contains("ok #0 " + url(u"/a"_s).toUtf8() + ": 200, 14 B, "),
             verbose.err.constData());
}

void TestCli::secretsAreRedacted()
{
    const QString secret = url(u"/cookie?token=hush&q=1"_s).replace(u"http://"_s, u"http://me:hush@"_s);
    const ProcessRun run = runHeadlessly({secret, url(u"/missing?key=hush"_s), u"-v"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(!run.out.contains("hush"), run.out.constData());
    QVERIFY2(!run.err.contains("hush"), run.err.constData());
    QVERIFY2(run.out.contains("http://•••@127.0.0.1"), run.out.constData());
    QVERIFY2(run.out.contains("token=•••&q=1"), run.out.constData());
    // What is shown is not what is sent.
    QCOMPARE(m_server->countFor("/cookie"), 1);
    bool sent = false;
    for (const ServerRequest &request : m_server->requests())
        sent = sent || (request.target == "/cookie?token=hush&q=1" &&
                        !headerValue(request.headers, "Authorization").isEmpty());
    QVERIFY(sent);
}

void TestCli::secretsOnRequest()
{
    const ProcessRun run = runHeadlessly({u"--with-secrets"_s, url(u"/cookie?token=hush"_s)});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(onlyRecord(run)["url"_L1].toString().endsWith(u"token=hush"));
    QVERIFY(onlyRecord(run)["headers"_L1].toArray().contains(QJsonArray{u"set-cookie"_s, u"id=hush"_s}));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
