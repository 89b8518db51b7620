// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stageplans.h"

#include "async/poolcall.h"
#include "pipeline/stages/append.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

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

/// Writes the rows that pipelines of an earlier process held back.
class LeftRowsWork
{
public:
    explicit LeftRowsWork(QStringList notes)
        : m_notes(std::move(notes))
    {}

    QStringList operator()(std::stop_token) const
    {
        QStringList problems;
        for (const QString &notes : m_notes) {
            const Outcome<Done> written = AppendStage::writeLeft(notes);
            if (written.failed())
                problems.append(written.fault().message);
        }
        return problems;
    }

private:
    QStringList m_notes;
};

QString notesFile(const QString &folder, int number)
{
    return folder + u'/' + QString::number(number);
}

/// Of the files that stages have in `folder`, ascending.
QList<int> numbersIn(const QString &folder)
{
    QList<int> numbers;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        if (isNumber)
            numbers.append(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

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
    giveNotes();
    m_unsettled = true;
}

void StagePlans::keepNotes(const QString &folder, const QString &earlier)
{
    const QList<int> numbers = earlier.isEmpty() ? QList<int>() : numbersIn(earlier);
    m_notesFolder = folder;
    m_nextNotes = folder == earlier && !numbers.isEmpty() ? numbers.constLast() + 1 : 0;
    m_leftNotes.clear();
    for (const int number : numbers)
        m_leftNotes.append(notesFile(earlier, number));
    giveNotes();
}

void StagePlans::giveNotes()
{
    QList<const CpuStage *> stages;
    forEachCpuStage(present()->pipeline(), [&stages](const CpuStage &stage) { stages.append(&stage); });
    const auto earlier = takeEarlierNotes(stages);
    for (const CpuStage *const stage : stages) {
        const QString before = earlier.value(stage);
        const bool goesOn = !before.isEmpty() && QFileInfo(before).path() == m_notesFolder;
        const QString fresh = m_notesFolder.isEmpty() ? QString() : notesFile(m_notesFolder, m_nextNotes);
        if (stage->keepNotes({goesOn ? before : fresh, before}) && !goesOn)
            ++m_nextNotes;
    }
}

/// From the end, where the pipeline that was applied last has its own.
QHash<const CpuStage *, QString> StagePlans::takeEarlierNotes(const QList<const CpuStage *> &stages)
{
    QHash<const CpuStage *, QString> earlier;
    for (auto stage = stages.crbegin(); stage != stages.crend(); ++stage) {
        const auto owned = std::find_if(m_leftNotes.crbegin(), m_leftNotes.crend(),
                                        [stage](const QString &file) { return (*stage)->ownsNotes(file); });
        if (owned != m_leftNotes.crend())
            earlier.insert(*stage, m_leftNotes.takeAt(std::distance(owned, m_leftNotes.crend()) - 1));
    }
    return earlier;
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
    LeftRowsWork left(std::exchange(m_leftNotes, {}));
    const QStringList found = co_await callInPool(&m_pool, &m_executor, left, std::stop_token());
    problems += found;
    m_settling = false;
    co_return problems;
}

} // namespace inflight
