// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/deadlinequeue.h"

#include "async/oneshot.h"

namespace inflight {

DeadlineQueue::Deadline::Deadline(Deadline &&other) noexcept
    : m_queue(std::exchange(other.m_queue, nullptr))
    , m_key(other.m_key)
{}

DeadlineQueue::Deadline &DeadlineQueue::Deadline::operator=(Deadline &&other) noexcept
{
    if (this != &other) {
        disarm();
        m_queue = std::exchange(other.m_queue, nullptr);
        m_key = other.m_key;
    }
    return *this;
}

void DeadlineQueue::Deadline::disarm()
{
    DeadlineQueue *const queue = std::exchange(m_queue, nullptr);
    if (!queue)
        return;
    // Not found when it has fired.
    const auto place = queue->m_places.find(m_key);
    if (place == queue->m_places.end())
        return;
    queue->m_entries.erase(place->second);
    queue->m_places.erase(place);
}

DeadlineQueue::DeadlineQueue(Executor &executor)
    : m_executor(executor)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { fire(); });
}

DeadlineQueue::~DeadlineQueue()
{
    Q_ASSERT_X(m_entries.empty(), "DeadlineQueue", "destroyed while deadlines are armed");
}

DeadlineQueue::Deadline DeadlineQueue::arm(std::chrono::milliseconds after, std::function<void()> expired)
{
    Q_ASSERT(m_executor.isCurrent());
    const quint64 key = m_nextKey++;
    const auto place = m_entries.emplace(Clock::now() + after, std::pair(key, std::move(expired)));
    m_places.emplace(key, place);
    schedule();
    return Deadline(*this, key);
}

QCoro::Task<bool> DeadlineQueue::sleep(std::chrono::milliseconds duration, std::stop_token stop)
{
    OneShot over(m_executor);
    bool slept = false;
    const Deadline deadline = arm(duration, [&over, &slept] {
        slept = !over.isSet();
        over.set();
    });
    {
        const std::stop_callback wake(stop, [&over] { over.set(); });
        co_await over;
    }
    co_return slept;
}

void DeadlineQueue::fire()
{
    m_timerAt = Clock::time_point::max();
    const Clock::time_point now = Clock::now();
    // A callback may arm and disarm others: look at the front anew each time.
    while (!m_entries.empty() && m_entries.begin()->first <= now) {
        const auto first = m_entries.begin();
        const std::function<void()> expired = std::move(first->second.second);
        m_places.erase(first->second.first);
        m_entries.erase(first);
        expired();
    }
    schedule();
}

void DeadlineQueue::schedule()
{
    if (m_entries.empty())
        return;
    const Clock::time_point earliest = m_entries.begin()->first;
    // A timer that is set for earlier stays: waking once for nothing is cheaper than a restart for every
    // change.
    if (m_timerAt <= earliest)
        return;
    m_timerAt = earliest;
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(
        std::max(earliest - Clock::now(), Clock::duration::zero())));
}

} // namespace inflight
