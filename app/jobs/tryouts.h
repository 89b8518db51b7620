// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/semaphore.h"
#include "jobs/jobsagain.h"
#include "jobs/tryoutwork.h"

#include <QCoro/QCoroTask>
#include <QThreadPool>

#include <functional>

namespace inflight {

/// Try-outs of pipelines that are being edited, the newest only. Lives on the engine's thread.
class TryOuts
{
    Q_DISABLE_COPY_MOVE(TryOuts)

public:
    using Done = std::function<void(const TryOut &)>;

    /// `done` gets each result that no newer try-out stopped. All of them must outlive it.
    TryOuts(Executor &executor, const JobsAgain &jobs, Semaphore &cpu, QThreadPool &pool, qint64 maxSize,
            Done done)
        : m_executor(executor)
        , m_jobs(jobs)
        , m_cpu(cpu)
        , m_pool(pool)
        , m_maxSize(maxSize)
        , m_done(std::move(done))
    {}

    /// Takes what is kept of `id` through `pipeline`. To be spawned into a scope that is joined before this
    /// goes.
    QCoro::Task<> run(JobId id, std::shared_ptr<const Pipeline> pipeline);
    /// Stops the present one; it gives no result.
    void stop() { m_stop.request_stop(); }

private:
    Executor &m_executor;
    const JobsAgain &m_jobs;
    Semaphore &m_cpu;
    QThreadPool &m_pool;
    qint64 m_maxSize;
    Done m_done;
    std::stop_source m_stop;
};

} // namespace inflight
