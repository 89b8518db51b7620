// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/semaphore.h"
#include "jobs/jobrecord.h"
#include "jobs/jobview.h"
#include "jobs/originqueue.h"
#include "net/origin.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace inflight {

/// Decides which job starts next. Jobs wait in a queue an origin and origins take turns, so that a slow,
/// full, held, paused or rate-limited one never holds up the others nor keeps slots while it waits; jobs that
/// come back for another attempt or a redirect go before fresh ones. How much an origin bears its governor
/// says. A queued job costs a few bytes here and no coroutine. Lives on the engine's thread.
class Scheduler final : public QObject
{
    Q_DISABLE_COPY_MOVE(Scheduler)

public:
    using Start = std::function<void(JobId, Slot, qint64 queuedSinceMs)>;
    /// What new origins begin with.
    struct Defaults
    {
        OriginLimits limits;
        bool adaptive = true;
    };

    /// `start` is called with a slot for each job whose turn it is.
    Scheduler(Executor &executor, DeadlineQueue &deadlines, int concurrency, const Defaults &defaults,
              Start start);
    ~Scheduler() override;
    /// Called whenever an origin's status changed.
    void onChange(std::function<void()> callback) { m_onChange = std::move(callback); }

    /// A small number for `origin`, the same every time.
    quint32 originIndex(const Origin &origin);
    [[nodiscard]] quint32 originCount() const { return static_cast<quint32>(m_hosts.size()); }
    /// Queues a job; it must not be queued already.
    void enqueue(JobId id, quint32 origin);
    /// Takes a job off its queue; false when it was not queued.
    bool withdraw(JobId id, quint32 origin);
    /// Takes all fresh jobs of `origin` off its queue.
    std::vector<JobId> withdrawAll(quint32 origin);
    /// A slot for a job that was started before and comes back; nothing when stopped.
    QCoro::Task<std::optional<Slot>> acquire(quint32 origin, std::stop_token stop);
    /// A slot for a further request beside one that runs: only where one is free that nobody waits for.
    [[nodiscard]] std::optional<Slot> tryAcquire(quint32 origin);
    /// For a redirect to `origin`, the same one or another: turns `slot` into one of that origin if a request
    /// may start there at once. False: the slot is given back, acquire() another one.
    bool tryMove(Slot &slot, quint32 origin);

    /// What the end of a request tells of its origin; while its slot is still held.
    void requestEnded(quint32 origin, const RequestEnd &end);
    /// What the attempts of an earlier run tell of it: for its status alone.
    void restore(quint32 origin, const QList<AttemptRecord> &attempts);
    [[nodiscard]] const OriginStatistics &statistics(quint32 origin) const;

    void setPaused(bool paused);
    void setConcurrency(int jobs);
    /// Of all origins, and of those to come.
    void setPerHost(int requests);
    void setRate(RateLimit rate);
    void setAdaptive(bool on);
    /// Of one origin.
    void setLimits(quint32 origin, const OriginLimits &limits);

    /// `change` more of an origin's jobs sleep in back-off: for its status alone.
    void countBackOff(quint32 origin, int change);

    [[nodiscard]] int inFlight() const { return m_run.inUse(); }
    [[nodiscard]] int concurrency() const { return m_run.limit(); }
    [[nodiscard]] const Defaults &defaults() const { return m_defaults; }
    /// The origins whose status changed since the last call.
    [[nodiscard]] QList<OriginStatus> takeChangedOrigins();

private:
    void ready(quint32 origin);
    void pump();
    void pumpLater();
    bool startOne(quint32 origin);
    void wakeWhenAllowed(OriginQueue &host);
    void started(OriginQueue &host);
    void applyLimits(OriginQueue &host, const OriginLimits &limits);
    void touch(OriginQueue &host);
    [[nodiscard]] std::optional<QueuedJob> takeFresh(OriginQueue &host);

    Executor &m_executor;
    DeadlineQueue &m_deadlines;
    Semaphore m_run;
    Start m_start;
    Defaults m_defaults;
    std::function<void()> m_onChange;
    std::vector<std::unique_ptr<OriginQueue>> m_hosts;
    QHash<Origin, quint32> m_indexes;
    std::vector<quint32> m_tickets; ///< by job: the valid ticket; 0: not queued
    std::deque<quint32> m_turns;    ///< origins that may have something to start
    std::vector<quint32> m_changed; ///< origins whose status changed
    quint32 m_lastTicket = 0;
    bool m_paused = false;
    bool m_pumpPosted = false;
};

} // namespace inflight
