// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/runsview.h"

#include "jobs/humantext.h"
#include "ui/listtable.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

RunsView::RunsView(RunModel &runs, QWidget *parent)
    : QTableView(parent)
    , m_runs(runs)
    , m_emptyText(new QLabel(viewport()))
{
    setObjectName(u"runTable"_s);
    setAccessibleName(tr("Run table"));
    setModel(&runs);
    makeListTable(*this, 11);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMinimumHeight(4 * fontMetrics().height());
    horizontalHeader()->setSortIndicator(RunModel::Date, Qt::DescendingOrder);
    setSortingEnabled(true);
    setUpColumns();

    m_emptyText->setObjectName(u"runsEmptyText"_s);
    m_emptyText->setText(tr("Every run is kept here, to be looked at, run again and compared."));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QAbstractItemView::doubleClicked, this, &RunsView::openRequested);
    connect(&runs, &QAbstractItemModel::modelReset, this, &RunsView::placeEmptyText);
    placeEmptyText();
}

QList<PastRun> RunsView::selected() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    QList<PastRun> runs;
    for (const int row : std::as_const(rows))
        runs.append(m_runs.run(row));
    return runs;
}

void RunsView::select(const QStringList &paths)
{
    QItemSelection selection;
    for (int row = 0; row < m_runs.rowCount(); ++row) {
        if (!paths.contains(m_runs.run(row).path))
            continue;
        selection.select(m_runs.index(row, 0), m_runs.index(row, RunModel::ColumnCount - 1));
        selectionModel()->setCurrentIndex(m_runs.index(row, 0), QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RunsView::setUpColumns()
{
    for (int column = 0; column < RunModel::ColumnCount; ++column)
        setColumnWidth(column,
                       widthOf(m_runs.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 8);
    setColumnWidth(RunModel::Name, widthOf(u"2026-11-25-160301-123456 and more"_s));
    setColumnWidth(RunModel::Date, widthOf(u"25/11/2026 16:03 "_s));
    setColumnWidth(RunModel::Jobs, widthOf(formatCount(1'000'000)) + 8);
    setColumnWidth(RunModel::Duration, widthOf(u"59 min 59 s "_s));
    horizontalHeader()->setStretchLastSection(true);
}

int RunsView::widthOf(const QString &sample) const
{
    return fontMetrics().horizontalAdvance(sample) + 16;
}

void RunsView::placeEmptyText()
{
    m_emptyText->setVisible(m_runs.rowCount() == 0);
    m_emptyText->setGeometry(viewport()->rect().adjusted(8, 0, -8, 0));
}

void RunsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && state() != QAbstractItemView::EditingState && currentIndex().isValid())
        Q_EMIT openRequested();
    else
        QTableView::keyPressEvent(event);
}

void RunsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeEmptyText();
}

void RunsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
}

void RunsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace inflight
