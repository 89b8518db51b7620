// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/jsontree.h"

#include "ui/listtable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qint64 mostBytesCopied = 4 * 1024 * 1024;
constexpr int rowPadding = 5;

} // namespace

JsonTree::JsonTree(QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(tr("JSON tree"));
    makeListTable(*this, rowPadding);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setModel(&m_rows);
    horizontalHeader()->resizeSection(JsonTreeModel::Key, 22 * fontMetrics().averageCharWidth());
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JsonTree::fetchInSight);
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, &JsonTree::openFirst, Qt::QueuedConnection);
    connect(&m_rows, &QAbstractItemModel::rowsRemoved, this, &JsonTree::fetchInSight, Qt::QueuedConnection);
}

void JsonTree::setText(const Body &body)
{
    m_isNew = true;
    m_json.setText(body);
    m_json.fetchMore({});
}

/// A text is one value as a rule: what is in it is what one wants to see.
void JsonTree::openFirst()
{
    if (std::exchange(m_isNew, false) && m_rows.rowCount() > 0) {
        goTo(0);
        if (m_json.rowCount() == 1)
            m_rows.setOpen(0, true);
    }
    fetchInSight();
}

void JsonTree::fetchInSight()
{
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? m_rows.rowCount() : last + 1;
    for (int row = std::max(rowAt(0), 0); row < end; ++row) {
        const QModelIndex value = m_rows.source(row);
        if (value.row() + 1 == m_json.rowCount(value.parent()) && m_json.canFetchSlice(value.parent()))
            m_json.fetchSlice(value.parent());
    }
}

void JsonTree::goTo(int row)
{
    setCurrentIndex(m_rows.index(row, JsonTreeModel::Key));
}

void JsonTree::goIn()
{
    const int row = currentIndex().row();
    if (row < 0 || !m_rows.canOpen(row))
        return;
    if (!m_rows.isOpen(row))
        m_rows.setOpen(row, true);
    else if (m_rows.source(row + 1).parent() == m_rows.source(row))
        goTo(row + 1);
}

void JsonTree::goOut()
{
    const int row = currentIndex().row();
    if (row < 0)
        return;
    const QModelIndex above = m_rows.source(row).parent();
    if (m_rows.isOpen(row))
        m_rows.setOpen(row, false);
    else if (above.isValid())
        goTo(m_rows.rowOf(above));
}

/// Whether that place is on the triangle before a key.
bool JsonTree::isOnSign(const QModelIndex &index, int x) const
{
    if (index.column() != JsonTreeModel::Key || !m_rows.canOpen(index.row()))
        return false;
    const QRect cell = visualRect(index);
    const int before = isRightToLeft() ? cell.right() - x : x - cell.left();
    return before <= fontMetrics().horizontalAdvance(m_rows.prefix(index.row())) + 4;
}

void JsonTree::copyValue()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(m_json.source(currentValue(), mostBytesCopied)));
}

void JsonTree::copyPointer()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_json.pointer(currentValue()));
}

void JsonTree::keyPressEvent(QKeyEvent *event)
{
    const int in = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int out = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool toggles =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (event->modifiers() == Qt::NoModifier && event->key() == in)
        goIn();
    else if (event->modifiers() == Qt::NoModifier && event->key() == out)
        goOut();
    else if (toggles && currentIndex().isValid())
        toggle(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

void JsonTree::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && isOnSign(index, event->pos().x()))
        toggle(index.row());
}

void JsonTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid())
        toggle(index.row());
}

void JsonTree::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fetchInSight();
}

void JsonTree::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy value"), this, &JsonTree::copyValue);
    menu->addAction(tr("Copy &path"), this, &JsonTree::copyPointer);
    menu->popup(event->globalPos());
}

} // namespace inflight
