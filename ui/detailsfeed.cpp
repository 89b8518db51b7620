// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/detailsfeed.h"

#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"
#include "ui/panes/detailspane.h"
#include "ui/panes/jobsview.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace inflight {

DetailsFeed::DetailsFeed(Engine &engine, const JobModel &jobs, const JobsView &view, DetailsPane &pane)
    : QObject(&pane)
    , m_engine(engine)
    , m_jobs(jobs)
    , m_view(view)
    , m_pane(pane)
{
    m_refresh.setInterval(200ms);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &DetailsFeed::refresh);
    connect(&view, &JobsView::currentJobChanged, this, &DetailsFeed::takeCurrent);
}

void DetailsFeed::takeCurrent()
{
    const std::optional<JobId> current = m_view.currentJob();
    if (!current || current == m_job)
        return;
    m_job = current;
    m_engine.watch(m_job);
    refresh();
}

void DetailsFeed::follow(const ChangeBatch &batch)
{
    const auto ours =
        std::ranges::find_if(batch.jobs, [this](const JobView &job) { return job.id == m_job; });
    if (ours == batch.jobs.end())
        return;
    if (isFinished(ours->state))
        refresh();
    else if (!m_refresh.isActive())
        m_refresh.start();
}

void DetailsFeed::refresh()
{
    m_refresh.stop();
    if (!m_job)
        return m_pane.showNothing();
    const int row = static_cast<int>(*m_job);
    const JobView &job = m_jobs.jobs().view(row);
    const qint64 nowMs = steadyNowMs();
    m_pane.showJob({.url = m_jobs.jobs().url(row),
                    .view = job,
                    .record = job.record,
                    .stateText = m_jobs.index(row, JobModel::State).data().toString(),
                    .slowText = slowText(job, m_jobs.stageNames(job), nowMs),
                    .stageNames = m_jobs.stageNames(job),
                    .nowMs = nowMs});
    if (!isFinished(job.state))
        m_refresh.start();
}

} // namespace inflight
