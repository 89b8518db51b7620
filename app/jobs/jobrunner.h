// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/semaphore.h"
#include "jobs/activejob.h"
#include "jobs/scheduler.h"
#include "jobs/statistics.h"
#include "net/fetcher.h"

#include <QCoro/QCoroTask>
#include <QThreadPool>

namespace inflight {

/// What jobs are run with; everything outlives every job.
struct JobServices
{
    Executor &executor;
    DeadlineQueue &deadlines;
    Scheduler &scheduler;
    Fetcher &fetcher;
    QThreadPool &pool;
    Semaphore
        &cpu; ///< as many as the pool can take: what waits for the CPU waits here, where it can be stopped
    StageStatistics &statistics;
};

/// The story of a job from its slot to its end, read top to bottom: fetch with retries, then each stage.
/// Lives on the engine's thread.
class JobRunner
{
    Q_DISABLE_COPY_MOVE(JobRunner)

public:
    JobRunner(const RunSettings &settings, JobServices services);

    /// Runs `job` to its end; afterwards its state is a finished one. `job` must outlive the task.
    QCoro::Task<> run(ActiveJob *job, Slot slot);

private:
    QCoro::Task<Outcome<Done>> fetch(ActiveJob *job, Slot *slot);
    QCoro::Task<Outcome<Done>> attempt(ActiveJob *job, Slot *slot);
    QCoro::Task<Outcome<Response>> followingRedirects(ActiveJob *job, Slot *slot);
    QCoro::Task<Outcome<Done>> process(ActiveJob *job);
    QCoro::Task<Outcome<Done>> waitInStage(ActiveJob *job, const WaitStage *stage, std::size_t place);
    QCoro::Task<Outcome<Done>> computeStages(ActiveJob *job, std::size_t first, std::size_t end);
    QCoro::Task<> describeBody(ActiveJob *job);

    [[nodiscard]] std::optional<Fault> judge(const ActiveJob &job) const;
    [[nodiscard]] std::optional<milliseconds> delayBeforeRetry(const ActiveJob &job, const Fault &fault,
                                                               int tries) const;
    [[nodiscard]] static AttemptRecord openAttempt(const ActiveJob &job, qint32 startMs,
                                                   milliseconds backOff);
    void noteAttempt(ActiveJob &job, const Outcome<Done> &outcome) const;
    void noteStages(const ActiveJob &job) const;
    void finish(ActiveJob &job, Outcome<Done> outcome) const;

    RunSettings m_settings;
    JobServices m_services;
};

} // namespace inflight
