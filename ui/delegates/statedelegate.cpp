// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/statedelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/glyphs.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"
#include "ui/theme.h"

#include <QPainter>

namespace inflight {

namespace {

constexpr int margin = 6;
constexpr int glyphSide = 14;

} // namespace

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    const Theme &theme = Theme::of(option.palette);
    const QRect cell = option.rect.adjusted(margin, 0, -margin, 0);

    const QColor tone = cellTextColor(option, theme.text(toneOf(job)));
    const QPixmap glyph = glyphPixmap(glyphOf(job), tone, glyphSide, painter->device()->devicePixelRatioF());
    painter->drawPixmap(cell.left(), cell.top() + (cell.height() - glyphSide) / 2, glyph);

    const QString word = stateWord(job.state);
    QRect rest = cell.adjusted(glyphSide + margin, 0, 0, 0);
    painter->setPen(cellTextColor(option, option.palette.color(QPalette::Text)));
    drawCellText(*painter, option, rest, word);

    rest.setLeft(rest.left() + option.fontMetrics.horizontalAdvance(word) + margin);
    const QString detail = index.data(JobModel::DetailRole).toString();
    if (detail.isEmpty() || rest.width() < 2 * margin)
        return;
    painter->setPen(job.slow ? tone : cellTextColor(option, theme.mutedText()));
    drawCellText(*painter, option, rest, detail);
}

} // namespace inflight
