// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobsaccessible.h"

#include "ui/panes/jobcellaccessible.h"
#include "ui/panes/jobheaderaccessible.h"
#include "ui/panes/jobrowsview.h"

#include <QItemSelectionModel>

#include <utility>

namespace inflight {

namespace {

/// A reader that wants more of a selection than this asks for its rows.
constexpr qsizetype mostSelectedCells = 1000;

QAccessibleInterface *makeFor(const QString &, QObject *object)
{
    auto *const view = qobject_cast<JobRowsView *>(object);
    return view ? new JobsAccessible(*view) : nullptr;
}

} // namespace

void JobsAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeFor);
        return true;
    }();
    Q_UNUSED(installed);
}

JobsAccessible::JobsAccessible(JobRowsView &view)
    : QAccessibleWidget(&view, QAccessible::Table)
{}

JobsAccessible::~JobsAccessible()
{
    forgetAll();
}

JobRowsView &JobsAccessible::view() const
{
    return *static_cast<JobRowsView *>(widget());
}

void *JobsAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

int JobsAccessible::childCount() const
{
    return (rowCount() + 1) * (columnCount() + 1);
}

QAccessibleInterface *JobsAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const int row = index / (columnCount() + 1) - 1;
    const int column = index % (columnCount() + 1) - 1;
    if (row >= 0 && column >= 0)
        return cellAt(row, column);
    const auto make = [this, row, column] {
        return row < 0 ? new JobHeaderAccessible(view(), Qt::Horizontal, column)
                       : new JobHeaderAccessible(view(), Qt::Vertical, row);
    };
    return kept(index, make);
}

QAccessibleInterface *JobsAccessible::childAt(int x, int y) const
{
    const QModelIndex index = view().indexAt(view().viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
}

int JobsAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QAccessible::Id id = QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child));
    return m_children.key(id, -1);
}

QAccessibleInterface *JobsAccessible::focusChild() const
{
    const QModelIndex current = view().currentIndex();
    return current.isValid() ? cellAt(current.row(), current.column()) : nullptr;
}

QAccessibleInterface *JobsAccessible::cellAt(int row, int column) const
{
    const QModelIndex index = view().model()->index(row, column);
    if (!index.isValid())
        return nullptr;
    const int number = (row + 1) * (columnCount() + 1) + column + 1;
    // A cell goes with its job: where the order has changed, another one stands here now.
    if (const auto found = m_children.constFind(number); found != m_children.constEnd()) {
        const auto *const cell = static_cast<JobCellAccessible *>(QAccessible::accessibleInterface(*found));
        if (!cell || cell->index() != index) {
            QAccessible::deleteAccessibleInterface(*found);
            m_children.erase(found);
        }
    }
    return kept(number, [this, &index] { return new JobCellAccessible(view(), index); });
}

QAccessibleInterface *JobsAccessible::kept(int index,
                                           const std::function<QAccessibleInterface *()> &make) const
{
    const auto found = m_children.constFind(index);
    if (found != m_children.constEnd())
        return QAccessible::accessibleInterface(*found);
    QAccessibleInterface *const made = make();
    m_children.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

void JobsAccessible::forgetAll()
{
    for (const QAccessible::Id id : std::exchange(m_children, {}))
        QAccessible::deleteAccessibleInterface(id);
}

QString JobsAccessible::columnDescription(int column) const
{
    return view().model()->headerData(column, Qt::Horizontal).toString();
}

int JobsAccessible::columnCount() const
{
    return view().model()->columnCount();
}

int JobsAccessible::rowCount() const
{
    return view().model()->rowCount();
}

int JobsAccessible::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

int JobsAccessible::selectedRowCount() const
{
    return static_cast<int>(selectedRows().size());
}

QList<QAccessibleInterface *> JobsAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    for (const int row : selectedRows()) {
        for (int column = 0; column < columnCount(); ++column) {
            if (cells.size() >= mostSelectedCells)
                return cells;
            cells.append(cellAt(row, column));
        }
    }
    return cells;
}

QList<int> JobsAccessible::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : view().selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    return rows;
}

bool JobsAccessible::isRowSelected(int row) const
{
    return view().selectionModel()->isRowSelected(row);
}

bool JobsAccessible::selectRow(int row)
{
    const QModelIndex index = view().model()->index(row, 0);
    if (!index.isValid())
        return false;
    view().selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return true;
}

bool JobsAccessible::unselectRow(int row)
{
    const QModelIndex index = view().model()->index(row, 0);
    if (!index.isValid())
        return false;
    view().selectionModel()->select(index, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

void JobsAccessible::modelChange(QAccessibleTableModelChangeEvent *event)
{
    if (event->modelChangeType() != QAccessibleTableModelChangeEvent::DataChanged)
        forgetAll();
}

} // namespace inflight
