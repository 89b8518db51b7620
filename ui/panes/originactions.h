// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobtable.h"
#include "jobs/originlimits.h"

#include <QObject>

class QAction;
class QKeySequence;
class QTableView;

namespace inflight {

class OriginModel;

/// What a person can do with the selected rows of the origins table: actions for its context menu, the menu
/// bar and shortcuts, enabled while they can do something. UI thread.
class OriginActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginActions)

public:
    /// A child of `view`; adds the actions to it. `jobs` tells how many jobs an origin has.
    OriginActions(QTableView &view, OriginModel &origins, const JobTable &jobs);

    /// All of them in the order of a menu.
    [[nodiscard]] const QList<QAction *> &menu() const { return m_menu; }

    /// After the selection or what the rows say changed.
    void update();
    void showJobs();

Q_SIGNALS:
    /// Asks for the jobs of the current origin by a filter of this text.
    void jobsRequested(const QString &filter);
    void cancelRequested(quint32 origin);
    void retryRequested(quint32 origin);

private:
    QAction *add(const QString &name, const QString &tip, const QKeySequence &shortcut,
                 void (OriginActions::*slot)());
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] bool isAnyRunning(const QList<int> &rows) const;
    void cancelSelected();
    void retrySelected();
    void pauseSelected();

    QTableView &m_view;
    OriginModel &m_origins;
    const JobTable &m_jobs;
    QList<QAction *> m_menu;
    QAction *m_showJobs = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_pause = nullptr;
};

} // namespace inflight
