// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/csvtable.h"

#include "ui/panes/html.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

/// Rows added at once: about a millisecond of a view's work.
constexpr int piece = 30'000;
constexpr qsizetype mostCopied = 20'000;

} // namespace

CsvModel::CsvModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_adding.setInterval(0ms);
    connect(&m_adding, &QTimer::timeout, this, &CsvModel::addRows);
    connect(&m_indexing, &QFutureWatcherBase::finished, this, &CsvModel::takeIndex);
}

CsvModel::~CsvModel()
{
    m_stop.request_stop();
    m_indexing.waitForFinished();
}

void CsvModel::setText(const Body &body)
{
    beginResetModel();
    m_stop.request_stop();
    m_stop = {};
    m_adding.stop();
    m_body = body;
    m_index = {};
    m_shown = 0;
    m_readRow = -1;
    endResetModel();
    m_indexing.setFuture(
        QtConcurrent::run([body, stop = m_stop.get_token()] { return CsvIndex::build(body.bytes(), stop); }));
}

void CsvModel::takeIndex()
{
    if (m_stop.stop_requested())
        return;
    beginResetModel();
    m_index = m_indexing.result();
    m_readRow = -1;
    endResetModel();
    m_adding.start();
    addRows();
}

void CsvModel::addRows()
{
    const int all = static_cast<int>(std::max<qint64>(m_index.rowCount() - 1, 0));
    const int more = std::min(piece, all - m_shown);
    if (more > 0) {
        beginInsertRows({}, m_shown, m_shown + more - 1);
        m_shown += more;
        endInsertRows();
    }
    if (m_shown == all) {
        m_adding.stop();
        Q_EMIT completed(m_index.isCut());
    }
}

const QStringList &CsvModel::fields(qint64 row) const
{
    if (row != m_readRow) {
        m_read = m_index.row(m_body.bytes(), row);
        m_readRow = row;
    }
    return m_read;
}

int CsvModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

int CsvModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_index.columnCount());
}

QVariant CsvModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QStringList &row = fields(index.row() + 1);
    const QString text = index.column() < row.size() ? Html::plain(row.at(index.column())) : QString();
    return role == Qt::ToolTipRole ? Html::tip(text) : text;
}

QVariant CsvModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (m_index.rowCount() == 0)
        return {};
    const QStringList names = m_index.row(m_body.bytes(), 0);
    return section < names.size() ? Html::plain(names.at(section)) : QString();
}

CsvTable::CsvTable(QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(tr("Table"));
    setModel(&m_csv);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultSectionSize(14 * fontMetrics().averageCharWidth());
}

/// Tab-separated, as spreadsheets take it.
void CsvTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    QModelIndexList cells = selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end());
    QString text;
    for (qsizetype i = 0; i < std::min(cells.size(), mostCopied); ++i) {
        if (i > 0)
            text += cells.at(i).row() == cells.at(i - 1).row() ? u'\t' : u'\n';
        text += cells.at(i).data().toString().simplified();
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace inflight
