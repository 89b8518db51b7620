// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

#include <QObject>

class QAction;
class QBoxLayout;
class QKeySequence;

namespace inflight {

class RunsView;

/// What a person can do with the selected runs: actions for the context menu, the buttons and the keyboard,
/// enabled while they can do something. UI thread.
class RunActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunActions)

public:
    /// A child of `view`; adds the actions to it.
    explicit RunActions(RunsView &view);

    /// All of them in the order of a menu.
    [[nodiscard]] const QList<QAction *> &menu() const { return m_actions; }
    /// A button for each of them.
    void addButtons(QBoxLayout &row) const;
    /// After the selection changed.
    void update();
    /// Its shortcut is for the whole pane.
    [[nodiscard]] QAction *refresh() const { return m_refresh; }

Q_SIGNALS:
    void openRequested(const QString &path, inflight::RunOpening how);
    /// The one that began earlier first.
    void compareRequested(const QString &before, const QString &after);
    void removeRequested(const QList<inflight::PastRun> &runs);
    void copyRequested(const inflight::PastRun &run);
    void openFileRequested();
    void refreshRequested();

private:
    QAction *add(const QString &text, const QString &name, const QString &toolTip,
                 const QKeySequence &shortcut);
    void addAgain();
    void addOpening(QAction &menuAction, const QString &text, const QString &tip, const QString &name,
                    RunOpening how);
    void open(RunOpening how);
    void compare();
    void rename();

    RunsView &m_view;
    QList<QAction *> m_actions;
    QAction *m_refresh = nullptr;
    QAction *m_open = nullptr;
    QAction *m_again = nullptr;
    QAction *m_failed = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace inflight
