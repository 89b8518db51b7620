// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/oneshot.h"

#include <QCoro/QCoroTask>

#include <concepts>
#include <exception>
#include <optional>
#include <stop_token>
#include <utility>

namespace inflight {

/// A nursery: every task of the engine is spawned into one and none outlives it. QCoro's tasks start eagerly
/// and a dropped one runs on detached with its exception lost; this gives them an owner. Lives on the
/// executor's thread.
class Scope
{
    Q_DISABLE_COPY_MOVE(Scope)

public:
    explicit Scope(Executor &executor)
        : m_executor(executor)
    {}
    /// Asserts that it is empty: `co_await join()` first.
    ~Scope();

    /// Starts `factory(std::stop_token)`, which gives a QCoro::Task<>. An exception that leaves the task is a
    /// bug: it is kept for firstException() and does not stop the others.
    template <typename Factory>
    requires std::same_as<std::invoke_result_t<Factory, std::stop_token>, QCoro::Task<>>
    void spawn(Factory factory)
    {
        Q_ASSERT(m_executor.isCurrent());
        ++m_active;
        watch(std::move(factory), m_stop.get_token());
    }

    /// Asks every task to stop; does not wait.
    void requestStop() { m_stop.request_stop(); }
    /// Waits until every task has ended. One joiner at a time.
    QCoro::Task<> join();

    [[nodiscard]] int active() const { return m_active; }
    [[nodiscard]] std::exception_ptr firstException() const { return m_exception; }

private:
    // The factory is a parameter, so that what it captures lives in this frame as long as the task does.
    template <typename Factory>
    QCoro::Task<> watch(Factory factory, std::stop_token stop)
    {
        try {
            QCoro::Task<> task = factory(stop);
            co_await task;
        } catch (...) {
            if (!m_exception)
                m_exception = std::current_exception();
        }
        finished();
    }

    void finished();

    Executor &m_executor;
    std::stop_source m_stop;
    std::exception_ptr m_exception;
    OneShot *m_emptied = nullptr; ///< the joiner's, while one waits
    int m_active = 0;
};

} // namespace inflight
