// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/timeaxis.h"

#include "ui/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// One notch of a wheel, in eighths of a degree.
constexpr double notch = 120;
constexpr double zoomOfNotch = 1.25;
/// Of the width, moved by one notch.
constexpr double panOfNotch = 0.08;

} // namespace

TimeAxis::TimeAxis(TimeScale &scale, int section, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_scale(scale)
    , m_section(section)
{
    setObjectName(u"timeAxis"_s);
    setAccessibleName(tr("Time axis"));
    setAccessibleDescription(tr("Wheel: zoom; drag: zoom to the range; double click: the whole run"));
    setHighlightSections(false);
    setMinimumSectionSize(3 * fontMetrics().averageCharWidth());
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setSectionsClickable(true);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TimeAxis::setTicks(const QList<AxisTick> &ticks, double nowMs)
{
    m_ticks = ticks;
    m_nowMs = nowMs;
    viewport()->update(axisRect());
}

int TimeAxis::labelRoom() const
{
    return fontMetrics().horizontalAdvance(u"0:00:00.000"_s) + 2 * fontMetrics().averageCharWidth();
}

QRect TimeAxis::axisRect() const
{
    return {sectionViewportPosition(m_section), 0, sectionSize(m_section), viewport()->height()};
}

bool TimeAxis::isOverAxis(const QPoint &position) const
{
    // At its edges sections are resized.
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    return axisRect().adjusted(grip, 0, -grip, 0).contains(position);
}

void TimeAxis::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (section != m_section) {
        QHeaderView::paintSection(painter, rect, section);
        return;
    }
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = section;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->save();
    painter->setClipRect(rect);
    paintTicks(*painter, rect);
    paintDrag(*painter, rect);
    painter->restore();
}

void TimeAxis::paintTicks(QPainter &painter, const QRect &rect) const
{
    const QColor words = palette().color(QPalette::ButtonText);
    const int tall = fontMetrics().height() / 3;
    const int gap = fontMetrics().averageCharWidth() / 2;
    painter.setPen(words);
    for (const AxisTick &tick : m_ticks) {
        const int x = rect.left() + static_cast<int>(std::lround(m_scale.xOf(tick.ms)));
        painter.fillRect(x, rect.bottom() - tall, 1, tall + 1, words);
        const int wide = fontMetrics().horizontalAdvance(tick.label);
        const int left = m_scale.isMirrored() ? x - gap - wide : x + gap;
        painter.drawText(QRect(left, rect.top(), wide + 1, rect.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, tick.label);
    }
    const double now = m_scale.xOf(m_nowMs);
    if (now < 0 || now > rect.width())
        return;
    // A pointer down to the line of now.
    const int x = rect.left() + static_cast<int>(std::lround(now));
    for (int step = 0; step < tall; ++step)
        painter.fillRect(x - (tall - step), rect.bottom() - tall + step, 2 * (tall - step) + 1, 1,
                         Theme::of(palette()).fill(Tone::Active));
}

void TimeAxis::paintDrag(QPainter &painter, const QRect &rect) const
{
    if (!m_dragFrom)
        return;
    const int left = std::min(*m_dragFrom, m_dragTo);
    const QRect range(rect.left() + left, rect.top(), std::abs(m_dragTo - *m_dragFrom) + 1, rect.height());
    QColor wash = palette().color(QPalette::Highlight);
    painter.fillRect(range.left(), range.top(), 1, range.height(), wash);
    painter.fillRect(range.right(), range.top(), 1, range.height(), wash);
    wash.setAlphaF(0.4F);
    painter.fillRect(range, wash);
}

void TimeAxis::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const bool isLeft = event->button() == Qt::LeftButton;
    if (!isOverAxis(at) || (!isLeft && event->button() != Qt::MiddleButton)) {
        QHeaderView::mousePressEvent(event);
        return;
    }
    if (isLeft && !event->modifiers().testFlag(Qt::ShiftModifier))
        m_dragFrom = m_dragTo = at.x() - axisRect().left();
    else
        m_panFrom = at.x();
}

void TimeAxis::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (m_dragFrom) {
        m_dragTo = std::clamp(x - axisRect().left(), 0, axisRect().width() - 1);
        viewport()->update(axisRect());
    } else if (m_panFrom) {
        m_scale.pan(x - *m_panFrom);
        m_panFrom = x;
        Q_EMIT changed();
    } else {
        QHeaderView::mouseMoveEvent(event);
    }
}

void TimeAxis::mouseReleaseEvent(QMouseEvent *event)
{
    const bool panned = m_panFrom.has_value();
    m_panFrom.reset();
    if (const std::optional<int> from = std::exchange(m_dragFrom, std::nullopt)) {
        if (std::abs(m_dragTo - *from) >= QApplication::startDragDistance()) {
            const double a = m_scale.momentAt(*from);
            const double b = m_scale.momentAt(m_dragTo);
            m_scale.show(std::min(a, b), std::max(a, b));
            Q_EMIT changed();
        }
        viewport()->update(axisRect());
    } else if (!panned) {
        QHeaderView::mouseReleaseEvent(event);
    }
}

void TimeAxis::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!isOverAxis(event->position().toPoint())) {
        QHeaderView::mouseDoubleClickEvent(event);
        return;
    }
    m_dragFrom.reset();
    m_scale.showWholeRun();
    Q_EMIT changed();
}

/// The base class gives the wheel to the view before wheelEvent() is asked.
bool TimeAxis::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QHeaderView::viewportEvent(event);
    const auto *const wheel = static_cast<QWheelEvent *>(event);
    const QPoint at = wheel->position().toPoint();
    if (!isOverAxis(at) || !turn(*wheel, at.x() - axisRect().left(), true))
        return QHeaderView::viewportEvent(event);
    event->accept();
    return true;
}

bool TimeAxis::turn(const QWheelEvent &event, double x, bool zooms)
{
    const QPoint angle = event.angleDelta();
    const bool shifts = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool isSideways = std::abs(angle.x()) > std::abs(angle.y());
    const double notches = (isSideways ? angle.x() : angle.y()) / notch;
    if (event.modifiers().testFlag(Qt::ControlModifier) || (zooms && !shifts && !isSideways))
        m_scale.zoom(std::pow(zoomOfNotch, notches), x);
    else if (shifts || isSideways)
        m_scale.pan(notches * panOfNotch * m_scale.width());
    else
        return false;
    Q_EMIT changed();
    return true;
}

} // namespace inflight
