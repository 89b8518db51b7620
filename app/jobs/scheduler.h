// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/semaphore.h"
#include "jobs/jobview.h"
#include "net/origin.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace inflight {

/// What a job holds while it fetches: one of the run's slots and one of its origin's. Given back when
/// destroyed.
struct Slot
{
    Permit run;
    Permit host;
    void release()
    {
        host.release();
        run.release();
    }
};

/// Decides which job starts next. Jobs wait in a queue an origin and origins take turns, so that a slow or
/// full one never holds up the others; jobs that come back for another attempt go before fresh ones. A queued
/// job costs a few bytes here and no coroutine. Lives on the engine's thread.
class Scheduler final : public QObject
{
    Q_DISABLE_COPY_MOVE(Scheduler)

public:
    using Start = std::function<void(JobId, Slot, qint64 queuedSinceMs)>;

    /// `start` is called with a slot for each job whose turn it is.
    Scheduler(Executor &executor, DeadlineQueue &deadlines, int concurrency, int perHost, Start start);
    ~Scheduler() override;

    /// A small number for `origin`, the same every time.
    quint32 originIndex(const Origin &origin);
    /// Queues a job; it must not be queued already.
    void enqueue(JobId id, quint32 origin);
    /// Takes a job off its queue; false when it was not queued.
    bool withdraw(JobId id, quint32 origin);
    /// A slot for a job that was started before and comes back; nothing when stopped.
    QCoro::Task<std::optional<Slot>> acquire(quint32 origin, std::stop_token stop);
    /// Only the origin's part of a slot, for a redirect that leads there; nothing when stopped.
    QCoro::Task<std::optional<Permit>> acquireHost(quint32 origin, std::stop_token stop);

    /// Nothing starts at `origin` for so long (Retry-After). A shorter hold does not shorten a longer one.
    void hold(quint32 origin, std::chrono::milliseconds duration);
    void setPaused(bool paused);
    void setConcurrency(int jobs);
    void setPerHost(int requests);

    [[nodiscard]] bool paused() const { return m_paused; }
    [[nodiscard]] int inFlight() const { return m_run.inUse(); }
    [[nodiscard]] int concurrency() const { return m_run.limit(); }
    [[nodiscard]] int perHost() const { return m_perHost; }
    /// The origins whose status changed since the last call.
    [[nodiscard]] QList<OriginStatus> takeChangedOrigins();

private:
    struct Entry
    {
        JobId id;
        quint32 ticket;
        qint64 sinceMs;
    };
    struct Returning;
    struct Host
    {
        Host(Executor &executor, int limit, const Origin &which)
            : origin(which)
            , slots(executor, limit)
        {}
        Origin origin;
        Semaphore slots;
        std::deque<Entry> fresh;
        std::deque<Returning *> returning;
        DeadlineQueue::Deadline holdOver;
        qint64 heldUntilMs = -1;
        int queued = 0; ///< valid entries of `fresh`
        bool inTurn = false;
        bool changed = true;
    };

    void ready(quint32 origin);
    void pump();
    void pumpLater();
    bool startOne(quint32 origin);
    [[nodiscard]] bool mayStart(const Host &host) const;
    [[nodiscard]] std::optional<Entry> takeFresh(Host &host);

    Executor &m_executor;
    DeadlineQueue &m_deadlines;
    Semaphore m_run;
    Start m_start;
    std::vector<std::unique_ptr<Host>> m_hosts;
    QHash<Origin, quint32> m_indexes;
    std::vector<quint32> m_tickets; ///< by job: the valid ticket; 0: not queued
    std::deque<quint32> m_turns;    ///< origins that may have something to start
    quint32 m_lastTicket = 0;
    int m_perHost;
    bool m_paused = false;
    bool m_pumpPosted = false;
};

} // namespace inflight
