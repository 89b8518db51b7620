// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobsview.h"

#include "ui/delegates/canceldelegate.h"
#include "ui/delegates/stagestripdelegate.h"
#include "ui/delegates/statedelegate.h"
#include "ui/delegates/urldelegate.h"
#include "ui/models/joborder.h"
#include "ui/panes/columnactions.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobcolumns.h"
#include "ui/panes/jobsaccessible.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

JobsView::JobsView(JobModel &jobs, JobOrder &order, QWidget *parent)
    : QTableView(parent)
    , m_jobs(jobs)
    , m_order(order)
    , m_emptyText(new QLabel(viewport()))
{
    JobsAccessible::install(); // before anything asks for the interface
    setObjectName(u"jobs"_s);
    setAccessibleName(tr("Jobs"));
    m_actions = new JobActions(*this, jobs, order);
    setModel(&order);
    setUpTable();
    setUpHeaders();
    setUpDelegates();
    m_columns = new JobColumns(*this, jobs);
    m_columnActions = new ColumnActions(*this, *m_columns);

    m_emptyText->setObjectName(u"jobsEmptyText"_s);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_ticker.setInterval(200ms);
    connect(&m_ticker, &QTimer::timeout, this, &JobsView::tick);
    connect(&order, &JobOrder::aboutToRearrange, this, &JobsView::beforeRearranging);
    connect(&order, &JobOrder::rearranged, this, &JobsView::afterRearranging);
    connect(&order, &JobOrder::rearranged, this, &JobsView::placeEmptyText);
    connect(&order, &QAbstractItemModel::rowsInserted, this, &JobsView::placeEmptyText);
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
    placeEmptyText();
}

void JobsView::setUpTable()
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTextElideMode(Qt::ElideMiddle); // The end of a URL tells more than its middle.
    setTabKeyNavigation(false);        // Tab leaves the table, as it leaves everything else.
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setMinimumHeight(4 * fontMetrics().height());
}

void JobsView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
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
    auto *cancel = new CancelDelegate(this);
    setItemDelegateForColumn(JobModel::Cancel, cancel);
    connect(cancel, &CancelDelegate::cancelRequested, this, &JobsView::cancelAt);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != JobModel::Cancel)
            Q_EMIT detailsRequested();
    });
}

void JobsView::placeEmptyText()
{
    m_emptyText->setVisible(m_order.rowCount() == 0);
    m_emptyText->setText(m_jobs.rowCount() == 0 ? tr("Paste URLs above and press Fetch (Ctrl+Enter)")
                         : m_order.isFiltered() ? tr("No job matches the filter")
                                                : tr("Every row was removed; Ctrl+Z brings them back"));
    m_emptyText->setGeometry(viewport()->rect());
}

void JobsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
    placeEmptyText();
}

void JobsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
}

void JobsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isSpaceOnCancel = event->key() == Qt::Key_Space && currentIndex().column() == JobModel::Cancel;
    if (isPlain && currentIndex().isValid() && (isEnter || isSpaceOnCancel))
        press(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void JobsView::press(const QModelIndex &index)
{
    if (index.column() == JobModel::Cancel)
        return cancelAt(index);
    if (index != currentIndex())
        setCurrentIndex(index);
    Q_EMIT detailsRequested();
}

void JobsView::keyboardSearch(const QString &)
{
    // The base class works out the words of every row until one fits: a stall at 100,000. Ctrl+F is for that.
}

void JobsView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_order.setHeld(true);
    QTableView::mousePressEvent(event);
    followPress(event->position().toPoint());
}

void JobsView::followPress(const QPoint &position)
{
    // The base class leaves the current row alone where a delegate takes the press: after a click on Cancel
    // the keys and the details would still be at another job.
    const QModelIndex pressed = indexAt(position);
    if (!pressed.isValid() || pressed == currentIndex())
        return;
    const bool isSelected = selectionModel()->isRowSelected(pressed.row());
    selectionModel()->setCurrentIndex(pressed, isSelected ? QItemSelectionModel::NoUpdate
                                                          : QItemSelectionModel::ClearAndSelect |
                                                                QItemSelectionModel::Rows);
}

void JobsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        m_order.setHeld(false);
}

void JobsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_actions->updateFilters();
    m_actions->updateSoon();
    announceCurrent();
}

void JobsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_actions->update();
    if (!m_rearranging)
        m_hiddenSelection.clear(); // A person chose others.
}

/// The base class paints everything anew for a change of several cells, in sight or not.
void JobsView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                           const QList<int> &roles)
{
    const auto [first, last] = rowsInSight();
    const int top = std::max(first, topLeft.row());
    const int bottom = std::min(last, bottomRight.row());
    for (int row = top; row <= bottom; ++row) {
        for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
            const QModelIndex cell = m_order.index(row, column);
            QTableView::dataChanged(cell, cell, roles);
        }
    }
}

std::pair<int, int> JobsView::rowsInSight() const
{
    const int first = rowAt(0);
    const int below = rowAt(viewport()->height() - 1);
    return {std::max(first, 0), below < 0 ? m_order.rowCount() - 1 : below};
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

void JobsView::beforeRearranging(const QList<int> &gone, bool bringsRows)
{
    m_rearranging = true;
    rememberSelected(gone);
    const std::optional<JobId> current = currentJob();
    if (current && gone.contains(static_cast<int>(*current))) {
        // Left alone, the view would make whatever row comes next current, and select it.
        m_hidden = current;
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    }
    const QRect currentRect = visualRect(currentIndex());
    const bool followsCurrent = currentIndex().isValid() && viewport()->rect().intersects(currentRect);
    // Whoever is at the top looks at the first ones, whichever these are; but new ones push nothing away.
    const bool followsTop = verticalScrollBar()->value() == 0 && !bringsRows;
    const QModelIndex top = followsTop ? QModelIndex() : m_order.index(rowAt(0), JobModel::Url);
    m_anchor = followsCurrent ? currentIndex() : top;
    m_anchorY = followsCurrent ? currentRect.top() : visualRect(top).top();
}

void JobsView::afterRearranging()
{
    if (const QModelIndex anchor = std::exchange(m_anchor, {}); anchor.isValid()) {
        executeDelayedItemsLayout();
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() + rowViewportPosition(anchor.row()) - m_anchorY);
    }
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

void JobsView::cancelAt(const QModelIndex &index)
{
    if (index.data(JobModel::CancellableRole).toBool())
        Q_EMIT cancelRequested({static_cast<JobId>(m_order.sourceRow(index.row()))});
}

} // namespace inflight
