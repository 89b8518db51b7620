// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/barpainter.h"

#include "ui/glyphs.h"
#include "ui/pixelframe.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace inflight {

namespace {

/// Narrower boxes are plain: a pattern would not be seen.
constexpr int leastPatterned = 4;

bool isLine(Phase phase)
{
    return phase == Phase::Queued || phase == Phase::BackOff || phase == Phase::StageWait;
}

/// A line of dashes so long, with gaps so long; no gaps: a whole one.
void drawLine(QPainter &painter, int left, int right, int middle, int dash, int gap, const QColor &color)
{
    constexpr int thickness = 2;
    if (gap == 0) {
        painter.fillRect(left, middle - 1, right - left, thickness, color);
        return;
    }
    for (int x = left; x < right; x += dash + gap)
        painter.fillRect(x, middle - 1, std::min(dash, right - x), thickness, color);
}

void drawWait(QPainter &painter, const QRect &rect, Phase phase, const QColor &color)
{
    const int middle = rect.top() + rect.height() / 2;
    const int dash = phase == Phase::BackOff ? 6 : 2;
    const int gap = phase == Phase::Queued ? 0 : phase == Phase::BackOff ? 3 : 2;
    drawLine(painter, rect.left(), rect.left() + rect.width(), middle, dash, gap, color);
    // Where it begins.
    painter.fillRect(rect.left(), middle - rect.height() / 4, 1, rect.height() / 2 + 1, color);
}

void drawBox(QPainter &painter, const QRect &rect, Phase phase, Tone tone, const Theme &theme)
{
    const QColor color = theme.fill(tone);
    if (rect.width() < leastPatterned || phase == Phase::Receiving) {
        painter.fillRect(rect, color);
        return;
    }
    painter.fillRect(rect, phase == Phase::Waiting ? theme.base() : theme.wash(tone));
    if (phase == Phase::Connect)
        painter.fillRect(rect, QBrush(color, Qt::BDiagPattern));
    else if (phase == Phase::Tls)
        painter.fillRect(rect, QBrush(color, Qt::DiagCrossPattern));
    else if (phase == Phase::Untold)
        painter.fillRect(rect, QBrush(color, Qt::HorPattern));
    else if (phase == Phase::Stage)
        painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, color);
    drawFrame(painter, rect, color);
}

Tone toneOf(const BarSegment &segment, bool slow)
{
    switch (segment.fate) {
    case SegmentFate::Failed:
        return Tone::Bad;
    case SegmentFate::Cancelled:
    case SegmentFate::Lost:
        return Tone::Neutral;
    case SegmentFate::Open:
        return slow ? Tone::Caution : Tone::Active;
    case SegmentFate::Done:
        break;
    }
    return segment.phase == Phase::Stage ? Tone::Good : Tone::Active;
}

/// Paints the segments of one bar.
class BarPaint
{
public:
    BarPaint(QPainter &painter, const QRect &cell, const TimeScale &scale, const BarLook &look, bool hasHedge)
        : m_painter(painter)
        , m_cell(cell)
        , m_scale(scale)
        , m_look(look)
        , m_metrics(painter.font())
        , m_hasHedge(hasHedge)
    {}

    void draw(const BarSegment &segment);

private:
    [[nodiscard]] QRect rectOf(const BarSegment &segment) const;
    void drawWaiting(const BarSegment &segment, const QRect &rect);
    void drawEnd(const BarSegment &segment, const QRect &rect);
    void drawWords(const BarSegment &segment, QRect rect);
    [[nodiscard]] QString wordsOf(const BarSegment &segment) const;

    QPainter &m_painter;
    const QRect m_cell;
    const TimeScale &m_scale;
    const BarLook &m_look;
    const QFontMetrics m_metrics;
    const bool m_hasHedge;
    QRect m_last; ///< painted last
};

/// Not null only where it is in sight.
QRect BarPaint::rectOf(const BarSegment &segment) const
{
    const double a = m_scale.xOf(segment.beginMs);
    const double b = m_scale.xOf(segment.endMs);
    const double width = m_cell.width();
    if (std::max(a, b) < 0 || std::min(a, b) > width)
        return {};
    // A little past the edges: a box that goes on there has no frame on that side.
    const int left = static_cast<int>(std::lround(std::max(std::min(a, b), -4.0)));
    const int right = static_cast<int>(std::lround(std::min(std::max(a, b), width + 4)));
    const int room = std::min(m_cell.height() - 4, m_metrics.height() + 4);
    const int top = m_cell.top() + (m_cell.height() - room) / 2;
    QRect rect(m_cell.left() + left, top, std::max(right - left, 1), room);
    if (m_hasHedge && segment.attempt > 0)
        rect =
            segment.hedge ? rect.adjusted(0, room / 2 + 1, 0, 0) : rect.adjusted(0, 0, 0, -(room - room / 2));
    return rect;
}

void BarPaint::draw(const BarSegment &segment)
{
    const QRect rect = rectOf(segment);
    if (rect.isNull())
        return;
    const bool hides = rect.width() == 1 && m_last.contains(rect) && segment.fate == SegmentFate::Done;
    if (hides)
        return;
    m_last = rect;
    if (isLine(segment.phase)) {
        drawWaiting(segment, rect);
    } else {
        drawBox(m_painter, rect, segment.phase, toneOf(segment, m_look.slow), m_look.theme);
        drawWords(segment, rect);
    }
    drawEnd(segment, rect);
}

