// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/histogramplot.h"

#include "jobs/humantext.h"
#include "ui/models/distributionmodel.h"
#include "ui/panes/focusframe.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int leastBarWidth = 5;
constexpr int plotPadding = 4;
/// Rows of words above the bars: quantiles that are near each other have theirs one above the other.
constexpr int quantileRows = 2;

/// Bars of a handful of jobs would be a comb.
int barsWorthwhile(qint64 jobs)
{
    constexpr double least = 24;
    return static_cast<int>(std::max(least, 6 * std::sqrt(static_cast<double>(jobs))));
}

} // namespace

HistogramPlot::HistogramPlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"histogram"_s);
    setAccessibleName(tr("Histogram"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void HistogramPlot::setHistogram(const DurationHistogram &times)
{
    m_times = times;
    if (m_times.count() == 0)
        m_dragFrom.reset();
    rescale();
}

void HistogramPlot::setRange(std::optional<BucketRange> range)
{
    m_range = range;
    update();
}

void HistogramPlot::rescale()
{
    const int fitting = std::max(1, plotRect().width() / leastBarWidth);
    m_scale = HistogramScale(m_times, std::min(fitting, barsWorthwhile(m_times.count())));
    m_counts.clear();
    for (int bar = 0; bar < m_scale.barCount(); ++bar)
        m_counts.append(m_times.countIn(m_scale.bar(bar).first, m_scale.bar(bar).end));
    m_highest = std::max<qint64>(1, *std::ranges::max_element(m_counts));
    update();
}

QSize HistogramPlot::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 70, fontMetrics().lineSpacing() * 9};
}

QSize HistogramPlot::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().lineSpacing() * 5};
}

QRect HistogramPlot::plotRect() const
{
    const int line = fontMetrics().lineSpacing();
    // Room for any bar's count, so that the axis does not depend on how buckets stand together.
    const int counts = fontMetrics().horizontalAdvance(formatCount(m_times.count())) + 2 * plotPadding;
    const QRect inner =
        rect().adjusted(counts, quantileRows * line + plotPadding, -3 * plotPadding, -line - plotPadding);
    return QStyle::visualRect(layoutDirection(), rect(), inner);
}

int HistogramPlot::xOf(double place) const
{
    const QRect plot = plotRect();
    const double along = place * plot.width();
    return qRound(isRightToLeft() ? plot.left() + plot.width() - along : plot.left() + along);
}

QRect HistogramPlot::barRect(int bar) const
{
    const QRect plot = plotRect();
    const BucketRange buckets = m_scale.bar(bar);
    const int one = xOf(m_scale.placeOf(buckets.first));
    const int other = xOf(m_scale.placeOf(buckets.end));
    return {std::min(one, other), plot.top(), std::abs(other - one), plot.height()};
}

int HistogramPlot::barUnder(QPoint spot) const
{
    const QRect plot = plotRect();
    const double along = static_cast<double>(spot.x() - plot.left()) / std::max(1, plot.width());
    return m_scale.barAt(isRightToLeft() ? 1 - along : along);
}

BucketRange HistogramPlot::between(int oneBar, int otherBar) const
{
    return {m_scale.bar(std::min(oneBar, otherBar)).first, m_scale.bar(std::max(oneBar, otherBar)).end};
}

BucketRange HistogramPlot::dragged() const
{
    return between(m_scale.barOf(*m_dragFrom), m_scale.barOf(m_dragTo));
}

QString HistogramPlot::rangeText(BucketRange range) const
{
    const qint64 count = m_times.countIn(range.first, range.end);
    const QString from = formatLatency(DurationHistogram::bucketBegin(range.first));
    const QString to = formatLatency(DurationHistogram::bucketBegin(range.end));
    return count == 1 ? tr("%1 to %2: 1 job").arg(from, to)
                      : tr("%1 to %2: %3 jobs").arg(from, to, formatCount(count));
}

void HistogramPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFocusFrame(painter, *this, *this);
    if (m_times.count() == 0) {
        painter.setPen(Theme::of(palette()).mutedText());
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Nothing has ended yet of which this time is known."));
        return;
    }
    if (const std::optional<QRect> area = rangeRect())
        painter.fillRect(*area, Theme::of(palette()).wash(Tone::Caution));
    paintBars(painter);
    paintRangeEdges(painter);
    paintAxis(painter);
    paintQuantiles(painter);
}

