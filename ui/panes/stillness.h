// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAbstractItemView;
class QWidget;

namespace inflight {

class JobOrder;

/// Freezes the order of the jobs while somebody is at the table: while the mouse is over it, the keyboard in
/// it or a row selected. What belongs to the table (the bar below it) counts as the table. UI thread.
class Stillness final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Stillness)

public:
    /// All must outlive this. `table` must have its model.
    Stillness(JobOrder &order, QAbstractItemView &table, QWidget &bar, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    JobOrder &m_order;
    QAbstractItemView &m_table;
    QWidget &m_bar;
    bool m_isOverTable = false;
    bool m_isOverBar = false;
};

} // namespace inflight
