// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobtable.h"

#include "jobs/waitingreason.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <limits>

namespace inflight {

namespace {

struct JobTableText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobTable)
};

std::chrono::steady_clock::time_point steadyBegin()
{
    static const std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    return begin;
}

} // namespace

qint64 steadyMs(std::chrono::steady_clock::time_point moment)
{
    return std::chrono::floor<std::chrono::milliseconds>(moment - steadyBegin()).count();
}

qint64 steadyNowMs()
{
    steadyBegin(); // before the moment that is measured from it
    return steadyMs(std::chrono::steady_clock::now());
}

void JobTable::append(const QList<JobInput> &inputs)
{
    const qint64 nowMs = steadyNowMs();
    for (const JobInput &input : inputs) {
        m_views.append({}).id = static_cast<JobId>(m_urls.size());
        m_urls.append(input.url);
        m_methods.append(input.request ? methodNumber(input.request->method) : 0);
        m_parents.append(input.parent ? static_cast<int>(*input.parent) : -1);
        m_depths.append(input.depth);
        m_queuedSince.append(nowMs);
        m_hasFamilies = m_hasFamilies || input.parent;
    }
    m_totals.queued += static_cast<int>(inputs.size());
    m_unseen += static_cast<int>(inputs.size());
}

quint8 JobTable::methodNumber(const QByteArray &method)
{
    const qsizetype known = m_methodNames.indexOf(method);
    if (known >= 0)
        return static_cast<quint8>(known);
    // Nobody uses so many methods; what comes after them counts as the last.
    if (m_methodNames.size() <= std::numeric_limits<quint8>::max())
        m_methodNames.append(method);
    return static_cast<quint8>(m_methodNames.size() - 1);
}

QList<JobInput> JobTable::newInputs(const AcceptedJobs &accepted) const
{
    const qsizetype known = size() - static_cast<qsizetype>(accepted.first);
    if (known <= 0)
        return accepted.inputs;
    return known < accepted.inputs.size() ? accepted.inputs.sliced(known) : QList<JobInput>();
}

QList<JobTable::Rows> JobTable::apply(const ChangeBatch &batch)
{
    for (const AcceptedJobs &accepted : batch.accepted) {
        append(newInputs(accepted));
        std::size_t row = accepted.first;
        for (const quint32 origin : accepted.origins) {
            JobView &job = m_views.at(row++);
            job.origin = origin;
            tally(job, 1);
        }
    }
    QList<int> rows;
    rows.reserve(batch.jobs.size());
    for (const JobView &view : batch.jobs) {
        const int row = static_cast<int>(view.id);
        Q_ASSERT(row < size());
        JobView &job = m_views.at(view.id);
        tally(job, -1);
        if (view.state == JobState::Queued && isFinished(job.state))
            m_queuedSince[row] = steadyNowMs();
        job = view;
        tally(job, 1);
        rows.append(row);
    }
    for (const OriginStatus &origin : batch.origins) {
        const auto index = static_cast<qsizetype>(origin.index);
        if (index >= m_origins.size())
            m_origins.resize(index + 1);
        m_origins[index] = origin;
    }
    m_totals = batch.totals;
    // Rows that were appended here but that the engine had not yet taken in when it made the batch.
    m_unseen = std::max(0, size() - m_totals.all());
    m_totals.queued += m_unseen;

    std::ranges::sort(rows);
    QList<Rows> runs;
    for (const int row : std::as_const(rows)) {
        if (!runs.isEmpty() && row <= runs.last().last + 1)
            runs.last().last = row;
        else
            runs.append({row, row});
    }
    return runs;
}

void JobTable::tally(const JobView &job, int change)
{
    if (job.origin >= m_jobsOf.size())
        m_jobsOf.resize(job.origin + 1);
    OriginJobs &jobs = m_jobsOf[job.origin];
    jobs.unfinished += isFinished(job.state) ? 0 : change;
    jobs.failed += job.state == JobState::Failed ? change : 0;
}

const OriginStatus *JobTable::origin(quint32 index) const
{
    const auto at = static_cast<qsizetype>(index);
    return at < m_origins.size() ? &m_origins.at(at) : nullptr;
}

QString JobTable::waitingReason(int row, qint64 nowMs) const
{
    const JobView &job = view(row);
    switch (job.state) {
    case JobState::Queued:
        return queueReason(m_totals, origin(job.origin), nowMs);
    case JobState::BackingOff:
        return backOffReason(job, m_totals, origin(job.waitOrigin), nowMs);
    case JobState::Running: {
        const auto waiting = std::ranges::find(job.stages, StageState::Waiting, &StageView::state);
        const bool waits = job.waitsForCpu || waiting != job.stages.end();
        return waits ? JobTableText::tr("CPU pool full") : QString();
    }
    case JobState::Succeeded:
    case JobState::Failed:
    case JobState::Cancelled:
        break;
    }
    return {};
}

} // namespace inflight
