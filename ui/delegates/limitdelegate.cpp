// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/limitdelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/glyphs.h"
#include "ui/models/origincolumn.h"
#include "ui/models/originmodel.h"
#include "ui/panes/rateedit.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSpinBox>
#include <QStyle>

namespace inflight {

namespace {

constexpr int fieldMargin = 4;

} // namespace

void LimitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    if (index.column() == OriginColumn::Paused)
        return paintCheckBox(*painter, option, index);
    const QRect field = option.rect.adjusted(fieldMargin, 3, -fieldMargin, -3);
    painter->setPen(cellTextColor(option, Theme::of(option.palette).outline()));
    painter->drawRect(field.adjusted(0, 0, -1, -1));
    painter->setPen(cellTextColor(option, option.palette.color(QPalette::Text)));
    drawCellText(*painter, option, option.rect.adjusted(2 * fieldMargin, 0, -2 * fieldMargin, 0),
                 index.data().toString(), Qt::AlignRight);
}

void LimitDelegate::paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    // Where the base class expects the click. The style's own box is next to invisible in dark palettes.
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QRect box =
        option.widget->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, option.widget);
    painter.setPen(cellTextColor(option, Theme::of(option.palette).outline()));
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    const QColor words = cellTextColor(option, option.palette.color(QPalette::Text));
    if (cell.checkState == Qt::Checked) {
        const QPixmap check =
            glyphPixmap(Glyph::Check, words, box.width() - 2, painter.device()->devicePixelRatioF());
        painter.drawPixmap(box.topLeft() + QPoint(1, 1), check);
    }
    painter.setPen(words);
    const int left = box.right() + fieldMargin - option.rect.left();
    drawCellText(painter, option, option.rect.adjusted(left, 0, 0, 0), cell.text);
}

QWidget *LimitDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    const QString name = OriginColumn::title(index.column());
    QWidget *editor = nullptr;
    if (index.column() == OriginColumn::MaxInFlight) {
        auto *number = new QSpinBox(parent);
        number->setAlignment(Qt::AlignRight);
        number->setRange(1, OriginModel::mostInFlight);
        number->setValue(index.data(Qt::EditRole).toInt());
        number->selectAll();
        editor = number;
    } else {
        auto *rate = new RateEdit({}, parent);
        rate->setAlignment(Qt::AlignRight);
        rate->setText(index.data(Qt::EditRole).toString());
        rate->selectAll();
        connect(rate, &RateEdit::complained, this, &LimitDelegate::complained);
        editor = rate;
    }
    editor->setAccessibleName(name);
    return editor;
}

} // namespace inflight
