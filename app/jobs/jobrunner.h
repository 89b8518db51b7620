// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/fetchstage.h"
#include "jobs/stagewalker.h"

namespace inflight {

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
    QCoro::Task<> describeBody(ActiveJob *job);

    void noteStages(const ActiveJob &job) const;
    void finish(ActiveJob &job, Outcome<Done> outcome) const;

    RunSettings m_settings;
    JobServices m_services;
    FetchStage m_fetch;
    StageWalker m_walk;
};

} // namespace inflight
