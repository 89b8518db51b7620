// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/stagedelegate.h"

#include "ui/glyphs.h"
#include "ui/models/pipelinestages.h"
#include "ui/theme.h"

#include <QWidget>

namespace inflight {

void StageDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int side = option->fontMetrics.height();
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(side, side);
    option->displayAlignment = Qt::AlignVCenter | Qt::AlignLeading;
    const bool hasFault = !index.data(PipelineStages::FaultRole).toString().isEmpty();
    if (!hasFault) {
        // The words of all rows begin in one line.
        option->icon = QIcon();
        return;
    }
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    const QColor color = isSelected ? option->palette.color(QPalette::HighlightedText)
                                    : Theme::of(option->palette).text(Tone::Bad);
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    option->icon = QIcon(glyphPixmap(Glyph::Alert, color, side, ratio));
}

} // namespace inflight
