// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/commanddelegate.h"

#include "ui/models/commandlist.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int lineMargin = 6;

struct LineColours
{
    QColor words;
    QColor muted;
};

LineColours coloursOf(const QStyleOptionViewItem &option)
{
    const QColor muted = Theme::of(option.palette).mutedText();
    if (!option.state.testFlag(QStyle::State_Enabled))
        return {muted, muted};
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QColor words = option.palette.color(QPalette::Active, QPalette::HighlightedText);
        return {words, words};
    }
    return {option.palette.color(QPalette::Active, QPalette::Text), muted};
}

/// `size`: of the text as far as there is room for it.
QList<QTextLayout::FormatRange> formats(const QModelIndex &index, qsizetype size, const QColor &ofMenus)
{
    QTextLayout::FormatRange menus;
    menus.length = std::min(index.data(CommandList::NameAtRole).toInt(), static_cast<int>(size));
    menus.format.setForeground(ofMenus);
    QList<QTextLayout::FormatRange> all{menus};
    const auto positions = index.data(CommandList::PositionsRole).value<QList<qsizetype>>();
    for (const qsizetype position : positions) {
        if (position >= size)
            break;
        QTextLayout::FormatRange letter;
        letter.start = static_cast<int>(position);
        letter.length = 1;
        letter.format.setFontWeight(QFont::Bold);
        letter.format.setFontUnderline(true);
        all.append(letter);
    }
    return all;
}

void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const QRect &room, const LineColours &colours)
{
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
    QTextLayout layout(text, option.font);
    QTextOption direction(Qt::AlignLeading | Qt::AlignVCenter);
    direction.setTextDirection(option.direction);
    direction.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(direction);
    layout.setFormats(formats(index, text.size(), colours.muted));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width());
    layout.endLayout();
    painter.setPen(colours.words);
    layout.draw(&painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
}

} // namespace

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *const style = ground.widget ? ground.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);

    painter->save();
    painter->setFont(option.font);
    const LineColours colours = coloursOf(ground);
    const QRect whole = option.rect.adjusted(lineMargin, 0, -lineMargin, 0);
    const int gutter = option.fontMetrics.horizontalAdvance(u"✓ "_s) + 2;
    const QString shortcut = index.data(CommandList::ShortcutRole).toString();
    const int tail = shortcut.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(shortcut) + 2 * lineMargin;
    const auto place = [&](const QRect &logical) {
        return QStyle::visualRect(option.direction, whole, logical);
    };
    painter->setPen(colours.words);
    if (index.data(CommandList::CheckedRole).toBool())
        painter->drawText(place(QRect(whole.left(), whole.top(), gutter, whole.height())), Qt::AlignCenter,
                          u"✓"_s);
    painter->setPen(colours.muted);
    painter->drawText(place(QRect(whole.right() - tail + 1, whole.top(), tail, whole.height())),
                      int{Qt::AlignVCenter} |
                          (option.direction == Qt::RightToLeft ? int{Qt::AlignLeft} : int{Qt::AlignRight}),
                      shortcut);
    paintText(*painter, ground, index,
              place(QRect(whole.left() + gutter, whole.top(), whole.width() - gutter - tail, whole.height())),
              colours);
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20, option.fontMetrics.height() + 9};
}

} // namespace inflight
