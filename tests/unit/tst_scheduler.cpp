// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/scheduler.h"

#include "async/scope.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A scheduler whose jobs run until the test ends them.
struct Bench
{
    explicit Bench(int concurrency = 64, OriginLimits limits = {}, bool adaptive = true)
        : scheduler(executor, deadlines, concurrency, Scheduler::Defaults{limits, adaptive},
                    [this](JobId id, Slot slot, qint64) {
                        order.push_back(id);
                        if (!endsAtOnce)
                            running.emplace(id, std::move(slot));
                    })
    {
        scheduler.onChange([this] { ++changes; });
    }

    ~Bench() { running.clear(); }
    Q_DISABLE_COPY_MOVE(Bench)

    quint32 origin(const QString &host) { return scheduler.originIndex({u"http"_s, host, 80}); }
    void enqueue(quint32 origin, JobId first, int count)
    {
        for (int i = 0; i < count; ++i)
            scheduler.enqueue(first + static_cast<JobId>(i), origin);
    }
    void end(JobId id) { running.erase(id); }
    [[nodiscard]] int started() const { return static_cast<int>(order.size()); }
    /// The newest status of `origin`.
    const OriginStatus &status(quint32 origin)
    {
        for (const OriginStatus &each : scheduler.takeChangedOrigins())
            statuses[each.index] = each;
        return statuses[origin];
    }
    /// A request of the job that runs ends in `status` after it was sent only just now.
    void answer(quint32 origin, int status, std::optional<std::chrono::milliseconds> retryAfter = {})
    {
        RequestEnd end;
        end.startedAt = OriginGovernor::Clock::now();
        end.status = status;
        end.retryAfter = retryAfter;
        scheduler.requestEnded(origin, end);
    }

    Executor executor;
    DeadlineQueue deadlines{executor};
    std::vector<JobId> order;
    std::map<JobId, Slot> running;
    std::map<quint32, OriginStatus> statuses;
    int changes = 0;
    bool endsAtOnce = false;
    Scheduler scheduler;
};

/// Comes back for a slot and keeps it for the test to drop; notes when it was stopped instead.
QCoro::Task<> comeBack(Bench &bench, JobId id, quint32 origin, bool &stopped, std::stop_token stop)
{
    std::optional<Slot> slot = co_await bench.scheduler.acquire(origin, stop);
    stopped = !slot;
    if (!slot)
        co_return;
    bench.order.push_back(id);
    bench.running.insert_or_assign(id, std::move(*slot));
}

