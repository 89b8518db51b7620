// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"

#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Long enough for a first request to be at the server before its hedge is, on a busy machine, too.
constexpr milliseconds hedgeAfter = 250ms;
constexpr milliseconds longAfter = 800ms;

RunSettings hedging(std::optional<milliseconds> after = hedgeAfter)
{
    RunSettings settings = EngineRun::defaults();
    settings.hedge = HedgeSettings{after};
    settings.retry.retries = 0;
    settings.adaptive = false;
    return settings;
}

QList<AttemptState> states(const JobRecord &record)
{
    QList<AttemptState> list;
    for (const AttemptRecord &attempt : record.attempts)
        list.append(attempt.state);
    return list;
}

using A = AttemptState;

} // namespace

/// A second attempt beside one that keeps its job waiting.
class TestHedge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuickerOneWins()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number == 0 ? Script::never() : answerJson(request);
        });
        EngineRun run(hedging());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->bytes, 21);
        QCOMPARE(states(*record), (QList<A>{A::Cancelled, A::Succeeded}));
        QCOMPARE(record->attempts.at(0).lostTo, LostTo::Hedge);
        QVERIFY(!record->attempts.at(0).fault);
        QVERIFY(record->attempts.at(1).hedge);
        QVERIFY(record->attempts.at(1).startMs >= hedgeAfter.count());
        QCOMPARE(record->attempts.at(1).status, 200);
        QCOMPARE(run.view(0).attempt, quint16(1));
        using S = StageState;
        QCOMPARE(stageStates(*record), (QList<S>{S::Done, S::Done, S::Done, S::Done}));
        QTRY_COMPARE(server.inProgress(), 0);
        QCOMPARE(server.abortedRequests(), 1);
    }

    void theFirstMayStillWin()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number == 0 ? Script::raw({}).hold().then(answerJson(request)) : Script::never();
        });
        EngineRun run(hedging());
        run.submit({server.url(u"/"_s)});
        run.engine().watchAll({0});
        QTRY_COMPARE(server.requestCount(), 2);
        // While both run, both are told.
        QTRY_VERIFY(run.view(0).record && run.view(0).record.get()->attempts.size() == 2);
        QVERIFY(run.view(0).record.get()->attempts.at(1).hedge);
        server.release();
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(states(*record), (QList<A>{A::Succeeded, A::Cancelled}));
        QCOMPARE(record->attempts.at(1).lostTo, LostTo::First);
        QTRY_COMPARE(server.inProgress(), 0);
    }

    void whereOneFailsTheOtherGoesOn_data()
    {
        QTest::addColumn<int>("failing");
        QTest::newRow("the first fails") << 0;
        QTest::newRow("the second fails") << 1;
    }

    void whereOneFailsTheOtherGoesOn()
    {
        QFETCH(const int, failing);
        ScriptServer server([failing](const ServerRequest &request) {
            if (request.number == failing)
                return Script::raw({}).wait(failing == 0 ? longAfter : 0ms).then(Script::answer(500));
            return Script::raw({}).hold().then(answerJson(request));
        });
        EngineRun run(hedging());
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(server.requestCount(), 2);
        QTRY_COMPARE(server.inProgress(), 1);
        QVERIFY(!run.record(0));
        server.release();
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->status, 200);
        const AttemptRecord &failed = record->attempts.at(failing);
        QCOMPARE(failed.lostTo, failing == 0 ? LostTo::Hedge : LostTo::First);
        QCOMPARE(failed.status, 500);
    }

    void bothFailAsTheFirstDid()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number == 0 ? Script::raw({}).hold().then(Script::answer(500))
                                       : Script::answer(404);
        });
        EngineRun run(hedging());
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(server.requestCount(), 2);
        QTRY_COMPARE(server.inProgress(), 1);
        server.release();
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Failed);
        QCOMPARE(record->status, 500);
        QCOMPARE(states(*record), (QList<A>{A::Failed, A::Failed}));
        QCOMPARE(record->attempts.at(1).status, 404);
        QCOMPARE(record->attempts.at(1).lostTo, LostTo::Nobody);
    }

    void aRetryIsHedgedAgainAndCountsOnce()
    {
        ScriptServer server([](const ServerRequest &request) {
            if (request.number < 2)
                return Script::raw({}).wait(longAfter).then(Script::answer(503));
            return request.number == 2 ? Script::never() : answerJson(request);
        });
        RunSettings settings = hedging();
        settings.retry.retries = 1;
        EngineRun run(settings);
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(states(*record), (QList<A>{A::Failed, A::Failed, A::Cancelled, A::Succeeded}));
        QCOMPARE(run.view(0).attempt, quint16(2));
    }

    void aCancelEndsBoth()
    {
        ScriptServer server([](const ServerRequest &) { return Script::never(); });
        EngineRun run(hedging());
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(server.requestCount(), 2);
        QCOMPARE(run.table().totals().unfinished(), 1);
        run.engine().cancel({0});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Cancelled);
        QCOMPARE(states(*run.record(0)), (QList<A>{A::Cancelled, A::Cancelled}));
        QTRY_COMPARE(server.inProgress(), 0);
        QTRY_COMPARE(run.table().totals().inFlight, 0);
    }

    void onlyWhatMayBeRepeated_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("requests");
        QTest::newRow("POST") << "POST"_ba << 1;
        QTest::newRow("PATCH") << "PATCH"_ba << 1;
        QTest::newRow("PUT") << "PUT"_ba << 2;
    }

    void onlyWhatMayBeRepeated()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, requests);
        ScriptServer server([](const ServerRequest &request) {
            return Script::raw({}).wait(longAfter).then(answerJson(request));
        });
        auto request = std::make_shared<RequestTemplate>();
        request->method = method;
        EngineRun run(hedging());
        run.submit({server.url(u"/"_s)}, request);
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QCOMPARE(server.requestCount(), requests);
    }

    void nobodyWaitsForAHedge()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.path() == "/slow" ? Script::raw({}).wait(600ms).then(answerJson(request))
                                             : Script::raw({}).wait(60ms).then(answerJson(request));
        });
        RunSettings settings = hedging(20ms);
        settings.concurrency = 2;
        EngineRun run(settings);
        run.submit(QStringList{server.url(u"/slow"_s)} + urls(server, 20));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 21);
        QVERIFY(server.peakInProgress() <= 2);
        // All slots were taken or waited for until the others were through.
        const QList<ServerRequest> requests = server.requests();
        QCOMPARE(std::ranges::count(requests.first(21), "/slow"_ba, &ServerRequest::path), 1);
        QTRY_COMPARE(run.table().totals().inFlight, 0);
    }

    void automaticNeedsToKnowTheOrigin()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.path() == "/slow" && request.repeat == 0 ? Script::never() : answerJson(request);
        });
        EngineRun run(hedging(std::nullopt));
        run.submit({server.url(u"/slow"_s)});
        QTRY_COMPARE(server.requestCount(), 1);
        run.submit(urls(server, 10));
        QTRY_COMPARE(run.table().totals().succeeded, 10);
        QCOMPARE(server.countFor("/slow"), 1);
        run.submit(urls(server, 20, u"/more/%1"_s));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 31);
        QCOMPARE(server.countFor("/slow"), 2);
        QVERIFY(run.record(0)->attempts.last().hedge);
    }

    void manyAtOnceLeaveNothingBehind()
    {
        ScriptServer server([](const ServerRequest &request) {
            if (request.repeat == 0 && request.number % 3 == 0)
                return Script::raw({}).wait(300ms).then(answerJson(request));
            return request.number % 5 == 0 ? Script::answer(200, jsonType()).reset() : answerJson(request);
        });
        RunSettings settings = hedging(30ms);
        settings.retry.retries = 5;
        settings.perHost = 32;
        EngineRun run(settings);
        run.submit(urls(server, 200));
        QTRY_VERIFY(run.table().totals().succeeded > 50);
        run.engine().cancel({190, 191, 192, 193, 194, 195});
        QVERIFY(run.finish(30'000));
        QTRY_COMPARE(run.table().totals().inFlight, 0);
        QTRY_COMPARE(server.inProgress(), 0);
        QVERIFY(run.stop());
    }
};

QTEST_GUILESS_MAIN(TestHedge)
#include "tst_hedge.moc"
