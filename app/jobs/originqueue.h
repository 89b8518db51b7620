// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/oneshot.h"
#include "async/semaphore.h"
#include "jobs/jobview.h"
#include "jobs/origingovernor.h"
#include "jobs/originstatistics.h"
#include "net/origin.h"

#include <deque>
#include <optional>

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

/// How one request to an origin ended.
struct RequestEnd
{
    OriginGovernor::TimePoint startedAt;
    int status = 0;                                      ///< 0: no answer
    std::optional<FaultClass> fault;                     ///< nothing: as wished
    std::optional<double> firstByteMs;                   ///< from the request sent to the headers
    std::optional<std::chrono::milliseconds> retryAfter; ///< what the answer asks for
};

/// A job that waits for its first start.
struct QueuedJob
{
    JobId id;
    quint32 ticket; ///< no longer the job's valid one when it was withdrawn
    qint64 sinceMs;
};

/// A job that was started before and waits for another slot.
struct ReturningJob
{
    explicit ReturningJob(Executor &executor)
        : decided(executor)
    {}
    OneShot decided;
    std::optional<Slot> slot;
};

/// What the scheduler has of one origin: who waits for it, how much it bears, how it has answered. Lives on
/// the engine's thread.
struct OriginQueue
{
    OriginQueue(Executor &executor, quint32 number, const Origin &which, const OriginLimits &limits,
                bool adaptive);

    [[nodiscard]] bool anyWaiting() const { return !fresh.empty() || !returning.empty(); }
    /// Whether a request may start now.
    [[nodiscard]] bool mayStart() const;
    /// Learns from the end of a request.
    void note(const RequestEnd &end);
    [[nodiscard]] OriginStatus status() const;

    quint32 index;
    Origin origin;
    OriginGovernor governor;
    OriginStatistics statistics;
    Semaphore slots;
    std::deque<QueuedJob> fresh;
    std::deque<ReturningJob *> returning;
    DeadlineQueue::Deadline wake; ///< for its next permitted start, while somebody waits for it
    OriginGovernor::TimePoint wakeAt;
    DeadlineQueue::Deadline refresh; ///< of the measured rate, which falls without anything happening
    int queued = 0;                  ///< valid entries of `fresh`
    int backingOff = 0;
    bool inTurn = false;
    bool changed = false;
};

} // namespace inflight
