// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QItemSelectionModel;
class QPushButton;

namespace inflight {

class JobOrder;
class Notice;

/// The bar below the table that says how many rows stand where they no longer belong, because the order holds
/// still while somebody is at the table, and lets them go to their places. Hidden while there are none. UI
/// thread.
class MovedBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MovedBar)

public:
    /// All must outlive this. `pane` shows `order`, and holds it still from now on.
    MovedBar(JobOrder &order, QWidget &pane, QItemSelectionModel &selection, QWidget *parent = nullptr);

    /// Lets the rows go to their places; the keyboard goes from the bar back to the table.
    void apply();

private:
    void follow(int rows);

    JobOrder &m_order;
    QWidget &m_pane;
    Notice *m_notice;
    QPushButton *m_apply;
};

} // namespace inflight
