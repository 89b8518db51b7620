// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/statedelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/glyphs.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace inflight {

namespace {

constexpr int cellMargin = 6;

/// What is left of `cell` behind the first `width` pixels.
QRect behind(const QStyleOptionViewItem &option, const QRect &cell, int width)
{
    return option.direction == Qt::RightToLeft ? cell.adjusted(0, 0, -width, 0)
                                               : cell.adjusted(width, 0, 0, 0);
}

/// Draws from where reading begins in `cell`; gives what is left of it.
QRect drawGlyph(QPainter &painter, const QStyleOptionViewItem &option, const QRect &cell, Glyph glyph,
                const QColor &color)
{
    const int side = glyphSide(option.fontMetrics);
    const QRect place =
        QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, QSize(side, side), cell);
    painter.drawPixmap(place.topLeft(),
                       glyphPixmap(glyph, color, side, painter.device()->devicePixelRatioF()));
    return behind(option, cell, side + cellMargin);
}

QRect drawWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &cell,
                const QString &words, const QColor &color)
{
    painter.setPen(color);
    if (cell.width() > 2 * cellMargin)
        drawCellText(painter, option, cell, words);
    return behind(option, cell, option.fontMetrics.horizontalAdvance(words) + cellMargin);
}

} // namespace

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    const Theme theme = Theme::of(option.palette);
    const QRect cell = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);

    const QColor tone = cellTextColor(option, theme.text(toneOf(job)));
    const QColor words = cellTextColor(option, option.palette.color(QPalette::Text));
    QRect rest = drawGlyph(*painter, option, cell, glyphOf(job), tone);
    rest = drawWords(*painter, option, rest, stateWord(job.state), words);
    if (job.insecure) {
        const QColor caution = cellTextColor(option, theme.text(Tone::Caution));
        rest = drawGlyph(*painter, option, rest, Glyph::OpenLock, caution);
        rest = drawWords(*painter, option, rest, insecureText(job), caution);
    }
    drawWords(*painter, option, rest, index.data(JobModel::DetailRole).toString(),
              job.slow ? tone : cellTextColor(option, theme.mutedText()));
}

} // namespace inflight
