// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/joborder.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace inflight {

namespace {

/// Up to here a step takes a few milliseconds even by text, and doing it at once spares a flicker.
constexpr qsizetype placedAtOnce = 10'000;
/// How long a slice of reading may take, and after how many rows the clock is looked at.
constexpr qint64 sliceMs = 4;
constexpr int rowsPerLook = 256;

} // namespace

JobOrder::JobOrder(JobModel &jobs, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_jobs(jobs)
{
    setSourceModel(&jobs);
    m_refreshTimer.setSingleShot(true);
    m_readTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &JobOrder::refresh);
    connect(&m_readTimer, &QTimer::timeout, this, &JobOrder::read);
    connect(&m_placing, &QFutureWatcherBase::finished, this,
            [this] { take(std::move(*m_placing.result())); });
    connect(&jobs, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeNewRows(first, last); });
    connect(&jobs, &QAbstractItemModel::dataChanged, this, &JobOrder::takeChangedRows);
    if (jobs.rowCount() > 0)
        takeNewRows(0, jobs.rowCount() - 1);
}

JobOrder::~JobOrder()
{
    m_placing.waitForFinished();
}

void JobOrder::takeNewRows(int first, int last)
{
    m_places.resize(last + 1, -1);
    m_isMarked.resize(static_cast<std::size_t>(last) + 1);
    m_isRemoved.resize(static_cast<std::size_t>(last) + 1);
    QList<int> matching;
    const qint64 nowMs = steadyNowMs();
    for (int row = first; row <= last; ++row) {
        if (isWanted(row, nowMs))
            matching.append(row);
        if (m_index)
            mark(row);
    }
    insertTail(matching);
    schedule();
}

bool JobOrder::isWanted(int row, qint64 nowMs) const
{
    return !isRemoved(row) &&
           (m_filter.isEmpty() || m_filter.matches(m_jobs.jobs().filterSubject(row, nowMs)));
}

void JobOrder::setRemoved(const QList<int> &sourceRows, bool isRemoved)
{
    bool changes = false;
    for (const int row : sourceRows) {
        const bool isPossible = !isRemoved || isFinished(m_jobs.jobs().view(row).state);
        if (!isPossible || this->isRemoved(row) == isRemoved)
            continue;
        m_isRemoved[static_cast<std::size_t>(row)] = isRemoved;
        m_removed += isRemoved ? 1 : -1;
        changes = true;
    }
    if (!changes)
        return;
    m_beginsAnew = true;
    ask();
}

/// What runs again is there to be seen, and to be cancelled.
void JobOrder::bringBackUnfinished(int first, int last)
{
    for (int row = first; m_removed > 0 && row <= last; ++row) {
        if (!isRemoved(row) || isFinished(m_jobs.jobs().view(row).state))
            continue;
        m_isRemoved[static_cast<std::size_t>(row)] = false;
        --m_removed;
        if (m_index)
            mark(row);
    }
}

void JobOrder::takeChangedRows(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    bringBackUnfinished(topLeft.row(), bottomRight.row());
    QList<int> places;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        if (m_places.at(row) >= 0)
            places.append(m_places.at(row));
        if (m_index && isLive())
            mark(row);
    }
    std::ranges::sort(places);
    for (qsizetype begin = 0, end = 0; begin < places.size(); begin = end) {
        for (end = begin + 1; end < places.size() && places.at(end) == places.at(end - 1) + 1;)
            ++end;
        Q_EMIT dataChanged(index(places.at(begin), topLeft.column()),
                           index(places.at(end - 1), bottomRight.column()));
    }
    schedule();
}

/// Rows stand as they come, each one below those before it.
bool JobOrder::isPlain() const
{
    return m_sortColumn < 0 && !isPartial() && !m_jobs.jobs().hasFamilies();
}

bool JobOrder::isLive() const
{
    return m_filter.isLive() || (m_sortColumn >= 0 && JobModel::isLive(m_sortColumn));
}

