// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QItemSelectionModel;
class QWidget;

namespace inflight {

class JobOrder;

/// Freezes the order of the jobs while somebody is at them: while the mouse is over the pane that shows them,
/// the keyboard in it or a row selected. What belongs to the pane (the bar below it) counts as the pane. UI
/// thread.
class Stillness final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Stillness)

public:
    /// All must outlive this.
    Stillness(JobOrder &order, QWidget &pane, QItemSelectionModel &selection, QWidget &bar, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    JobOrder &m_order;
    QWidget &m_pane;
    QItemSelectionModel &m_selection;
    QWidget &m_bar;
    bool m_isOverPane = false;
    bool m_isOverBar = false;
};

} // namespace inflight
