// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/semaphore.h"

#include "async/scope.h"
#include "support/testsupport.h"

#include <QTest>

#include <list>
#include <vector>

using namespace inflight;

namespace {

/// Takes a permit, notes its number and keeps the permit where the test can drop it.
QCoro::Task<> take(Semaphore &semaphore, int number, std::vector<int> &order, std::list<Permit> &kept,
                   std::stop_token stop)
{
    std::optional<Permit> permit = co_await semaphore.acquire(stop);
    order.push_back(permit ? number : -number);
    if (permit)
        kept.push_back(std::move(*permit));
}

} // namespace

class TestSemaphore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstInFirstOut()
    {
        Executor executor;
        Semaphore semaphore(executor, 2);
        Scope scope(executor);
        std::vector<int> order;
        std::list<Permit> kept;
        for (int i = 1; i <= 5; ++i)
            scope.spawn([&, i](std::stop_token) { return take(semaphore, i, order, kept, {}); });
        QCOMPARE(order, (std::vector<int>{1, 2}));
        QCOMPARE(semaphore.waiting(), 3);
        while (order.size() < 5) {
            const std::size_t before = order.size();
            kept.pop_front();
            QTRY_VERIFY(order.size() > before);
        }
        QCOMPARE(order, (std::vector<int>{1, 2, 3, 4, 5}));
        kept.clear();
        QCOMPARE(semaphore.inUse(), 0);
        QVERIFY(runTask(scope.join()));
    }

    void aStoppedWaiterLeavesTheQueueAtOnce()
    {
        Executor executor;
        Semaphore semaphore(executor, 1);
        Scope scope(executor);
        std::vector<int> order;
        std::list<Permit> kept;
        std::stop_source stop;
        scope.spawn([&](std::stop_token) { return take(semaphore, 1, order, kept, {}); });
        scope.spawn([&](std::stop_token) { return take(semaphore, 2, order, kept, stop.get_token()); });
        scope.spawn([&](std::stop_token) { return take(semaphore, 3, order, kept, {}); });
        stop.request_stop();
        QCOMPARE(semaphore.waiting(), 1);
        QTRY_COMPARE(order, (std::vector<int>{1, -2}));
        kept.clear();
        QTRY_COMPARE(order, (std::vector<int>{1, -2, 3}));
        kept.clear();
        QVERIFY(runTask(scope.join()));
    }

    void aPermitGrantedToAStoppedWaiterGoesOn()
    {
        Executor executor;
        Semaphore semaphore(executor, 1);
        Scope scope(executor);
        std::vector<int> order;
        std::list<Permit> kept;
        std::stop_source stop;
        scope.spawn([&](std::stop_token) { return take(semaphore, 1, order, kept, {}); });
        scope.spawn([&](std::stop_token) { return take(semaphore, 2, order, kept, stop.get_token()); });
        scope.spawn([&](std::stop_token) { return take(semaphore, 3, order, kept, {}); });
        kept.clear();        // grants to 2, which is resumed later …
        stop.request_stop(); // … and no longer wants it
        QTRY_COMPARE(order, (std::vector<int>{1, -2, 3}));
        QCOMPARE(semaphore.inUse(), 1);
        kept.clear();
        QVERIFY(runTask(scope.join()));
    }

    void aStoppedTokenGivesNothing()
    {
        Executor executor;
        Semaphore semaphore(executor, 1);
        std::stop_source stop;
        stop.request_stop();
        const auto permit = runTask(semaphore.acquire(stop.get_token()));
        QVERIFY(permit);
        QVERIFY(!*permit);
        QCOMPARE(semaphore.inUse(), 0);
    }

    void theLimitChangesWhilePermitsAreOut()
    {
        Executor executor;
        Semaphore semaphore(executor, 1);
        Scope scope(executor);
        std::vector<int> order;
        std::list<Permit> kept;
        for (int i = 1; i <= 6; ++i)
            scope.spawn([&, i](std::stop_token) { return take(semaphore, i, order, kept, {}); });
        semaphore.setLimit(4);
        QTRY_COMPARE(order.size(), std::size_t(4));
        QCOMPARE(semaphore.inUse(), 4);
        semaphore.setLimit(2);
        kept.pop_front();
        kept.pop_front();
        QCoreApplication::processEvents();
        QCOMPARE(order.size(), std::size_t(4));
        QCOMPARE(semaphore.inUse(), 2);
        kept.pop_front();
        QTRY_COMPARE(order.size(), std::size_t(5));
        while (order.size() < 6 || !kept.empty()) {
            kept.pop_front();
            QCoreApplication::processEvents();
        }
        QVERIFY(runTask(scope.join()));
        QCOMPARE(semaphore.inUse(), 0);
    }

    void tryAcquireDoesNotOvertake()
    {
        Executor executor;
        Semaphore semaphore(executor, 1);
        Scope scope(executor);
        std::vector<int> order;
        std::list<Permit> kept;
        int freed = 0;
        semaphore.onFree([&freed] { ++freed; });
        std::optional<Permit> first = semaphore.tryAcquire();
        QVERIFY(first);
        scope.spawn([&](std::stop_token) { return take(semaphore, 1, order, kept, {}); });
        QVERIFY(!semaphore.tryAcquire());
        first->release();
        QCOMPARE(freed, 0);
        QVERIFY(!semaphore.tryAcquire());
        QTRY_COMPARE(order.size(), std::size_t(1));
        kept.clear();
        QCOMPARE(freed, 1);
        std::optional<Permit> again = semaphore.tryAcquire();
        QVERIFY(again);
        again->release();
        again->release();
        QCOMPARE(semaphore.inUse(), 0);
        QVERIFY(runTask(scope.join()));
    }

    void tenThousandWaitersAreServedWithoutRecursion()
    {
        Executor executor;
        Semaphore semaphore(executor, 1);
        Scope scope(executor);
        int served = 0;
        const auto use = [](Semaphore &slots, int &count) -> QCoro::Task<> {
            const std::stop_token never;
            std::optional<Permit> permit = co_await slots.acquire(never);
            ++count;
        };
        for (int i = 0; i < 10'000; ++i)
            scope.spawn([&](std::stop_token) { return use(semaphore, served); });
        QVERIFY(runTask(scope.join()));
        QCOMPARE(served, 10'000);
        QCOMPARE(semaphore.inUse(), 0);
    }

    void permitsMove()
    {
        Executor executor;
        Semaphore semaphore(executor, 2);
        Permit one = *semaphore.tryAcquire();
        Permit two = *semaphore.tryAcquire();
        two = std::move(one);
        QCOMPARE(semaphore.inUse(), 1);
        Permit three = std::move(two);
        QCOMPARE(semaphore.inUse(), 1);
        QVERIFY(three);
        three.release();
        QCOMPARE(semaphore.inUse(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSemaphore)
#include "tst_semaphore.moc"