void JobOrder::mark(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (!m_isMarked[at]) {
        m_isMarked[at] = true;
        m_marked.push_back(row);
    }
}

/// Nothing of a running job changes when it comes to have taken longer than another one.
void JobOrder::markGrowing()
{
    const std::vector<int> growing = std::exchange(m_growing, {});
    for (const int row : growing)
        mark(row);
}

void JobOrder::schedule()
{
    if (!m_index && !m_beginsAnew) {
        if (isPlain())
            return;
        m_beginsAnew = true;
    }
    const bool isDue = m_beginsAnew || !m_marked.empty() || !m_growing.empty();
    if (!isDue || m_held || m_readTimer.isActive() || m_placing.isRunning())
        return;
    const auto interval = m_filter.isLive() || m_sortColumn < 0 ? filterInterval : sortInterval;
    if (!m_refreshTimer.isActive() || m_refreshTimer.remainingTimeAsDuration() > interval)
        m_refreshTimer.start(interval);
}

/// Somebody waits for the next step.
void JobOrder::ask()
{
    m_isAsked = true;
    m_readTimer.stop(); // what was read so far was for what was asked before
    refresh();
}

void JobOrder::setFilter(JobFilter filter)
{
    m_filter = std::move(filter);
    m_beginsAnew = true;
    ask();
}

void JobOrder::applyMoves()
{
    if (m_waitingMoves > 0)
        ask();
}

void JobOrder::setHeld(bool held)
{
    m_held = held;
    if (held)
        m_refreshTimer.stop();
    else if (m_refreshIsWanted)
        refresh();
    else
        schedule();
}

void JobOrder::setFrozen(bool frozen)
{
    if (std::exchange(m_isFrozen, frozen) && !frozen)
        applyMoves();
}

void JobOrder::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_beginsAnew = true;
    ask();
    // Rows that keep their places may be indented no more, or from now on.
    if (m_jobs.jobs().hasFamilies() && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, JobModel::Url), index(rowCount() - 1, JobModel::Url));
}

void JobOrder::refresh()
{
    m_refreshIsWanted = m_held || m_readTimer.isActive() || m_placing.isRunning();
    if (m_refreshIsWanted)
        return;
    m_refreshTimer.stop();
    if (std::exchange(m_beginsAnew, false))
        beginAnew();
    if (!m_index)
        return;
    markGrowing();
    read();
}

void JobOrder::beginAnew()
{
    using By = RowIndex::By;
    const bool byFamily = m_sortColumn < 0 && m_jobs.jobs().hasFamilies();
    const By by = byFamily ? By::Family : m_sortColumn == JobModel::Url ? By::Text : By::Number;
    m_index = std::make_shared<RowIndex>(by, m_sortColumn < 0 ? Qt::AscendingOrder : m_sortOrder);
    m_growing.clear();
    for (int row = 0; row < m_jobs.rowCount(); ++row)
        mark(row);
}

void JobOrder::read()
{
    const qint64 nowMs = steadyNowMs();
    const bool atOnce = m_places.size() <= placedAtOnce;
    QElapsedTimer clock;
    clock.start();
    while (!m_marked.empty()) {
        for (int i = 0; i < rowsPerLook && !m_marked.empty(); ++i) {
            readRow(m_marked.back(), nowMs);
            m_marked.pop_back();
        }
        if (!atOnce && !m_marked.empty() && clock.elapsed() >= sliceMs)
            return m_readTimer.start(0);
    }
    place();
}

void JobOrder::readRow(int row, qint64 nowMs)
{
    const JobTable &jobs = m_jobs.jobs();
    m_isMarked[static_cast<std::size_t>(row)] = false;
    RowKey key{.row = row, .shown = isWanted(row, nowMs), .text = {}};
    if (m_sortColumn == JobModel::Url)
        key.text = jobs.url(row);
    else
        key.number = m_jobs.sortKey(row, m_sortColumn, nowMs);
    m_index->put(key);
    const bool ages = jobs.view(row).startedMs >= 0 && !isFinished(jobs.view(row).state);
    if (ages && (m_filter.isTimed() || m_sortColumn == JobModel::Time))
        m_growing.push_back(row);
}

