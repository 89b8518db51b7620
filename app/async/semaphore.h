// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/executor.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <list>
#include <optional>
#include <stop_token>

namespace inflight {

class Semaphore;

/// The right to use one unit of a Semaphore; gives it back when destroyed. Movable; used on the semaphore's
/// thread.
class [[nodiscard]] Permit
{
public:
    Permit() = default;
    Permit(Permit &&other) noexcept
        : m_semaphore(std::exchange(other.m_semaphore, nullptr))
    {}
    Permit &operator=(Permit &&other) noexcept;
    ~Permit() { release(); }

    /// Gives it back now; does nothing the second time.
    void release();
    [[nodiscard]] explicit operator bool() const { return m_semaphore != nullptr; }

private:
    friend class Semaphore;
    explicit Permit(Semaphore &semaphore)
        : m_semaphore(&semaphore)
    {}

    Semaphore *m_semaphore = nullptr;
};

/// First in, first out; a stopped waiter leaves the queue at once; the limit may change while permits are
/// out. Waiters are resumed by the executor: 100,000 of them never recurse. Lives on the executor's thread.
class Semaphore
{
    Q_DISABLE_COPY_MOVE(Semaphore)

public:
    Semaphore(Executor &executor, int limit);
    /// Asserts that every permit is back and nobody waits.
    ~Semaphore();

    /// A permit, or nothing when `stop` came first.
    QCoro::Task<std::optional<Permit>> acquire(std::stop_token stop);
    /// A permit if one is free and nobody waits before the caller.
    [[nodiscard]] std::optional<Permit> tryAcquire();

    /// At least 0. Raising it wakes waiters; lowering it takes effect as permits come back.
    void setLimit(int limit);
    [[nodiscard]] int limit() const { return m_limit; }
    [[nodiscard]] int inUse() const { return m_inUse; }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiters.size()); }
    /// Called whenever a permit became free and no waiter took it.
    void onFree(std::function<void()> callback) { m_onFree = std::move(callback); }

private:
    friend class Permit;
    struct Waiter;
    struct Acquire;

    void giveBack();
    void wake();

    Executor &m_executor;
    std::list<Waiter *> m_waiters;
    std::function<void()> m_onFree;
    int m_limit;
    int m_inUse = 0;
};

} // namespace inflight