std::optional<QRect> HistogramPlot::rangeRect() const
{
    const std::optional<BucketRange> range = m_dragFrom ? std::optional(dragged()) : m_range;
    if (!range)
        return std::nullopt;
    const QRect plot = plotRect();
    const int one = xOf(m_scale.placeOf(range->first));
    const int other = xOf(m_scale.placeOf(range->end));
    return QRect(std::min(one, other), plot.top(), std::max(std::abs(other - one), 1), plot.height());
}

/// Over the bars, which may hide the ground; and colour alone would say nothing to many.
void HistogramPlot::paintRangeEdges(QPainter &painter) const
{
    const std::optional<QRect> area = rangeRect();
    if (!area)
        return;
    painter.setPen(QPen(Theme::of(palette()).text(Tone::Caution), 2));
    painter.drawLine(area->topLeft(), area->bottomLeft());
    painter.drawLine(area->topRight(), area->bottomRight());
}

void HistogramPlot::paintBars(QPainter &painter) const
{
    const Theme theme = Theme::of(palette());
    for (int bar = 0; bar < m_scale.barCount(); ++bar) {
        const QRect column = barRect(bar);
        if (const qint64 count = m_counts.at(bar); count > 0) {
            const double share = static_cast<double>(count) / static_cast<double>(m_highest);
            // One job among thousands is what people look for: it is always seen.
            const int height = std::max(3, qRound(column.height() * share));
            painter.fillRect(column.adjusted(0, column.height() - height, -1, 0), theme.fill(Tone::Active));
        }
        if (hasFocus() && m_cursor && m_scale.barOf(*m_cursor) == bar) {
            painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
            painter.drawRect(column.adjusted(-1, 0, 0, 0));
        }
    }
}

void HistogramPlot::paintAxis(QPainter &painter) const
{
    const Theme theme = Theme::of(palette());
    const QRect plot = plotRect();
    const int line = fontMetrics().lineSpacing();
    painter.setPen(theme.outline());
    painter.drawLine(plot.left(), plot.bottom() + 1, plot.right(), plot.bottom() + 1);
    const int wordWidth = fontMetrics().horizontalAdvance(u"500 ms"_s) + 2 * plotPadding;
    const QList<HistogramScale::Tick> ticks = m_scale.ticks(plot.width() / wordWidth);
    for (const HistogramScale::Tick &tick : ticks) {
        const int x = xOf(tick.place);
        painter.setPen(theme.outline());
        painter.drawLine(x, plot.bottom() + 1, x, plot.bottom() + (tick.text.isEmpty() ? 3 : 5));
        painter.setPen(theme.mutedText());
        QRect words(0, plot.bottom() + plotPadding, fontMetrics().horizontalAdvance(tick.text) + 2, line);
        words.moveLeft(std::clamp(x - words.width() / 2, 0, std::max(0, width() - words.width())));
        painter.drawText(words, Qt::AlignCenter, tick.text);
    }
    const QRect counts =
        QStyle::visualRect(layoutDirection(), rect(),
                           QRect(0, plot.top() - line / 2, width() - plot.width() - 4 * plotPadding, line));
    painter.setPen(theme.mutedText());
    painter.drawText(counts, Qt::AlignRight | Qt::AlignVCenter, formatCount(m_highest));
    painter.drawText(counts.translated(0, plot.height() - 2), Qt::AlignRight | Qt::AlignVCenter,
                     formatCount(0));
}

