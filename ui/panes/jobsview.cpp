// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobsview.h"

#include "ui/delegates/stagestripdelegate.h"
#include "ui/delegates/statedelegate.h"
#include "ui/delegates/urldelegate.h"
#include "ui/models/joborder.h"
#include "ui/panes/columnactions.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobcolumns.h"

#include <QHeaderView>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

JobsView::JobsView(JobModel &jobs, JobOrder &order, QWidget *parent)
    : JobRowsView(order, u"jobs"_s, parent)
    , m_jobs(jobs)
    , m_order(order)
{
    setAccessibleName(tr("Jobs"));
    m_actions = new JobActions(*this, jobs, order);
    setUpHeaders();
    setUpDelegates();
    m_columns = new JobColumns(*this, jobs);
    m_columnActions = new ColumnActions(*this, *m_columns);

    m_ticker.setInterval(200ms);
    connect(&m_ticker, &QTimer::timeout, this, &JobsView::tick);
    connect(&order, &JobOrder::aboutToRearrange, this, &JobsView::beforeRearranging);
    connect(&order, &JobOrder::rearranged, this, &JobsView::afterRearranging);
    connect(&order, &QAbstractItemModel::rowsInserted, this, &JobsView::noteChange);
    connect(&order, &QAbstractItemModel::dataChanged, this, &JobsView::noteChange);
    connect(m_actions, &JobActions::cancelRequested, this, &JobsView::cancelRequested);
    connect(m_actions, &JobActions::cancelOriginRequested, this, &JobsView::cancelOriginRequested);
    connect(m_actions, &JobActions::cancelInStageRequested, this, &JobsView::cancelInStageRequested);
    connect(m_actions, &JobActions::cancelSlowRequested, this, &JobsView::cancelSlowRequested);
    connect(m_actions, &JobActions::cancelAllRequested, this, &JobsView::cancelAllRequested);
    connect(m_actions, &JobActions::retryFailedRequested, this, &JobsView::retryFailedRequested);
    connect(m_actions, &JobActions::showOnlyRequested, this, &JobsView::showOnlyRequested);
    connect(m_actions, &JobActions::leaveOutRequested, this, &JobsView::leaveOutRequested);
    connect(m_actions, &JobActions::retryRequested, this, &JobsView::retryRequested);
    connect(m_actions, &JobActions::runAgainRequested, this, &JobsView::runAgainRequested);
    connect(m_actions, &JobActions::detailsRequested, this, &JobsView::detailsRequested);
    connect(m_actions, &JobActions::pasteRequested, this, &JobsView::pasteRequested);
}

void JobsView::setUpHeaders()
{
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(3 * fontMetrics().averageCharWidth());
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true); // The third click gives the order of input back.
    setSortingEnabled(true);
}

void JobsView::setUpDelegates()
{
    setItemDelegateForColumn(JobModel::Url, new UrlDelegate(this));
    setItemDelegateForColumn(JobModel::State, new StateDelegate(this));
    setItemDelegateForColumn(JobModel::Stages, new StageStripDelegate(this));
}

void JobsView::resizeEvent(QResizeEvent *event)
{
    JobRowsView::resizeEvent(event);
    m_columns->fit();
}

void JobsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    JobRowsView::currentChanged(current, previous);
    m_actions->updateFilters();
    m_actions->updateSoon();
    announceCurrent();
}

void JobsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    JobRowsView::selectionChanged(selected, deselected);
    m_actions->update();
    if (!m_rearranging)
        m_hiddenSelection.clear(); // A person chose others.
}

void JobsView::noteChange()
{
    m_actions->updateSoon();
    if (!m_ticker.isActive() && m_jobs.jobs().totals().unfinished() > 0)
        m_ticker.start();
}

void JobsView::noteFilter()
{
    m_actions->update();
}

void JobsView::tick()
{
    if (m_jobs.jobs().totals().unfinished() == 0)
        return m_ticker.stop();
    if (!isVisible())
        return;
    const auto [first, last] = rowsInSight();
    QList<int> rows;
    for (int row = first; row <= last; ++row)
        rows.append(m_order.sourceRow(row));
    m_jobs.refreshTimes(rows);
}

void JobsView::beforeRearranging(const QList<int> &gone)
{
    m_rearranging = true;
    rememberSelected(gone);
    const std::optional<JobId> current = currentJob();
    if (current && gone.contains(static_cast<int>(*current))) {
        // Left alone, the view would make whatever row comes next current, and select it.
        m_hidden = current;
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    }
}

void JobsView::afterRearranging()
{
    const int returned = m_hidden ? m_order.shownRow(static_cast<int>(*m_hidden)) : -1;
    if (returned >= 0 && !currentIndex().isValid()) {
        const auto command = selectionModel()->hasSelection()
                                 ? QItemSelectionModel::NoUpdate
                                 : QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selectionModel()->setCurrentIndex(m_order.index(returned, JobModel::Url), command);
    }
    if (currentIndex().isValid())
        m_hidden.reset();
    selectReturned();
    m_rearranging = false;
    announceCurrent();
}

void JobsView::rememberSelected(const QList<int> &gone)
{
    if (gone.isEmpty() || !selectionModel()->hasSelection())
        return;
    QSet<int> selected;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            selected.insert(m_order.sourceRow(row));
    }
    std::ranges::copy_if(gone, std::back_inserter(m_hiddenSelection),
                         [&selected](int row) { return selected.contains(row); });
}

void JobsView::selectReturned()
{
    QList<int> places;
    QList<int> hidden;
    for (const int row : std::as_const(m_hiddenSelection)) {
        const int place = m_order.shownRow(row);
        place >= 0 ? places.append(place) : hidden.append(row);
    }
    m_hiddenSelection = hidden;
    std::ranges::sort(places);
    QItemSelection returned;
    for (qsizetype begin = 0, end = 0; begin < places.size(); begin = end) {
        for (end = begin + 1; end < places.size() && places.at(end) == places.at(end - 1) + 1;)
            ++end;
        returned.append(QItemSelectionRange(m_order.index(places.at(begin), 0),
                                            m_order.index(places.at(end - 1), JobModel::ColumnCount - 1)));
    }
    if (!returned.isEmpty())
        selectionModel()->select(returned, QItemSelectionModel::Select);
}

void JobsView::announceCurrent()
{
    if (m_rearranging || m_announced == currentJob())
        return;
    m_announced = currentJob();
    Q_EMIT currentJobChanged();
}

std::optional<JobId> JobsView::currentJob() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(static_cast<JobId>(m_order.sourceRow(current.row())))
                             : std::nullopt;
}

} // namespace inflight
