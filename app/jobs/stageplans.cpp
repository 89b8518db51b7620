// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stageplans.h"

#include "async/poolcall.h"

namespace inflight {

namespace {

template <typename Work>
void forEachCpuStage(const Pipeline &pipeline, Work work)
{
    for (const std::unique_ptr<const Stage> &stage : pipeline.stages()) {
        if (const auto *const cpu = dynamic_cast<const CpuStage *>(stage.get()))
            work(*cpu);
    }
}

/// Has the stages of a pipeline write what they hold back.
class SettleWork
{
public:
    explicit SettleWork(std::shared_ptr<const Pipeline> pipeline)
        : m_pipeline(std::move(pipeline))
    {}

    QStringList operator()(std::stop_token) const
    {
        QStringList problems;
        forEachCpuStage(*m_pipeline, [&](const CpuStage &stage) {
            const Outcome<Done> settled = stage.settle();
            if (settled.failed())
                problems.append(settled.fault().message);
        });
        return problems;
    }

private:
    std::shared_ptr<const Pipeline> m_pipeline;
};

} // namespace

StagePlans::StagePlans(Executor &executor, Semaphore &cpu, QThreadPool &pool,
                       std::shared_ptr<const Pipeline> pipeline)
    : m_executor(executor)
    , m_cpu(cpu)
    , m_pool(pool)
    , m_plans{std::make_shared<StagePlan>(executor, cpu, pool.maxThreadCount(), std::move(pipeline))}
{}

void StagePlans::change(std::shared_ptr<const Pipeline> pipeline)
{
    m_plans.push_back(
        std::make_shared<StagePlan>(m_executor, m_cpu, m_pool.maxThreadCount(), std::move(pipeline)));
    m_unsettled = true;
}

void StagePlans::keepNotes(const QString &folder, const QString &earlier)
{
    int number = 0;
    const auto fileIn = [&number](const QString &place) {
        return place.isEmpty() ? QString() : place + u'/' + QString::number(number);
    };
    forEachCpuStage(present()->pipeline(), [&](const CpuStage &stage) {
        if (stage.keepNotes({fileIn(folder), fileIn(earlier)}))
            ++number;
    });
}

void StagePlans::jobEnded(JobId id)
{
    for (const std::shared_ptr<StagePlan> &plan : m_plans)
        forEachCpuStage(plan->pipeline(), [id](const CpuStage &stage) { stage.jobEnded(id); });
    m_unsettled = true;
}

void StagePlans::jobHasEnded(JobId id)
{
    forEachCpuStage(present()->pipeline(), [id](const CpuStage &stage) { stage.jobEnded(id); });
}

void StagePlans::jobAgain(JobId id)
{
    forEachCpuStage(present()->pipeline(), [id](const CpuStage &stage) { stage.jobAgain(id); });
}

QCoro::Task<QStringList> StagePlans::settle()
{
    m_settling = true;
    m_unsettled = false;
    const std::vector<std::shared_ptr<StagePlan>> plans = m_plans;
    QStringList problems;
    for (const std::shared_ptr<StagePlan> &plan : plans) {
        SettleWork work(plan->sharedPipeline());
        const QStringList found = co_await callInPool(&m_pool, &m_executor, work, std::stop_token());
        problems += found;
    }
    m_settling = false;
    co_return problems;
}

} // namespace inflight
