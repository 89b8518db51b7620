// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QTest>

#include <vector>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// When requests came, in milliseconds from its making on. Any thread.
class Arrivals
{
public:
    Arrivals() { m_clock.start(); }
    void note()
    {
        const QMutexLocker lock(&m_mutex);
        m_times.push_back(m_clock.elapsed());
    }
    std::vector<qint64> times() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_times;
    }

private:
    QElapsedTimer m_clock;
    mutable QMutex m_mutex;
    std::vector<qint64> m_times; ///< guarded by m_mutex
};

/// "" when the i-th request came no sooner than a rate of one every `intervalMs` allows.
QString tooSoon(const std::vector<qint64> &times, qint64 intervalMs)
{
    constexpr qint64 slackMs = 5; // what a late timer may be made up for, and rounding
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i] < static_cast<qint64>(i) * intervalMs - slackMs)
            return u"request %1 came at %2 ms"_s.arg(i).arg(times[i]);
    }
    return {};
}

OriginLimits paused()
{
    return {8, {}, true};
}

QString httpDate(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
}

QString reason(const EngineRun &run, int row)
{
    return run.table().waitingReason(row, steadyNowMs());
}

} // namespace

/// Every origin respected: what the governors do to a run, seen from the servers and in the rows' words.
class TestOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRateIsKept()
    {
        Arrivals arrivals;
        ScriptServer server([&](const ServerRequest &request) {
            arrivals.note();
            return answerJson(request);
        });
        RunSettings settings = EngineRun::defaults();
        settings.rate = {20, 1s};
        EngineRun run(settings);
        run.submit(urls(server, 12));
        QVERIFY(run.finish());
        QCOMPARE(arrivals.times().size(), std::size_t(12));
        QCOMPARE(tooSoon(arrivals.times(), 50), QString());
        QVERIFY(run.table().origin(0)->startedPerSecond > 0);
        QCOMPARE(run.table().totals().rate, (RateLimit{20, 1s}));
    }

    void retriesAndRedirectsCountForTheRate()
    {
        Arrivals arrivals;
        ScriptServer server([&](const ServerRequest &request) {
            arrivals.note();
            if (request.path().startsWith("/item"))
                return Script::answer(302, {{"Location", "/moved" + request.target}});
            return request.repeat == 0 ? Script::answer(500) : answerJson(request);
        });
        RunSettings settings = EngineRun::defaults();
        settings.rate = {1, 50ms};
        EngineRun run(settings);
        run.submit(urls(server, 3));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 3);
        QCOMPARE(arrivals.times().size(), std::size_t(12)); // two attempts of two hops each
        QCOMPARE(tooSoon(arrivals.times(), 50), QString());
    }

    void aRateHoldsUpNoOtherOrigin()
    {
        ScriptServer limited(answerJson);
        ScriptServer other(answerJson);
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 1;
        EngineRun run(settings);
        run.engine().setRate({1, 1h});
        run.submit(urls(limited, 3));
        QTRY_COMPARE(run.table().totals().succeeded, 1);
        run.submit(urls(other, 50));
        QTRY_COMPARE(run.table().originCount(), 2);
        run.engine().setOriginLimits(1, {});
        QTRY_COMPARE(run.table().totals().succeeded, 51);
        QVERIFY2(reason(run, 1).startsWith(u"rate: next in "), qPrintable(reason(run, 1)));
        QCOMPARE(run.table().totals().inFlight, 0);
        run.engine().setRate({1, 1ms}); // acts at once, counted from the last start
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 53);
    }

    void retryAfterHoldsItsOriginAlone_data()
    {
        QTest::addColumn<bool>("asDate");
        QTest::newRow("seconds") << false;
        QTest::newRow("date") << true;
    }

    void retryAfterHoldsItsOriginAlone()
    {
        QFETCH(const bool, asDate);
        Arrivals arrivals;
        ScriptServer busy([&, asDate](const ServerRequest &request) {
            arrivals.note();
            const QByteArray when =
                asDate ? httpDate(QDateTime::currentDateTimeUtc().addSecs(2)).toLatin1() : "1"_ba;
            return request.number == 0 ? Script::answer(503, {{"Retry-After", when}}) : answerJson(request);
        });
        ScriptServer other(answerJson);
        RunSettings settings = EngineRun::defaults();
        settings.perHost = 1;
        settings.retry.retries = 0; // the origin is left alone whether or not the job is tried again
        EngineRun run(settings);
        run.submit(urls(busy, 4) + urls(other, 4));
        QTRY_COMPARE(run.table().totals().succeeded, 4);
        QCOMPARE(run.table().totals().failed, 1);
        QCOMPARE(busy.requestCount(), 1);
        for (const int row : {1, 2, 3})
            QVERIFY2(reason(run, row).startsWith(u"Retry-After: "), qPrintable(reason(run, row)));
        QCOMPARE(run.table().totals().inFlight, 0);
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 7);
        QVERIFY(arrivals.times().at(1) - arrivals.times().at(0) >= 990);
    }

    void anOverloadedOriginIsEasedOffAndRecovers()
    {
        constexpr int first = 8;
        ScriptServer server([](const ServerRequest &request) {
            return request.number < first ? Script().hold().then(Script::answer(429))
                                          : Script().hold().then(answerJson(request));
        });
        RunSettings settings = EngineRun::defaults();
        settings.retry.retries = 0;
        EngineRun run(settings);
        run.submit(urls(server, 100));
        QTRY_COMPARE(server.inProgress(), first);
        server.releaseHeld();
        QTRY_COMPARE(run.table().totals().failed, first);
        QTRY_COMPARE(server.inProgress(), 4);
        QTRY_COMPARE(run.table().origin(0)->allowed, 4);
        QCOMPARE(run.table().origin(0)->limits.maxInFlight, 8);
        QTRY_COMPARE(reason(run, 99), u"host cap 4 of 8: eased off after 429"_s);
        server.release();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 100 - first);
        QCOMPARE(run.table().origin(0)->allowed, 8);
        QCOMPARE(run.table().origin(0)->answers, quint64(100));
        QCOMPARE(run.table().origin(0)->errors[static_cast<std::size_t>(FaultClass::HttpStatus)], 8U);
        QVERIFY(run.table().origin(0)->ttfbMedianMs >= 0);
        QVERIFY(run.table().origin(0)->ttfbP95Ms >= run.table().origin(0)->ttfbMedianMs);
    }

    void timeoutsEaseOffToo()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.number < 8 ? Script::never() : Script().hold().then(answerJson(request));
        });
        RunSettings settings = EngineRun::defaults();
        settings.deadlines.firstByte = 200ms;
        settings.retry.retries = 0;
        EngineRun run(settings);
        run.submit(urls(server, 40));
        QTRY_COMPARE(run.table().totals().failed, 8);
        QTRY_VERIFY(reason(run, 39).startsWith(u"host cap "));
        QVERIFY2(reason(run, 39).endsWith(u" of 8: eased off after a timeout"), qPrintable(reason(run, 39)));
        run.engine().setAdaptive(false);
        QTRY_COMPARE(run.table().origin(0)->allowed, 8);
        QVERIFY(!run.table().totals().adaptive);
        run.engine().cancelAll();
        QVERIFY(run.finish());
    }

    void aPausedOriginLetsTheOtherGoOn()
    {
        ScriptServer one(answerJson);
        ScriptServer two(answerJson);
        EngineRun run;
        run.engine().setPaused(true);
        run.submit(urls(one, 5) + urls(two, 5));
        QTRY_COMPARE(run.table().originCount(), 2);
        QTRY_COMPARE(reason(run, 0), u"paused"_s);
        run.engine().setOriginLimits(0, paused());
        run.engine().setPaused(false);
        QTRY_COMPARE(run.table().totals().succeeded, 5);
        QTRY_COMPARE(reason(run, 0), u"paused: this origin"_s);
        QCOMPARE(one.requestCount(), 0);
        run.engine().setOriginLimits(0, {});
        QVERIFY(run.finish());
    }

    void limitsOfOneOriginChangeWhileItRuns()
    {
        const auto held = [](const ServerRequest &request) {
            return Script().hold().then(answerJson(request));
        };
        ScriptServer one(held);
        ScriptServer two(held);
        RunSettings settings = EngineRun::defaults();
        settings.perHost = 2;
        EngineRun run(settings);
        run.submit(urls(one, 20) + urls(two, 20));
        QTRY_COMPARE(one.inProgress(), 2);
        QTRY_COMPARE(two.inProgress(), 2);
        run.engine().setOriginLimits(1, {6, {}, false});
        QTRY_COMPARE(two.inProgress(), 6);
        QCOMPARE(one.inProgress(), 2);
        QTRY_COMPARE(reason(run, 19), u"host cap 2 of 2"_s);
        QTRY_COMPARE(reason(run, 39), u"host cap 6 of 6"_s);
        QCOMPARE(run.table().totals().perHost, 2);
        run.engine().setPerHost(3);
        QTRY_COMPARE(one.inProgress(), 3);
        QTRY_COMPARE(run.table().origin(1)->limits.maxInFlight, 3);
        one.release();
        two.release();
        QVERIFY(run.finish());
    }

    void limitsBeyondSenseAreBounded()
    {
        ScriptServer server(answerJson);
        EngineRun run;
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        run.engine().setOriginLimits(0, {0, {-3, -5s}, false});
        run.engine().setOriginLimits(77, paused());
        QTRY_COMPARE(run.table().origin(0)->limits.maxInFlight, 1);
        QVERIFY(!run.table().origin(0)->limits.rate.isLimited());
    }

    void aRedirectWaitsForWhereItGoes()
    {
        ScriptServer there(answerJson);
        ScriptServer here([target = there.url(u"/there"_s).toLatin1()](const ServerRequest &) {
            return Script::answer(302, {{"Location", target}});
        });
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 1;
        EngineRun run(settings);
        run.submit({there.url(u"/first"_s)});
        QVERIFY(run.finish());
        run.engine().setOriginLimits(0, paused());
        run.submit({here.url(u"/a"_s), here.url(u"/b"_s)});
        QTRY_COMPARE(run.table().totals().backingOff, 2); // the one that waits keeps no slot from the other
        for (const int row : {1, 2})
            QTRY_COMPARE(reason(run, row), u"paused: this origin"_s);
        QCOMPARE(run.view(1).origin, 1U);
        QCOMPARE(run.view(1).attempt, quint16(1));
        QCOMPARE(run.table().origin(0)->queued, 2);
        QCOMPARE(run.table().totals().inFlight, 0);
        run.engine().cancel({2});
        QTRY_COMPARE(run.table().totals().cancelled, 1);
        run.engine().setOriginLimits(0, {});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(1);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->attempts.size(), 1);
        QCOMPARE(record->finalUrl, there.url(u"/there"_s));
        QCOMPARE(there.requestCount(), 2);
    }

    void noRowWaitsWithoutAReason()
    {
        ScriptServer server([](const ServerRequest &request) {
            return Script().hold().then(request.number % 3 == 0 ? Script::answer(503) : answerJson(request));
        });
        RunSettings settings = EngineRun::defaults();
        settings.concurrency = 3;
        settings.retry.baseDelay = 100ms;
        settings.rate = {25, 1s}; // slower than three slots on a busy machine
        EngineRun run(settings);
        run.submit(urls(server, 60));
        QStringList silent;
        QSet<QString> kinds;
        connect(&run.engine(), &Engine::updated, this, [&] {
            for (int row = 0; row < run.table().size(); ++row) {
                const JobState state = run.table().view(row).state;
                if (state != JobState::Queued && state != JobState::BackingOff)
                    continue;
                const QString why = reason(run, row);
                if (why.isEmpty())
                    silent.append(QString::number(row));
                kinds.insert(why.section(u' ', 0, 0));
            }
        });
        QTRY_COMPARE(reason(run, 59), u"all 3 slots busy"_s);
        server.release();
        QVERIFY(run.finish());
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u' ')));
        // That all slots are busy was seen above; it may become the reason between two updates, as the rate's
        // time passes.
        for (const QString &kind : {u"rate:"_s, u"back-off:"_s})
            QVERIFY2(kinds.contains(kind),
                     qPrintable(kind + u" is not among "_s + kinds.values().join(u' ')));
    }

    void anOriginIsCancelled()
    {
        constexpr int many = 10'000;
        const auto held = [](const ServerRequest &request) {
            return Script().hold().then(answerJson(request));
        };
        ScriptServer one(held);
        ScriptServer two(held);
        EngineRun run;
        run.submit(urls(one, many) + urls(two, 20));
        QTRY_COMPARE(one.inProgress(), 8);
        QTRY_COMPARE(two.inProgress(), 8);
        QElapsedTimer clock;
        clock.start();
        run.engine().cancelOrigin(0);
        run.engine().cancelOrigin(0);
        run.engine().cancelOrigin(99);
        QTRY_COMPARE(run.table().totals().cancelled, many);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QTRY_COMPARE(one.abortedRequests(), 8);
        QCOMPARE(run.table().totals().unfinished(), 20);
        QCOMPARE(run.table().origin(0)->queued, 0);
        two.release();
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 20);
        QCOMPARE(run.records().size(), std::size_t(many + 20));
        one.release();
        run.engine().retry({0, 9999}); // retry after cancel works
        QVERIFY(QTest::qWaitFor([&] { return run.table().totals().succeeded == 22; }));
    }

    void aStageIsCancelled()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target == "/item/0" ? answerJson(request) : Script::never();
        });
        EngineRun run(EngineRun::withPipeline(
            R"({"inflight": 1, "name": "w", "stages": [{"stage": "delay", "ms": 600000}]})"));
        run.submit(urls(server, 3));
        QTRY_COMPARE(server.inProgress(), 2);
        QTRY_VERIFY(!run.view(0).stages.isEmpty() && run.view(0).stages.at(1).state == StageState::Running);
        run.engine().cancelInStage(0);
        QTRY_COMPARE(run.table().totals().cancelled, 2);
        QCOMPARE(run.view(0).state, JobState::Running);
        run.engine().cancelInStage(7);
        run.engine().cancelInStage(-1);
        run.engine().cancelInStage(1);
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Cancelled);
        QCOMPARE(stageStates(*run.record(0)), (QList<StageState>{StageState::Done, StageState::Cancelled}));
    }

    void failedJobsOfAnOriginAreTriedAgain()
    {
        const auto failsFirst = [](const ServerRequest &request) {
            return request.repeat == 0 && request.target != "/item/0" ? Script::answer(404)
                                                                      : answerJson(request);
        };
        ScriptServer one(failsFirst);
        ScriptServer two(failsFirst);
        EngineRun run;
        run.submit(urls(one, 4) + urls(two, 4));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().failed, 6);
        run.engine().retryOrigin(1);
        QVERIFY(QTest::qWaitFor([&] { return run.table().totals().succeeded == 5; }));
        QCOMPARE(run.table().totals().failed, 3);
        QCOMPARE(one.requestCount(), 4);
        QCOMPARE(two.requestCount(), 7);
    }
};

QTEST_GUILESS_MAIN(TestOrigins)
#include "tst_origins.moc"
