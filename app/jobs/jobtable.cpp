// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace inflight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("inflight::JobTable", text);
}

QString secondsLeft(qint64 ms)
{
    const double seconds = static_cast<double>(std::max<qint64>(ms, 0)) / 1000.0;
    return tr("%1 s").arg(seconds, 0, 'f', seconds < 10 ? 1 : 0);
}

} // namespace

qint64 steadyNowMs()
{
    using namespace std::chrono;
    static const steady_clock::time_point begin = steady_clock::now();
    return duration_cast<milliseconds>(steady_clock::now() - begin).count();
}

void JobTable::append(const QList<JobInput> &inputs)
{
    m_urls.reserve(m_urls.size() + inputs.size());
    m_views.reserve(m_views.size() + inputs.size());
    for (const JobInput &input : inputs) {
        JobView view;
        view.id = static_cast<JobId>(m_views.size());
        m_views.append(view);
        m_urls.append(input.url);
    }
    m_totals.queued += static_cast<int>(inputs.size());
    m_unseen += static_cast<int>(inputs.size());
}

QList<JobTable::Rows> JobTable::apply(const ChangeBatch &batch)
{
    for (const AcceptedJobs &accepted : batch.accepted) {
        auto row = static_cast<qsizetype>(accepted.first);
        for (const quint32 origin : accepted.origins)
            m_views[row++].origin = origin;
    }
    QList<int> rows;
    rows.reserve(batch.jobs.size());
    for (const JobView &view : batch.jobs) {
        const int row = static_cast<int>(view.id);
        Q_ASSERT(row < m_views.size());
        m_views[row] = view;
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

const OriginStatus *JobTable::origin(quint32 index) const
{
    const auto at = static_cast<qsizetype>(index);
    return at < m_origins.size() ? &m_origins.at(at) : nullptr;
}

QString JobTable::waitingReason(int row, qint64 nowMs) const
{
    const JobView &job = view(row);
    if (job.state == JobState::BackingOff && job.waitUntilMs > nowMs)
        return tr("back-off: attempt %1 in %2")
            .arg(job.attempt + 1)
            .arg(secondsLeft(job.waitUntilMs - nowMs));
    if (job.state == JobState::Running) {
        const auto waiting = std::ranges::find(job.stages, StageState::Waiting, &StageView::state);
        return waiting == job.stages.end() ? QString() : tr("CPU pool full");
    }
    if (isFinished(job.state))
        return {};
    if (m_totals.paused)
        return tr("paused");
    const OriginStatus *host = origin(job.origin);
    if (host && host->heldUntilMs > nowMs)
        return tr("Retry-After: %1").arg(secondsLeft(host->heldUntilMs - nowMs));
    if (m_totals.inFlight >= m_totals.concurrency && m_totals.concurrency > 0)
        return tr("all %1 slots busy").arg(m_totals.concurrency);
    if (host && host->inFlight >= m_totals.perHost && m_totals.perHost > 0)
        return tr("host cap %1 of %2").arg(host->inFlight).arg(m_totals.perHost);
    return {};
}

} // namespace inflight