void HistogramPlot::paintQuantiles(QPainter &painter) const
{
    const QColor ink = palette().color(QPalette::Text);
    const QRect plot = plotRect();
    const int line = fontMetrics().lineSpacing();
    std::array<int, quantileRows> takenTo{};
    QList<std::pair<int, QString>> marks;
    for (const Quantile &quantile : quantiles)
        marks.append({xOf(m_scale.placeOf(*m_times.quantile(quantile.share))), QString(quantile.name)});
    std::ranges::sort(marks);
    for (const auto &[x, name] : std::as_const(marks)) {
        QRect words(0, 0, fontMetrics().horizontalAdvance(name) + 2, line);
        words.moveLeft(std::clamp(x - words.width() / 2, 0, std::max(0, width() - words.width())));
        const auto row = std::ranges::find_if(takenTo, [&words](int taken) { return taken <= words.left(); });
        painter.setPen(QPen(ink, 1, Qt::DashLine));
        const bool hasRoom = row != takenTo.end();
        const int top = hasRoom ? static_cast<int>(row - takenTo.begin()) * line : plot.top() - plotPadding;
        painter.drawLine(x, hasRoom ? top + line : top, x, plot.bottom());
        if (!hasRoom)
            continue; // the list beside it has its figure
        *row = words.right() + plotPadding;
        words.moveTop(top);
        painter.setPen(ink);
        painter.drawText(words, Qt::AlignCenter, name);
    }
}

void HistogramPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rescale();
}

void HistogramPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    rescale();
}

void HistogramPlot::keyPressEvent(QKeyEvent *event)
{
    if (m_times.count() == 0)
        return QWidget::keyPressEvent(event);
    const bool choosing = event->modifiers() & Qt::ShiftModifier;
    const int step = isRightToLeft() ? -1 : 1;
    const int last = m_scale.barCount() - 1;
    const int at = m_cursor ? m_scale.barOf(*m_cursor) : m_scale.barOf(m_times.firstBucket());
    switch (event->key()) {
    case Qt::Key_Right:
        return goTo(m_cursor ? at + step : at, choosing);
    case Qt::Key_Left:
        return goTo(m_cursor ? at - step : at, choosing);
    case Qt::Key_Home:
        return goTo(step > 0 ? 0 : last, choosing);
    case Qt::Key_End:
        return goTo(step > 0 ? last : 0, choosing);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goTo(at, false);
        return choose(m_scale.bar(at));
    case Qt::Key_Escape:
        return letGo();
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistogramPlot::goTo(int bar, bool choosing)
{
    const int from = m_cursor ? *m_cursor : m_scale.bar(std::max(bar, 0)).first;
    bar = std::clamp(bar, 0, m_scale.barCount() - 1);
    m_cursor = m_scale.bar(bar).first;
    if (!choosing)
        m_anchor.reset();
    else if (!m_anchor)
        m_anchor = from;
    point(bar);
    update();
    if (choosing)
        choose(between(m_scale.barOf(*m_anchor), bar));
}

void HistogramPlot::choose(BucketRange range)
{
    setRange(range);
    setAccessibleDescription(tr("chosen: %1").arg(rangeText(range)));
    Q_EMIT rangeChosen(range);
}

void HistogramPlot::letGo()
{
    m_anchor.reset();
    if (!m_range)
        return;
    setRange(std::nullopt);
    Q_EMIT rangeLetGo();
}

void HistogramPlot::point(std::optional<int> bar)
{
    const QString text = bar ? rangeText(m_scale.bar(*bar)) : QString();
    if (bar)
        setAccessibleDescription(text);
    Q_EMIT pointedAt(text);
}

void HistogramPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_times.count() == 0)
        return QWidget::mousePressEvent(event);
    m_dragTo = m_scale.bar(barUnder(event->position().toPoint())).first;
    m_dragFrom = m_cursor = m_dragTo;
    m_anchor.reset();
    update();
}

void HistogramPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_times.count() == 0)
        return;
    const int bar = barUnder(event->position().toPoint());
    if (!m_dragFrom)
        return point(bar);
    m_dragTo = m_scale.bar(bar).first;
    Q_EMIT pointedAt(rangeText(dragged()));
    update();
}

void HistogramPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragFrom)
        return QWidget::mouseReleaseEvent(event);
    const BucketRange range = dragged();
    m_dragFrom.reset();
    // A click on what is chosen lets it go, as it does on the summary's counts.
    if (m_range == range)
        letGo();
    else
        choose(range);
}

void HistogramPlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

void HistogramPlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void HistogramPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    point(std::nullopt);
    update();
}

} // namespace inflight
