// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/canceldelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/models/jobmodel.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace inflight {

QRect CancelDelegate::buttonIn(const QRect &cell)
{
    return cell.adjusted(4, 3, -4, -3);
}

void CancelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    if (!index.data(JobModel::CancellableRole).toBool())
        return;

    const QRect button = buttonIn(option.rect);
    const QPalette &palette = option.palette;
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    // A release outside the cell is not told to a delegate: ask for the button itself.
    const bool isDown = QGuiApplication::mouseButtons().testFlag(Qt::LeftButton);
    const bool isPressed = isHovered && isDown && m_pressed.isValid() && m_pressed == index;
    const QColor face = palette.color(QPalette::Button);
    painter->fillRect(button, palette.color(isHovered ? QPalette::Highlight : QPalette::Mid));
    painter->fillRect(button.adjusted(1, 1, -1, -1), isPressed   ? face.darker(125)
                                                     : isHovered ? face.lighter(108)
                                                                 : face);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::ButtonText));
    painter->drawText(button.translated(0, isPressed ? 1 : 0), Qt::AlignCenter, index.data().toString());
}

bool CancelDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const bool isPress =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!isPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const bool isOnButton = mouse->button() == Qt::LeftButton &&
                            buttonIn(option.rect).contains(mouse->position().toPoint()) &&
                            index.data(JobModel::CancellableRole).toBool();
    if (isPress) {
        m_pressed = isOnButton ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return isOnButton;
    }
    const QPersistentModelIndex pressed = std::exchange(m_pressed, {});
    if (!isOnButton || pressed != index)
        return false;
    Q_EMIT cancelRequested(index);
    return true;
}

} // namespace inflight
