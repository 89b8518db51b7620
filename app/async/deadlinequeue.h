// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/executor.h"

#include <QCoro/QCoroTask>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <stop_token>
#include <unordered_map>

namespace inflight {

/// All deadlines and delays of a thread on one timer: a QTimer each costs 17 s for 100,000 of them. Never
/// fires early. Lives on the executor's thread.
class DeadlineQueue
{
    Q_DISABLE_COPY_MOVE(DeadlineQueue)

public:
    using Clock = std::chrono::steady_clock;

    /// An armed deadline; disarms when destroyed. Movable; must not outlive its queue.
    class [[nodiscard]] Deadline
    {
    public:
        Deadline() = default;
        Deadline(Deadline &&other) noexcept;
        Deadline &operator=(Deadline &&other) noexcept;
        ~Deadline() { disarm(); }
        void disarm();

    private:
        friend class DeadlineQueue;
        Deadline(DeadlineQueue &queue, quint64 key)
            : m_queue(&queue)
            , m_key(key)
        {}
        DeadlineQueue *m_queue = nullptr;
        quint64 m_key = 0;
    };

    explicit DeadlineQueue(Executor &executor);
    /// Asserts that nothing is armed.
    ~DeadlineQueue();

    /// Calls `expired` once, from the event loop, when `after` has passed, unless disarmed before.
    Deadline arm(std::chrono::milliseconds after, std::function<void()> expired);
    /// Ends after `duration` or as soon as `stop` is stopped; true when it slept the whole time.
    QCoro::Task<bool> sleep(std::chrono::milliseconds duration, std::stop_token stop);

    [[nodiscard]] int armed() const { return static_cast<int>(m_places.size()); }

private:
    void fire();
    void schedule();

    Executor &m_executor;
    std::multimap<Clock::time_point, std::pair<quint64, std::function<void()>>> m_entries;
    std::unordered_map<quint64, decltype(m_entries)::iterator> m_places;
    QTimer m_timer;
    Clock::time_point m_timerAt = Clock::time_point::max();
    quint64 m_nextKey = 1;
};

} // namespace inflight
