// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/semaphore.h"

#include "async/oneshot.h"

namespace inflight {

Permit &Permit::operator=(Permit &&other) noexcept
{
    if (this != &other) {
        release();
        m_semaphore = std::exchange(other.m_semaphore, nullptr);
    }
    return *this;
}

void Permit::release()
{
    if (Semaphore *semaphore = std::exchange(m_semaphore, nullptr))
        semaphore->giveBack();
}

struct Semaphore::Waiter
{
    explicit Waiter(Executor &executor)
        : decided(executor)
    {}
    OneShot decided;
    bool granted = false;
};

Semaphore::Semaphore(Executor &executor, int limit)
    : m_executor(executor)
    , m_limit(limit)
{
    Q_ASSERT(limit >= 0);
}

Semaphore::~Semaphore()
{
    Q_ASSERT_X(m_inUse == 0, "Semaphore", "destroyed while permits are out");
    Q_ASSERT_X(m_waiters.empty(), "Semaphore", "destroyed while somebody waits");
}

QCoro::Task<std::optional<Permit>> Semaphore::acquire(std::stop_token stop)
{
    Q_ASSERT(m_executor.isCurrent());
    if (stop.stop_requested())
        co_return std::nullopt;
    std::optional<Permit> free = tryAcquire();
    if (free)
        co_return std::move(free);

    Waiter waiter(m_executor);
    const auto place = m_waiters.insert(m_waiters.end(), &waiter);
    {
        // Granting and stopping both happen on this thread; whichever comes first takes the waiter off the
        // list.
        const std::stop_callback leave(stop, [this, place, &waiter] {
            if (waiter.granted || waiter.decided.isSet())
                return;
            m_waiters.erase(place);
            waiter.decided.set();
        });
        co_await waiter.decided;
    }
    if (!waiter.granted)
        co_return std::nullopt;
    Permit permit(*this);
    // Stopped between the grant and the resumption: whoever is next shall have it.
    if (stop.stop_requested())
        co_return std::nullopt;
    co_return std::optional<Permit>(std::move(permit));
}

std::optional<Permit> Semaphore::tryAcquire()
{
    if (m_inUse >= m_limit || !m_waiters.empty())
        return std::nullopt;
    ++m_inUse;
    return Permit(*this);
}

void Semaphore::setLimit(int limit)
{
    Q_ASSERT(m_executor.isCurrent());
    Q_ASSERT(limit >= 0);
    m_limit = limit;
    wake();
}

void Semaphore::giveBack()
{
    Q_ASSERT(m_executor.isCurrent());
    --m_inUse;
    wake();
}

void Semaphore::wake()
{
    while (m_inUse < m_limit && !m_waiters.empty()) {
        Waiter *const next = m_waiters.front();
        m_waiters.pop_front();
        ++m_inUse;
        next->granted = true;
        next->decided.set();
    }
    if (m_inUse < m_limit && m_onFree)
        m_onFree();
}

} // namespace inflight
