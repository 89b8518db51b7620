// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/executor.h"
#include "async/oneshot.h"

#include "support/testsupport.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace inflight;

namespace {

QCoro::Task<> countWhenSet(OneShot &event, int &count)
{
    co_await event;
    ++count;
}

QCoro::Task<> setNext(OneShot &awaited, OneShot *next, int &depth, int &deepest)
{
    co_await awaited;
    deepest = std::max(deepest, ++depth);
    if (next)
        next->set();
    --depth;
}

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resumesFromTheEventLoopAndNotInsideSet()
    {
        Executor executor;
        OneShot event(executor);
        int count = 0;
        const QCoro::Task<> task = countWhenSet(event, count);
        event.set();
        QCOMPARE(count, 0);
        QTRY_COMPARE(count, 1);
        event.set();
        QCoreApplication::processEvents();
        QCOMPARE(count, 1);
    }

    void doesNotSuspendOnWhatHasHappened()
    {
        Executor executor;
        OneShot event(executor);
        event.set();
        int count = 0;
        const QCoro::Task<> task = countWhenSet(event, count);
        QCOMPARE(count, 1);
    }

    void resumesInTheOrderOfPosting()
    {
        Executor executor;
        OneShot first(executor);
        OneShot second(executor);
        std::vector<int> order;
        const auto note = [](OneShot &event, std::vector<int> &into, int number) -> QCoro::Task<> {
            co_await event;
            into.push_back(number);
        };
        const QCoro::Task<> one = note(first, order, 1);
        const QCoro::Task<> two = note(second, order, 2);
        second.set();
        first.set();
        QTRY_COMPARE(order.size(), std::size_t(2));
        QCOMPARE(order, (std::vector<int>{2, 1}));
    }

    void wakesItsOwnThreadFromAnother()
    {
        QThread thread;
        Executor executor;
        QThread *resumedOn = nullptr;
        struct Suspender
        {
            std::coroutine_handle<> &handle;
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> waiter) noexcept { handle = waiter; }
            void await_resume() const noexcept {}
        };
        std::coroutine_handle<> handle;
        Suspender suspender{handle};
        const auto coroutine = [](Suspender &until, QThread *&on) -> QCoro::Task<> {
            co_await until;
            on = QThread::currentThread();
        };
        const QCoro::Task<> task = coroutine(suspender, resumedOn);
        const std::unique_ptr<QThread> poster(QThread::create([&] { executor.post(handle); }));
        poster->start();
        QTRY_COMPARE(resumedOn, QThread::currentThread());
        QVERIFY(poster->wait());
    }

    void aChainOf10000CompletionsDoesNotRecurse()
    {
        constexpr int length = 10'000;
        Executor executor;
        std::vector<std::unique_ptr<OneShot>> events;
        for (int i = 0; i < length; ++i)
            events.push_back(std::make_unique<OneShot>(executor));
        int depth = 0;
        int deepest = 0;
        std::vector<QCoro::Task<>> tasks;
        for (std::size_t i = 0; i < length; ++i)
            tasks.push_back(
                setNext(*events[i], i + 1 < length ? events[i + 1].get() : nullptr, depth, deepest));
        events.front()->set();
        QTRY_VERIFY(tasks.back().isReady());
        QCOMPARE(deepest, 1);
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
