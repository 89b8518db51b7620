// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/semaphore.h"
#include "jobs/stagetraffic.h"
#include "pipeline/pipeline.h"

#include <memory>
#include <vector>

namespace inflight {

/// Consecutive stages of a pipeline that a job goes through in one go.
struct StageGroup
{
    std::size_t first = 0; ///< index among the pipeline's stages
    std::size_t end = 0;   ///< after its last stage
    bool waits = false;    ///< a single stage that only waits
    bool blocks = false;   ///< a single stage that mostly waits for another process: has a thread of its own
    int most = 0;          ///< jobs in it at once
    /// Places for those in it and those that wait before it; null: without bound.
    std::unique_ptr<Semaphore> room;
    std::unique_ptr<Semaphore> workers; ///< null: it shares the CPU's places with other groups
};

/// How the stages of a pipeline are worked on: which go together, how many jobs each takes at once, and how
/// many may wait before it. A job leaves the group before only once there is room in the next one, so that a
/// slow stage slows down what is before it, fetching first of all, and bodies do not pile up. Lives on the
/// engine's thread; outlives its jobs.
class StagePlan
{
    Q_DISABLE_COPY_MOVE(StagePlan)

public:
    /// `cpu`: who has a permit may hand work to the pool of `threads` threads.
    StagePlan(Executor &executor, Semaphore &cpu, int threads, std::shared_ptr<const Pipeline> pipeline);

    [[nodiscard]] const Pipeline &pipeline() const { return *m_pipeline; }
    [[nodiscard]] const std::shared_ptr<const Pipeline> &sharedPipeline() const { return m_pipeline; }
    [[nodiscard]] const std::shared_ptr<StageTraffic> &traffic() const { return m_traffic; }
    /// The group that `stage` belongs to; null past the last one.
    [[nodiscard]] StageGroup *groupOf(std::size_t stage) const;
    /// The places for the jobs in a group.
    [[nodiscard]] Semaphore &workersOf(const StageGroup &group) const
    {
        return group.workers ? *group.workers : m_cpu;
    }
    /// Whether all that work on a group's jobs have one.
    [[nodiscard]] bool areWorkersBusy(const StageGroup &group) const
    {
        return workersOf(group).inUse() >= group.most;
    }
    /// The folder in which the last stage makes a file of what comes; empty: it does not.
    [[nodiscard]] QString fileFolder() const;
    /// Whether jobs may find further ones (stage follow).
    [[nodiscard]] bool follows() const;

    /// All stages with workers and bottleneck; the fetch waits for `fetchLimit` places and `queued` jobs
    /// wait for it.
    [[nodiscard]] QList<StageStatus> statuses(int fetchLimit, int queued) const;

private:
    void makeGroups(Executor &executor);
    [[nodiscard]] StageGroup groupFrom(std::size_t first, Executor &executor) const;
    void markBottleneck(QList<StageStatus> &statuses) const;

    std::shared_ptr<const Pipeline> m_pipeline;
    Semaphore &m_cpu;
    int m_threads;
    std::shared_ptr<StageTraffic> m_traffic;
    std::vector<std::unique_ptr<StageGroup>> m_groups;
    std::vector<StageGroup *> m_groupOf; ///< by stage
};

} // namespace inflight
