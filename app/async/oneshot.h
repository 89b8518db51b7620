// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/executor.h"

#include <QtGlobal>

#include <coroutine>

namespace inflight {

/// An event that happens once: one coroutine awaits it, whoever makes it happen calls set(). The waiter is
/// resumed by the executor, never inside set(). Owned and used on the executor's thread.
class OneShot
{
    Q_DISABLE_COPY_MOVE(OneShot)

public:
    explicit OneShot(Executor &executor)
        : m_executor(executor)
    {}
    ~OneShot() { Q_ASSERT_X(!m_waiter, "OneShot", "destroyed while awaited"); }

    /// Further calls do nothing.
    void set()
    {
        Q_ASSERT(m_executor.isCurrent());
        if (m_set)
            return;
        m_set = true;
        if (m_waiter)
            m_executor.post(std::exchange(m_waiter, nullptr));
    }

    [[nodiscard]] bool isSet() const { return m_set; }

    // Made by operator co_await and not handed around: g++ 12 copies awaiter objects that are operands.
    auto operator co_await() noexcept
    {
        class Awaiter
        {
        public:
            explicit Awaiter(OneShot &event)
                : m_event(event)
            {}
            bool await_ready() const noexcept { return m_event.m_set; }
            void await_suspend(std::coroutine_handle<> waiter) noexcept
            {
                Q_ASSERT_X(!m_event.m_waiter, "OneShot", "awaited twice");
                m_event.m_waiter = waiter;
            }
            void await_resume() const noexcept {}

        private:
            OneShot &m_event;
        };
        return Awaiter(*this);
    }

private:
    Executor &m_executor;
    std::coroutine_handle<> m_waiter;
    bool m_set = false;
};

} // namespace inflight
