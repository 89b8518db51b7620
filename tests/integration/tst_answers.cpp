// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"

#include "demo/gzip.h"

#include <QElapsedTimer>
#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(record->snippet, "no"_ba);
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
        QVERIFY(run.table().waitingReason(0, steadyNowMs()).startsWith(u"Retry-After: "));
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
        QCOMPARE(run.table().origin(run.view(0).origin)->backingOff, 1);
        QCOMPARE(run.table().origin(run.view(1).origin)->backingOff, 0);
        run.engine().cancel({0});
        QVERIFY(run.finish());
        QCOMPARE(run.table().origin(run.view(0).origin)->backingOff, 0);
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
        // Also with GET: search engines take queries so.
        QCOMPARE(server.requests().first().body, "data"_ba);
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
            return Script::answer(200, jsonType(), "{\n  \"a\": ,\n}");
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

    void everyCodingOfAnAnswerIsUndone_data()
    {
        QTest::addColumn<HeaderList>("headers");
        QTest::newRow("transfer coding") << HeaderList{{"Transfer-Encoding", "gzip"}};
        QTest::newRow("content and transfer coding")
            << HeaderList{{"Content-Encoding", "identity"}, {"Transfer-Encoding", "gzip"}};
        QTest::newRow("two fields") << HeaderList{{"Content-Encoding", "identity"},
                                                  {"Content-Encoding", "gzip"}};
    }

    void everyCodingOfAnAnswerIsUndone()
    {
        QFETCH(const HeaderList, headers);
        ScriptServer server([headers](const ServerRequest &) {
            HeaderList all = headers;
            all.append(Header{"Connection", "close"});
            return Script::head(200, all).send(gzipped("in plain words")).close();
        });
        EngineRun run;
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QVERIFY2(record->state == JobState::Succeeded,
                 qPrintable(record->fault ? record->fault->message : QString()));
        QCOMPARE(record->snippet, "in plain words"_ba);
        QCOMPARE(record->bytes, 14);
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
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
