// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"

#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobGoesThroughEveryStage()
    {
        ScriptServer server(answerJson);
        EngineRun run;
        run.submit({server.url(u"/a.json"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QVERIFY(record);
        QCOMPARE(record->state, JobState::Succeeded);
        QVERIFY(!record->fault);
        QCOMPARE(record->status, 200);
        QCOMPARE(record->httpVersion, u"1.1"_s);
        QCOMPARE(record->bytes, 21);
        QCOMPARE(record->sha256.size(), 64);
        QCOMPARE(record->snippet, R"({"a": 1, "b": [2, 3]})"_ba);
        QCOMPARE(record->attempts.size(), 1);
        QCOMPARE(record->attempts.first().status, 200);
        QStringList names;
        for (const StageRecord &stage : record->stages) {
            names.append(stage.name);
            QCOMPARE(stage.state, StageState::Done);
            QVERIFY(stage.startedMs && stage.durationMs);
        }
        QCOMPARE(names, (QStringList{u"fetch"_s, u"decode"_s, u"parse"_s, u"digest"_s}));
        QVERIFY2(record->stages.at(2).detail.contains(u"object"), qPrintable(record->stages.at(2).detail));
        QTRY_COMPARE(run.timesFinished(), 1);
        QCOMPARE(run.view(0).state, JobState::Succeeded);
        QVERIFY(run.view(0).record);
        QCOMPARE(run.table().totals().bytes, 21);
    }

    void limitsHoldOverAllAndPerOrigin()
    {
        const auto slowly = [](const ServerRequest &request) { return answerJson(request).after(15ms); };
        ScriptServer one(slowly);
        ScriptServer two(slowly);
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 5;
        settings.perHost = 3;
        EngineRun run(settings);
        run.submit(urls(one, 30) + urls(two, 30));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 60);
        QVERIFY(one.peakInProgress() <= 3);
        QVERIFY(two.peakInProgress() <= 3);
        QCOMPARE(one.peakInProgress() + two.peakInProgress() >= 5, true);
        QCOMPARE(run.table().totals().inFlight, 0);
    }

    void limitsChangeWhileItRuns()
    {
        ScriptServer server(
            [](const ServerRequest &request) { return Script().hold().then(answerJson(request)); });
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 2;
        settings.perHost = 100;
        EngineRun run(settings);
        run.submit(urls(server, 50));
        QTRY_COMPARE(server.inProgress(), 2);
        QTRY_COMPARE(run.table().waitingReason(49, steadyNowMs()), u"all 2 slots busy"_s);
        run.engine().setConcurrency(30);
        QTRY_COMPARE(server.inProgress(), 30);
        run.engine().setPerHost(40);
        run.engine().setConcurrency(100);
        QTRY_COMPARE(server.inProgress(), 40);
        QTRY_COMPARE(run.table().waitingReason(49, steadyNowMs()), u"host cap 40 of 40"_s);
        server.release();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 50);
    }

    void aSlowOriginDoesNotHoldUpAnother()
    {
        ScriptServer stuck([](const ServerRequest &) { return Script::never(); });
        ScriptServer quick(answerJson);
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 6;
        settings.perHost = 4;
        EngineRun run(settings);
        run.submit(urls(stuck, 20) + urls(quick, 20));
        QTRY_COMPARE(run.table().totals().succeeded, 20);
        run.engine().cancelAll();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().cancelled, 20);
    }

    void pauseStartsNothingNewAndEndsWhatRuns()
    {
        ScriptServer server(
            [](const ServerRequest &request) { return Script().hold().then(answerJson(request)); });
        RunSettings settings = EngineRun::defaults();
        settings.perHost = 3;
        EngineRun run(settings);
        run.submit(urls(server, 9));
        QTRY_COMPARE(server.inProgress(), 3);
        run.engine().setPaused(true);
        QTRY_VERIFY(run.table().totals().paused);
        QCOMPARE(run.table().waitingReason(8, steadyNowMs()), u"paused"_s);
        server.release();
        QTRY_COMPARE(run.table().totals().succeeded, 3);
        QCOMPARE(server.requestCount(), 3);
        run.engine().setPaused(false);
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 9);
    }

    void finishedJobsAreTriedAgainOnRequest()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.repeat == 0 && request.target != "/item/0" ? Script::answer(404)
                                                                      : answerJson(request);
        });
        EngineRun run;
        run.submit(urls(server, 3));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().failed, 2);
        QTRY_COMPARE(run.timesFinished(), 1);
        run.engine().retryFailed();
        QTRY_COMPARE(run.table().totals().succeeded, 3);
        QTRY_COMPARE(run.timesFinished(), 2);
        QCOMPARE(server.requestCount(), 5);
        QCOMPARE(run.view(1).record.get()->attempts.size(), 2);
        run.engine().retry({0, 99});
        QTRY_COMPARE(run.timesFinished(), 3);
        QCOMPARE(server.countFor("/item/0"), 2);
    }

    void moreIsSubmittedWhileItRuns()
    {
        ScriptServer server([](const ServerRequest &request) { return answerJson(request).after(10ms); });
        EngineRun run;
        QCOMPARE(run.submit(urls(server, 20)), 0u);
        QTRY_VERIFY(run.table().totals().succeeded > 3);
        QCOMPARE(run.submit(urls(server, 20, u"/more/%1"_s)), 20u);
        QCOMPARE(run.table().size(), 40);
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 40);
    }

    void theWatchedJobShowsItsRecordWhileItRuns()
    {
        ScriptServer server([](const ServerRequest &) {
            return Script::head(200, {{"Content-Length", "9"}, {"X-Seen", "yes"}}).send("1").stall();
        });
        EngineRun run;
        run.submit(urls(server, 2));
        run.engine().watch(1);
        QTRY_VERIFY(run.view(1).record && run.view(1).record.get()->status == 200);
        QCOMPARE(headerValue(run.view(1).record.get()->headers, "x-seen"), "yes"_ba);
        QVERIFY(!run.view(0).record);
        QCOMPARE(run.view(1).record.get()->attempts.size(), 1);
        QCOMPARE(run.view(1).record.get()->attempts.first().status, 200);
        run.engine().cancelAll();
        QVERIFY(run.finish());
    }

    void thoseInSightShowTheirRecordsWhileTheyRun()
    {
        ScriptServer server([](const ServerRequest &) { return Script::never(); });
        EngineRun run;
        run.submit(urls(server, 4));
        QTRY_COMPARE(server.inProgress(), 4);
        run.engine().watchAll({1, 2, 1000});
        QTRY_VERIFY(run.view(1).record && run.view(2).record);
        QCOMPARE(run.view(1).record.get()->attempts.size(), 1);
        QCOMPARE(run.view(1).record.get()->attempts.first().state, AttemptState::Running);
        QTRY_VERIFY(run.view(2).record.get()->attempts.first().sent);
        QVERIFY(!run.view(0).record && !run.view(3).record);
        run.engine().watchAll({3});
        QTRY_VERIFY(run.view(3).record);
        QVERIFY(!run.view(0).record);
        run.engine().cancelAll();
        QVERIFY(run.finish());
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
