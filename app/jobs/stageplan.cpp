// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stageplan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct StagePlanText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StagePlan)
};

/// Jobs that wait before a stage for each that is in it, unless the pipeline says otherwise: enough that a
/// worker never waits for the network's next answer, few enough that bodies do not pile up.
constexpr int waitingPerWorker = 4;

const CpuStage *cpuStage(const Stage &stage)
{
    return dynamic_cast<const CpuStage *>(&stage);
}

/// Whether a stage has places of its own.
bool standsAlone(const Stage &stage, const StageSettings &settings)
{
    const CpuStage *const cpu = cpuStage(stage);
    return !cpu || cpu->blocks() || cpu->defaultWorkers() > 0 || settings.workers || settings.queue;
}

} // namespace

StagePlan::StagePlan(Executor &executor, Semaphore &cpu, int threads,
                     std::shared_ptr<const Pipeline> pipeline)
    : m_pipeline(std::move(pipeline))
    , m_cpu(cpu)
    , m_threads(threads)
    , m_traffic(std::make_shared<StageTraffic>(m_pipeline->stageNames()))
{
    makeGroups(executor);
}

void StagePlan::makeGroups(Executor &executor)
{
    const std::size_t count = m_pipeline->stages().size();
    for (std::size_t first = 0; first < count;) {
        m_groups.push_back(std::make_unique<StageGroup>(groupFrom(first, executor)));
        StageGroup *const group = m_groups.back().get();
        m_groupOf.insert(m_groupOf.end(), group->end - first, group);
        first = group->end;
    }
}

StageGroup StagePlan::groupFrom(std::size_t first, Executor &executor) const
{
    const auto &stages = m_pipeline->stages();
    const StageSettings &settings = m_pipeline->settings(first);
    const CpuStage *const cpu = cpuStage(*stages[first]);
    StageGroup group;
    group.first = first;
    group.end = first + 1;
    group.waits = !cpu;
    group.blocks = cpu && cpu->blocks();
    if (standsAlone(*stages[first], settings)) {
        const int own = cpu ? cpu->defaultWorkers() : 0;
        group.most = settings.workers.value_or(own > 0 ? own : m_threads);
        if (group.waits && !settings.workers) {
            group.most = 0; // whoever only waits holds no thread: there is no bound but the asked-for one
            return group;
        }
        if (settings.workers || own > 0 || group.blocks)
            group.workers = std::make_unique<Semaphore>(executor, group.most);
    } else {
        while (group.end < stages.size() && !standsAlone(*stages[group.end], m_pipeline->settings(group.end)))
            ++group.end;
        group.most = m_threads;
    }
    const int queue = settings.queue.value_or(waitingPerWorker * group.most);
    group.room = std::make_unique<Semaphore>(executor, group.most + queue);
    return group;
}

StageGroup *StagePlan::groupOf(std::size_t stage) const
{
    return stage < m_groupOf.size() ? m_groupOf[stage] : nullptr;
}

QString StagePlan::fileFolder() const
{
    const auto &stages = m_pipeline->stages();
    const CpuStage *const last = stages.empty() ? nullptr : cpuStage(*stages.back());
    return last ? last->fileFolder() : QString();
}

bool StagePlan::follows() const
{
    return m_pipeline->stageNames().contains(u"follow"_s);
}

QList<StageStatus> StagePlan::statuses(int fetchLimit, int queued) const
{
    QList<StageStatus> statuses = m_traffic->statuses();
    statuses[0].waiting += queued;
    statuses[0].workers = fetchLimit;
    for (std::size_t i = 0; i < m_groupOf.size(); ++i)
        statuses[static_cast<qsizetype>(i) + 1].workers = m_groupOf[i]->most;
    markBottleneck(statuses);
    return statuses;
}

void StagePlan::markBottleneck(QList<StageStatus> &statuses) const
{
    // The last stage that jobs queue up before holds up all those before it.
    for (auto group = m_groups.rbegin(); group != m_groups.rend(); ++group) {
        const StageGroup &each = **group;
        StageStatus &first = statuses[static_cast<qsizetype>(each.first) + 1];
        if (first.waiting == 0 || each.most == 0 || !areWorkersBusy(each))
            continue;
        std::size_t slowest = each.first;
        for (std::size_t stage = each.first; stage < each.end; ++stage) {
            if (m_traffic->shareOfTime(stage + 1, each.first + 1, each.end + 1) >
                m_traffic->shareOfTime(slowest + 1, each.first + 1, each.end + 1))
                slowest = stage;
        }
        StageStatus &status = statuses[static_cast<qsizetype>(slowest) + 1];
        status.bottleneck = true;
        status.reason =
            StagePlanText::tr("all %1 workers busy, %2 waiting").arg(each.most).arg(first.waiting);
        if (each.end - each.first > 1) {
            const double share = m_traffic->shareOfTime(slowest + 1, each.first + 1, each.end + 1);
            status.reason += StagePlanText::tr("; %1 % of the CPU time").arg(qRound(share * 100));
        }
        return;
    }
    StageStatus &fetch = statuses[0];
    if (fetch.waiting > 0 && fetch.active > 0) {
        fetch.bottleneck = true;
        fetch.reason =
            fetch.active >= fetch.workers
                ? StagePlanText::tr("all %1 slots busy, %2 waiting").arg(fetch.workers).arg(fetch.waiting)
                : StagePlanText::tr("origins limit it to %1 at once, %2 waiting")
                      .arg(fetch.active)
                      .arg(fetch.waiting);
    }
}

} // namespace inflight
