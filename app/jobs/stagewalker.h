// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"
#include "jobs/jobservices.h"
#include "jobs/stageplan.h"
#include "jobs/stagerun.h"

namespace inflight {

/// Takes a job's payload through the stages of its plan. Lives on the engine's thread.
class StageWalker
{
    Q_DISABLE_COPY_MOVE(StageWalker)

public:
    /// `settings` must outlive it.
    StageWalker(const RunSettings &settings, JobServices services);

    /// From the job's first stage to the end. `slot` is what the job holds from its fetch: its origin gets
    /// its part back once the first stage has room. Both must outlive the task.
    QCoro::Task<Outcome<Done>> run(ActiveJob *job, Slot *slot);

private:
    QCoro::Task<bool> enter(ActiveJob *job, StageGroup *group, std::size_t stage, Slot *slot, Permit *room);
    QCoro::Task<Outcome<Done>> wait(ActiveJob *job, StageGroup *group);
    QCoro::Task<Outcome<std::shared_ptr<StageRunEnd>>> compute(ActiveJob *job, StageGroup *group,
                                                               std::size_t first);
    QCoro::Task<Outcome<Done>> fetchBeside(ActiveJob *job, Slot *slot, QUrl url);

    const RunSettings &m_settings;
    JobServices m_services;
};

} // namespace inflight
