// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/originsview.h"

#include "ui/delegates/limitdelegate.h"
#include "ui/listtable.h"
#include "ui/models/origincolumn.h"
#include "ui/models/originmodel.h"
#include "ui/panes/originactions.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

OriginsView::OriginsView(OriginModel &origins, const JobTable &jobs, QWidget *parent)
    : QTableView(parent)
    , m_origins(origins)
    , m_emptyText(new QLabel(viewport()))
{
    setObjectName(u"originTable"_s);
    setAccessibleName(tr("Origin table"));
    m_actions = new OriginActions(*this, origins, jobs);
    setModel(&origins);
    setUpTable();
    setUpColumns();
    m_emptyText->setObjectName(u"originsEmptyText"_s);
    m_emptyText->setText(tr("Each host that jobs go to gets a row here, with its load and its limits."));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_ticker.setInterval(100ms);
    connect(&m_ticker, &QTimer::timeout, this, &OriginsView::tick);
    m_actionsUpdate.setInterval(100ms);
    m_actionsUpdate.setSingleShot(true);
    connect(&m_actionsUpdate, &QTimer::timeout, m_actions, &OriginActions::update);
    connect(&origins, &QAbstractItemModel::dataChanged, this, &OriginsView::noteChange);
    connect(&origins, &QAbstractItemModel::rowsInserted, this, &OriginsView::placeEmptyText);
    placeEmptyText();
}

void OriginsView::setUpTable()
{
    makeListTable(*this, 11);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMinimumHeight(4 * fontMetrics().height());
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true); // The third click gives the order of input back.
    setSortingEnabled(true);
}

void OriginsView::setUpColumns()
{
    auto *limits = new LimitDelegate(this);
    setItemDelegateForColumn(OriginColumn::MaxInFlight, limits);
    setItemDelegateForColumn(OriginColumn::MaxRate, limits);
    setItemDelegateForColumn(OriginColumn::Paused, limits);
    connect(limits, &LimitDelegate::complained, this, &OriginsView::complained);

    m_fitting = true;
    for (int column = 0; column < OriginColumn::Count; ++column)
        setColumnWidth(column, widthOf(OriginColumn::title(column)) + 8);
    setColumnWidth(OriginColumn::Origin, widthOf(u"https://www.example.org:8443"_s));
    setColumnWidth(OriginColumn::InFlight, widthOf(u"8 of 16, eased off"_s));
    setColumnWidth(OriginColumn::Rate, widthOf(u"1,234/s"_s));
    setColumnWidth(OriginColumn::NextStart, widthOf(u"Retry-After: 59 min 59 s"_s));
    setColumnWidth(OriginColumn::MaxRate, widthOf(u"100/15s"_s) + 16);
    setColumnWidth(OriginColumn::Paused, widthOf(u"☐ paused"_s) + 16);
    m_fitting = false;
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section != OriginColumn::Errors)
            fitColumns();
    });
}

int OriginsView::widthOf(const QString &sample) const
{
    return fontMetrics().horizontalAdvance(sample) + 16;
}

void OriginsView::fitColumns()
{
    if (m_fitting)
        return;
    m_fitting = true;
    const int others = horizontalHeader()->length() - columnWidth(OriginColumn::Errors);
    setColumnWidth(OriginColumn::Errors, std::max(widthOf(u"timeout × 8"_s), viewport()->width() - others));
    m_fitting = false;
}

void OriginsView::placeEmptyText()
{
    m_emptyText->setVisible(m_origins.rowCount() == 0);
    m_emptyText->setGeometry(viewport()->rect().adjusted(8, 0, -8, 0));
}

void OriginsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    placeEmptyText();
}

void OriginsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
}

void OriginsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !currentIndex().isValid() || state() == QAbstractItemView::EditingState)
        QTableView::keyPressEvent(event);
    else if (currentIndex().flags().testFlag(Qt::ItemIsEditable))
        QTableView::edit(currentIndex());
    else
        m_actions->showJobs();
}

void OriginsView::keyboardSearch(const QString &)
{
    // The base class works out the words of every row until one fits.
}

void OriginsView::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = true;
    updateHold();
    QTableView::mousePressEvent(event);
}

void OriginsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    m_isPressed = false;
    updateHold();
}

bool OriginsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isTaken = QTableView::edit(index, trigger, event);
    if (isTaken && state() == QAbstractItemView::EditingState)
        Q_EMIT complained({}); // What was wrong before is history.
    updateHold();
    return isTaken;
}

void OriginsView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::RevertModelCache)
        Q_EMIT complained({});
    updateHold();
}

void OriginsView::updateHold()
{
    m_origins.setHeld(m_isPressed || state() == QAbstractItemView::EditingState);
}

void OriginsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_actions->update();
}

void OriginsView::noteChange(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    if (!m_actionsUpdate.isActive())
        m_actionsUpdate.start();
    if (!m_ticker.isActive() && m_origins.countsDown(topLeft.row(), bottomRight.row(), steadyNowMs()))
        m_ticker.start();
}

void OriginsView::tick()
{
    if (!m_origins.countsDown(0, m_origins.rowCount() - 1, steadyNowMs()))
        m_ticker.stop(); // after one more look, for the end of the countdown
    const int first = rowAt(0);
    if (!isVisible() || first < 0)
        return;
    const int below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? m_origins.rowCount() - 1 : below;
    const QRect top = visualRect(m_origins.index(first, OriginColumn::NextStart));
    viewport()->update(top.united(visualRect(m_origins.index(last, OriginColumn::NextStart))));
}

} // namespace inflight
