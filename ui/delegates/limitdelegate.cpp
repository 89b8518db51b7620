// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/limitdelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/models/origincolumn.h"
#include "ui/models/originmodel.h"
#include "ui/panes/rateedit.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSpinBox>

namespace inflight {

void LimitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    constexpr int margin = 4;
    const QRect field = option.rect.adjusted(margin, 3, -margin, -3);
    painter->setPen(cellTextColor(option, Theme::of(option.palette).outline()));
    painter->drawRect(field.adjusted(0, 0, -1, -1));
    painter->setFont(option.font);
    painter->setPen(cellTextColor(option, option.palette.color(QPalette::Text)));
    painter->drawText(field.adjusted(margin, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                      index.data().toString());
}

QWidget *LimitDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    const QString name = OriginColumn::title(index.column());
    QWidget *editor = nullptr;
    if (index.column() == OriginColumn::MaxInFlight) {
        auto *number = new QSpinBox(parent);
        number->setRange(1, OriginModel::mostInFlight);
        number->setValue(index.data(Qt::EditRole).toInt());
        number->selectAll();
        editor = number;
    } else {
        auto *rate = new RateEdit({}, parent);
        rate->setText(index.data(Qt::EditRole).toString());
        rate->selectAll();
        connect(rate, &RateEdit::complained, this, &LimitDelegate::complained);
        editor = rate;
    }
    editor->setAccessibleName(name);
    return editor;
}

} // namespace inflight
