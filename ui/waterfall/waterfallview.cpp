// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/waterfallview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/delegates/urldelegate.h"
#include "ui/models/joborder.h"
#include "ui/waterfall/bardelegate.h"
#include "ui/waterfall/timeaxis.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

/// The cell of the stages is the one that becomes a bar.
constexpr int barColumn = JobModel::Stages;
constexpr double zoomStep = 1.5;
/// Of the width, moved by one key.
constexpr double panStep = 0.2;
constexpr std::chrono::milliseconds leastTick = 40ms;
constexpr std::chrono::milliseconds mostTick = 500ms;

} // namespace

WaterfallView::WaterfallView(JobOrder &order, QTableView &table, QWidget *parent)
    : JobRowsView(order, u"waterfall"_s, parent)
    , m_bars(new BarDelegate(m_scale, m_clock, this))
    , m_axis(new TimeAxis(m_scale, barColumn, this))
{
    setAccessibleName(tr("Waterfall"));
    setAccessibleDescription(tr(
        "Each job's phases along an axis of time. Plus and minus zoom, Ctrl with the arrows moves in time."));
    setSelectionModel(table.selectionModel());
    addActions(table.actions());
    setUpColumns();
    shareHeader(table);
    addTimeActions();
    connect(m_axis, &TimeAxis::changed, this, &WaterfallView::noteScale);
    connect(m_axis, &QHeaderView::sectionResized, this, &WaterfallView::measure);
    connect(m_axis, &QHeaderView::geometriesChanged, this, &WaterfallView::measure);

    connect(&m_ticker, &QTimer::timeout, this, &WaterfallView::tick);
    m_sightTimer.setSingleShot(true);
    m_sightTimer.setInterval(100ms);
    connect(&m_sightTimer, &QTimer::timeout, this, &WaterfallView::tellSight);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &WaterfallView::noteSight);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &WaterfallView::noteSight);
    connect(&order, &JobOrder::rearranged, this, &WaterfallView::noteSight);
}

void WaterfallView::setUpColumns()
{
    setHorizontalHeader(m_axis);
    for (const int column : {JobModel::Status, JobModel::Size, JobModel::Time})
        setColumnHidden(column, true);
    setItemDelegateForColumn(JobModel::Url, new UrlDelegate(this));
    setItemDelegateForColumn(JobModel::State, new StateDelegate(this));
    setItemDelegateForColumn(barColumn, m_bars);
    const int letter = fontMetrics().averageCharWidth();
    setColumnWidth(JobModel::Url, 26 * letter);
    setColumnWidth(JobModel::State, 20 * letter);
    setColumnWidth(JobModel::Cancel, fontMetrics().horizontalAdvance(tr("Cancel")) + 24);
    m_axis->setSectionResizeMode(barColumn, QHeaderView::Stretch);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(60 * letter);
}

/// Sorting is the table's: both headers say and do the same.
void WaterfallView::shareHeader(QTableView &table)
{
    QHeaderView *const header = table.horizontalHeader();
    m_axis->setSortIndicatorClearable(true);
    m_axis->setSortIndicator(header->sortIndicatorSection(), header->sortIndicatorOrder());
    m_axis->setSortIndicatorShown(true);
    // Else a press on it would select everything.
    disconnect(m_axis, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_axis, &QHeaderView::sectionEntered, this, nullptr);
    connect(header, &QHeaderView::sortIndicatorChanged, m_axis, &QHeaderView::setSortIndicator);
    connect(m_axis, &QHeaderView::sortIndicatorChanged, header, &QHeaderView::setSortIndicator);
}

void WaterfallView::addTimeActions()
{
    auto *const separator = new QAction(this);
    separator->setSeparator(true);
    addAction(separator);
    m_followNow = addTimeAction(tr("&Follow now"), tr("Keep now at the end of the axis (N)"),
                                u"followNowAction"_s, {QKeySequence(Qt::Key_N)}, &WaterfallView::followNow);
    m_followNow->setCheckable(true);
    m_followNow->setChecked(true);
    m_wholeRun =
        addTimeAction(tr("&Whole run"), tr("Show the run from its first start to its end, or to now (0)"),
                      u"wholeRunAction"_s, {QKeySequence(Qt::Key_0)}, &WaterfallView::showWholeRun);
    m_wholeRun->setCheckable(true);
    addTimeAction(
        tr("Zoom &in"), tr("Show less time, larger (+; Ctrl and the wheel, or the wheel over the axis)"),
        u"zoomInAction"_s, {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)}, &WaterfallView::zoomIn);
    addTimeAction(tr("Zoom &out"),
                  tr("Show more time, smaller (−; Ctrl and the wheel, or the wheel over the axis)"),
                  u"zoomOutAction"_s, {QKeySequence(Qt::Key_Minus)}, &WaterfallView::zoomOut);
    addTimeAction(tr("&Earlier"), tr("Go back in time (Ctrl+Left; drag the bars)"), u"earlierAction"_s,
                  {QKeySequence(Qt::CTRL | Qt::Key_Left)}, &WaterfallView::goEarlier);
    addTimeAction(tr("&Later"), tr("Go on in time (Ctrl+Right; drag the bars)"), u"laterAction"_s,
                  {QKeySequence(Qt::CTRL | Qt::Key_Right)}, &WaterfallView::goLater);
}

QAction *WaterfallView::addTimeAction(const QString &text, const QString &tip, const QString &name,
                                      const QList<QKeySequence> &keys, void (WaterfallView::*slot)())
{
    auto *const action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_axis->addAction(action);
    m_timeActions.append(action);
    return action;
}

void WaterfallView::followNow()
{
    m_scale.follow();
    noteScale();
}

