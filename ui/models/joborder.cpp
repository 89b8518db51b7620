// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/joborder.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

namespace inflight {

namespace {

/// Up to here sorting takes a few milliseconds even by text, and doing it at once spares a flicker.
constexpr qsizetype sortedAtOnce = 10'000;

} // namespace

JobOrder::JobOrder(JobModel &jobs, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_jobs(jobs)
{
    setSourceModel(&jobs);
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &JobOrder::refresh);
    m_ageTimer.setInterval(sortInterval);
    connect(&m_ageTimer, &QTimer::timeout, this, &JobOrder::judgeByAge);
    connect(&m_sorting, &QFutureWatcherBase::finished, this, &JobOrder::finishSort);
    connect(&jobs, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeNewRows(first, last); });
    connect(&jobs, &QAbstractItemModel::dataChanged, this, &JobOrder::takeChangedRows);
    if (jobs.rowCount() > 0)
        takeNewRows(0, jobs.rowCount() - 1);
}

JobOrder::~JobOrder()
{
    m_sorting.waitForFinished();
}

void JobOrder::takeNewRows(int first, int last)
{
    QList<int> matching;
    m_places.resize(last + 1, -1);
    m_shown.resize(last + 1, false);
    const qint64 nowMs = steadyNowMs();
    for (int row = first; row <= last; ++row) {
        m_shown[row] = m_filter.matches(m_jobs.jobs().filterSubject(row, nowMs));
        if (m_shown.at(row))
            matching.append(row);
        m_familiesAreStale = m_familiesAreStale || m_jobs.jobs().parent(row) >= 0;
    }
    insertTail(matching);
    m_orderIsStale = true;
    scheduleRefresh();
}

void JobOrder::takeChangedRows(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const int first = topLeft.row();
    const int last = bottomRight.row();
    QList<int> places;
    for (int row = first; row <= last; ++row) {
        if (m_places.at(row) >= 0)
            places.append(m_places.at(row));
    }
    std::ranges::sort(places);
    for (qsizetype begin = 0, end = 0; begin < places.size(); begin = end) {
        for (end = begin + 1; end < places.size() && places.at(end) == places.at(end - 1) + 1;)
            ++end;
        Q_EMIT dataChanged(index(places.at(begin), topLeft.column()),
                           index(places.at(end - 1), bottomRight.column()));
    }
    if (m_filter.isLive()) {
        m_changed.resize(m_changed.size() + last - first + 1);
        std::iota(m_changed.end() - (last - first + 1), m_changed.end(), first);
    }
    if (JobModel::isLive(m_sortColumn))
        m_orderIsStale = true;
    scheduleRefresh();
}

bool JobOrder::sortIsDue() const
{
    return m_sortColumn >= 0 ? m_orderIsStale : m_familiesAreStale;
}

void JobOrder::scheduleRefresh()
{
    if (m_held || m_sorting.isRunning() || (m_changed.isEmpty() && !sortIsDue()))
        return;
    const auto interval = m_changed.isEmpty() && m_sortColumn >= 0 ? sortInterval : filterInterval;
    if (!m_refreshTimer.isActive() || m_refreshTimer.remainingTimeAsDuration() > interval)
        m_refreshTimer.start(interval);
}

void JobOrder::setFilter(JobFilter filter)
{
    m_filter = std::move(filter);
    m_filter.isTimed() ? m_ageTimer.start() : m_ageTimer.stop();
    m_changed.resize(m_jobs.rowCount());
    std::iota(m_changed.begin(), m_changed.end(), 0);
    refresh();
}

/// Nothing of a running job changes when it becomes slower than a filter says.
void JobOrder::judgeByAge()
{
    const JobTable &jobs = m_jobs.jobs();
    if (jobs.totals().running + jobs.totals().backingOff == 0)
        return;
    for (int row = 0; row < m_shown.size(); ++row) {
        if (jobs.view(row).startedMs >= 0 && !isFinished(jobs.view(row).state))
            m_changed.append(row);
    }
    scheduleRefresh();
}

void JobOrder::setHeld(bool held)
{
    m_held = held;
    if (held)
        m_refreshTimer.stop();
    else if (m_refreshIsWanted)
        refresh();
    else
        scheduleRefresh();
}

void JobOrder::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_orderIsStale = true;
    refresh();
    // Rows that keep their places may be indented no more, or from now on.
    if (m_jobs.jobs().hasFamilies() && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, JobModel::Url), index(rowCount() - 1, JobModel::Url));
}

