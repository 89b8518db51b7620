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
    if (path.startsWith("/missing"))
        return Script::answer(404, {}, "none");
    if (path == "/slow")
        return Script::answer(200, {}, "slow").after(1500ms);
    if (path == "/page")
        return Script::answer(200, {{"Content-Type", "text/html"}}, "<p>page</p>");
    return Script::answer(200, {{"Content-Type", "application/json"}}, R"({"next": "/page"})");
}

} // namespace

/// --filter as a process: which jobs are exported, and that all of them are run.
class TestCliFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptServer>(answerFor); }

    void choosesWhatIsWritten_data();
    void choosesWhatIsWritten();
    void slowJobsAreKnownAtTheirEnd();
    void foundJobsAreKnown();
    void everyOutputIsFiltered();
    void mistakesFetchNothing_data();
    void mistakesFetchNothing();

private:
    [[nodiscard]] QString url(const QString &path) const { return m_server->url(path); }

    std::unique_ptr<ScriptServer> m_server;
};

void TestCliFilter::choosesWhatIsWritten_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<int>>("ids");
    const auto row = [](const char *filter, const QList<int> &ids) {
        QTest::newRow(*filter ? filter : "empty") << QString::fromUtf8(filter) << ids;
    };
    row("", {0, 1, 2, 3});
    row("is:failed", {1, 3});
    row("-is:failed", {0, 2});
    row("status-code:404 missing/2", {3});
    row("error:http", {1, 3});
    row("mime-type:html", {2});
    row("size:<10", {1, 3});
    row("time:>0s attempt:1 method:get stage:fetch", {1, 3});
    row("regexp:\"/missing$\"", {1});
    row("status-code:5xx", {});
}

void TestCliFilter::choosesWhatIsWritten()
{
    QFETCH(QString, filter);
    QFETCH(QList<int>, ids);
    const ProcessRun run = runHeadlessly(
        {u"--filter"_s, filter, url(u"/data"_s), url(u"/missing"_s), url(u"/page"_s), url(u"/missing/2"_s)});
    QCOMPARE(sortedIds(recordsOf(run.out)), ids);
    QCOMPARE(run.exitCode, 2); // two of them failed, whether they are written or not
    QCOMPARE(m_server->requests().size(), 4);
}

/// Also once the session is read again.
void TestCliFilter::slowJobsAreKnownAtTheirEnd()
{
    const QTemporaryDir folder;
    const QString session = folder.filePath(u"s.sqlite"_s);
    const ProcessRun run = runHeadlessly({u"--slow"_s, u"0.1"_s, u"--filter"_s, u"is:slow"_s, u"--session"_s,
                                          session, url(u"/slow"_s), url(u"/page"_s)});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(sortedIds(recordsOf(run.out)), QList{0});
    QCOMPARE(onlyRecord(run)["slow"_L1], true);
    const ProcessRun again = runHeadlessly({u"--filter"_s, u"-is:slow"_s, u"--resume"_s, session});
    QCOMPARE(sortedIds(recordsOf(again.out)), QList{1});
    QVERIFY(!onlyRecord(again).contains("slow"_L1));
}

void TestCliFilter::foundJobsAreKnown()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pipeline.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"inflight": 1, "name": "next", "stages": [{"stage": "json"},
                   {"stage": "follow", "url": "/next", "then": "rest"}]})");
    file.close();
    const ProcessRun run = runHeadlessly({u"-p"_s, path, u"--filter"_s, u"is:found"_s, url(u"/data"_s)});
    const QJsonObject record = onlyRecord(run);
    QCOMPARE(record["url"_L1].toString(), url(u"/page"_s));
}

void TestCliFilter::everyOutputIsFiltered()
{
    QTemporaryDir folder;
    const QString lines = folder.filePath(u"out.jsonl"_s);
    const QString table = folder.filePath(u"out.csv"_s);
    const ProcessRun run = runInflight({u"--headless"_s, u"-o"_s, lines, u"-o"_s, table, u"--filter"_s,
                                        u"is:failed"_s, url(u"/data"_s), url(u"/missing"_s)});
    QCOMPARE(run.exitCode, 2);
    QFile written(lines);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(sortedIds(recordsOf(written.readAll())), QList<int>{1});
    QFile csv(table);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray rows = csv.readAll();
    QVERIFY(rows.contains("/missing"));
    QVERIFY(!rows.contains("/data"));
}

void TestCliFilter::mistakesFetchNothing_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("says");
    QTest::newRow("value") << u"json is:odd"_s << u"--filter: Column 6, “is:odd”: is: needs one of"_s;
    QTest::newRow("keyword") << u"colour:red"_s << u"Column 1, “colour:red”: “colour:” is not a keyword"_s;
    QTest::newRow("quote") << u"a \"b"_s << u"Column 3, “\"b”: the quote"_s;
}

void TestCliFilter::mistakesFetchNothing()
{
    QFETCH(QString, filter);
    QFETCH(QString, says);
    const ProcessRun run = runHeadlessly({u"--filter"_s, filter, url(u"/data"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(QString::fromUtf8(run.err).contains(says), run.err.constData());
    QVERIFY(run.out.isEmpty());
    QCOMPARE(m_server->requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestCliFilter)
#include "tst_clifilter.moc"
