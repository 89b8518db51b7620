// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/sessionstoredbodies.h"
#include "support/enginerun.h"
#include "unit/sessiontesting.h"

#include <QTemporaryDir>
#include <QtConcurrentRun>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

/// Nobody answers there: what is fetched fails.
constexpr auto deadUrl = "http://127.0.0.1:1/";

RunSettings jsonSettings()
{
    RunSettings settings = EngineRun::withPipeline(
        R"({"inflight": 1, "name": "p", "stages": [{"stage": "json"}, {"stage": "jq", "filter": ".a"}]})");
    settings.keptBodies = 64LL * 1024 * 1024;
    settings.retry.retries = 0;
    return settings;
}

/// Of a disk that failed since the run was read.
class LostBodies final : public StoredBodies
{
public:
    QFuture<std::optional<ReceivedBody>> find(JobId /*id*/) override
    {
        return QtConcurrent::run([] { return std::optional<ReceivedBody>(); });
    }
};

} // namespace

/// Stages on the bodies of an earlier run, which lie in its session.
class TestStoredBodies final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.inflight"_s); }
    /// A run of jobs that ended with these bodies.
    StoredRun storedWith(const QByteArrayList &bodies)
    {
        MadeSession session(path());
        for (const QByteArray &body : bodies)
            session.end(QString::fromLatin1(deadUrl), JobState::Succeeded, body, [](JobRecord &record) {
                record.headers = {{"content-type", "application/json"}};
                record.stages = {{u"fetch"_s, StageState::Done, {}, {}, {}}};
            });
        return storedRun(session.write());
    }
    void restore(EngineRun &run, const StoredRun &earlier)
    {
        run.engine().restore(earlier.jobs, std::make_shared<SessionStoredBodies>(path()));
        QTRY_COMPARE_WITH_TIMEOUT(run.table().totals().finished(), earlier.jobs.size(), 20'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void goThroughStagesWithoutTheNetwork()
    {
        const QByteArray large = "{\"a\": \"large\", \"b\": \"" + QByteArray(100'000, 'x') + "\"}";
        const StoredRun earlier = storedWith({R"({"a": 1})", large, {}});
        EngineRun run(jsonSettings());
        restore(run, earlier);
        QVERIFY(run.view(0).stored);
        QVERIFY(run.view(1).stored);
        QVERIFY(!run.view(2).stored); // no body came
        run.engine().runAgain({0, 1, 2}, 0);
        QTRY_VERIFY_WITH_TIMEOUT(run.record(0) && run.record(1), 20'000);
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QCOMPARE(run.record(0)->output, "1"_ba);
        QCOMPARE(run.record(1)->output, "\"large\""_ba);
        QCOMPARE(run.record(0)->status, 200); // of the fetch that there was
        QVERIFY(!run.record(2));
        QVERIFY(run.stop(20'000));
    }

    void ofAFetchThatFailedAreLeftAlone()
    {
        MadeSession session(path());
        session.end(QString::fromLatin1(deadUrl), JobState::Failed, "not found", [](JobRecord &record) {
            record.stages = {{u"fetch"_s, StageState::Failed, {}, {}, {}}};
        });
        const StoredRun earlier = storedRun(session.write());
        QVERIFY(earlier.jobs.at(0).stored);
        EngineRun run(jsonSettings());
        restore(run, earlier);
        QVERIFY(!run.view(0).stored);
        run.engine().runAgain({0}, 0);
        QVERIFY(run.stop(20'000));
        QVERIFY(!run.record(0));
        QCOMPARE(run.view(0).state, JobState::Failed);
    }

    void areKnownToTryOuts()
    {
        const StoredRun earlier = storedWith({R"({"a": 7})"});
        EngineRun run(jsonSettings());
        restore(run, earlier);
        std::optional<TryOut> tried;
        QObject::connect(&run.engine(), &Engine::triedOut, &run,
                         [&tried](const TryOut &result) { tried = result; });
        run.engine().tryOut(0, jsonSettings().pipeline);
        QTRY_VERIFY_WITH_TIMEOUT(tried, 20'000);
        QCOMPARE(tried->missing, QString());
        QCOMPARE(tried->steps.constLast().sample.trimmed(), u"7"_s);
        QVERIFY(run.stop(20'000));
    }

    void manyAreCancelledOrDone()
    {
        const StoredRun earlier = storedWith(QByteArrayList(500, R"({"a": 1})"));
        EngineRun run(jsonSettings());
        restore(run, earlier);
        run.engine().runAgain(earlier.ended, 0);
        run.engine().cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(run.table().totals().unfinished() == 0 && run.records().size() == 500,
                                 30'000);
        run.engine().runAgain(earlier.ended, 0);
        QTRY_COMPARE_WITH_TIMEOUT(run.table().totals().succeeded, 500, 30'000);
        QVERIFY(run.stop(20'000));
    }

    void endsWhileTheyAreRead()
    {
        const StoredRun earlier = storedWith(QByteArrayList(200, R"({"a": 1})"));
        EngineRun run(jsonSettings());
        restore(run, earlier);
        run.engine().runAgain(earlier.ended, 0);
        QVERIFY(run.stop(20'000));
        QCOMPARE(run.timesAgain(), QList<bool>{true}); // they have not all been through them
    }

    void whichCannotBeReadLeaveTheirJobsAsTheyWere()
    {
        const StoredRun earlier = storedWith(QByteArrayList(500, R"({"a": 1})"));
        EngineRun run(jsonSettings());
        run.engine().restore(earlier.jobs, std::make_shared<LostBodies>(), earlier.ended);
        QTRY_COMPARE_WITH_TIMEOUT(run.records().size(), 500U, 20'000);
        QTRY_COMPARE(run.table().totals().succeeded, 500);
        QCOMPARE(run.timesAgain(), (QList{true, false}));
        QVERIFY(run.stop(20'000));
    }

    void areRunAgainAsSoonAsTheyAreRestored()
    {
        const StoredRun earlier = storedWith(QByteArrayList(20, R"({"a": 1})"));
        EngineRun run(jsonSettings());
        run.engine().restore(earlier.jobs, std::make_shared<SessionStoredBodies>(path()), earlier.ended);
        QTRY_COMPARE_WITH_TIMEOUT(run.timesFinished(), 1, 20'000);
        // Nobody saw it finished before: all of them had gone through the stages by then.
        QCOMPARE(run.records().size(), 20U);
        QCOMPARE(run.table().totals().succeeded, 20);
        QCOMPARE(run.table().totals().endedInBurst(), 20U);
        QTRY_COMPARE(run.timesAgain(), (QList{true, false}));
        QVERIFY(run.stop(20'000));
    }

    void countAsOfAnEarlierRun()
    {
        MadeSession session(path());
        session.end(QString::fromLatin1(deadUrl), JobState::Succeeded, "x");
        session.end(QString::fromLatin1(deadUrl), JobState::Succeeded, "x");
        session.queue(QString::fromLatin1(deadUrl));
        const StoredRun earlier = storedRun(session.write());
        EngineRun run(jsonSettings());
        run.engine().restore(earlier.jobs);
        QTRY_COMPARE_WITH_TIMEOUT(run.timesFinished(), 1, 20'000);
        QCOMPARE(run.table().totals().finished(), 3);
        QCOMPARE(run.table().totals().endedInBurst(), 1U);
        QVERIFY(run.stop(20'000));
    }

    void areSeenInTheFunnelTheOriginsAndTheSums()
    {
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        const auto ended = [&start](StageState fetch, int status, qint64 afterMs) {
            return [=](JobRecord &record) {
                record.started = start.addMSecs(afterMs);
                record.durationMs = 100;
                record.wireBytes = 1000;
                record.stages = {{u"fetch"_s, fetch, 0.0, 50.0, {}},
                                 {u"json"_s, StageState::Done, 50.0, 1.0, {}}};
                AttemptRecord attempt;
                attempt.state = fetch == StageState::Done ? AttemptState::Succeeded : AttemptState::Failed;
                attempt.status = status;
                attempt.timings.wait = 20;
                if (fetch == StageState::Failed)
                    attempt.fault = Fault{FaultClass::HttpStatus, u"fetch"_s, u"500"_s};
                record.attempts = {attempt};
            };
        };
        MadeSession session(path());
        const QString url = QString::fromLatin1(deadUrl);
        session.end(url, JobState::Succeeded, "x", ended(StageState::Done, 200, 0));
        session.end(url, JobState::Succeeded, "x", ended(StageState::Done, 200, 50));
        session.end(url, JobState::Failed, {}, ended(StageState::Failed, 500, 3'600'000)); // an hour later
        const StoredRun earlier = storedRun(session.write());
        EngineRun run(jsonSettings());
        ChangeBatch seen;
        QObject::connect(&run.engine(), &Engine::updated, &run, [&seen](const ChangeBatch &batch) {
            seen.totals = batch.totals;
            if (!batch.stages.isEmpty())
                seen.stages = batch.stages;
            seen.origins += batch.origins;
        });
        restore(run, earlier);
        QCOMPARE(seen.totals.bytes, 3000);
        QCOMPARE(seen.totals.bytesBefore, 3000);
        QCOMPARE(seen.totals.earlierMs, 250); // the hour between is nobody's
        QCOMPARE(seen.totals.firstStartMs, -1);
        QCOMPARE(seen.stages.size(), 3);
        QCOMPARE(seen.stages.at(0).done, 2U);
        QCOMPARE(seen.stages.at(0).failed, 1U);
        QVERIFY(std::abs(seen.stages.at(0).medianUs - 50'000) < 5'000);
        QCOMPARE(seen.stages.at(1).done, 3U);
        QCOMPARE(seen.stages.at(2).done, 0U);
        QVERIFY(!seen.origins.isEmpty());
        const OriginStatus &origin = seen.origins.constLast();
        QCOMPARE(origin.answers, 3U);
        QCOMPARE(origin.errors.at(static_cast<std::size_t>(FaultClass::HttpStatus)), 1U);
        QCOMPARE(origin.ttfbMedianMs, 20);
        // Once more through the stages, or fetched once more, a job still is one.
        run.engine().runAgain({0, 1}, 0);
        run.engine().retry({2});
        QTRY_COMPARE_WITH_TIMEOUT(run.records().size(), 3U, 20'000);
        QTRY_COMPARE(seen.stages.at(0).failed, 1U);
        QCOMPARE(seen.stages.at(0).done, 2U);
        QTRY_COMPARE(seen.stages.at(1).done + seen.stages.at(1).failed, 2U);
        QVERIFY(run.stop(20'000));
    }

    void whatCannotBeReadStaysAsItWas()
    {
        const StoredRun earlier = storedWith({R"({"a": 1})"});
        EngineRun run(jsonSettings());
        run.engine().restore(earlier.jobs,
                             std::make_shared<SessionStoredBodies>(m_folder->filePath(u"gone"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(run.table().totals().finished(), 1, 20'000);
        run.engine().runAgain({0}, 0);
        QTRY_VERIFY_WITH_TIMEOUT(run.record(0), 20'000);
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QVERIFY(run.stop(20'000));
    }
};

QTEST_GUILESS_MAIN(TestStoredBodies)
#include "tst_storedbodies.moc"
