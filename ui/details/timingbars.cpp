// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/timingbars.h"

#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int barMargin = 6;
constexpr double leastWidth = 3;

/// How a phase is filled.
struct PhaseLook
{
    Tone tone;
    Qt::BrushStyle pattern;
    Qt::PenStyle frame;
};

PhaseLook lookOf(TimingPhase phase)
{
    switch (phase) {
    case TimingPhase::BackOff:
        return {Tone::Caution, Qt::NoBrush, Qt::DotLine};
    case TimingPhase::Queued:
        return {Tone::Neutral, Qt::NoBrush, Qt::SolidLine};
    case TimingPhase::Connect:
        return {Tone::Caution, Qt::BDiagPattern, Qt::SolidLine};
    case TimingPhase::Wait:
        return {Tone::Active, Qt::Dense5Pattern, Qt::SolidLine};
    case TimingPhase::Receive:
        return {Tone::Active, Qt::SolidPattern, Qt::SolidLine};
    case TimingPhase::FailedStage:
        return {Tone::Bad, Qt::DiagCrossPattern, Qt::SolidLine};
    case TimingPhase::Stage:
    case TimingPhase::Count:
        break;
    }
    return {Tone::Good, Qt::HorPattern, Qt::SolidLine};
}

void paintShape(QPainter &painter, const QRectF &rect, TimingPhase phase, const Theme &theme)
{
    const PhaseLook look = lookOf(phase);
    const QColor color = theme.fill(look.tone);
    painter.setPen(QPen(color, 1, look.frame));
    painter.setBrush(QBrush(color, look.pattern));
    painter.drawRect(rect);
}

/// From the reading direction's own coordinates to those of the widget.
QRectF placed(const QRectF &rect, const QWidget &widget)
{
    if (widget.layoutDirection() == Qt::LeftToRight)
        return rect;
    QRectF mirrored = rect;
    mirrored.moveRight(widget.width() - rect.left());
    return mirrored;
}

} // namespace

TimingBars::TimingBars(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"timingBars"_s);
    setAccessibleName(tr("Timing bars"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimingBars::setRows(const QList<TimingRow> &rows)
{
    m_rows = rows;
    measureLabels();
    m_endMs = 0;
    QStringList described;
    for (const TimingRow &row : rows) {
        QStringList parts;
        for (const TimingSegment &segment : row.segments) {
            m_endMs = std::max(m_endMs, segment.startMs + segment.durationMs);
            parts.append(segment.text);
        }
        described.append(row.label + u": "_s + parts.join(u"; "_s));
    }
    m_endMs = std::max(m_endMs, 0.001);
    setAccessibleDescription(described.join(u". "_s));
    updateGeometry();
    update();
}

int TimingBars::rowHeight() const
{
    return fontMetrics().height() + 6;
}

int TimingBars::labelWidth() const
{
    return std::min(m_widestLabel, width() * 2 / 5) + 2 * barMargin;
}

void TimingBars::measureLabels()
{
    m_widestLabel = 0;
    for (const TimingRow &row : std::as_const(m_rows))
        m_widestLabel = std::max(m_widestLabel, fontMetrics().horizontalAdvance(row.label));
}

void TimingBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measureLabels();
}

QSize TimingBars::sizeHint() const
{
    const int rows = static_cast<int>(m_rows.size());
    return {30 * fontMetrics().averageCharWidth(), rows == 0 ? 0 : (rows + 2) * rowHeight() + barMargin};
}

QSize TimingBars::minimumSizeHint() const
{
    return sizeHint();
}

QRectF TimingBars::segmentRect(int row, const TimingSegment &segment) const
{
    const double left = labelWidth();
    const double scale = std::max(width() - left - barMargin, 1.0) / m_endMs;
    const double height = rowHeight() - 8;
    return {left + segment.startMs * scale, row * rowHeight() + 4.0,
            std::max(segment.durationMs * scale, leastWidth), height};
}

void TimingBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    for (int row = 0; row < m_rows.size(); ++row) {
        const QRectF label(barMargin, row * rowHeight(), labelWidth() - 2 * barMargin, rowHeight());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            placed(label, *this), Qt::AlignVCenter | Qt::AlignLeading,
            fontMetrics().elidedText(m_rows.at(row).label, Qt::ElideRight, static_cast<int>(label.width())));
        for (const TimingSegment &segment : m_rows.at(row).segments)
            paintShape(painter, placed(segmentRect(row, segment), *this), segment.phase, theme);
    }
    if (!m_rows.isEmpty())
        paintLegend(painter, static_cast<int>(m_rows.size()) * rowHeight() + 4);
}

/// The phases that there are, on as many lines as the two below the rows have room for.
void TimingBars::paintLegend(QPainter &painter, int top) const
{
    const Theme theme = Theme::of(palette());
    const int side = fontMetrics().height() - 4;
    QRectF box(barMargin, top + 5, side, side);
    for (int each = 0; each < static_cast<int>(TimingPhase::Count); ++each) {
        const auto phase = static_cast<TimingPhase>(each);
        const bool isThere = std::ranges::any_of(m_rows, [phase](const TimingRow &row) {
            return std::ranges::find(row.segments, phase, &TimingSegment::phase) != row.segments.end();
        });
        if (!isThere)
            continue;
        const QString name = timingPhaseName(phase);
        const int wide = fontMetrics().horizontalAdvance(name);
        if (box.left() > barMargin && box.right() + barMargin + wide > width() - barMargin)
            box.moveTopLeft({barMargin, box.top() + rowHeight()});
        paintShape(painter, placed(box, *this), phase, theme);
        painter.setPen(theme.mutedText());
        const QRectF words(box.right() + barMargin, box.top() - 4, wide + 1, rowHeight());
        painter.drawText(placed(words, *this), Qt::AlignVCenter | Qt::AlignLeading, name);
        box.moveLeft(words.right() + 2 * barMargin);
    }
}

QString TimingBars::textAt(const QPoint &position) const
{
    const int row = position.y() / rowHeight();
    if (row < 0 || row >= m_rows.size())
        return {};
    for (const TimingSegment &segment : m_rows.at(row).segments) {
        if (placed(segmentRect(row, segment), *this).contains(position))
            return segment.text;
    }
    return {};
}

bool TimingBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace inflight
