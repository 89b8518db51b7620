// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/deadlinequeue.h"

#include "async/scope.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;

class TestDeadlineQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesInTheOrderOfTimeAndNeverEarly()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        QElapsedTimer clock;
        clock.start();
        std::vector<int> order;
        std::vector<qint64> at;
        const auto note = [&](int number) {
            return [&, number] {
                order.push_back(number);
                at.push_back(clock.elapsed());
            };
        };
        const auto late = queue.arm(60ms, note(60));
        const auto early = queue.arm(20ms, note(20));
        const auto middle = queue.arm(40ms, note(40));
        QTRY_COMPARE(order.size(), std::size_t(3));
        QCOMPARE(order, (std::vector<int>{20, 40, 60}));
        for (std::size_t i = 0; i < at.size(); ++i)
            QVERIFY2(at[i] >= order[i], qPrintable(QString::number(at[i])));
        QCOMPARE(queue.armed(), 0);
    }

    void aDisarmedOneNeverFires()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        bool fired = false;
        bool other = false;
        {
            const auto scoped = queue.arm(5ms, [&] { fired = true; });
            DeadlineQueue::Deadline moved = queue.arm(5ms, [&] { fired = true; });
            moved.disarm();
            moved.disarm();
        }
        QCOMPARE(queue.armed(), 0);
        const auto later = queue.arm(20ms, [&] { other = true; });
        QTRY_VERIFY(other);
        QVERIFY(!fired);
    }

    void aCallbackMayArmAndDisarm()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        bool victimFired = false;
        int rounds = 0;
        DeadlineQueue::Deadline victim;
        DeadlineQueue::Deadline self;
        std::function<void()> again = [&] {
            victim.disarm();
            if (++rounds < 3)
                self = queue.arm(0ms, again);
        };
        self = queue.arm(1ms, again);
        victim = queue.arm(1ms, [&] { victimFired = true; });
        QTRY_COMPARE(rounds, 3);
        QVERIFY(!victimFired);
    }

    void sleepEndsEarlyWhenStopped()
    {
        Executor executor;
        DeadlineQueue queue(executor);
        std::stop_source stop;
        QCoro::Task<bool> task = queue.sleep(1h, stop.get_token());
        stop.request_stop();
        const auto slept = runTask(std::move(task));
        QCOMPARE(slept, std::optional(false));
        QCOMPARE(queue.armed(), 0);
        QCOMPARE(runTask(queue.sleep(1h, stop.get_token())), std::optional(false));
        QCOMPARE(runTask(queue.sleep(1ms, std::stop_token())), std::optional(true));
    }

    void aHundredThousandSleepersAreCheap()
    {
        // With a QTimer each this takes 17 s; the limit is the test's own time-out.
        Executor executor;
        DeadlineQueue queue(executor);
        Scope scope(executor);
        const auto sleepFor = [](DeadlineQueue &in, std::chrono::milliseconds time,
                                 std::stop_token stop) -> QCoro::Task<> { co_await in.sleep(time, stop); };
        for (int i = 0; i < 100'000; ++i)
            scope.spawn([&, i](std::stop_token stop) {
                return sleepFor(queue, std::chrono::milliseconds(i % 50), stop);
            });
        QVERIFY(runTask(scope.join(), 15'000));
        QCOMPARE(queue.armed(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDeadlineQueue)
#include "tst_deadlinequeue.moc"
