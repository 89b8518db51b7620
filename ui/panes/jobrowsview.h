// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QPersistentModelIndex>
#include <QTableView>

#include <utility>

class QLabel;

namespace inflight {

class JobOrder;

/// What every view of the jobs has in common: one row a job in the order shown, the Cancel cell, the keys,
/// and that what one looks at stays where it is while rows move, come and go. UI thread.
class JobRowsView : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobRowsView)

public:
    /// What Enter does in this cell: cancels its job in the column for that, else shows its details.
    void press(const QModelIndex &index);
    void keyboardSearch(const QString &search) override;
    /// First and last row in sight; last before first: none.
    [[nodiscard]] std::pair<int, int> rowsInSight() const;

Q_SIGNALS:
    void cancelRequested(const QList<inflight::JobId> &ids);
    /// A person wants to see all there is about the current job.
    void detailsRequested();

protected:
    /// Shows `order`, which must outlive it. `name`: the object's.
    JobRowsView(JobOrder &order, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] JobOrder &order() const { return m_order; }
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;

private:
    void setUpRows();
    void setUpEmptyText();
    void placeEmptyText();
    void followPress(const QPoint &position);
    void keepPlace(const QList<int> &gone, bool bringsRows);
    void restorePlace();
    void cancelAt(const QModelIndex &index);

    JobOrder &m_order;
    QLabel *m_emptyText;            ///< in place of rows
    QPersistentModelIndex m_anchor; ///< the row that is to stay where it is on the screen
    int m_anchorY = 0;
};

} // namespace inflight
