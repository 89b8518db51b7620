// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rowremoval.h"

#include "jobs/humantext.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobsview.h"

#include <QAction>
#include <QUndoCommand>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString rowsRemoved(qsizetype rows)
{
    return rows == 1 ? RowRemoval::tr("1 row removed.")
                     : RowRemoval::tr("%1 rows removed.").arg(formatCount(rows));
}

QString unfinishedStay(int jobs)
{
    return jobs == 1 ? RowRemoval::tr("1 job is not finished and stays: cancel it first (Ctrl+.).")
                     : RowRemoval::tr("%1 jobs are not finished and stay: cancel them first (Ctrl+.).")
                           .arg(formatCount(jobs));
}

class Removing final : public QUndoCommand
{
public:
    Removing(JobOrder &order, const QList<int> &rows)
        : QUndoCommand(rows.size() == 1 ? RowRemoval::tr("removing 1 row")
                                        : RowRemoval::tr("removing %1 rows").arg(formatCount(rows.size())))
        , m_order(order)
        , m_rows(rows)
    {}

    void redo() override { m_order.setRemoved(m_rows, true); }
    void undo() override { m_order.setRemoved(m_rows, false); }

private:
    JobOrder &m_order;
    QList<int> m_rows; ///< of JobModel
};

} // namespace

RowRemoval::RowRemoval(const JobModel &jobs, JobOrder &order, JobsView &view)
    : QObject(&view)
    , m_jobs(jobs)
    , m_order(order)
    , m_view(view)
{
    m_actions = {add(m_stack.createUndoAction(this, tr("U&ndo")), u"undoAction"_s,
                     tr("Bring back the rows that were removed last"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}),
                 add(m_stack.createRedoAction(this, tr("Re&do")), u"redoAction"_s,
                     tr("Remove the rows that were brought back last"),
                     {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)})};
    connect(&view.actionsOnJobs(), &JobActions::removeRequested, this, &RowRemoval::removeSelected);
    connect(&view.actionsOnJobs(), &JobActions::removeFinishedRequested, this, &RowRemoval::removeFinished);
    connect(&m_stack, &QUndoStack::indexChanged, this, &RowRemoval::undone);
}

QAction *RowRemoval::add(QAction *action, const QString &name, const QString &tip,
                         const QList<QKeySequence> &shortcuts)
{
    action->setObjectName(name);
    action->setStatusTip(tip);
    action->setShortcuts(shortcuts);
    return action;
}

void RowRemoval::removeSelected()
{
    QList<int> finished;
    int unfinished = 0;
    const QList<JobId> selected = m_view.actionsOnJobs().selectedJobs();
    for (const JobId id : selected) {
        const int row = static_cast<int>(id);
        if (isFinished(m_jobs.jobs().view(row).state))
            finished.append(row);
        else
            ++unfinished;
    }
    remove(finished, unfinished);
}

void RowRemoval::removeFinished()
{
    QList<int> finished;
    for (int place = 0; place < m_order.rowCount(); ++place) {
        const int row = m_order.sourceRow(place);
        if (isFinished(m_jobs.jobs().view(row).state))
            finished.append(row);
    }
    remove(finished, 0);
}

void RowRemoval::remove(const QList<int> &rows, int unfinished)
{
    QStringList sentences;
    if (!rows.isEmpty()) {
        keepPlace(rows);
        m_stack.push(new Removing(m_order, rows));
        sentences.append(rowsRemoved(rows.size()));
    }
    if (unfinished > 0)
        sentences.append(unfinishedStay(unfinished));
    if (!sentences.isEmpty())
        Q_EMIT said(sentences.join(u' '), !rows.isEmpty());
}

/// When the current row goes, the one that comes to stand where it was is current.
void RowRemoval::keepPlace(const QList<int> &rows)
{
    const int current = m_view.currentIndex().row();
    if (current < 0)
        return;
    std::vector<bool> goes(static_cast<std::size_t>(m_jobs.rowCount()));
    for (const int row : rows)
        goes[static_cast<std::size_t>(row)] = true;
    const auto stays = [&](int place) { return !goes[static_cast<std::size_t>(m_order.sourceRow(place))]; };
    int place = current;
    while (place < m_order.rowCount() && !stays(place))
        ++place;
    if (place == m_order.rowCount()) {
        for (place = current; place >= 0 && !stays(place);)
            --place;
    }
    if (place < 0 || place == current)
        return;
    const auto goTo = [this, next = m_order.sourceRow(place), column = m_view.currentIndex().column()] {
        const int shown = m_order.shownRow(next);
        if (shown >= 0 && !m_view.currentIndex().isValid())
            m_view.selectionModel()->setCurrentIndex(m_order.index(shown, column),
                                                     QItemSelectionModel::ClearAndSelect |
                                                         QItemSelectionModel::Rows);
    };
    connect(&m_order, &JobOrder::answered, this, goTo, Qt::SingleShotConnection);
}

} // namespace inflight
