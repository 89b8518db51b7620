// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace inflight {

/// The Cancel cell: a painted button in every row that is not finished (a widget a row took 39 s for 20,000
/// rows). The mouse acts by editorEvent(); the keyboard by the view, which owns the current cell.
class CancelDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Where the button lies in `cell`.
    [[nodiscard]] static QRect buttonIn(const QRect &cell);

Q_SIGNALS:
    void cancelRequested(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QPersistentModelIndex m_pressed; ///< where the mouse went down on a button and has not come up
};

} // namespace inflight
