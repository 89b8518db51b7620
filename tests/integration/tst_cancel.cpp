// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/gzip.h"
#include "enginetesting.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelStopsAtEveryPlace()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target.startsWith("/never") ? Script::never() : answerJson(request);
        });
        RunSettings settings = EngineRun::withPipeline(
            R"({"inflight": 1, "name": "t", "stages": [{"stage": "decode"}, {"stage": "delay", "ms": 600000}]})");
        settings.perHost = 2;
        EngineRun run(settings);
        run.submit({server.url(u"/never/0"_s), server.url(u"/quick"_s), server.url(u"/never/1"_s),
                    server.url(u"/never/2"_s)});
        // 0 and 2 are fetched, 1 is in the delay stage (which holds no place at the host), 3 is queued.
        QTRY_COMPARE(server.inProgress(), 2);
        QTRY_VERIFY(run.view(1).stages.size() == 3 && run.view(1).stages.at(2).state == StageState::Running);
        QCOMPARE(run.view(3).state, JobState::Queued);
        QElapsedTimer clock;
        clock.start();
        run.engine().cancel({3, 1, 0, 1, 0, 77});
        QTRY_COMPARE(run.table().totals().cancelled, 3);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        using S = StageState;
        QCOMPARE(stageStates(*run.record(0)), (QList<S>{S::Cancelled, S::Skipped, S::Skipped}));
        QCOMPARE(stageStates(*run.record(1)), (QList<S>{S::Done, S::Done, S::Cancelled}));
        QCOMPARE(stageStates(*run.record(3)), (QList<S>{S::Cancelled, S::Skipped, S::Skipped}));
        for (const JobId id : {0u, 1u, 3u}) {
            QCOMPARE(run.record(id)->state, JobState::Cancelled);
            QVERIFY(!run.record(id)->fault);
        }
        QCOMPARE(run.view(2).state, JobState::Running);
        QTRY_COMPARE(server.openConnections(), 1); // that of 2
        run.engine().cancelAll();
        QVERIFY(run.finish());
        QCOMPARE(run.records().size(), std::size_t(4));
    }

    void whatWaitsForTheCpuEndsWhileOthersCompute()
    {
        const QByteArray bomb = gzipped(QByteArray(128'000'000, ' '));
        ScriptServer server([&bomb](const ServerRequest &) {
            return Script::answer(200, {{"Content-Encoding", "gzip"}, {"Content-Type", "text/plain"}}, bomb);
        });
        const int threads = QThread::idealThreadCount();
        RunSettings settings = EngineRun::defaults();
        settings.perHost = 2 * threads + 2;
        EngineRun run(settings);
        run.submit(urls(server, settings.perHost));
        const auto decoding = [&run](StageState state) {
            QList<JobId> ids;
            for (JobId id = 0; id < static_cast<JobId>(run.table().size()); ++id) {
                if (run.view(id).stages.size() > 1 && run.view(id).stages.at(1).state == state)
                    ids.append(id);
            }
            return ids;
        };
        QTRY_COMPARE(decoding(StageState::Waiting).size(), threads + 2);
        QTRY_COMPARE(decoding(StageState::Running).size(), threads);
        const QList<JobId> waiting = decoding(StageState::Waiting);
        run.engine().cancel(waiting);
        QTRY_COMPARE(run.table().totals().cancelled, waiting.size());
        QCOMPARE(run.table().totals().unfinished(), threads);
        run.engine().cancelAll();
        QVERIFY(run.finish());
    }

    void aCancelledJobFreesItsPlaceForTheNext()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target == "/item/0" ? Script::never() : answerJson(request);
        });
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 1;
        EngineRun run(settings);
        run.submit(urls(server, 3));
        QTRY_COMPARE(server.inProgress(), 1);
        run.engine().cancel({0});
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 2);
        QCOMPARE(run.table().totals().cancelled, 1);
    }

    void everyInputGivesExactlyOneRecordWhateverHappens()
    {
        ScriptServer server([](const ServerRequest &request) {
            switch (request.number % 5) {
            case 0:
                return Script::answer(404);
            case 1:
                return Script().reset();
            case 2:
                return Script::answer(200, jsonType(), "{bad");
            default:
                return answerJson(request).after(std::chrono::milliseconds(request.number % 7));
            }
        });
        RunSettings settings = EngineRun::defaults();
        settings.retry.retries = 1;
        EngineRun run(settings);
        constexpr int count = 400;
        run.submit(urls(server, count));
        // Cancels that race with completion.
        for (JobId id = 0; id < count; id += 3) {
            run.engine().cancel({id});
            if (id % 30 == 0)
                (void)QTest::qWaitFor(
                    [&] { return run.table().totals().finished() > static_cast<int>(id) / 2; }, 200);
        }
        QVERIFY(run.finish());
        QList<JobId> ids;
        for (const JobRecordPtr &record : run.records()) {
            ids.append(record->id);
            QCOMPARE(record->fault.has_value(), record->state == JobState::Failed);
        }
        std::ranges::sort(ids);
        QCOMPARE(ids.size(), count);
        for (JobId id = 0; id < count; ++id)
            QCOMPARE(ids.at(id), id);
        const RunTotals &totals = run.table().totals();
        QCOMPARE(totals.all(), count);
        int succeeded = 0;
        for (int row = 0; row < count; ++row)
            succeeded += run.table().view(row).state == JobState::Succeeded ? 1 : 0;
        QCOMPARE(totals.succeeded, succeeded);
    }

    void slowJobsAreMarkedAndCancelledTogether()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target.startsWith("/slow") ? Script::never() : answerJson(request).after(20ms);
        });
        EngineRun run;
        run.submit(urls(server, 30));
        QVERIFY(run.finish());
        run.submit({server.url(u"/slow/a"_s), server.url(u"/slow/b"_s)});
        QTRY_COMPARE(run.table().totals().slow, 2);
        QVERIFY(run.view(30).slow);
        QVERIFY2(run.view(30).slowMedianMs >= 15 && run.view(30).slowMedianMs < 200,
                 qPrintable(QString::number(run.view(30).slowMedianMs)));
        run.engine().cancelSlow();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().cancelled, 2);
        QCOMPARE(run.table().totals().slow, 0);
    }

    void aFixedThresholdMarksSlow()
    {
        ScriptServer server([](const ServerRequest &) { return Script::never(); });
        RunSettings settings = EngineRun::defaults();
        settings.slowAfter = 150ms;
        EngineRun run(settings);
        run.submit({server.url(u"/"_s)});
        QTRY_VERIFY(run.view(0).slow);
        QCOMPARE(run.view(0).slowMedianMs, -1);
        run.engine().cancelAll();
        QVERIFY(run.finish());
    }

    void cancelSlowFailsAsSlow()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target == "/slow" ? Script::never() : answerJson(request);
        });
        RunSettings settings = EngineRun::withPipeline(
            R"({"inflight": 1, "name": "t", "stages": [{"stage": "decode"}, {"stage": "delay", "ms": 5000}]})");
        settings.cancelSlowAfter = 200ms;
        EngineRun run(settings);
        run.submit({server.url(u"/slow"_s), server.url(u"/quick"_s)});
        QVERIFY(run.finish(3000));
        for (const JobId id : {0u, 1u}) {
            QCOMPARE(run.record(id)->state, JobState::Failed);
            QCOMPARE(run.record(id)->fault->faultClass, FaultClass::Slow);
        }
        QCOMPARE(run.record(0)->fault->stage, u"fetch"_s);
        QCOMPARE(run.record(0)->attempts.size(), 1);
        QCOMPARE(run.record(1)->fault->stage, u"delay"_s);
    }

    void retryAfterCancelWorks()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.repeat == 0 ? Script::never() : answerJson(request);
        });
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 1;
        EngineRun run(settings);
        run.submit(urls(server, 2));
        QTRY_COMPARE(server.inProgress(), 1);
        run.engine().cancelAll();
        run.engine().cancelAll();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().cancelled, 2);
        run.engine().retry({0});
        QTRY_COMPARE(run.table().totals().succeeded, 1);
        run.engine().retry({1}); // never answered before: cancelled in the queue
        QTRY_COMPARE(server.inProgress(), 1);
        run.engine().cancelAll();
        QVERIFY(run.finish());
    }

    void tenThousandJobsAndCancelAll()
    {
        ScriptServer server([](const ServerRequest &) { return Script::never(); }, {std::nullopt, false});
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 100;
        settings.perHost = 100;
        EngineRun run(settings);
        run.submit(urls(server, 10'000));
        QTRY_COMPARE(server.inProgress(), 100);
        run.engine().cancelAll();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().cancelled, 10'000);
        QCOMPARE(run.records().size(), std::size_t(10'000));
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void stoppingIsPromptAndLeavesNothing()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number % 2 ? Script::never()
                                      : Script::head(200, {{"Content-Length", "9"}}).send("1").stall();
        });
        const auto once = [&server] {
            RunSettings settings = EngineRun::defaults();
            settings.perHost = 40;
            EngineRun run(settings);
            run.submit(urls(server, 200));
            if (!QTest::qWaitFor([&server] { return server.inProgress() == 40; }))
                return false;
            return run.stop() && run.records().size() == 200 && run.table().totals().cancelled == 200;
        };
        QVERIFY(once());
        QTRY_COMPARE(server.openConnections(), 0);
        const int descriptors = openFileDescriptors();
        const int threads = processThreads();
        QVERIFY(once());
        QTRY_COMPARE(server.openConnections(), 0);
        QTRY_VERIFY(openFileDescriptors() <= descriptors);
        QTRY_VERIFY(processThreads() <= threads);
    }

    void anEngineIsDestroyedWhileItRuns()
    {
        ScriptServer server([](const ServerRequest &) { return Script::never(); });
        {
            EngineRun run;
            run.submit(urls(server, 20));
            QTRY_COMPARE(server.inProgress(), 8);
        }
        QTRY_COMPARE(server.openConnections(), 0);
        const EngineRun idle;
    }

    /// The second story: five items through two stages of a second end in about two seconds, each can be
    /// cancelled.
    void fiveItemsThroughTwoOneSecondStages()
    {
        ScriptServer server(answerJson);
        const QByteArray twoSeconds =
            R"({"inflight": 1, "name": "two", "stages": [{"stage": "delay", "ms": 1000}, {"stage": "delay", "ms": 1000}]})";
        {
            EngineRun run(EngineRun::withPipeline(twoSeconds));
            QElapsedTimer clock;
            clock.start();
            run.submit(urls(server, 5));
            QVERIFY(run.finish());
            const qint64 took = clock.elapsed();
            QVERIFY2(took >= 2000 && took < 5000, qPrintable(QString::number(took)));
            QCOMPARE(run.table().totals().succeeded, 5);
        }
        for (JobId victim = 0; victim < 5; ++victim) {
            EngineRun run(EngineRun::withPipeline(twoSeconds));
            run.submit(urls(server, 5));
            QTRY_VERIFY(run.view(victim).stages.size() == 3 &&
                        run.view(victim).stages.at(1).state == StageState::Running);
            run.engine().cancel({victim});
            QTRY_COMPARE(run.view(victim).state, JobState::Cancelled);
            QTRY_COMPARE(run.table().totals().inFlight, 4);
            QCOMPARE(run.record(victim)->stages.at(1).state, StageState::Cancelled);
            QCOMPARE(run.table().totals().running, 4);
            QVERIFY(run.stop());
            QCOMPARE(run.table().totals().cancelled, 5);
        }
    }
};

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
