// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/detailsfeed.h"

#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"
#include "ui/panes/detailspane.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobsview.h"

#include <QItemSelectionModel>

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
    , m_digest(jobs.jobs())
{
    m_refresh.setInterval(200ms);
    m_refresh.setSingleShot(true);
    m_sumUp.setInterval(1s);
    m_sumUp.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &DetailsFeed::refresh);
    connect(&m_sumUp, &QTimer::timeout, this, &DetailsFeed::sumUp);
    connect(&view, &JobsView::currentJobChanged, this, &DetailsFeed::takeCurrent);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &DetailsFeed::takeSelection);
    connect(&m_digest, &SelectionDigest::summed, this, [this](const SelectionSum &sum) {
        if (m_severalSelected)
            m_pane.showSelection(&sum);
    });
    connect(&engine, &Engine::lookedInto, this, &DetailsFeed::takeContents);
    connect(&pane, &DetailsPane::pageChanged, this, &DetailsFeed::askForContents);
}

void DetailsFeed::takeCurrent()
{
    const std::optional<JobId> current = m_view.currentJob();
    if (!current || current == m_job)
        return;
    m_job = current;
    m_contents.reset();
    m_askedFor = {};
    m_engine.watch(m_job);
    m_engine.lookInto(*m_job, false);
    refresh();
}

void DetailsFeed::takeSelection()
{
    qint64 rows = 0;
    const QItemSelection selection = m_view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        rows += range.height();
    m_severalSelected = rows > 1;
    if (m_severalSelected)
        return m_sumUp.start(100ms); // A selection under the mouse changes with every row.
    m_sumUp.stop();
    m_digest.stop();
    m_pane.showSelection(nullptr);
}

void DetailsFeed::sumUp()
{
    if (m_severalSelected && !m_digest.isRunning())
        m_digest.start(m_view.actionsOnJobs().selectedJobs());
}

void DetailsFeed::takeContents(const JobContents &contents)
{
    if (contents.id != m_job || (m_contents && m_contents->withBodies && !contents.withBodies))
        return;
    m_contents = std::make_shared<const JobContents>(contents);
    refresh();
}

/// Bodies are kept when a job ends, and are others when it has ended again.
void DetailsFeed::askForContents()
{
    if (!m_job || !m_pane.wantsBodies())
        return;
    const JobView &job = m_jobs.jobs().view(static_cast<int>(*m_job));
    if (!isFinished(job.state) || !job.record || job.record == m_askedFor)
        return;
    m_askedFor = job.record;
    m_engine.lookInto(*m_job, true);
}

void DetailsFeed::follow(const ChangeBatch &batch)
{
    if (m_severalSelected && !batch.jobs.isEmpty() && !m_sumUp.isActive() && !m_digest.isRunning())
        m_sumUp.start(1s);
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
    const JobRecordPtr record = job.record.get();
    const qint64 nowMs = steadyNowMs();
    m_pane.showJob({.url = m_jobs.jobs().url(row),
                    .view = job,
                    .record = record,
                    .stateText = m_jobs.index(row, JobModel::State).data().toString(),
                    .slowText = slowText(job, m_jobs.stageNames(job), nowMs),
                    .stageNames = m_jobs.stageNames(job),
                    .contents = m_contents,
                    .tls = m_engine.tlsOf(record && !record->finalUrl.isEmpty() ? record->finalUrl
                                                                                : m_jobs.jobs().url(row)),
                    .nowMs = nowMs});
    askForContents();
    if (!isFinished(job.state))
        m_refresh.start();
}

} // namespace inflight
