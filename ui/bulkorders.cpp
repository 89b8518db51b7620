// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bulkorders.h"

#include "jobs/engine.h"
#include "ui/models/joborder.h"

namespace inflight {

BulkOrders::BulkOrders(Engine &engine, const JobModel &jobs, const JobOrder &order, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_jobs(jobs)
    , m_order(order)
{}

QList<JobId> BulkOrders::shown(const std::function<bool(const JobView &)> &holds) const
{
    QList<JobId> ids;
    for (int row = 0; row < m_order.rowCount(); ++row) {
        const JobView &job = m_jobs.jobs().view(m_order.sourceRow(row));
        if (holds(job))
            ids.append(static_cast<JobId>(m_order.sourceRow(row)));
    }
    return ids;
}

void BulkOrders::cancelAll()
{
    if (m_order.isFiltered())
        m_engine.cancel(shown([](const JobView &job) { return !isFinished(job.state); }));
    else
        m_engine.cancelAll();
}

void BulkOrders::cancelSlow()
{
    if (m_order.isFiltered())
        m_engine.cancel(shown([](const JobView &job) { return job.slow && !isFinished(job.state); }));
    else
        m_engine.cancelSlow();
}

/// What was removed from the table is left alone, too.
void BulkOrders::retryFailed()
{
    if (m_order.isPartial())
        m_engine.retry(shown([](const JobView &job) { return job.state == JobState::Failed; }));
    else
        m_engine.retryFailed();
}

} // namespace inflight
