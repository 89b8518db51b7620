// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/exportdialog.h"

#include <QObject>

namespace inflight {

class ExportBar;
class JobModel;
class JobOrder;
class JobsView;

/// Export of the table's jobs: asks in a dialog, lets the work be done in the background, and shows how it
/// goes. UI thread.
class JobsExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsExport)

public:
    /// A child of the view; all must outlive it. `bar` shows the progress.
    JobsExport(Exporting &exporting, const JobModel &jobs, const JobOrder &order, JobsView &view,
               ExportBar &bar);

    void ask();

private:
    void begin();
    [[nodiscard]] QList<KeptRecord> records(ExportScope scope) const;

    Exporting &m_exporting;
    const JobModel &m_jobs;
    const JobOrder &m_order;
    JobsView &m_view;
    ExportBar &m_bar;
    ExportDialog *m_dialog;
};

} // namespace inflight
