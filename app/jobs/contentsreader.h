// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/executor.h"
#include "jobs/bodykeep.h"
#include "jobs/jobcontents.h"

#include <QCoro/QCoroTask>
#include <QThreadPool>

#include <functional>
#include <stop_token>

namespace inflight {

/// Makes what is kept of a job fit to be looked at, on a thread of its own, the newest job only. Lives on the
/// engine's thread.
class ContentsReader
{
    Q_DISABLE_COPY_MOVE(ContentsReader)

public:
    using Done = std::function<void(const JobContents &)>;

    /// `done` gets what was read, unless another job was wanted meanwhile.
    ContentsReader(Executor &executor, qint64 maxSize, Done done);

    /// From now on this job is the one that is looked at; nobody waits for another one's contents.
    void want(JobId id);
    /// Adds the bodies in `kept`, which may be null, to `known`. To be spawned into a scope that is joined
    /// before this goes.
    QCoro::Task<> read(JobContents known, std::shared_ptr<const KeptJob> kept);
    /// Stops what is being read.
    void stop() { m_stop.request_stop(); }

private:
    Executor &m_executor;
    qint64 m_maxSize;
    Done m_done;
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::optional<JobId> m_wanted;
};

} // namespace inflight
