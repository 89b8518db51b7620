// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/executor.h"

#include <QCoro/QCoroTask>
#include <QtConcurrentRun>

#include <atomic>
#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <tuple>

namespace inflight {

/// One piece of work on its way to a pool and back: the worker writes, then has the caller resumed, which
/// reads. Stopped before a worker took it up, it comes back at once, whatever is before it in the pool's
/// queue. Lies in the frame of callInPool().
template <typename Work>
class PoolCall
{
    Q_DISABLE_COPY_MOVE(PoolCall)

public:
    using Result = std::invoke_result_t<Work, std::stop_token>;

    PoolCall(QThreadPool &pool, Executor &executor, Work work, std::stop_token stop)
        : m_pool(pool)
        , m_executor(executor)
        , m_work(std::move(work))
        , m_stop(std::move(stop))
    {}

    /// Once, after it was awaited. Rethrows what the work threw.
    [[nodiscard]] Result take()
    {
        if (m_withdrawn)
            return m_work(m_stop); // which finds at its first look that it is stopped
        if (m_bug)
            std::rethrow_exception(m_bug);
        return *std::move(m_result);
    }

    auto operator co_await() noexcept
    {
        class Awaiter
        {
        public:
            explicit Awaiter(PoolCall &call)
                : m_call(call)
            {}
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> waiter) { m_call.start(waiter); }
            void await_resume() const noexcept {}

        private:
            PoolCall &m_call;
        };
        return Awaiter(*this);
    }

private:
    struct Withdrawal
    {
        void operator()() const
        {
            if (!taken->test_and_set())
                call.withdraw();
        }
        PoolCall &call;
        std::shared_ptr<std::atomic_flag> taken;
    };

    // Nobody watches the future: a watcher is a QObject, three posted events and a system call, for each
    // call.
    void start(std::coroutine_handle<> waiter)
    {
        Q_ASSERT(m_executor.isCurrent());
        m_waiter = waiter;
        // What stays in the pool's queue when the work is withdrawn refers to this alone.
        auto taken = std::make_shared<std::atomic_flag>();
        std::ignore = QtConcurrent::run(&m_pool, [this, taken] {
            if (!taken->test_and_set())
                run();
        });
        m_onStop.emplace(m_stop, Withdrawal{*this, std::move(taken)});
    }

    void withdraw()
    {
        Q_ASSERT(m_executor.isCurrent());
        m_withdrawn = true;
        m_executor.post(m_waiter);
    }

    void run()
    {
        try {
            m_result.emplace(m_work(m_stop));
        } catch (...) {
            m_bug = std::current_exception();
        }
        // The last thing: the caller's frame may be gone once it is said.
        m_executor.post(m_waiter);
    }

    QThreadPool &m_pool;
    Executor &m_executor;
    const Work m_work;
    const std::stop_token m_stop;
    std::optional<Result> m_result;
    std::exception_ptr m_bug;
    std::coroutine_handle<> m_waiter;
    bool m_withdrawn = false;
    std::optional<std::stop_callback<Withdrawal>> m_onStop;
};

/// Runs `work(stop)` on `pool` and gives its value back on the thread of `executor`, which is the caller's.
/// `work` is a callable that polls its token, which is stopped on that thread, and gives a value when it is
/// stopped before it began. The call waits for it from the moment it is begun, so that it never outlives the
/// caller's frame; what is only queued is not waited for. An exception out of `work` is rethrown to the
/// caller.
template <typename Work>
QCoro::Task<std::invoke_result_t<Work, std::stop_token>> callInPool(QThreadPool *pool, Executor *executor,
                                                                    Work work, std::stop_token stop)
{
    PoolCall<Work> call(*pool, *executor, std::move(work), std::move(stop));
    co_await call;
    co_return call.take();
}

} // namespace inflight
