// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QTableView;

namespace inflight {

class JobColumns;

/// What a person can do with the columns of the jobs table: actions for a menu, shortcuts, and the context
/// menu of the header, which is about the column that was clicked; elsewhere it is the current cell's. UI
/// thread.
class ColumnActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnActions)

public:
    /// A child of `view`, which has its model; gives its header a context menu.
    ColumnActions(QTableView &view, JobColumns &columns);

    /// All of them in the order of a menu, separators among them.
    [[nodiscard]] const QList<QAction *> &menu() const { return m_menu; }

private:
    QAction *add(const QString &text, const QString &tip, const QString &name, const QKeySequence &shortcut);
    void addSeparator();
    void update();
    void addShown();
    void addMoves();
    void addSorting();
    void openHeaderMenu(const QPoint &position);
    void addMovesOf(int column, QMenu &menu);
    void addSortingOf(int column, QMenu &menu);
    /// The step of JobColumns::move() that goes to the left.
    [[nodiscard]] int leftward() const;
    [[nodiscard]] int currentColumn() const;
    [[nodiscard]] QString nameOf(int column) const;
    void sortBy(int column, Qt::SortOrder order);

    QTableView &m_view;
    JobColumns &m_columns;
    QList<QAction *> m_menu;
    QList<QAction *> m_shown; ///< by column
    QAction *m_left = nullptr;
    QAction *m_right = nullptr;
    QAction *m_ascending = nullptr;
    QAction *m_descending = nullptr;
    QAction *m_reset = nullptr;
};

} // namespace inflight
