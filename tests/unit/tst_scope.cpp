// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/deadlinequeue.h"
#include "async/poolcall.h"
#include "async/scope.h"
#include "async/stopcause.h"
#include "async/whenall.h"

#include "support/testsupport.h"

#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Counts coroutine frames that live: one is a local of each.
struct Alive
{
    explicit Alive(int &counter)
        : count(counter)
    {
        ++count;
    }
    ~Alive() { --count; }
    Q_DISABLE_COPY_MOVE(Alive)
    int &count;
};

using std::chrono::milliseconds;

QCoro::Task<> sleepCounted(DeadlineQueue &queue, milliseconds time, std::stop_token stop, int &alive)
{
    const Alive guard(alive);
    co_await queue.sleep(time, stop);
}

QCoro::Task<> throwSoon(DeadlineQueue &queue, std::stop_token stop)
{
    co_await queue.sleep(1ms, stop);
    throw std::runtime_error("bug");
}

QCoro::Task<Outcome<int>> answerAfter(DeadlineQueue &queue, milliseconds time, Outcome<int> outcome,
                                      int &alive, std::stop_token stop)
{
    const Alive guard(alive);
    const bool slept = co_await queue.sleep(time, stop);
    if (!slept)
        co_return Outcome<int>(Cancelled());
    co_return outcome;
}

} // namespace

using std::chrono::milliseconds;

