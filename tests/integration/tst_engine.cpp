// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "support/enginerun.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const HeaderList jsonType{{"Content-Type", "application/json"}};

QStringList urls(const ScriptServer &server, int count, const QString &path = u"/item/%1"_s)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(server.url(path.arg(i)));
    return list;
}

Script answerJson(const ServerRequest &)
{
    return Script::answer(200, jsonType, R"({"a": 1, "b": [2, 3]})");
}

QList<StageState> stageStates(const JobRecord &record)
{
    QList<StageState> states;
    for (const StageRecord &stage : record.stages)
        states.append(stage.state);
    return states;
}

} // namespace

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
        QCOMPARE(record->snippet, uR"({"a": 1, "b": [2, 3]})"_s);
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
                return Script::answer(200, jsonType, "{bad");
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

    void transientStatusesAreTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        for (const int status : {408, 425, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << 3;
        for (const int status : {400, 401, 403, 404, 410, 501})
            QTest::addRow("%d", status) << status << 1;
    }

    void transientStatusesAreTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const int, requests);
        ScriptServer server([status](const ServerRequest &) { return Script::answer(status, {}, "no"); });
        EngineRun run;
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Failed);
        QCOMPARE(record->fault->faultClass, FaultClass::HttpStatus);
        QCOMPARE(record->fault->stage, u"fetch"_s);
        QCOMPARE(record->status, status);
        QCOMPARE(server.requestCount(), requests);
        QCOMPARE(record->attempts.size(), requests);
        QCOMPARE(record->bytes, 2);
        QCOMPARE(record->snippet, u"no"_s);
        QVERIFY(!record->sha256.isEmpty());
        using S = StageState;
        QCOMPARE(stageStates(*record), (QList<S>{S::Failed, S::Skipped, S::Skipped, S::Skipped}));
    }

    void aRetryThatSucceedsIsASuccess()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number < 2 ? Script::answer(500) : answerJson(request);
        });
        EngineRun run;
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->attempts.size(), 3);
        QCOMPARE(record->attempts.at(0).status, 500);
        QCOMPARE(record->attempts.at(0).fault->faultClass, FaultClass::HttpStatus);
        QCOMPARE(record->attempts.at(2).status, 200);
        QVERIFY(!record->attempts.at(2).fault);
        QVERIFY(run.states(0).contains(JobState::Succeeded));
    }

    void retryAfterHoldsTheOrigin()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number == 0 ? Script::answer(429, {{"Retry-After", "1"}}) : answerJson(request);
        });
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 1;
        EngineRun run(settings);
        QElapsedTimer clock;
        clock.start();
        run.submit(urls(server, 2));
        QTRY_VERIFY(run.view(0).state == JobState::BackingOff);
        QVERIFY(run.table().waitingReason(0, steadyNowMs()).startsWith(u"back-off: attempt 2 in"));
        QTRY_VERIFY(run.table().waitingReason(1, steadyNowMs()).startsWith(u"Retry-After: "));
        QVERIFY(run.finish());
        QVERIFY(clock.elapsed() >= 1000);
        QCOMPARE(run.table().totals().succeeded, 2);
        QCOMPARE(run.record(0)->attempts.size(), 2);
        QVERIFY(run.record(0)->attempts.at(1).backOffMs >= 1000);
    }

    void backOffHoldsNoPlaceAndIsCancelled()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target == "/item/0" ? Script::answer(503, {{"Retry-After", "600"}})
                                               : answerJson(request);
        });
        ScriptServer other(answerJson);
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 1;
        EngineRun run(settings);
        run.submit(urls(server, 1) + urls(other, 1));
        QTRY_COMPARE(run.table().totals().succeeded, 1);
        QCOMPARE(run.view(0).state, JobState::BackingOff);
        run.engine().cancel({0});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Cancelled);
    }

    void thePhasesHaveTheirTimeouts()
    {
        ScriptServer server([](const ServerRequest &request) {
            if (request.target == "/drip")
                return Script::head(200, {{"Content-Length", "1000"}}).drip(QByteArray(1000, 'x'), 1, 50ms);
            return Script::never();
        });
        RunSettings settings = EngineRun::defaults();
        settings.deadlines.firstByte = 200ms;
        settings.deadlines.idle = 200ms;
        settings.deadlines.total = 700ms;
        settings.retry.retries = 1;
        EngineRun run(settings);
        run.submit({server.url(u"/never"_s), server.url(u"/drip"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->fault->faultClass, FaultClass::TimeoutFirstByte);
        QCOMPARE(run.record(0)->attempts.size(), 2);
        QCOMPARE(run.record(1)->fault->faultClass, FaultClass::TimeoutTotal);
        QCOMPARE(run.record(1)->fault->stage, u"fetch"_s);
        QCOMPARE(run.record(1)->attempts.size(), 1);
        QVERIFY(run.record(1)->durationMs < 1500);
    }

    void maxSizeStopsTheTransfer()
    {
        ScriptServer server([](const ServerRequest &request) {
            const auto source = [](qint64, qint64 most) { return QByteArray(most, 'x'); };
            if (request.target == "/announced")
                return Script::head(200, {{"Content-Length", "5000000"}}).stream(5'000'000, source);
            return Script::head(200, {{"Connection", "close"}}).stream(1LL << 33, source).close();
        });
        RunSettings settings = EngineRun::defaults();
        settings.maxSize = 100'000;
        EngineRun run(settings);
        run.submit({server.url(u"/announced"_s), server.url(u"/endless"_s)});
        QVERIFY(run.finish());
        for (const JobId id : {0u, 1u}) {
            QCOMPARE(run.record(id)->state, JobState::Failed);
            QCOMPARE(run.record(id)->fault->faultClass, FaultClass::TooLarge);
            QCOMPARE(run.record(id)->attempts.size(), 1);
        }
        QTRY_COMPARE(server.openConnections(), 0);
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

    void redirectsAreFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("then");
        QTest::newRow("301 GET") << 301 << "GET"_ba
                                 << "GET"_ba;
        QTest::newRow("302 POST") << 302 << "POST"_ba
                                  << "GET"_ba;
        QTest::newRow("303 PUT") << 303 << "PUT"_ba
                                 << "GET"_ba;
        QTest::newRow("307 POST") << 307 << "POST"_ba
                                  << "POST"_ba;
        QTest::newRow("308 PUT") << 308 << "PUT"_ba
                                 << "PUT"_ba;
    }

    void redirectsAreFollowed()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, then);
        ScriptServer server([status](const ServerRequest &request) {
            return request.target == "/from" ? Script::answer(status, {{"Location", "/to?x=1"}}, "go away")
                                             : answerJson(request);
        });
        auto request = std::make_shared<RequestTemplate>();
        request->method = method;
        request->body = "data";
        EngineRun run;
        run.submit({server.url(u"/from"_s)}, request);
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->finalUrl, server.url(u"/to?x=1"_s));
        QCOMPARE(record->redirects, QStringList{server.url(u"/to?x=1"_s)});
        QCOMPARE(server.requests().last().method, then);
        QCOMPARE(server.requests().last().body, then == "GET" ? QByteArray() : "data"_ba);
        QCOMPARE(record->bytes, 21);
    }

    void badRedirectsAreRefused_data()
    {
        QTest::addColumn<HeaderList>("headers");
        QTest::newRow("loop") << HeaderList{{"Location", "/"}};
        QTest::newRow("no location") << HeaderList{};
        QTest::newRow("file") << HeaderList{{"Location", "file:///etc/passwd"}};
        QTest::newRow("not a URL") << HeaderList{{"Location", "http://"}};
    }

    void badRedirectsAreRefused()
    {
        QFETCH(const HeaderList, headers);
        ScriptServer server([headers](const ServerRequest &) { return Script::answer(302, headers); });
        EngineRun run;
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Failed);
        QCOMPARE(run.record(0)->fault->faultClass, FaultClass::Redirect);
        QCOMPARE(run.record(0)->attempts.size(), 1);
        QVERIFY(server.requestCount() <= 11);
    }

    void credentialsStayWithTheirOrigin()
    {
        ScriptServer other(answerJson);
        ScriptServer server([&other](const ServerRequest &request) {
            const QByteArray there = request.target == "/away" ? other.url(u"/"_s).toLatin1() : "/away"_ba;
            return Script::answer(302, {{"Location", there}});
        });
        auto request = std::make_shared<RequestTemplate>();
        request->headers = {{"Authorization", "Bearer secret"}, {"Cookie", "a=b"}, {"X-Own", "kept"}};
        EngineRun run;
        run.submit({server.url(u"/"_s)}, request);
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QCOMPARE(headerValue(server.requests().at(1).headers, "authorization"), "Bearer secret"_ba);
        const HeaderList seen = other.requests().first().headers;
        QVERIFY(headerValue(seen, "authorization").isEmpty());
        QVERIFY(headerValue(seen, "cookie").isEmpty());
        QCOMPARE(headerValue(seen, "x-own"), "kept"_ba);
    }

    void codingsAreUndoneAndFaultsOfStagesNamed()
    {
        ScriptServer server([](const ServerRequest &request) {
            if (request.target == "/gzip")
                return Script::answer(200, {{"Content-Encoding", "gzip"}}, "this is not gzip");
            return Script::answer(200, jsonType, "{\n  \"a\": ,\n}");
        });
        EngineRun run;
        run.submit({server.url(u"/gzip"_s), server.url(u"/json"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->fault->faultClass, FaultClass::Decompression);
        QCOMPARE(run.record(0)->fault->stage, u"decode"_s);
        QCOMPARE(run.record(1)->fault->faultClass, FaultClass::Parse);
        QCOMPARE(run.record(1)->fault->stage, u"parse"_s);
        QVERIFY2(run.record(1)->fault->message.contains(u"line 2"),
                 qPrintable(run.record(1)->fault->message));
        QVERIFY(!run.record(1)->sha256.isEmpty());
        using S = StageState;
        QCOMPARE(stageStates(*run.record(1)), (QList<S>{S::Done, S::Done, S::Failed, S::Skipped}));
        QVERIFY(headerValue(server.requests().first().headers, "accept-encoding").contains("gzip"));
    }

    void answersWithoutABodyAreNoFault_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::newRow("HEAD") << "HEAD"_ba << 200;
        QTest::newRow("204") << "GET"_ba << 204;
        QTest::newRow("empty text") << "GET"_ba << 200;
    }

    void answersWithoutABodyAreNoFault()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, status);
        ScriptServer server([status](const ServerRequest &request) {
            if (request.method == "HEAD")
                return Script::head(200, {{"Content-Type", "application/json"},
                                          {"Content-Encoding", "gzip"},
                                          {"Content-Length", "1234"}});
            const QByteArray type = status == 204 ? "application/json" : "text/plain";
            return Script::answer(status, {{"Content-Type", type}});
        });
        auto request = std::make_shared<RequestTemplate>();
        request->method = method;
        EngineRun run;
        run.submit({server.url(u"/"_s)}, request);
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QVERIFY2(record->state == JobState::Succeeded,
                 qPrintable(record->fault ? record->fault->message : QString()));
        QCOMPARE(record->bytes, 0);
        QCOMPARE(record->attempts.size(), 1);
    }

    void nothingIsAskedOfCachesThatNobodyWrote()
    {
        ScriptServer server(answerJson);
        EngineRun run;
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const HeaderList sent = server.requests().first().headers;
        QVERIFY(headerValue(sent, "cache-control").isEmpty());
        QVERIFY(headerValue(sent, "pragma").isEmpty());
        QVERIFY(headerValue(sent, "user-agent").startsWith("Inflight/"));
    }

    void noAnswerHasNoVersion()
    {
        EngineRun run;
        run.submit({u"http://127.0.0.1:%1/"_s.arg(rawClosedPort())});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->fault->faultClass, FaultClass::Refused);
        QVERIFY(run.record(0)->httpVersion.isEmpty());
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
        QCOMPARE(run.view(1).record->attempts.size(), 2);
        run.engine().retry({0, 99});
        QTRY_COMPARE(run.timesFinished(), 3);
        QCOMPARE(server.countFor("/item/0"), 2);
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
        QTRY_VERIFY(run.view(1).record && run.view(1).record->status == 200);
        QCOMPARE(headerValue(run.view(1).record->headers, "x-seen"), "yes"_ba);
        QVERIFY(!run.view(0).record);
        run.engine().cancelAll();
        QVERIFY(run.finish());
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

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