void BarPaint::drawWaiting(const BarSegment &segment, const QRect &rect)
{
    const QRect shown = rect.intersected(m_cell);
    const QString words = wordsOf(segment);
    const int wide = m_metrics.horizontalAdvance(words);
    constexpr int margin = 6;
    if (words.isEmpty() || shown.width() < wide + 4 * margin) {
        drawWait(m_painter, rect, segment.phase, m_look.words);
        return;
    }
    // The line runs up to the words and goes on behind them, whatever the ground is.
    const int at = shown.right() - wide - 2 * margin;
    drawWait(m_painter, QRect(rect.left(), rect.top(), at - margin - rect.left(), rect.height()),
             segment.phase, m_look.words);
    m_painter.setPen(m_look.words);
    m_painter.drawText(QRect(at, m_cell.top(), wide + 1, m_cell.height()),
                       Qt::AlignVCenter | Qt::TextSingleLine, words);
    const int middle = rect.top() + rect.height() / 2;
    drawLine(m_painter, at + wide + margin, shown.right() + 1, middle, 2, 0, m_look.words);
}

QString BarPaint::wordsOf(const BarSegment &segment) const
{
    if (segment.fate == SegmentFate::Open && segment.isLast && !segment.hedge)
        return m_look.caption;
    return segment.phase == Phase::Stage ? m_look.stageNames.value(segment.stage) : QString();
}

void BarPaint::drawWords(const BarSegment &segment, QRect rect)
{
    rect = rect.intersected(m_cell);
    const bool marks = m_look.slow && segment.fate == SegmentFate::Open && segment.isLast && !segment.hedge;
    const bool isSolid = segment.phase == Phase::Receiving;
    const Tone tone = toneOf(segment, m_look.slow);
    const QColor color = isSolid ? m_look.theme.onFill(tone) : m_look.theme.text(tone);
    const int side = std::min(rect.height() - 2, m_metrics.height());
    if (marks && side > 4) {
        // Where the box is too narrow for it, beside it.
        const bool fits = rect.width() >= side + 2;
        const int x = fits ? rect.left() + 2 : rect.right() + 3;
        m_painter.drawPixmap(x, rect.top() + (rect.height() - side) / 2,
                             glyphPixmap(Glyph::Alert, fits ? color : m_look.theme.text(Tone::Caution), side,
                                         m_painter.device()->devicePixelRatioF()));
        rect.setLeft(x + side + 2);
    }
    const QString words = wordsOf(segment);
    const bool isHatched =
        segment.phase == Phase::Connect || segment.phase == Phase::Tls || segment.phase == Phase::Untold;
    const int wide = m_metrics.horizontalAdvance(words);
    if (words.isEmpty() || rect.width() < wide + 6 || rect.height() < m_metrics.height())
        return;
    const QRect room(rect.left() + 3, m_cell.top(), wide + 1, m_cell.height());
    if (isHatched)
        m_painter.fillRect(room.left() - 2, rect.top() + 1, room.width() + 4, rect.height() - 2,
                           m_look.theme.base());
    m_painter.setPen(color);
    m_painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, words);
}

/// The end of what failed or was stopped.
void BarPaint::drawEnd(const BarSegment &segment, const QRect &rect)
{
    const bool failed = segment.fate == SegmentFate::Failed;
    const bool stopped = segment.fate == SegmentFate::Cancelled || segment.fate == SegmentFate::Lost;
    if (!segment.isLast || (!failed && !stopped))
        return;
    const int side = std::min({rect.height(), m_metrics.height(), 14});
    const int right = rect.left() + rect.width();
    const bool fits = rect.width() >= side; // else beside it
    const int atRight = fits ? right - side : right;
    const int atLeft = fits ? rect.left() : rect.left() - side;
    const int x = m_scale.isMirrored() ? atLeft : atRight;
    const QRect block(x, rect.top() + (rect.height() - side) / 2, side, side);
    paintMark(m_painter, block, segment.fate, m_look.theme);
}

} // namespace

void paintBar(QPainter &painter, const QRect &cell, const JobBar &bar, const TimeScale &scale,
              const BarLook &look)
{
    BarPaint paint(painter, cell, scale, look, bar.hasHedge);
    for (const BarSegment &segment : bar.segments)
        paint.draw(segment);
}

void paintPhase(QPainter &painter, const QRect &rect, Phase phase, const Theme &theme, const QColor &words)
{
    if (isLine(phase))
        drawWait(painter, rect, phase, words);
    else
        drawBox(painter, rect, phase, phase == Phase::Stage ? Tone::Good : Tone::Active, theme);
}

void paintMark(QPainter &painter, const QRect &square, SegmentFate fate, const Theme &theme)
{
    constexpr int leastGlyph = 5;
    const bool failed = fate == SegmentFate::Failed;
    const bool slow = fate == SegmentFate::Open;
    const int side = std::min(square.width(), square.height()) - (slow ? 0 : 2);
    QColor color = failed ? theme.onFill(Tone::Bad) : theme.text(Tone::Neutral);
    if (slow)
        color = theme.text(Tone::Caution);
    else
        painter.fillRect(square, failed ? theme.fill(Tone::Bad) : theme.wash(Tone::Neutral));
    if (!slow && !failed)
        drawFrame(painter, square, color);
    if (side < leastGlyph)
        return;
    const Glyph glyph = slow ? Glyph::Alert : failed ? Glyph::Cross : Glyph::Slash;
    painter.drawPixmap(square.left() + (square.width() - side) / 2,
                       square.top() + (square.height() - side) / 2,
                       glyphPixmap(glyph, color, side, painter.device()->devicePixelRatioF()));
}

} // namespace inflight
