// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/originactions.h"

#include "jobs/filter/filtertext.h"
#include "jobs/humantext.h"
#include "ui/models/originmodel.h"

#include <QAction>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

OriginActions::OriginActions(QTableView &view, OriginModel &origins, const JobTable &jobs)
    : QObject(&view)
    , m_view(view)
    , m_origins(origins)
    , m_jobs(jobs)
{
    m_showJobs =
        add(u"showOriginJobsAction"_s, tr("Filter by the current origin"), {}, &OriginActions::showJobs);
    m_pause = add(u"pauseOriginAction"_s, tr("Start nothing new at the selected origins, or do again"), {},
                  &OriginActions::pauseSelected);
    m_cancel = add(u"cancelOriginAction"_s, tr("Cancel everything unfinished of the selected origins"),
                   QKeySequence::Delete, &OriginActions::cancelSelected);
    m_retry = add(u"retryOriginAction"_s, tr("Queue the failed jobs of the selected origins again"),
                  QKeySequence(Qt::Key_F5), &OriginActions::retrySelected);
    m_showJobs->setText(tr("Show its &jobs (Enter)"));
    update();
}

QAction *OriginActions::add(const QString &name, const QString &tip, const QKeySequence &shortcut,
                            void (OriginActions::*slot)())
{
    auto *action = new QAction(this);
    action->setStatusTip(tip);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_view.addAction(action);
    m_menu.append(action);
    return action;
}

QList<int> OriginActions::selectedRows() const
{
    QList<int> rows;
    if (!m_view.selectionModel())
        return rows;
    for (const QModelIndex &index : m_view.selectionModel()->selectedRows())
        rows.append(index.row());
    return rows;
}

bool OriginActions::isAnyRunning(const QList<int> &rows) const
{
    return std::ranges::any_of(rows, [this](int row) { return !m_origins.origin(row).limits.paused; });
}

void OriginActions::update()
{
    const QList<int> rows = selectedRows();
    int unfinished = 0;
    int failed = 0;
    for (const int row : rows) {
        const JobTable::OriginJobs jobs = m_jobs.jobsOf(m_origins.origin(row).index);
        unfinished += jobs.unfinished;
        failed += jobs.failed;
    }
    m_cancel->setText(unfinished > 0 ? tr("&Cancel its unfinished jobs (%1)").arg(formatCount(unfinished))
                                     : tr("&Cancel its unfinished jobs"));
    m_retry->setText(failed > 0 ? tr("&Retry its failed jobs (%1)").arg(formatCount(failed))
                                : tr("&Retry its failed jobs"));
    m_pause->setText(rows.isEmpty() || isAnyRunning(rows) ? tr("&Pause this origin")
                                                          : tr("Resu&me this origin"));
    m_cancel->setEnabled(unfinished > 0);
    m_retry->setEnabled(failed > 0);
    m_pause->setEnabled(!rows.isEmpty());
    m_showJobs->setEnabled(m_view.currentIndex().isValid());
}

void OriginActions::showJobs()
{
    if (const QModelIndex current = m_view.currentIndex(); current.isValid())
        Q_EMIT jobsRequested(filterWord(u"origin"_s, m_origins.origin(current.row()).text));
}

void OriginActions::cancelSelected()
{
    for (const int row : selectedRows())
        Q_EMIT cancelRequested(m_origins.origin(row).index);
}

void OriginActions::retrySelected()
{
    for (const int row : selectedRows())
        Q_EMIT retryRequested(m_origins.origin(row).index);
}

void OriginActions::pauseSelected()
{
    const QList<int> rows = selectedRows();
    const bool pause = isAnyRunning(rows);
    for (const int row : rows) {
        OriginLimits limits = m_origins.origin(row).limits;
        limits.paused = pause;
        m_origins.setLimits(row, limits);
    }
}

} // namespace inflight
