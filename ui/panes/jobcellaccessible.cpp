// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobcellaccessible.h"

#include "ui/models/jobmodel.h"
#include "ui/panes/jobrowsview.h"

#include <QItemSelectionModel>
#include <QKeySequence>

namespace inflight {

JobCellAccessible::JobCellAccessible(JobRowsView &view, const QModelIndex &index)
    : m_view(&view)
    , m_index(index)
{}

JobCellAccessible::~JobCellAccessible() = default;

void *JobCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QAccessible::State JobCellAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (!isValid())
        return state;
    state.selectable = true;
    state.multiSelectable = true;
    state.selected = isSelected();
    state.focusable = true;
    state.active = m_view->currentIndex() == m_index;
    state.focused = state.active && m_view->hasFocus();
    const bool isHidden = m_view->isColumnHidden(m_index.column());
    state.invisible = isHidden;
    state.offscreen = !isHidden && !m_view->viewport()->rect().intersects(m_view->visualRect(m_index));
    return state;
}

QString JobCellAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    switch (kind) {
    case QAccessible::Name:
    case QAccessible::Value:
        return m_index.data(Qt::AccessibleTextRole).toString();
    case QAccessible::Description:
        return m_index.data(Qt::AccessibleDescriptionRole).toString();
    default:
        return {};
    }
}

QRect JobCellAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect cell = m_view->visualRect(m_index);
    return {m_view->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
}

QAccessibleInterface *JobCellAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QList<QAccessibleInterface *> JobCellAccessible::columnHeaderCells() const
{
    QAccessibleInterface *const table = isValid() ? parent() : nullptr;
    return table ? QList<QAccessibleInterface *>{table->child(m_index.column() + 1)}
                 : QList<QAccessibleInterface *>();
}

bool JobCellAccessible::isSelected() const
{
    return isValid() && m_view->selectionModel()->isRowSelected(m_index.row());
}

bool JobCellAccessible::canBePressed() const
{
    return isValid() &&
           (m_index.column() != JobModel::Cancel || m_index.data(JobModel::CancellableRole).toBool());
}

QStringList JobCellAccessible::actionNames() const
{
    QStringList names;
    if (canBePressed())
        names.append(pressAction());
    names.append(toggleAction());
    return names;
}

void JobCellAccessible::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (name == toggleAction())
        m_view->selectionModel()->select(m_index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    else if (name == pressAction() && canBePressed())
        m_view->press(m_index);
}

QStringList JobCellAccessible::keyBindingsForAction(const QString &name) const
{
    if (name == pressAction())
        return {QKeySequence(Qt::Key_Return).toString()};
    return {};
}

} // namespace inflight
