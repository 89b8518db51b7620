// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/stagestrip.h"

#include "ui/glyphs.h"
#include "ui/pixelframe.h"
#include "ui/theme.h"

#include <QPaintDevice>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace inflight {

namespace {

constexpr int segmentGap = 2;

void drawGlyph(QPainter &painter, const QRect &rect, Glyph glyph, const QColor &color)
{
    const int side = std::min(rect.height() - 2, rect.width());
    if (side < 5)
        return;
    const QPixmap pixmap = glyphPixmap(glyph, color, side, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2,
                       pixmap);
}

/// What all segments of a strip are painted by.
struct Look
{
    const Theme &theme;
    Qt::LayoutDirection direction;
    qint64 nowMs;
};

void paintRunning(QPainter &painter, const QRect &rect, const StageView &stage, const Look &look)
{
    const Theme &theme = look.theme;
    const QColor color = theme.fill(Tone::Active);
    painter.fillRect(rect, theme.wash(Tone::Active));
    const QRect inside = rect.adjusted(1, 1, -1, -1);
    if (stage.permille >= 0) {
        const int width = inside.width() * std::min<int>(stage.permille, 1000) / 1000;
        const QRect filled(inside.left(), inside.top(), width, inside.height());
        painter.fillRect(QStyle::visualRect(look.direction, inside, filled), color);
    } else {
        constexpr qint64 periodMs = 1600;
        const int block = std::max(inside.width() / 4, 3);
        const int travel = inside.width() - block;
        // There and back again, so that the block never seems to have started anew.
        const qint64 phase = look.nowMs % (2 * periodMs);
        const qint64 way = phase < periodMs ? phase : 2 * periodMs - phase;
        painter.fillRect(inside.left() + static_cast<int>(travel * way / periodMs), inside.top(), block,
                         inside.height(), color);
    }
    drawFrame(painter, rect, color);
}

void paintSegment(QPainter &painter, const QRect &rect, const StageView &stage, const Look &look)
{
    const Theme &theme = look.theme;
    const Tone tone = toneOf(stage.state);
    switch (stage.state) {
    case StageState::Pending:
        drawFrame(painter, rect, theme.outline());
        break;
    case StageState::Waiting:
        painter.fillRect(rect, theme.wash(tone));
        drawFrame(painter, rect, theme.fill(tone));
        drawGlyph(painter, rect, Glyph::Dots, theme.text(tone));
        break;
    case StageState::Running:
        paintRunning(painter, rect, stage, look);
        break;
    case StageState::Done:
        // What went well recedes, what failed stands out.
        painter.fillRect(rect, theme.wash(tone));
        drawFrame(painter, rect, theme.fill(tone));
        drawGlyph(painter, rect, Glyph::Check, theme.text(tone));
        break;
    case StageState::Failed:
        painter.fillRect(rect, theme.fill(tone));
        drawGlyph(painter, rect, Glyph::Cross, theme.onFill(tone));
        break;
    case StageState::Cancelled:
        painter.fillRect(rect, theme.wash(tone));
        drawFrame(painter, rect, theme.text(tone));
        drawGlyph(painter, rect, Glyph::Slash, theme.text(tone));
        break;
    case StageState::Skipped:
        drawGlyph(painter, rect, Glyph::Dash, theme.mutedText());
        break;
    }
}

} // namespace

QRect stageSegment(const QRect &strip, int stage, int count, Qt::LayoutDirection direction)
{
    const int place = direction == Qt::RightToLeft ? count - 1 - stage : stage;
    const int room = strip.width() - segmentGap * (count - 1);
    const int left = strip.left() + room * place / count + segmentGap * place;
    const int right = strip.left() + room * (place + 1) / count + segmentGap * place;
    return {left, strip.top(), right - left, strip.height()};
}

int stageAt(const QRect &strip, int x, int count, Qt::LayoutDirection direction)
{
    for (int stage = 0; stage < count; ++stage) {
        const QRect segment = stageSegment(strip, stage, count, direction);
        if (x >= segment.left() && x < segment.left() + segment.width() + segmentGap)
            return stage;
    }
    return -1;
}

void paintStageStrip(QPainter &painter, const QRect &strip, const QList<StageView> &stages, int count,
                     const QPalette &palette, qint64 nowMs, Qt::LayoutDirection direction)
{
    const Theme theme = Theme::of(palette);
    const Look look{theme, direction, nowMs};
    for (int stage = 0; stage < count; ++stage) {
        const StageView view = stage < stages.size() ? stages.at(stage) : StageView{};
        paintSegment(painter, stageSegment(strip, stage, count, direction), view, look);
    }
}

} // namespace inflight