class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinWaitsForEveryTask()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        Scope scope(executor);
        int alive = 0;
        for (int i = 1; i <= 20; ++i)
            scope.spawn(
                [&, i](std::stop_token stop) { return sleepCounted(queue, milliseconds(i), stop, alive); });
        QCOMPARE(scope.active(), 20);
        QCOMPARE(alive, 20);
        QVERIFY(runTask(scope.join()));
        QCOMPARE(scope.active(), 0);
        QCOMPARE(alive, 0);
        QCOMPARE(queue.armed(), 0);
    }

    void anEmptyScopeJoinsAtOnce()
    {
        Executor executor;
        Scope scope(executor);
        const QCoro::Task<> join = scope.join();
        QVERIFY(join.isReady());
    }

    void aStopReachesEveryTask()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        Scope scope(executor);
        int alive = 0;
        for (int i = 0; i < 100; ++i)
            scope.spawn([&](std::stop_token stop) { return sleepCounted(queue, 1h, stop, alive); });
        scope.requestStop();
        QVERIFY(runTask(scope.join()));
        QCOMPARE(alive, 0);
    }

    void tenThousandTasksEndAtOnce()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        Scope scope(executor);
        int alive = 0;
        for (int i = 0; i < 10'000; ++i)
            scope.spawn([&](std::stop_token stop) { return sleepCounted(queue, 1h, stop, alive); });
        QCOMPARE(alive, 10'000);
        scope.requestStop();
        QVERIFY(runTask(scope.join()));
        QCOMPARE(alive, 0);
        QCOMPARE(queue.armed(), 0);
    }

    void anExceptionIsKeptAndHarmsNobody()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        Scope scope(executor);
        int alive = 0;
        scope.spawn([&](std::stop_token stop) { return throwSoon(queue, stop); });
        scope.spawn([&](std::stop_token stop) { return sleepCounted(queue, 20ms, stop, alive); });
        QVERIFY(runTask(scope.join()));
        QVERIFY(scope.firstException());
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, std::rethrow_exception(scope.firstException()));
    }

    void theFirstStopCauseWins()
    {
        std::stop_source parent;
        StopCause cause(parent.get_token());
        cause.fail({FaultClass::TimeoutIdle, {}, u"idle"_s});
        cause.cancel();
        cause.fail({FaultClass::TooLarge, {}, u"large"_s});
        parent.request_stop();
        QVERIFY(cause.stopped());
        QVERIFY(cause.fault());
        QCOMPARE(cause.fault()->faultClass, FaultClass::TimeoutIdle);
    }

    void aParentsStopIsACancel()
    {
        std::stop_source parent;
        StopCause cause(parent.get_token());
        parent.request_stop();
        QVERIFY(cause.stopped());
        QVERIFY(!cause.fault());
        cause.fail({FaultClass::TimeoutIdle, {}, {}});
        QVERIFY(!cause.fault());
    }

    void whenAllGathersInOrder()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        int alive = 0;
        std::vector<TaskFactory<int>> factories;
        for (int i = 0; i < 5; ++i) {
            factories.push_back([&queue, &alive, i](std::stop_token stop) {
                return answerAfter(queue, milliseconds(30 - 5 * i), i, alive, stop);
            });
        }
        const auto all = runTask(whenAll<int>(&executor, factories, std::stop_token()));
        QVERIFY(all);
        QVERIFY(all->succeeded());
        QCOMPARE(all->value(), (std::vector<int>{0, 1, 2, 3, 4}));
        QCOMPARE(alive, 0);
    }

    void whenAllStopsTheOthersAndJoinsThem()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        int alive = 0;
        const Fault fault{FaultClass::Parse, u"parse"_s, u"bad"_s};
        std::vector<TaskFactory<int>> factories;
        factories.push_back([&](std::stop_token stop) { return answerAfter(queue, 1h, 1, alive, stop); });
        factories.push_back(
            [&](std::stop_token stop) { return answerAfter(queue, 5ms, fault, alive, stop); });
        factories.push_back([&](std::stop_token stop) { return answerAfter(queue, 1h, 3, alive, stop); });
        const auto all = runTask(whenAll<int>(&executor, factories, std::stop_token()));
        QVERIFY(all);
        QVERIFY(all->failed());
        QCOMPARE(all->fault().message, u"bad"_s);
        QCOMPARE(alive, 0);
        QCOMPARE(queue.armed(), 0);
    }

    void whenAllIsCancelled()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        int alive = 0;
        std::vector<TaskFactory<int>> factories(
            3, [&](std::stop_token stop) { return answerAfter(queue, 1h, 1, alive, stop); });
        std::stop_source stop;
        QCoro::Task<Outcome<std::vector<int>>> task = whenAll<int>(&executor, factories, stop.get_token());
        QCOMPARE(alive, 3);
        stop.request_stop();
        const auto all = runTask(std::move(task));
        QVERIFY(all);
        QVERIFY(all->cancelled());
        QCOMPARE(alive, 0);
    }

    void poolCallComesBackToItsThread()
    {
        Executor executor;
        QThreadPool pool;
        const auto work = [](std::stop_token) { return QThread::currentThread(); };
        const auto caller = [](QThreadPool &in, Executor &on, auto what,
                               QThread *&resumed) -> QCoro::Task<QThread *> {
            const std::stop_token never;
            QThread *worker = co_await callInPool(&in, &on, what, never);
            resumed = QThread::currentThread();
            co_return worker;
        };
        QThread *resumed = nullptr;
        const std::optional<QThread *> worker = runTask(caller(pool, executor, work, resumed));
        QVERIFY(worker);
        QVERIFY(*worker != QThread::currentThread());
        QCOMPARE(resumed, QThread::currentThread());
    }

    void poolCallIsStoppedAtItsNextCheck()
    {
        Executor executor;
        QThreadPool pool;
        std::stop_source stop;
        std::atomic<bool> running = false;
        const auto work = [&running](std::stop_token token) {
            running = true;
            while (!token.stop_requested())
                QThread::yieldCurrentThread();
            return Outcome<int>(Cancelled());
        };
        QCoro::Task<Outcome<int>> task = callInPool(&pool, &executor, work, stop.get_token());
        QTRY_VERIFY(running);
        stop.request_stop();
        const auto outcome = runTask(std::move(task));
        QVERIFY(outcome);
        QVERIFY(outcome->cancelled());
    }

    void poolCallThatIsOnlyQueuedIsStoppedAtOnce()
    {
        Executor executor;
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        std::atomic<bool> running = false;
        std::atomic<bool> leave = false;
        const auto longWork = [&](std::stop_token) {
            running = true;
            while (!leave)
                QThread::yieldCurrentThread();
            return 1;
        };
        QCoro::Task<int> before = callInPool(&pool, &executor, longWork, std::stop_token());
        QTRY_VERIFY(running);
        std::atomic<int> begunBeforeStop = 0;
        const auto work = [&begunBeforeStop](std::stop_token token) {
            if (token.stop_requested())
                return Outcome<int>(Cancelled());
            ++begunBeforeStop;
            return Outcome<int>(2);
        };
        std::stop_source stop;
        QCoro::Task<Outcome<int>> queued = callInPool(&pool, &executor, work, stop.get_token());
        QCoro::Task<Outcome<int>> after = callInPool(&pool, &executor, work, std::stop_token());
        stop.request_stop();
        const auto outcome = runTask(std::move(queued));
        QVERIFY(outcome && outcome->cancelled());
        QVERIFY(!leave && begunBeforeStop == 0);
        // Its place in the pool's queue is passed over; what is behind it is not.
        leave = true;
        QCOMPARE(runTask(std::move(before)), std::optional(1));
        const auto last = runTask(std::move(after));
        QVERIFY(last && last->succeeded());
        QCOMPARE(begunBeforeStop.load(), 1);
    }

    void poolCallStoppedBeforehandDoesNothing()
    {
        Executor executor;
        QThreadPool pool;
        std::stop_source stop;
        stop.request_stop();
        const auto work = [](std::stop_token token) {
            return token.stop_requested() ? Outcome<int>(Cancelled()) : Outcome<int>(1);
        };
        const auto outcome = runTask(callInPool(&pool, &executor, work, stop.get_token()));
        QVERIFY(outcome && outcome->cancelled());
    }

    void poolCallHandsOwningDataOverIntact()
    {
        Executor executor;
        // Captures that own memory, many times: what g++ 12 gets wrong when the call stands inside co_await.
        QThreadPool pool;
        for (int i = 0; i < 200; ++i) {
            const QString text = u"payload number %1"_s.arg(i);
            const auto work = [text](std::stop_token) { return text.toUpper(); };
            const auto result = runTask(callInPool(&pool, &executor, work, std::stop_token()));
            QVERIFY(result);
            QCOMPARE(*result, text.toUpper());
        }
    }

    void poolCallRethrows()
    {
        Executor executor;
        QThreadPool pool;
        const auto work = [](std::stop_token) -> int { throw std::runtime_error("bug"); };
        const auto caller = [](QThreadPool &in, Executor &on, auto what) -> QCoro::Task<bool> {
            const std::stop_token never;
            try {
                const int value = co_await callInPool(&in, &on, what, never);
                co_return value == 0;
            } catch (const std::runtime_error &) {
                co_return true;
            }
        };
        QCOMPARE(runTask(caller(pool, executor, work)), std::optional(true));
    }
};

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
