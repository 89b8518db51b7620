// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/jsontree.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qint64 mostCopied = 4 * 1024 * 1024;

} // namespace

JsonTree::JsonTree(QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("JSON tree"));
    setUniformRowHeights(true);
    setAnimated(false);
    setAlternatingRowColors(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setModel(&m_json);
    header()->setSectionsMovable(false);
    header()->resizeSection(JsonTreeModel::Key, 22 * fontMetrics().averageCharWidth());
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JsonTree::fetchInSight);
    connect(this, &QTreeView::expanded, this, &JsonTree::fetchInSight, Qt::QueuedConnection);
    connect(&m_json, &QAbstractItemModel::rowsInserted, this, &JsonTree::openFirst, Qt::QueuedConnection);
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
    if (std::exchange(m_isNew, false) && m_json.rowCount() > 0) {
        setCurrentIndex(m_json.index(0, 0));
        if (m_json.rowCount() == 1)
            expand(m_json.index(0, 0));
    }
    fetchInSight();
}

void JsonTree::fetchInSight()
{
    QModelIndex index = indexAt(QPoint(0, 0));
    for (int y = 0; index.isValid() && y < viewport()->height() + rowHeight(index);
         index = indexBelow(index)) {
        y = visualRect(index).bottom();
        const QModelIndex above = index.parent();
        if (index.row() + 1 == m_json.rowCount(above) && m_json.canFetchSlice(above))
            m_json.fetchSlice(above);
    }
}

void JsonTree::copyValue()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_json.source(currentIndex(), mostCopied)));
}

void JsonTree::copyPointer()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_json.pointer(currentIndex()));
}

void JsonTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (event->key() != Qt::Key_Asterisk) // It would have all that there is read.
        QTreeView::keyPressEvent(event);
}

void JsonTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
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
