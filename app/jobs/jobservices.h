// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/semaphore.h"
#include "jobs/scheduler.h"
#include "jobs/statistics.h"
#include "net/fetcher.h"

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
        &cpu; ///< one for each thread of the pool: what waits for the CPU waits here, where it can be stopped
    StageStatistics &statistics;
};

} // namespace inflight