OriginLimits most(int inFlight, RateLimit rate = {})
{
    return {inFlight, rate, false};
}

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void originsTakeTurns()
    {
        Bench bench(1);
        const quint32 a = bench.origin(u"a"_s);
        const quint32 b = bench.origin(u"b"_s);
        bench.enqueue(a, 0, 3);
        bench.enqueue(b, 10, 3);
        for (int i = 1; i <= 6; ++i) {
            QTRY_COMPARE(bench.started(), i);
            bench.end(bench.order.back());
        }
        QCOMPARE(bench.order, (std::vector<JobId>{0, 10, 1, 11, 2, 12}));
    }

    void aRateSpacesStartsAndLetsOthersGoOn()
    {
        Bench bench(1, most(100));
        bench.endsAtOnce = true;
        const quint32 limited = bench.origin(u"limited"_s);
        const quint32 other = bench.origin(u"other"_s);
        bench.scheduler.setLimits(limited, most(100, {10, 1s}));
        QElapsedTimer clock;
        clock.start();
        bench.enqueue(limited, 0, 5);
        bench.enqueue(other, 10, 50);
        QTRY_VERIFY(bench.started() >= 51);
        // All but those that the rate held back went before its third.
        QVERIFY(std::ranges::find(bench.order, JobId(2)) > bench.order.begin() + 50);
        QCOMPARE(bench.status(other).nextStartMs, -1);
        QTRY_COMPARE(bench.started(), 55);
        QVERIFY2(clock.elapsed() >= 4 * 100 - 4, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(bench.status(limited).nextStartMs > 0);
    }

    void oneDeadlineIsEnoughForAnOriginsQueue()
    {
        Bench bench;
        const quint32 origin = bench.origin(u"a"_s);
        bench.scheduler.setLimits(origin, most(8, {1, 1h}));
        bench.enqueue(origin, 0, 1000);
        QTRY_COMPARE(bench.started(), 1);
        QTRY_COMPARE(bench.deadlines.armed(), 1);
        bench.end(0);
        bench.scheduler.setPaused(true);
        bench.scheduler.setPaused(false);
        bench.enqueue(origin, 1000, 1000);
        QTRY_COMPARE(bench.status(origin).queued, 1999);
        QVERIFY(bench.deadlines.armed() <= 2); // and that of the measured rate
        QCOMPARE(bench.started(), 1);
    }

    void aHoldStopsTheWholeOriginAndNoOther()
    {
        Bench bench(64, {}, false);
        const quint32 held = bench.origin(u"held"_s);
        const quint32 other = bench.origin(u"other"_s);
        QElapsedTimer clock;
        clock.start();
        bench.answer(held, 429, 300ms);
        bench.enqueue(held, 0, 3);
        bench.enqueue(other, 10, 3);
        QTRY_COMPARE(bench.started(), 3);
        QCOMPARE(bench.order, (std::vector<JobId>{10, 11, 12}));
        QVERIFY(bench.status(held).heldUntilMs > steadyNowMs());
        QCOMPARE(bench.scheduler.inFlight(), 3);
        QTRY_COMPARE(bench.started(), 6);
        QVERIFY(clock.elapsed() >= 300);
        bench.running.clear();
    }

    void only429And503HoldAnOrigin()
    {
        Bench bench;
        const quint32 origin = bench.origin(u"a"_s);
        bench.answer(origin, 500, 1h);
        QCOMPARE(bench.status(origin).heldUntilMs, -1);
        bench.answer(origin, 503, 1h);
        QVERIFY(bench.status(origin).heldUntilMs > steadyNowMs());
    }

    void aPausedOriginLetsOthersGoOn()
    {
        Bench bench(4);
        const quint32 paused = bench.origin(u"paused"_s);
        const quint32 other = bench.origin(u"other"_s);
        OriginLimits limits = most(8);
        limits.paused = true;
        bench.scheduler.setLimits(paused, limits);
        bench.enqueue(paused, 0, 5);
        bench.enqueue(other, 10, 4);
        QTRY_COMPARE(bench.started(), 4);
        QCOMPARE(bench.order, (std::vector<JobId>{10, 11, 12, 13}));
        QCOMPARE(bench.status(paused).queued, 5);
        bench.running.clear();
        limits.paused = false;
        bench.scheduler.setLimits(paused, limits);
        QTRY_COMPARE(bench.started(), 8);
        bench.running.clear();
        QTRY_COMPARE(bench.started(), 9);
        bench.running.clear();
    }

    void limitsOfOneAndOfAll()
    {
        Bench bench(64, most(2));
        const quint32 a = bench.origin(u"a"_s);
        const quint32 b = bench.origin(u"b"_s);
        bench.enqueue(a, 0, 20);
        bench.enqueue(b, 100, 20);
        QTRY_COMPARE(bench.started(), 4);
        bench.scheduler.setLimits(a, most(5));
        QTRY_COMPARE(bench.started(), 7);
        QCOMPARE(bench.status(a).limits.maxInFlight, 5);
        QCOMPARE(bench.status(b).limits.maxInFlight, 2);
        bench.scheduler.setPerHost(7);
        QTRY_COMPARE(bench.started(), 14);
        bench.scheduler.setRate({3, 1h});
        QCOMPARE(bench.status(a).limits, most(7, {3, 1h}));
        QCOMPARE(bench.status(bench.origin(u"c"_s)).limits, most(7, {3, 1h}));
        bench.running.clear();
    }

    void overloadLowersWhatStartsAndGoodAnswersRaiseIt()
    {
        Bench bench;
        const quint32 origin = bench.origin(u"a"_s);
        bench.enqueue(origin, 0, 200);
        QTRY_COMPARE(bench.started(), 8);
        RequestEnd end;
        end.startedAt = OriginGovernor::Clock::now();
        end.status = 503;
        end.fault = FaultClass::HttpStatus;
        for (JobId id = 0; id < 8; ++id) {
            bench.scheduler.requestEnded(origin, end);
            bench.end(id);
        }
        QTRY_COMPARE(bench.started(), 12);
        QCOMPARE(bench.status(origin).allowed, 4);
        QCOMPARE(bench.status(origin).easedAfter, quint16(503));
        QCOMPARE(bench.status(origin).answers, quint64(8));
        QCOMPARE(bench.status(origin).errors[static_cast<std::size_t>(FaultClass::HttpStatus)], 8U);
        QTRY_VERIFY([&] {
            if (bench.running.empty())
                return false;
            bench.answer(origin, 200);
            bench.end(bench.running.begin()->first);
            return bench.status(origin).allowed == 8;
        }());
        QTRY_COMPARE(bench.status(origin).inFlight, 8);
        bench.running.clear();
        bench.scheduler.withdrawAll(origin);
    }

    void aRedirectTakesTheLeaveOfWhereItGoes()
    {
        Bench bench(3, most(1));
        const quint32 from = bench.origin(u"from"_s);
        const quint32 to = bench.origin(u"to"_s);
        bench.enqueue(from, 0, 2);
        QTRY_COMPARE(bench.started(), 1);
        QVERIFY(bench.scheduler.tryMove(bench.running.at(0), to));
        QTRY_COMPARE(bench.started(), 2); // its place at the first origin went to the next
        QCOMPARE(bench.status(to).inFlight, 1);
        QCOMPARE(bench.scheduler.inFlight(), 2);

        QVERIFY(!bench.scheduler.tryMove(bench.running.at(1), to));
        QCOMPARE(bench.scheduler.inFlight(), 1); // who waits keeps nothing
        Scope scope(bench.executor);
        bool stopped = false;
        scope.spawn([&](std::stop_token stop) { return comeBack(bench, 1, to, stopped, stop); });
        bench.enqueue(to, 20, 1);
        QTRY_COMPARE(bench.status(to).queued, 2);
        bench.end(0);
        QTRY_COMPARE(bench.order, (std::vector<JobId>{0, 1, 1})); // before the fresh one
        bench.end(1);
        QTRY_COMPARE(bench.order.back(), JobId(20));
        bench.running.clear();
        QVERIFY(runTask(scope.join()));
    }

    void aRedirectWaitsForPauseHoldAndRate()
    {
        Bench bench;
        const quint32 from = bench.origin(u"from"_s);
        const quint32 to = bench.origin(u"to"_s);
        bench.enqueue(from, 0, 4);
        QTRY_COMPARE(bench.started(), 4);
        bench.scheduler.setPaused(true);
        QVERIFY(!bench.scheduler.tryMove(bench.running.at(0), to));
        bench.scheduler.setPaused(false);
        OriginLimits paused = most(8);
        paused.paused = true;
        bench.scheduler.setLimits(to, paused);
        QVERIFY(!bench.scheduler.tryMove(bench.running.at(1), to));
        bench.scheduler.setLimits(to, most(8, {1, 1h}));
        QVERIFY(bench.scheduler.tryMove(bench.running.at(2), to));
        QVERIFY(!bench.scheduler.tryMove(bench.running.at(2), to)); // a further hop counts as well
        bench.scheduler.setLimits(to, most(8));
        bench.answer(to, 503, 1h);
        QVERIFY(!bench.scheduler.tryMove(bench.running.at(3), to));
        bench.running.clear();
        QCOMPARE(bench.scheduler.inFlight(), 0);
    }

    void whoIsStoppedLeavesTheQueue()
    {
        Bench bench;
        const quint32 origin = bench.origin(u"a"_s);
        OriginLimits paused = most(8);
        paused.paused = true;
        bench.scheduler.setLimits(origin, paused);
        Scope scope(bench.executor);
        bool stopped = false;
        scope.spawn([&](std::stop_token stop) { return comeBack(bench, 0, origin, stopped, stop); });
        QCOMPARE(bench.status(origin).queued, 1);
        scope.requestStop();
        QCOMPARE(bench.status(origin).queued, 0);
        QVERIFY(runTask(scope.join()));
        QVERIFY(stopped);
        QCOMPARE(bench.started(), 0);
    }

    void allOfAnOriginAreWithdrawn()
    {
        Bench bench;
        const quint32 a = bench.origin(u"a"_s);
        const quint32 b = bench.origin(u"b"_s);
        bench.scheduler.setPaused(true);
        bench.enqueue(a, 0, 3);
        bench.enqueue(b, 10, 2);
        QVERIFY(bench.scheduler.withdraw(1, a));
        QVERIFY(!bench.scheduler.withdraw(1, a));
        QCOMPARE(bench.scheduler.withdrawAll(a), (std::vector<JobId>{0, 2}));
        QCOMPARE(bench.status(a).queued, 0);
        bench.scheduler.enqueue(0, a); // may come back
        bench.scheduler.setPaused(false);
        QTRY_COMPARE(bench.started(), 3);
        bench.running.clear();
    }

    void onlyChangedOriginsAreTold()
    {
        Bench bench;
        const quint32 a = bench.origin(u"a"_s);
        bench.origin(u"b"_s);
        QCOMPARE(bench.scheduler.takeChangedOrigins().size(), 2);
        QVERIFY(bench.scheduler.takeChangedOrigins().isEmpty());
        bench.changes = 0;
        bench.answer(a, 200);
        bench.answer(a, 200);
        QVERIFY(bench.changes > 0);
        const QList<OriginStatus> changed = bench.scheduler.takeChangedOrigins();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().text, u"http://a"_s);
        QCOMPARE(changed.first().answers, quint64(2));
    }
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
