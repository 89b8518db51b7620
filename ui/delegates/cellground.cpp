// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/cellground.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace inflight {

namespace {

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

} // namespace

void paintCellGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, option.palette.color(groupOf(option), QPalette::Highlight));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(cellTextColor(option, option.palette.color(QPalette::Text)), 1, Qt::DotLine));
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
}

QColor cellTextColor(const QStyleOptionViewItem &option, const QColor &normal)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(groupOf(option), QPalette::HighlightedText);
    return normal;
}

void drawCellText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                  const QString &text, Qt::AlignmentFlag side)
{
    // Rounded as the style does it for plain cells; AlignVCenter may come out a pixel lower.
    const QRect line = QStyle::alignedRect(option.direction, side | Qt::AlignVCenter,
                                           QSize(rect.width(), option.fontMetrics.height()), rect);
    painter.setFont(option.font);
    painter.drawText(line, side | Qt::AlignTop,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace inflight
