// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/columnactions.h"

#include "ui/panes/jobcolumns.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace inflight {

ColumnActions::ColumnActions(QTableView &view, JobColumns &columns)
    : QObject(&view)
    , m_view(view)
    , m_columns(columns)
{
    addShown();
    addSeparator();
    addMoves();
    addSeparator();
    addSorting();
    addSeparator();
    m_reset = add(tr("&Reset the columns"), tr("All columns, in the order and as wide as at first"),
                  u"resetColumnsAction"_s, {});
    connect(m_reset, &QAction::triggered, &columns, &JobColumns::reset);
    QHeaderView *const header = view.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ColumnActions::openHeaderMenu);
    connect(&columns, &JobColumns::changed, this, &ColumnActions::update);
    connect(view.selectionModel(), &QItemSelectionModel::currentColumnChanged, this, &ColumnActions::update);
    update();
}

/// They are about columns: the context menu of the rows, which the table makes of its actions, has none.
QAction *ColumnActions::add(const QString &text, const QString &tip, const QString &name,
                            const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setStatusTip(tip);
    action->setShortcut(shortcut);
    m_menu.append(action);
    return action;
}

void ColumnActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_menu.append(separator);
}

void ColumnActions::addShown()
{
    for (int column = 0; column < m_view.model()->columnCount(); ++column) {
        const QString name = nameOf(column);
        QAction *const shown =
            add(name, tr("Show or hide the column %1").arg(name), u"showColumn%1Action"_s.arg(column), {});
        shown->setCheckable(true);
        shown->setEnabled(JobColumns::canHide(column));
        connect(shown, &QAction::triggered, this,
                [this, column](bool on) { m_columns.setShown(column, on); });
        m_shown.append(shown);
    }
}

void ColumnActions::addMoves()
{
    m_left = add(tr("Move the column to the &left"),
                 tr("The current cell's column changes places with the one to its left"),
                 u"moveColumnLeftAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left));
    m_right = add(tr("Move the column to the r&ight"),
                  tr("The current cell's column changes places with the one to its right"),
                  u"moveColumnRightAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right));
    connect(m_left, &QAction::triggered, this, [this] { m_columns.move(currentColumn(), leftward()); });
    connect(m_right, &QAction::triggered, this, [this] { m_columns.move(currentColumn(), -leftward()); });
}

void ColumnActions::addSorting()
{
    m_ascending =
        add(tr("Sort by the column, &ascending"),
            tr("Order the jobs by the current cell's column, smallest first"), u"sortAscendingAction"_s, {});
    m_descending =
        add(tr("Sort by the column, &descending"),
            tr("Order the jobs by the current cell's column, largest first"), u"sortDescendingAction"_s, {});
    QAction *const none =
        add(tr("Order of in&put"), tr("Order the jobs as they came"), u"sortByInputAction"_s, {});
    connect(m_ascending, &QAction::triggered, this, [this] { sortBy(currentColumn(), Qt::AscendingOrder); });
    connect(m_descending, &QAction::triggered, this,
            [this] { sortBy(currentColumn(), Qt::DescendingOrder); });
    connect(none, &QAction::triggered, this, [this] { sortBy(-1, Qt::AscendingOrder); });
}

void ColumnActions::update()
{
    const int column = currentColumn();
    for (int each = 0; each < m_shown.size(); ++each)
        m_shown.at(each)->setChecked(m_columns.isShown(each));
    m_left->setEnabled(m_columns.canMove(column, leftward()));
    m_right->setEnabled(m_columns.canMove(column, -leftward()));
    m_ascending->setEnabled(column >= 0);
    m_descending->setEnabled(column >= 0);
}

void ColumnActions::openHeaderMenu(const QPoint &position)
{
    QHeaderView *const header = m_view.horizontalHeader();
    auto *const menu = new QMenu(&m_view);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const int column = header->logicalIndexAt(position); column >= 0) {
        addSortingOf(column, *menu);
        addMovesOf(column, *menu);
        menu->addSeparator();
    }
    menu->addActions(m_shown);
    menu->addSeparator();
    menu->addAction(m_reset);
    menu->popup(header->viewport()->mapToGlobal(position));
}

void ColumnActions::addSortingOf(int column, QMenu &menu)
{
    menu.addAction(tr("Sort by %1, &ascending").arg(nameOf(column)), this,
                   [this, column] { sortBy(column, Qt::AscendingOrder); });
    menu.addAction(tr("Sort by %1, &descending").arg(nameOf(column)), this,
                   [this, column] { sortBy(column, Qt::DescendingOrder); });
    menu.addSeparator();
}

void ColumnActions::addMovesOf(int column, QMenu &menu)
{
    QAction *const left = menu.addAction(tr("Move %1 to the &left").arg(nameOf(column)), this,
                                         [this, column] { m_columns.move(column, leftward()); });
    left->setEnabled(m_columns.canMove(column, leftward()));
    QAction *const right = menu.addAction(tr("Move %1 to the r&ight").arg(nameOf(column)), this,
                                          [this, column] { m_columns.move(column, -leftward()); });
    right->setEnabled(m_columns.canMove(column, -leftward()));
    if (!JobColumns::canHide(column))
        return;
    menu.addAction(tr("&Hide %1").arg(nameOf(column)), this,
                   [this, column] { m_columns.setShown(column, false); });
}

int ColumnActions::leftward() const
{
    return m_view.isRightToLeft() ? 1 : -1;
}

int ColumnActions::currentColumn() const
{
    return m_view.currentIndex().column();
}

QString ColumnActions::nameOf(int column) const
{
    return m_view.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

void ColumnActions::sortBy(int column, Qt::SortOrder order)
{
    m_view.horizontalHeader()->setSortIndicator(column, order);
}

} // namespace inflight
