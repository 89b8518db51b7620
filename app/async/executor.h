// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMutex>
#include <QObject>

#include <coroutine>
#include <vector>

namespace inflight {

/// Resumes coroutines from the event loop of the thread it lives on, never inline: a completion that resumed
/// its waiter directly would run it inside a signal, an abort() or a stop callback, and thousands of
/// completions at once would recurse. One posted event drains everything that became ready since the last
/// one.
class Executor final : public QObject
{
    Q_DISABLE_COPY_MOVE(Executor)

public:
    explicit Executor(QObject *parent = nullptr);
    /// Asserts that nothing waits to be resumed: join before you destroy.
    ~Executor() override;

    /// Any thread. `handle` is resumed once, on this object's thread, in order of posting.
    void post(std::coroutine_handle<> handle);
    /// Whether the calling thread is the one that this object lives on.
    [[nodiscard]] bool isCurrent() const;

protected:
    bool event(QEvent *event) override;

private:
    void drain();

    QMutex m_mutex;
    std::vector<std::coroutine_handle<>> m_ready; ///< guarded by m_mutex
    bool m_woken = false;                         ///< guarded by m_mutex; an event is on its way
};

} // namespace inflight
