// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/semaphore.h"
#include "jobs/scheduler.h"
#include "jobs/statistics.h"
#include "net/fetcher.h"

#include <functional>

#include <QThreadPool>

namespace inflight {

struct ActiveJob;
struct FoundUrls;
class KeptParts;

/// What jobs are run with; everything outlives every job.
struct JobServices
{
    Executor &executor;
    DeadlineQueue &deadlines;
    Scheduler &scheduler;
    Fetcher &fetcher;
    QThreadPool &pool;
    Semaphore &cpu;            ///< who may hand work to the pool; a few for each of its threads
    QThreadPool &blockingPool; ///< for stages that wait for other processes
    QThreadPool &disk;         ///< for what waits for the disk alone
    StageStatistics &statistics;
    /// Makes jobs of what a stage of a job found.
    std::function<void(const ActiveJob &job, const FoundUrls &found)> found;
    KeptParts &parts;
    bool bodiesStay = true; ///< somebody reads bodies when their jobs are done
};

} // namespace inflight
