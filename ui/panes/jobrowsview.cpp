// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobrowsview.h"

#include "ui/delegates/canceldelegate.h"
#include "ui/listtable.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobsaccessible.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

JobRowsView::JobRowsView(JobOrder &order, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_order(order)
    , m_emptyText(new QLabel(viewport()))
{
    JobsAccessible::install(); // before anything asks for the interface
    setObjectName(name);
    setModel(&order);
    setUpRows();
    setUpEmptyText();
    auto *cancel = new CancelDelegate(this);
    setItemDelegateForColumn(JobModel::Cancel, cancel);
    connect(cancel, &CancelDelegate::cancelRequested, this, &JobRowsView::cancelAt);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != JobModel::Cancel)
            Q_EMIT detailsRequested();
    });
    connect(&order, &JobOrder::aboutToRearrange, this, &JobRowsView::keepPlace);
    connect(&order, &JobOrder::rearranged, this, &JobRowsView::restorePlace);
}

void JobRowsView::setUpRows()
{
    makeListTable(*this, 11);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTextElideMode(Qt::ElideMiddle); // The end of a URL tells more than its middle.
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setMinimumHeight(4 * fontMetrics().height());
}

void JobRowsView::setUpEmptyText()
{
    m_emptyText->setObjectName(objectName() + u"EmptyText"_s);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&m_order, &JobOrder::rearranged, this, &JobRowsView::placeEmptyText);
    connect(&m_order, &QAbstractItemModel::rowsInserted, this, &JobRowsView::placeEmptyText);
    placeEmptyText();
}

void JobRowsView::placeEmptyText()
{
    m_emptyText->setVisible(m_order.rowCount() == 0);
    m_emptyText->setText(m_order.sourceModel()->rowCount() == 0
                             ? tr("Paste URLs above and press Fetch (Ctrl+Enter)")
                         : m_order.isFiltered() ? tr("No job matches the filter")
                                                : tr("Every row was removed; Ctrl+Z brings them back"));
    m_emptyText->setGeometry(viewport()->rect());
}

void JobRowsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeEmptyText();
}

void JobRowsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
}

void JobRowsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isSpaceOnCancel = event->key() == Qt::Key_Space && currentIndex().column() == JobModel::Cancel;
    if (isPlain && currentIndex().isValid() && (isEnter || isSpaceOnCancel))
        press(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void JobRowsView::press(const QModelIndex &index)
{
    if (index.column() == JobModel::Cancel)
        return cancelAt(index);
    if (index != currentIndex())
        setCurrentIndex(index);
    Q_EMIT detailsRequested();
}

void JobRowsView::keyboardSearch(const QString &)
{
    // The base class works out the words of every row until one fits: a stall at 100,000. Ctrl+F is for that.
}

void JobRowsView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_order.setHeld(true);
    QTableView::mousePressEvent(event);
    followPress(event->position().toPoint());
}

void JobRowsView::followPress(const QPoint &position)
{
    // The base class leaves the current row alone where a delegate takes the press: after a click on Cancel
    // the keys and the details would still be at another job.
    const QModelIndex pressed = indexAt(position);
    if (!pressed.isValid() || pressed == currentIndex())
        return;
    const bool isSelected = selectionModel()->isRowSelected(pressed.row());
    selectionModel()->setCurrentIndex(pressed, isSelected ? QItemSelectionModel::NoUpdate
                                                          : QItemSelectionModel::ClearAndSelect |
                                                                QItemSelectionModel::Rows);
}

void JobRowsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        m_order.setHeld(false);
}

/// The base class paints everything anew for a change of several cells, in sight or not.
void JobRowsView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                              const QList<int> &roles)
{
    if (!isVisible())
        return;
    const auto [first, last] = rowsInSight();
    const int top = std::max(first, topLeft.row());
    const int bottom = std::min(last, bottomRight.row());
    for (int row = top; row <= bottom; ++row) {
        for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
            const QModelIndex cell = m_order.index(row, column);
            QTableView::dataChanged(cell, cell, roles);
        }
    }
}

std::pair<int, int> JobRowsView::rowsInSight() const
{
    const int first = rowAt(0);
    const int below = rowAt(viewport()->height() - 1);
    return {std::max(first, 0), below < 0 ? m_order.rowCount() - 1 : below};
}

void JobRowsView::keepPlace(const QList<int> &gone, bool bringsRows)
{
    const QModelIndex current = currentIndex();
    const QRect currentRect = visualRect(current);
    const bool followsCurrent = current.isValid() && !gone.contains(m_order.sourceRow(current.row())) &&
                                viewport()->rect().intersects(currentRect);
    // Whoever is at the top looks at the first ones, whichever these are; but new ones push nothing away.
    const bool followsTop = verticalScrollBar()->value() == 0 && !bringsRows;
    const QModelIndex top = followsTop ? QModelIndex() : m_order.index(rowAt(0), JobModel::Url);
    m_anchor = followsCurrent ? current : top;
    m_anchorY = followsCurrent ? currentRect.top() : visualRect(top).top();
}

void JobRowsView::restorePlace()
{
    if (const QModelIndex anchor = std::exchange(m_anchor, {}); anchor.isValid()) {
        executeDelayedItemsLayout();
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() + rowViewportPosition(anchor.row()) - m_anchorY);
    }
}

void JobRowsView::cancelAt(const QModelIndex &index)
{
    if (index.data(JobModel::CancellableRole).toBool())
        Q_EMIT cancelRequested({static_cast<JobId>(m_order.sourceRow(index.row()))});
}

} // namespace inflight
