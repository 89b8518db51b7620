// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace inflight {

/// A limit of an origin: framed as a field, because it can be edited in its place, or a check box. UI thread.
class LimitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    /// Does nothing: what a person is writing is not overwritten by what the engine tells meanwhile.
    void setEditorData(QWidget *, const QModelIndex &) const override {}

Q_SIGNALS:
    /// What is wrong with the text of an editor; empty when nothing is any more.
    void complained(const QString &message);

private:
    void paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace inflight
