// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobrowsview.h"

#include <QTimer>

#include <optional>

namespace inflight {

class ColumnActions;
class JobActions;
class JobColumns;
class JobModel;
class JobOrder;

/// The table of jobs. Shows and asks; what is asked for is done by whoever listens. UI thread.
class JobsView final : public JobRowsView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsView)

public:
    /// The models must outlive the view.
    JobsView(JobModel &jobs, JobOrder &order, QWidget *parent = nullptr);

    /// What acts on the selected rows.
    [[nodiscard]] const JobActions &actionsOnJobs() const { return *m_actions; }
    [[nodiscard]] std::optional<JobId> currentJob() const;

    /// Which columns there are to see, where, and how wide.
    [[nodiscard]] JobColumns &columns() const { return *m_columns; }
    [[nodiscard]] const ColumnActions &actionsOnColumns() const { return *m_columnActions; }

    /// There is a filter, or another one, or none any more.
    void noteFilter();

Q_SIGNALS:
    void cancelOriginRequested(quint32 origin);
    void cancelInStageRequested(int stage, const QString &name);
    void cancelSlowRequested();
    void cancelAllRequested();
    void retryFailedRequested();
    void showOnlyRequested(const QString &word);
    void leaveOutRequested(const QString &word);
    void retryRequested(const QList<inflight::JobId> &ids);
    void runAgainRequested(const QList<inflight::JobId> &ids, int stage);
    /// Ctrl+V: what is on the clipboard is meant for the URLs box.
    void pasteRequested();
    void currentJobChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpHeaders();
    void setUpDelegates();

    void tick();
    void noteChange();
    void beforeRearranging(const QList<int> &gone);
    void afterRearranging();
    void rememberSelected(const QList<int> &gone);
    void selectReturned();
    void announceCurrent();

    JobModel &m_jobs;
    JobOrder &m_order;
    JobActions *m_actions = nullptr;
    JobColumns *m_columns = nullptr;
    ColumnActions *m_columnActions = nullptr;
    QTimer m_ticker; ///< for cells that change as time goes by
    bool m_rearranging = false;
    std::optional<JobId> m_announced; ///< the current job as listeners know it
    std::optional<JobId> m_hidden; ///< was current when the filter took it away; current again if it returns
    QList<int> m_hiddenSelection;  ///< source rows, the same for selected ones
};

} // namespace inflight