void JobOrder::refresh()
{
    m_refreshIsWanted = m_held || m_sorting.isRunning();
    if (m_refreshIsWanted)
        return;
    m_refreshTimer.stop();
    judgeChangedRows();
    m_orderIsStale = false;
    m_familiesAreStale = false;
    QList<int> rows = matchingRows();
    if (m_sortColumn < 0)
        return adopt(rows);
    SortTask task = sortTask(std::move(rows));
    if (task.rows.size() <= sortedAtOnce)
        return adopt(sortedRows(task));
    m_sorting.setFuture(QtConcurrent::run(sortedRows, std::move(task)));
}

void JobOrder::judgeChangedRows()
{
    const qint64 nowMs = steadyNowMs();
    for (const int row : std::as_const(m_changed))
        m_shown[row] = m_filter.matches(m_jobs.jobs().filterSubject(row, nowMs));
    m_changed.clear();
}

QList<int> JobOrder::matchingRows() const
{
    QList<int> rows;
    if (m_sortColumn < 0 && m_jobs.jobs().hasFamilies()) {
        const QList<int> all = m_jobs.jobs().rowsByFamily();
        std::ranges::copy_if(all, std::back_inserter(rows), [this](int row) { return m_shown.at(row); });
        return rows;
    }
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row))
            rows.append(row);
    }
    return rows;
}

SortTask JobOrder::sortTask(QList<int> rows) const
{
    SortTask task{.rows = std::move(rows), .numbers = {}, .texts = {}, .order = m_sortOrder};
    const qint64 nowMs = steadyNowMs();
    for (const int row : std::as_const(task.rows)) {
        if (m_sortColumn == JobModel::Url)
            task.texts.append(m_jobs.jobs().url(row));
        else
            task.numbers.append(m_jobs.sortKey(row, m_sortColumn, nowMs));
    }
    return task;
}

void JobOrder::finishSort()
{
    if (m_held || m_refreshIsWanted) {
        m_orderIsStale = true;
        return refresh();
    }
    adopt(broughtUpToDate(m_sorting.result()));
    scheduleRefresh();
}

QList<int> JobOrder::broughtUpToDate(QList<int> rows) const
{
    // The table went on while a thread sorted: rows may have come.
    QList<bool> isSorted(m_shown.size(), false);
    for (const int row : std::as_const(rows))
        isSorted[row] = true;
    for (const int row : m_rows) {
        if (!isSorted.at(row) && isShown(row))
            rows.append(row);
    }
    return rows;
}

void JobOrder::adopt(const QList<int> &wanted)
{
    if (std::ranges::equal(wanted, m_rows))
        return;
    QList<bool> isWanted(m_shown.size(), false);
    for (const int row : wanted)
        isWanted[row] = true;

    QList<int> kept;
    QList<int> gone;
    for (const int row : std::as_const(m_rows))
        (isWanted.at(row) ? kept : gone).append(row);
    Q_EMIT aboutToRearrange(gone);
    if (!gone.isEmpty()) {
        permute(kept + gone);
        removeTail(static_cast<int>(kept.size()));
    }
    QList<int> added;
    std::ranges::copy_if(wanted, std::back_inserter(added), [this](int row) { return m_places.at(row) < 0; });
    insertTail(added);
    permute(wanted);
    Q_EMIT rearranged();
}

void JobOrder::removeTail(int first)
{
    beginRemoveRows({}, first, static_cast<int>(m_rows.size()) - 1);
    for (qsizetype place = first; place < m_rows.size(); ++place)
        m_places[m_rows.at(place)] = -1;
    m_rows.resize(first);
    endRemoveRows();
}

void JobOrder::insertTail(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    setRows(m_rows + rows);
    endInsertRows();
}

void JobOrder::permute(const QList<int> &rows)
{
    if (std::ranges::equal(rows, m_rows))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> sourceRows;
    for (const QModelIndex &index : before)
        sourceRows.append(m_rows.at(index.row()));
    setRows(rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_places.at(sourceRows.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void JobOrder::setRows(const QList<int> &rows)
{
    m_rows = rows;
    for (int place = 0; place < m_rows.size(); ++place)
        m_places[m_rows.at(place)] = place;
}

QModelIndex JobOrder::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_jobs.index(m_rows.at(index.row()), index.column()) : QModelIndex();
}

QModelIndex JobOrder::mapFromSource(const QModelIndex &index) const
{
    return index.isValid() ? this->index(m_places.at(index.row()), index.column()) : QModelIndex();
}

QModelIndex JobOrder::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex JobOrder::parent(const QModelIndex &) const
{
    return {};
}

int JobOrder::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobOrder::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : JobModel::ColumnCount;
}

QVariant JobOrder::data(const QModelIndex &index, int role) const
{
    if (role == JobModel::DepthRole && m_sortColumn >= 0)
        return 0;
    return QAbstractProxyModel::data(index, role);
}

QVariant JobOrder::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The base class asks by way of the first row, which need not be there.
    return m_jobs.headerData(section, orientation, role);
}

} // namespace inflight
