// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobsexport.h"

#include "ui/models/joborder.h"
#include "ui/panes/exportbar.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobsview.h"

namespace inflight {

JobsExport::JobsExport(Exporting &exporting, const JobModel &jobs, const JobOrder &order, JobsView &view,
                       ExportBar &bar)
    : QObject(&view)
    , m_exporting(exporting)
    , m_jobs(jobs)
    , m_order(order)
    , m_view(view)
    , m_bar(bar)
    , m_dialog(new ExportDialog(&view))
{
    connect(m_dialog, &QDialog::accepted, this, &JobsExport::begin);
    connect(&m_exporting, &Exporting::progressed, &m_bar, &ExportBar::setProgress);
    connect(&m_exporting, &Exporting::ended, &m_bar, &ExportBar::end);
    connect(&m_bar, &ExportBar::cancelRequested, &m_exporting, [this] { m_exporting.cancel(); });
}

void JobsExport::ask()
{
    if (m_exporting.isRunning())
        return;
    const RunTotals &totals = m_jobs.jobs().totals();
    m_dialog->setCounts({.all = records(ExportScope::All).size(),
                         .shown = records(ExportScope::Shown).size(),
                         .selected = records(ExportScope::Selected).size(),
                         .unfinished = totals.unfinished()});
    m_dialog->open();
}

void JobsExport::begin()
{
    ExportOrder order = m_dialog->order();
    order.records = records(m_dialog->scope());
    m_bar.begin(order.path);
    m_exporting.start(order);
}

/// Of those that have ended, in the order in which they are shown where that is the choice.
QList<KeptRecord> JobsExport::records(ExportScope scope) const
{
    const JobTable &jobs = m_jobs.jobs();
    QList<KeptRecord> found;
    const auto add = [&](int row) {
        const JobView &job = jobs.view(row);
        if (isFinished(job.state) && job.record)
            found.append(job.record);
    };
    switch (scope) {
    case ExportScope::All:
        found.reserve(jobs.size());
        for (int row = 0; row < jobs.size(); ++row)
            add(row);
        break;
    case ExportScope::Shown:
        for (int row = 0; row < m_order.rowCount(); ++row)
            add(m_order.sourceRow(row));
        break;
    case ExportScope::Selected:
        for (const JobId id : m_view.actionsOnJobs().selectedJobs())
            add(static_cast<int>(id));
        break;
    }
    return found;
}

} // namespace inflight
