// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"
#include "support/functionstage.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

RunSettings settingsFor(std::shared_ptr<const Pipeline> pipeline)
{
    RunSettings settings = EngineRun::defaults();
    settings.pipeline = std::move(pipeline);
    return settings;
}

/// Fails the payload whose URL ends in `bad`.
std::unique_ptr<FunctionStage> failingStage(const QString &bad)
{
    return std::make_unique<FunctionStage>([bad](Payload payload, const StageContext &) {
        if (payload.url.path().endsWith(bad))
            return Outcome<StageResult>(Fault{FaultClass::Transform, {}, u"It does not fit."_s});
        return Outcome<StageResult>(StageResult{std::move(payload), u"fits"_s});
    });
}

/// What jobs in a stage wait for.
class Gate
{
public:
    void open()
    {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }
    /// False when stopped.
    bool pass(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        return m_opened.wait(lock, stop, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_opened;
    bool m_isOpen = false;
};

/// Waits on its pool thread until the gate is open, or the job is stopped.
std::unique_ptr<FunctionStage> gateStage(std::shared_ptr<Gate> gate)
{
    return std::make_unique<FunctionStage>([gate](Payload payload, const StageContext &context) {
        if (!gate->pass(context.stop))
            return Outcome<StageResult>(Cancelled{});
        return Outcome<StageResult>(StageResult{std::move(payload), {}});
    });
}

/// The latest status of a stage that batches told.
class FunnelSpy
{
public:
    explicit FunnelSpy(Engine &engine)
    {
        QObject::connect(&engine, &Engine::updated, &m_context, [this](const ChangeBatch &batch) {
            if (!batch.stages.isEmpty())
                m_stages = batch.stages;
        });
    }
    [[nodiscard]] StageStatus stage(qsizetype index) const { return m_stages.value(index); }
    [[nodiscard]] qsizetype count() const { return m_stages.size(); }

private:
    QObject m_context;
    QList<StageStatus> m_stages;
};

} // namespace

/// Stages as the engine works on them: places, order, faults, and what is left of the payloads.
class TestStages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStageThatThrowsFailsItsJobAlone()
    {
        auto stage = std::make_unique<FunctionStage>([](Payload payload, const StageContext &context) {
            if (context.job == 1)
                throw std::runtime_error("broken");
            return Outcome<StageResult>(StageResult{std::move(payload), {}});
        });
        ScriptServer server(answerJson);
        EngineRun run(settingsFor(handMadePipeline(HandMadeStage{std::move(stage)})));
        run.submit(urls(server, 3));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 2);
        const JobRecordPtr record = run.record(1);
        QCOMPARE(record->fault->faultClass, FaultClass::Internal);
        QCOMPARE(record->fault->stage, u"test"_s);
        QVERIFY(record->fault->message.contains("broken"_L1));
    }

    void onErrorDecidesWhatBecomesOfTheJob_data()
    {
        using S = StageState;
        QTest::addColumn<OnError>("onError");
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QList<StageState>>("stages");
        QTest::newRow("fail") << OnError::Fail << JobState::Failed << QList{S::Done, S::Failed, S::Skipped};
        QTest::newRow("skip") << OnError::Skip << JobState::Succeeded
                              << QList{S::Done, S::Failed, S::Skipped};
        QTest::newRow("keep") << OnError::Keep << JobState::Succeeded << QList{S::Done, S::Failed, S::Done};
    }

    void onErrorDecidesWhatBecomesOfTheJob()
    {
        QFETCH(OnError, onError);
        auto seen = std::make_shared<std::atomic_int>(0);
        ScriptServer server(answerJson);
        EngineRun run(settingsFor(
            handMadePipeline(HandMadeStage{failingStage(u"/0"_s), {std::nullopt, std::nullopt, onError}},
                             HandMadeStage{lookingStage([seen](const Payload &) { ++*seen; })})));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        QTEST(run.record(0)->state, "state");
        QTEST(stageStates(*run.record(0)), "stages");
        QCOMPARE(run.record(0)->stages.at(1).detail.isEmpty(), onError == OnError::Fail);
        QCOMPARE(seen->load(), onError == OnError::Keep ? 1 : 0);
    }

    void aStageHasNoMoreJobsThanWorkers()
    {
        auto now = std::make_shared<std::atomic_int>(0);
        auto most = std::make_shared<std::atomic_int>(0);
        auto stage = std::make_unique<FunctionStage>([now, most](Payload payload, const StageContext &) {
            const int inside = ++*now;
            int seen = *most;
            while (inside > seen && !most->compare_exchange_weak(seen, inside)) {
            }
            QElapsedTimer busy; // as long as others take to come in, were they let
            for (busy.start(); busy.nsecsElapsed() < 500'000;) {
            }
            --*now;
            return Outcome<StageResult>(StageResult{std::move(payload), {}});
        });
        ScriptServer server(answerJson);
        EngineRun run(
            settingsFor(handMadePipeline(HandMadeStage{std::move(stage), {1, std::nullopt, OnError::Fail}})));
        run.submit(urls(server, 40));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 40);
        QCOMPARE(most->load(), 1);
    }

    void aSlowStageSlowsDownTheFetching()
    {
        auto gate = std::make_shared<Gate>();
        ScriptServer server(answerJson);
        RunSettings settings =
            settingsFor(handMadePipeline(HandMadeStage{gateStage(gate), {1, 2, OnError::Fail}}));
        settings.concurrency = 64;
        settings.perHost = 4;
        EngineRun run(settings);
        FunnelSpy funnel(run.engine());
        run.submit(urls(server, 100));
        // One in the stage, two in its queue, and the four that the origin may have wait for room there.
        QTRY_COMPARE(server.requestCount(), 7);
        QTRY_COMPARE(funnel.stage(1).waiting, 6);
        QCOMPARE(funnel.stage(1).active, 1);
        QVERIFY(funnel.stage(1).bottleneck);
        QVERIFY2(funnel.stage(1).reason.contains("1 workers busy, 6 waiting"_L1),
                 qPrintable(funnel.stage(1).reason));
        QVERIFY(!funnel.stage(0).bottleneck);
        QCOMPARE(server.requestCount(), 7);
        gate->open();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 100);
    }

    void jobsThatWaitForRoomAreCancelledAtOnce()
    {
        auto gate = std::make_shared<Gate>();
        ScriptServer server(answerJson);
        RunSettings settings =
            settingsFor(handMadePipeline(HandMadeStage{gateStage(gate), {1, 0, OnError::Fail}}));
        settings.perHost = 4;
        EngineRun run(settings);
        run.submit(urls(server, 20));
        QTRY_COMPARE(server.requestCount(), 5);
        run.engine().cancelAll();
        QVERIFY(run.finish(2000));
        QCOMPARE(run.table().totals().cancelled, 20);
    }

    void theFunnelCountsWhatWentThrough()
    {
        ScriptServer server(answerJson);
        EngineRun run(settingsFor(handMadePipeline(HandMadeStage{failingStage(u"/1"_s)},
                                                   HandMadeStage{lookingStage([](auto &) {})})));
        FunnelSpy funnel(run.engine());
        run.submit(urls(server, 5));
        QVERIFY(run.finish());
        QTRY_COMPARE(funnel.stage(2).done, 4U);
        QCOMPARE(funnel.count(), 3);
        QCOMPARE(funnel.stage(0).name, u"fetch"_s);
        QCOMPARE(funnel.stage(0).done, 5U);
        QCOMPARE(funnel.stage(1).done, 4U);
        QCOMPARE(funnel.stage(1).failed, 1U);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(funnel.stage(i).waiting, 0);
            QCOMPARE(funnel.stage(i).active, 0);
            QVERIFY(funnel.stage(i).medianUs >= 0);
            QVERIFY(funnel.stage(i).p95Us >= funnel.stage(i).medianUs);
            QVERIFY(!funnel.stage(i).bottleneck);
        }
    }

    void cancelledJobsLeaveTheFunnel()
    {
        ScriptServer server([](const ServerRequest &) { return Script().hold(); });
        EngineRun run;
        FunnelSpy funnel(run.engine());
        run.submit(urls(server, 20));
        QTRY_COMPARE(server.inProgress(), 8);
        QTRY_COMPARE(funnel.stage(0).active, 8);
        QCOMPARE(funnel.stage(0).waiting, 12);
        run.engine().cancelAll();
        QVERIFY(run.finish());
        QTRY_COMPARE(funnel.stage(0).active, 0);
        QCOMPARE(funnel.stage(0).waiting, 0);
        QCOMPARE(funnel.stage(0).failed, 0U);
    }

    void aStageGetsWhatItWantsFetchedBeside()
    {
        auto got = std::make_shared<QByteArray>();
        auto stage = std::make_unique<FunctionStage>([got](Payload payload, const StageContext &) {
            *got = payload.beside ? payload.beside->bytes().toByteArray() : payload.besideFault.toUtf8();
            return Outcome<StageResult>(StageResult{std::move(payload), {}});
        });
        stage->besideSuffix = u".sha256"_s;
        ScriptServer server([](const ServerRequest &request) {
            return request.path() == "/a.sha256" ? Script::answer(200, {}, "0123  a") : answerJson(request);
        });
        EngineRun run(settingsFor(handMadePipeline(HandMadeStage{std::move(stage)})));
        run.submit({server.url(u"/a"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QCOMPARE(*got, "0123  a");
        QCOMPARE(run.record(0)->attempts.size(), 1);
        QCOMPARE(run.record(0)->bytes, 21);
    }

    void whatIsNotThereBesideIsSaidToTheStage()
    {
        auto got = std::make_shared<QString>();
        auto stage = lookingStage([got](const Payload &payload) { *got = payload.besideFault; });
        stage->besideSuffix = u".sha256"_s;
        ScriptServer server([](const ServerRequest &request) {
            return request.path() == "/a" ? answerJson(request) : Script::answer(404);
        });
        EngineRun run(settingsFor(handMadePipeline(HandMadeStage{std::move(stage)})));
        run.submit({server.url(u"/a"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QVERIFY2(got->contains("404"_L1), qPrintable(*got));
    }

    void stagesHearOfEveryEndAndWriteBeforeTheRunIsFinished()
    {
        QMutex mutex;
        QList<quint32> ended;
        std::atomic_int settled = 0;
        auto stage = failingStage(u"/1"_s);
        stage->onJobEnded = [&](quint32 job) {
            const QMutexLocker lock(&mutex);
            ended.append(job);
        };
        stage->onSettle = [&]() -> Outcome<Done> {
            ++settled;
            return Fault{FaultClass::Write, {}, u"The disk is full."_s};
        };
        ScriptServer server(answerJson);
        EngineRun run(settingsFor(handMadePipeline(HandMadeStage{std::move(stage)})));
        QStringList problems;
        connect(&run.engine(), &Engine::notWritten, &run.engine(),
                [&](const QString &message) { problems.append(message); });
        int settledWhenFinished = -1;
        connect(&run.engine(), &Engine::allFinished, &run.engine(), [&] { settledWhenFinished = settled; });
        run.submit(urls(server, 3));
        QTRY_VERIFY(settledWhenFinished >= 0);
        QVERIFY(settledWhenFinished >= 1);
        QTRY_VERIFY(!problems.isEmpty());
        QCOMPARE(problems.constFirst(), u"The disk is full."_s);
        std::ranges::sort(ended);
        QCOMPARE(ended, (QList<quint32>{0, 1, 2}));
        QVERIFY(run.stop());
    }
};

QTEST_GUILESS_MAIN(TestStages)
#include "tst_stages.moc"
