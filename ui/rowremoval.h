// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QUndoStack>

class QAction;

namespace inflight {

class JobModel;
class JobOrder;
class JobsView;

/// Takes rows of finished jobs out of the table, and back. The table alone changes: the run, its counts and
/// its session keep the jobs, so that nothing is lost and undoing costs nothing. UI thread.
class RowRemoval final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowRemoval)

public:
    /// A child of `view`; does what its actions ask for. The models must outlive it.
    RowRemoval(const JobModel &jobs, JobOrder &order, JobsView &view);

    /// Undo and redo, for a menu.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    void undo() { m_stack.undo(); }

Q_SIGNALS:
    /// What was done, or why it was not; a translated sentence. `canUndo`: by undo().
    void said(const QString &sentence, bool canUndo);
    /// What was said last was undone.
    void undone();

private:
    QAction *add(QAction *action, const QString &name, const QString &tip,
                 const QList<QKeySequence> &shortcuts);
    void removeSelected();
    void removeFinished();
    void remove(const QList<int> &rows, int unfinished);
    void keepPlace(const QList<int> &rows);

    const JobModel &m_jobs;
    JobOrder &m_order;
    JobsView &m_view;
    QUndoStack m_stack;
    QList<QAction *> m_actions;
};

} // namespace inflight
