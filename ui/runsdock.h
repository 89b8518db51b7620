// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/historythread.h"
#include "ui/models/runmodel.h"

#include <QDockWidget>
#include <QTimer>

#include <functional>

class QMainWindow;

namespace inflight {

class Notice;
class QuestionBar;
class RunActions;
class RunComparer;
class RunLimitsForm;
class RunsView;

/// What the dock of runs works on. Both may be empty: then there is nothing in it.
struct RunsSource
{
    std::shared_ptr<RunHistory> history;
    /// Opens a run, here or in a window of its own.
    std::function<void(const QString &path, RunOpening how)> open;
};

/// The dock of past runs: to look at, run again, compare, give away, and delete. UI thread.
class RunsDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsDock)

public:
    /// Docks itself in `window`, which must outlive it.
    RunsDock(QMainWindow &window, RunsSource source);

    void takeFocus();
    /// What a person can do with the selected runs.
    [[nodiscard]] const QList<QAction *> &menu() const;
    /// Looks for runs again.
    void refresh();
    /// Something of this window's run has changed: it is looked again once the journal has had time to write
    /// it.
    void runChanged();
    /// Whether the session of this window's run lacks some of what came.
    void setUnkept(bool on);
    /// Asks where the run of this window is to be saved.
    void saveCurrent();
    /// What a person asked for could not be done, as a translated sentence.
    void complain(const QString &fault);

Q_SIGNALS:
    /// Something was done, as a translated sentence.
    void said(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut(QMainWindow &window);
    void connectActions();
    void open();
    void take(QList<PastRun> runs);
    void showRuns(QList<PastRun> runs);
    void showExcess();
    void askToDelete(const QList<PastRun> &runs);
    void withdrawQuestion();
    void deleteRuns(const QStringList &paths, qint64 bytes);
    void applyLimits();
    void rename(const QString &path, const QString &name);
    void askToSave(const QString &path, const QString &title);
    void askForFile();
    void finish(const std::optional<QString> &fault, const QString &done);

    HistoryThread m_thread;
    std::function<void(const QString &, RunOpening)> m_openRun;
    RunModel m_runs;
    QList<PastRun> m_listed; ///< as they came
    QList<ExcessRun> m_excess;
    RunComparer *m_comparer;
    RunsView *m_view;
    RunActions *m_actions;
    RunLimitsForm *m_limits;
    Notice *m_complaint;
    QuestionBar *m_question;
    QStringList m_asked; ///< the runs that the question is about
    QTimer m_lookAgain;
    bool m_isFirstLook = true;
    bool m_isUnkept = false;
};

} // namespace inflight
