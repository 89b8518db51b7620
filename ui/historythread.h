// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"
#include "ui/behind.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace inflight {

/// Has the calls of a RunHistory made one after the other on a thread of its own, and what they give brought
/// back. UI thread.
class HistoryThread final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryThread)

public:
    explicit HistoryThread(std::shared_ptr<RunHistory> history, QObject *parent = nullptr)
        : QObject(parent)
        , m_history(std::move(history))
    {
        m_pool.setMaxThreadCount(1);
    }
    /// Waits for the call that is being made.
    ~HistoryThread() override
    {
        m_pool.clear();
        m_pool.waitForDone();
    }

    [[nodiscard]] QString current() const { return m_history->current(); }

    /// Makes `call` with the history and, back on this thread, `then` with its result, unless `receiver` is
    /// gone by then.
    template <typename Call, typename Then>
    void call(QObject *receiver, Call call, Then then)
    {
        workBehind(
            &m_pool, receiver, [history = m_history, call = std::move(call)] { return call(*history); },
            std::move(then));
    }

private:
    std::shared_ptr<RunHistory> m_history;
    QThreadPool m_pool;
};

} // namespace inflight
