// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "ui/panes/rowscopier.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QAction;
class QKeySequence;
class QTableView;

namespace inflight {

class JobModel;
class JobOrder;
struct JobWord;

/// What a person can do with the selected rows of the jobs table: actions for its context menu, the menu bar,
/// shortcuts and assistive technology, enabled while they can do something. UI thread.
class JobActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobActions)

public:
    /// A child of `view`; adds the actions to it.
    JobActions(QTableView &view, JobModel &jobs, JobOrder &order);

    /// All of them in the order of a menu, separators among them.
    [[nodiscard]] const QList<QAction *> &menu() const { return m_menu; }
    /// Those of them that go into the menu Edit.
    [[nodiscard]] QList<QAction *> editing() const { return QList{m_paste} + m_copies + QList{m_selectAll}; }
    /// The selected jobs in the order shown.
    [[nodiscard]] QList<JobId> selectedJobs() const;

    /// After the selection changed.
    void update();
    /// After another cell became the current one: at once, for the context menu that may follow.
    void updateFilters();
    /// After rows changed; gathers what comes close together.
    void updateSoon();

Q_SIGNALS:
    void cancelRequested(const QList<inflight::JobId> &ids);
    /// Everything unfinished of an origin, by its index.
    void cancelOriginRequested(quint32 origin);
    /// The running jobs that are in this stage.
    void cancelInStageRequested(int stage, const QString &name);
    void cancelSlowRequested();
    void cancelAllRequested();
    void retryFailedRequested();
    /// The jobs for which a word of the filter holds are to be shown alone, or not to be shown.
    void showOnlyRequested(const QString &word);
    void leaveOutRequested(const QString &word);
    void retryRequested(const QList<inflight::JobId> &ids);
    /// As Engine::runAgain().
    void runAgainRequested(const QList<inflight::JobId> &ids, int stage);
    void detailsRequested();
    void pasteRequested();
    /// The rows of the selected, or of all finished jobs that are shown, are to be taken out of the table.
    void removeRequested();
    void removeFinishedRequested();

private:
    void addOnJobs();
    void addRetries();
    void addRemovals();
    void addCopies();
    QAction *add(const QString &text, const QString &tip, const QString &name, const QKeySequence &shortcut,
                 void (JobActions::*slot)());
    void addSeparator();
    [[nodiscard]] bool anySelected(const std::function<bool(const JobView &)> &holds) const;
    [[nodiscard]] const JobView *currentJob() const;
    void updateCancels();
    void addFilters();
    void fillFilterMenu();
    [[nodiscard]] QList<JobWord> currentWords() const;
    void showOnly();
    void leaveOut();
    void cancelSelected();
    void cancelOrigin();
    void cancelInStage();
    void retrySelected();
    void fillAgainMenu();
    void fillCopyMenu();
    void copyRows();
    [[nodiscard]] QList<int> selectedSourceRows() const;
    [[nodiscard]] QList<int> shownColumns() const;
    void copyUrls();
    void copyUrlsWithSecrets();

    QTableView &m_view;
    JobModel &m_jobs;
    JobOrder &m_order;
    QList<QAction *> m_menu;
    QAction *m_cancel = nullptr;
    QAction *m_cancelOrigin = nullptr;
    QAction *m_cancelInStage = nullptr;
    QAction *m_cancelSlow = nullptr;
    QAction *m_cancelAll = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_retryFailed = nullptr;
    QAction *m_showOnly = nullptr;
    QAction *m_leaveOut = nullptr;
    QAction *m_filterBy = nullptr;
    QAction *m_again = nullptr;
    QAction *m_details = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_removeFinished = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_selectAll = nullptr;
    QList<QAction *> m_copies;
    QTimer m_update;
    RowsCopier m_copier{this};
};

} // namespace inflight
