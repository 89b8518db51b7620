// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "support/testsupport.h"
#include "unit/sessiontesting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

/// --merge, and sessions that are opened, as a process.
class TestMergedRuns final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// A session of the paths, one URL each.
    QString fetched(const QString &name, const QStringList &paths)
    {
        QByteArray list;
        for (const QString &each : paths)
            list += m_server->url(each).toUtf8() + '\n';
        runInflight({u"--headless"_s, u"-q"_s, u"-n"_s, u"--retry"_s, u"0"_s, u"-i"_s, u"-"_s, u"--session"_s,
                     path(name)},
                    list);
        return path(name);
    }
    ProcessRun merged(const QStringList &arguments)
    {
        return runInflight(QStringList{u"--headless"_s, u"--merge"_s} + arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptServer> m_server;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptServer>([](const ServerRequest &request) {
            return Script::answer(request.path().startsWith("/missing") ? 404 : 200, {}, request.path());
        });
    }

    void joinsSessionsWithoutFetching()
    {
        const QString a = fetched(u"a.inflight"_s, {u"/0"_s, u"/1"_s});
        const QString b = fetched(u"b.inflight"_s, {u"/2"_s, u"/missing"_s, u"/1"_s});
        const qsizetype requests = m_server->requests().size();
        const ProcessRun run =
            merged({a, b, u"--session"_s, path(u"whole.inflight"_s), u"-o"_s, path(u"whole.jsonl"_s)});
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains("2 sessions, 4 inputs, 1 of which"), run.err.constData());
        QFile records(path(u"whole.jsonl"_s));
        QVERIFY(records.open(QIODevice::ReadOnly));
        QCOMPARE(sortedIds(recordsOf(records.readAll())), idsUpTo(4));
        QCOMPARE(m_server->requests().size(), requests);
        // And it can be gone on with as any other.
        const ProcessRun resumed = runInflight({u"--headless"_s, u"--resume"_s, path(u"whole.inflight"_s)});
        QCOMPARE(resumed.exitCode, 2);
        QCOMPARE(m_server->requests().size(), requests);
    }

    void isASuccessWhenEveryJobIsOne()
    {
        const QString a = fetched(u"a.inflight"_s, {u"/0"_s});
        const QString b = fetched(u"b.inflight"_s, {u"/1"_s});
        // Named once or before each: both are meant.
        const ProcessRun run =
            merged({a, u"--merge"_s, b, u"--session"_s, path(u"whole.inflight"_s), u"-q"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
    }

    void refusesWhatIsNoSession()
    {
        const QString a = fetched(u"a.inflight"_s, {u"/0"_s});
        QFile list(path(u"list.txt"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("http://h.test/\n");
        list.close();
        const QString whole = path(u"whole.inflight"_s);
        const ProcessRun noSession = merged({a, list.fileName(), u"--session"_s, whole});
        QCOMPARE(noSession.exitCode, 1);
        QVERIFY2(noSession.err.contains("it is not a session of Inflight"), noSession.err.constData());
        QCOMPARE(merged({a, path(u"none"_s), u"--session"_s, whole}).exitCode, 1);
        QCOMPARE(merged({a, a, u"--session"_s, whole}).exitCode, 1);
        QCOMPARE(merged({a, u"--session"_s, a}).exitCode, 1);
        QCOMPARE(merged({a, u"-i"_s, list.fileName(), u"--session"_s, whole}).exitCode, 1);
        QVERIFY(!QFile::exists(whole));
        QCOMPARE(merged({a, u"--session"_s, path(u"list.txt/whole.inflight"_s)}).exitCode, 3);
    }

    void aRunIsFetchedAgain()
    {
        const QString a = fetched(u"a.inflight"_s, {u"/0"_s, u"/missing"_s, u"/2"_s});
        const qsizetype requests = m_server->requests().size();
        const ProcessRun failed = runHeadlessly({a, u"--again"_s, u"failed"_s});
        QCOMPARE(failed.exitCode, 2);
        QCOMPARE(sortedIds(recordsOf(failed.out)), idsUpTo(3)); // each of them once
        QCOMPARE(m_server->requests().size(), requests + 1);
        const QString b = path(u"b.inflight"_s);
        const ProcessRun all = runHeadlessly({a, u"--again"_s, u"all"_s, u"--session"_s, b});
        QCOMPARE(all.exitCode, 2);
        QCOMPARE(sortedIds(recordsOf(all.out)), idsUpTo(3));
        QCOMPARE(m_server->requests().size(), requests + 4);
        QCOMPARE(sortedIds(recordsOf(runHeadlessly({b}).out)), idsUpTo(3));
        QCOMPARE(runHeadlessly({a, u"--again"_s, u"some"_s}).exitCode, 1);
        QCOMPARE(runHeadlessly({m_server->url(u"/0"_s), u"--again"_s, u"all"_s}).exitCode, 1);
    }

    void stagesRunAgainWithoutFetching()
    {
        const auto withFetch = [](StageState state) {
            return [state](JobRecord &record) {
                record.headers = {{"content-type", "application/json"}};
                record.stages = {{u"fetch"_s, state, {}, {}, {}}};
            };
        };
        MadeSession made(path(u"a.inflight"_s));
        made.end(m_server->url(u"/0"_s), JobState::Succeeded, R"({"a": "zero"})",
                 withFetch(StageState::Done));
        made.end(m_server->url(u"/1"_s), JobState::Failed, R"({"a": "one"})", withFetch(StageState::Failed));
        made.end(m_server->url(u"/2"_s), JobState::Succeeded, R"({"a": "two"})", withFetch(StageState::Done));
        made.queue(m_server->url(u"/3"_s));
        const QString a = made.write();
        const QStringList before = jobsIn(storedRun(a));
        QFile pipeline(path(u"p.json"_s));
        QVERIFY(pipeline.open(QIODevice::WriteOnly));
        pipeline.write(R"({"inflight": 1, "name": "p", "stages": [{"stage": "json"},
                           {"stage": "jq", "filter": ".a"}]})");
        pipeline.close();
        const QStringList again{a, u"--again"_s, u"stages"_s, u"-p"_s, pipeline.fileName()};

        // Into a new session: the earlier one is as it was.
        const QString b = path(u"b.inflight"_s);
        const ProcessRun anew = runHeadlessly(again + QStringList{u"--session"_s, b});
        QVERIFY2(anew.exitCode == 2, anew.err.constData());
        QCOMPARE(sortedIds(recordsOf(anew.out)), idsUpTo(3)); // each of them once
        QVERIFY2(anew.err.contains("1 of them was not fetched"), anew.err.constData());
        QCOMPARE(jobsIn(storedRun(b)), before);
        QCOMPARE(storedRun(b).jobs.at(0).record->output, "\"zero\""_ba);
        QCOMPARE(bodyIn(b, 1), R"({"a": "one"})"_ba);
        QCOMPARE(bodyIn(b, 2), R"({"a": "two"})"_ba);
        QCOMPARE(storedRun(a).jobs.at(0).record->output, QByteArray());

        // Into its own.
        QCOMPARE(runHeadlessly(again).exitCode, 2);
        QCOMPARE(jobsIn(storedRun(a)), before);
        QCOMPARE(storedRun(a).jobs.at(2).record->output, "\"two\""_ba);
        QCOMPARE(bodyIn(a, 2), R"({"a": "two"})"_ba);
        QCOMPARE(m_server->requestCount(), 0);
    }

    void aSessionAmongTheInputsIsOpenedAndNothingFetched()
    {
        const QString a = fetched(u"a.inflight"_s, {u"/0"_s, u"/1"_s});
        const qsizetype requests = m_server->requests().size();
        const ProcessRun run = runHeadlessly({a});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
        QCOMPARE(m_server->requests().size(), requests);
        QCOMPARE(runHeadlessly({a, m_server->url(u"/2"_s)}).exitCode, 1);
        // Reading leaves nothing behind.
        QCOMPARE(QDir(m_folder->path()).entryList({u"a.*"_s}, QDir::Files), QStringList{u"a.inflight"_s});
    }
};

QTEST_GUILESS_MAIN(TestMergedRuns)
#include "tst_mergedruns.moc"