void WaterfallView::showWholeRun()
{
    m_scale.showWholeRun();
    noteScale();
}

void WaterfallView::zoomIn()
{
    m_scale.zoom(zoomStep);
    noteScale();
}

void WaterfallView::zoomOut()
{
    m_scale.zoom(1 / zoomStep);
    noteScale();
}

void WaterfallView::goEarlier()
{
    m_scale.pan(panStep * m_scale.width() * (m_scale.isMirrored() ? -1 : 1));
    noteScale();
}

void WaterfallView::goLater()
{
    m_scale.pan(-panStep * m_scale.width() * (m_scale.isMirrored() ? -1 : 1));
    noteScale();
}

void WaterfallView::follow(const ChangeBatch &batch)
{
    const bool wasLive = m_run.span().isLive;
    m_run.follow(batch, m_clock.steadyZeroMs());
    if (!m_isChosen)
        showUnasked();
    if (!isVisible())
        return;
    if (wasLive != m_run.span().isLive || !m_ticker.isActive())
        bringUp();
    noteSight();
    updateTicker();
}

/// A run that is merely opened is shown whole; one that goes on is followed.
void WaterfallView::showUnasked()
{
    if (m_run.wasLive())
        m_scale.follow();
    else
        m_scale.showWholeRun();
}

QRect WaterfallView::barsRect() const
{
    return {columnViewportPosition(barColumn), 0, columnWidth(barColumn), viewport()->height()};
}

void WaterfallView::measure()
{
    m_scale.setWidth(columnWidth(barColumn));
    m_scale.setMirrored(layoutDirection() == Qt::RightToLeft);
    bringUp();
}

/// A person changed what is shown.
void WaterfallView::noteScale()
{
    m_isChosen = true;
    bringUp();
    updateTicker();
}

void WaterfallView::tick()
{
    m_clock.look();
    bringUp();
    updateTicker();
}

void WaterfallView::bringUp()
{
    m_scale.advance(m_run.span(), m_clock.nowMs());
    m_followNow->setChecked(m_scale.mode() == TimeScale::Mode::Follow);
    m_wholeRun->setChecked(m_scale.mode() == TimeScale::Mode::WholeRun);
    const QList<AxisTick> ticks = axisTicks(m_scale, m_run.span().beginMs, m_axis->labelRoom());
    m_axis->setTicks(ticks, m_clock.nowMs());
    m_bars->setTicks(ticks);
    viewport()->update(barsRect());
}

/// Ticks where somebody can see it, no oftener than anything moves.
void WaterfallView::updateTicker()
{
    const bool moves = m_scale.mode() != TimeScale::Mode::Stand || goesOnInSight();
    if (!isVisible() || !m_run.span().isLive || !moves) {
        m_ticker.stop();
        return;
    }
    const auto pixel = std::chrono::milliseconds(std::llround(std::min(m_scale.msPerPixel(), 1e6)));
    const auto interval = std::clamp(pixel, leastTick, mostTick);
    if (!m_ticker.isActive() || m_ticker.intervalAsDuration() != interval)
        m_ticker.start(interval);
}

bool WaterfallView::goesOnInSight() const
{
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        if (order().index(row, JobModel::Cancel).data(JobModel::CancellableRole).toBool())
            return true;
    }
    return false;
}

void WaterfallView::noteSight()
{
    if (isVisible() && !m_sightTimer.isActive())
        m_sightTimer.start();
}

void WaterfallView::tellSight()
{
    QList<JobId> ids;
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        if (order().index(row, JobModel::Cancel).data(JobModel::CancellableRole).toBool())
            ids.append(static_cast<JobId>(order().sourceRow(row)));
    }
    tell(ids);
    updateTicker();
}

void WaterfallView::tell(const QList<JobId> &ids)
{
    if (ids == m_inSight)
        return;
    m_inSight = ids;
    Q_EMIT sightChanged(ids);
}

void WaterfallView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    m_isPressed = event->button() == Qt::LeftButton && barsRect().contains(m_pressedAt);
    JobRowsView::mousePressEvent(event);
}

/// Up and down chooses rows, as in the table; to the side moves in time.
void WaterfallView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QPoint way = at - m_pressedAt;
    const bool isSideways = std::abs(way.x()) > 2 * std::abs(way.y());
    if (m_isPressed && !m_isPanning && isSideways && std::abs(way.x()) >= QApplication::startDragDistance()) {
        m_isPanning = true;
        m_pannedTo = m_pressedAt.x();
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (!m_isPanning) {
        JobRowsView::mouseMoveEvent(event);
        return;
    }
    m_scale.pan(at.x() - m_pannedTo);
    m_pannedTo = at.x();
    noteScale();
}

void WaterfallView::mouseReleaseEvent(QMouseEvent *event)
{
    JobRowsView::mouseReleaseEvent(event);
    m_isPressed = false;
    if (std::exchange(m_isPanning, false))
        viewport()->unsetCursor();
}

void WaterfallView::wheelEvent(QWheelEvent *event)
{
    const double x = event->position().x() - barsRect().left();
    if (m_axis->turn(*event, std::clamp(x, 0.0, static_cast<double>(m_scale.width())), false))
        event->accept();
    else
        JobRowsView::wheelEvent(event);
}

void WaterfallView::showEvent(QShowEvent *event)
{
    JobRowsView::showEvent(event);
    measure();
    noteSight();
    updateTicker();
}

void WaterfallView::hideEvent(QHideEvent *event)
{
    JobRowsView::hideEvent(event);
    m_ticker.stop();
    m_sightTimer.stop();
    tell({}); // the rows may be gone already, when the window goes
}

void WaterfallView::changeEvent(QEvent *event)
{
    JobRowsView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        measure();
}

} // namespace inflight
