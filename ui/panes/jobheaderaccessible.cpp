// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobheaderaccessible.h"

#include "ui/panes/jobrowsview.h"

#include <QHeaderView>

namespace inflight {

JobHeaderAccessible::JobHeaderAccessible(JobRowsView &view, Qt::Orientation orientation, int section)
    : m_view(&view)
    , m_orientation(orientation)
    , m_section(section)
{}

JobHeaderAccessible::~JobHeaderAccessible() = default;

QAccessible::Role JobHeaderAccessible::role() const
{
    if (m_section < 0)
        return QAccessible::Pane;
    return m_orientation == Qt::Horizontal ? QAccessible::ColumnHeader : QAccessible::RowHeader;
}

QAccessible::State JobHeaderAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.invisible = m_section < 0 || m_orientation == Qt::Vertical ||
                      (m_view && m_view->horizontalHeader()->isSectionHidden(m_section));
    return state;
}

QString JobHeaderAccessible::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name || !m_view || m_section < 0)
        return {};
    return m_view->model()->headerData(m_section, m_orientation).toString();
}

QRect JobHeaderAccessible::rect() const
{
    if (!m_view || m_section < 0 || m_orientation == Qt::Vertical)
        return {};
    const QHeaderView &header = *m_view->horizontalHeader();
    const QPoint corner(header.sectionViewportPosition(m_section), 0);
    return {header.viewport()->mapToGlobal(corner), QSize(header.sectionSize(m_section), header.height())};
}

QAccessibleInterface *JobHeaderAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

} // namespace inflight