QList<int> JobOrder::parents() const
{
    QList<int> parents;
    parents.reserve(m_places.size());
    for (int row = 0; row < m_places.size(); ++row)
        parents.append(m_jobs.jobs().parent(row));
    return parents;
}

void JobOrder::place()
{
    // Families may have come since the rows began to be read.
    if (m_sortColumn < 0 && m_jobs.jobs().hasFamilies() && m_index->by() != RowIndex::By::Family) {
        m_beginsAnew = true;
        return refresh();
    }
    if (m_index->by() == RowIndex::By::Family)
        m_index->setParents(parents());
    m_placingFrom = m_rows.size();
    Step step{m_index, m_rows, m_places.size()};
    if (m_places.size() <= placedAtOnce)
        return take(std::move(*placed(step)));
    m_placing.setFuture(QtConcurrent::run(&JobOrder::placed, std::move(step)));
}

std::shared_ptr<Rearrangement> JobOrder::placed(const Step &step)
{
    step.index->place();
    return std::make_shared<Rearrangement>(rearrangement(step.shown, step.index->rows(), step.rowCount));
}

void JobOrder::take(Rearrangement way)
{
    if (m_held || m_beginsAnew)
        return refresh(); // what was placed is no longer what is wanted
    const bool isFree = m_isAsked || !m_isFrozen || m_rows.isEmpty();
    const bool isInOrder = isFree || way.moved == 0;
    countWaiting(isFree ? 0 : way.moved);
    if (isFree)
        adopt(std::move(way));
    if (isPlain() && isInOrder) {
        m_index.reset();
        m_growing.clear();
        for (const int row : std::exchange(m_marked, {}))
            m_isMarked[static_cast<std::size_t>(row)] = false;
    }
    if (std::exchange(m_isAsked, false))
        Q_EMIT answered();
    if (m_refreshIsWanted)
        refresh();
    else
        schedule();
}

void JobOrder::countWaiting(int rows)
{
    if (std::exchange(m_waitingMoves, rows) != rows)
        Q_EMIT waitingMovesChanged(rows);
}

void JobOrder::adopt(Rearrangement way)
{
    if (way.moved == 0)
        return;
    // The table went on while a thread placed its rows: others may have come below them.
    const QList<int> late = m_rows.sliced(m_placingFrom);
    way.places.resize(m_places.size(), -1);
    way.stayPlaces.resize(m_places.size(), -1);
    for (const int row : late) {
        way.places[row] = static_cast<int>(way.rows.size());
        way.rows.append(row);
    }
    const QList<int> gone = way.gone();
    Q_EMIT aboutToRearrange(gone, !way.added.isEmpty());
    if (!gone.isEmpty() || !way.added.isEmpty()) {
        way.stay.insert(way.staying, late.size(), 0);
        std::ranges::copy(late, way.stay.begin() + way.staying);
        way.staying += late.size();
        for (qsizetype place = way.staying - late.size(); place < way.stay.size(); ++place)
            way.stayPlaces[way.stay.at(place)] = static_cast<int>(place);
        permute(std::move(way.stay), std::move(way.stayPlaces));
        if (!gone.isEmpty())
            removeTail(static_cast<int>(way.staying));
        insertTail(way.added);
    }
    permute(std::move(way.rows), std::move(way.places));
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
    for (const int row : rows) {
        m_places[row] = static_cast<int>(m_rows.size());
        m_rows.append(row);
    }
    endInsertRows();
}

void JobOrder::permute(QList<int> rows, QList<int> places)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(createIndex(places.at(m_rows.at(index.row())), index.column()));
    m_rows = std::move(rows);
    m_places = std::move(places);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
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
