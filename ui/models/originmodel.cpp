// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/originmodel.h"

#include "jobs/humantext.h"
#include "jobs/ratetext.h"
#include "ui/models/origincolumn.h"
#include "ui/models/origintext.h"
#include "ui/models/rowsort.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace inflight {

OriginModel::OriginModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_sortTimer.setInterval(sortInterval);
    m_sortTimer.setSingleShot(true);
    connect(&m_sortTimer, &QTimer::timeout, this, &OriginModel::sortNow);
}

void OriginModel::apply(const ChangeBatch &batch)
{
    makeRoom(batch.origins);
    QList<int> rows;
    rows.reserve(batch.origins.size());
    for (const OriginStatus &origin : batch.origins) {
        const auto index = static_cast<qsizetype>(origin.index);
        m_origins[index] = origin;
        rows.append(m_places.at(index));
    }
    takeTotals(batch.totals);
    announce(std::move(rows));
    if (!batch.origins.isEmpty())
        scheduleSort();
}

void OriginModel::makeRoom(const QList<OriginStatus> &origins)
{
    quint32 count = static_cast<quint32>(m_origins.size());
    for (const OriginStatus &origin : origins)
        count = std::max(count, origin.index + 1);
    const auto first = static_cast<int>(m_origins.size());
    const auto end = static_cast<int>(count);
    if (first == end)
        return;
    beginInsertRows({}, first, end - 1);
    m_origins.resize(end);
    for (int row = first; row < end; ++row) {
        m_origins[row].index = static_cast<quint32>(row);
        m_rows.append(row);
        m_places.append(row);
    }
    endInsertRows();
}

void OriginModel::takeTotals(const RunTotals &totals)
{
    const auto isBusy = [](const RunTotals &run) { return run.inFlight >= run.concurrency; };
    const bool differs = totals.paused != m_totals.paused || isBusy(totals) != isBusy(m_totals);
    m_totals = totals;
    if (differs && !m_origins.isEmpty())
        Q_EMIT dataChanged(index(0, OriginColumn::NextStart), index(rowCount() - 1, OriginColumn::NextStart));
}

void OriginModel::announce(QList<int> rows)
{
    std::ranges::sort(rows);
    for (auto first = rows.cbegin(); first != rows.cend();) {
        auto last = first;
        while (last + 1 != rows.cend() && *(last + 1) <= *last + 1)
            ++last;
        Q_EMIT dataChanged(index(*first, 0), index(*last, OriginColumn::Count - 1));
        first = last + 1;
    }
}

void OriginModel::setHeld(bool held)
{
    m_held = held;
    if (!held && std::exchange(m_sortIsDue, false))
        m_sortTimer.start();
}

void OriginModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    sortNow();
}

void OriginModel::scheduleSort()
{
    if (m_sortColumn >= 0 && !m_sortTimer.isActive())
        m_sortTimer.start();
}

void OriginModel::sortNow()
{
    m_sortTimer.stop();
    m_sortIsDue = m_held;
    if (m_held)
        return;
    SortTask task{.rows = QList<int>(m_origins.size()), .numbers = {}, .texts = {}, .order = m_sortOrder};
    std::iota(task.rows.begin(), task.rows.end(), 0);
    const qint64 nowMs = steadyNowMs();
    for (const OriginStatus &origin : std::as_const(m_origins)) {
        if (m_sortColumn == OriginColumn::Origin)
            task.texts.append(origin.text);
        else
            task.numbers.append(OriginColumn::sortKey(m_sortColumn, origin, nowMs));
    }
    if (const QList<int> rows = sortedRows(task); rows != m_rows)
        permute(rows);
}

void OriginModel::permute(const QList<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QList<int> oldRows = std::exchange(m_rows, rows);
    for (int row = 0; row < m_rows.size(); ++row)
        m_places[m_rows.at(row)] = row;
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after.append(index(m_places.at(oldRows.at(each.row())), each.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

bool OriginModel::countsDown(int first, int last, qint64 nowMs) const
{
    for (int row = first; row <= last; ++row) {
        if (nextStartMs(origin(row), nowMs) >= 0)
            return true;
    }
    return false;
}

void OriginModel::setLimits(int row, const OriginLimits &limits)
{
    OriginStatus &origin = m_origins[m_rows.at(row)];
    if (origin.limits == limits)
        return;
    // Shown at once: the next edit builds on it, whenever the engine's answer comes.
    origin.limits = limits;
    announce({row});
    Q_EMIT limitsEdited(origin.index, limits);
}

int OriginModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_origins.size());
}

int OriginModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : OriginColumn::Count;
}

Qt::ItemFlags OriginModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == OriginColumn::MaxInFlight || index.column() == OriginColumn::MaxRate)
        return flags | Qt::ItemIsEditable;
    return index.column() == OriginColumn::Paused ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant OriginModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const OriginStatus &origin = this->origin(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return displayText(origin, column);
    case Qt::EditRole:
        return column == OriginColumn::MaxInFlight ? QVariant(origin.limits.maxInFlight)
               : column == OriginColumn::MaxRate   ? QVariant(rateText(origin.limits.rate))
                                                   : QVariant();
    case Qt::CheckStateRole:
        return column == OriginColumn::Paused ? QVariant(origin.limits.paused ? Qt::Checked : Qt::Unchecked)
                                              : QVariant();
    case Qt::AccessibleTextRole:
        return OriginColumn::spoken(column, displayText(origin, column));
    case Qt::ToolTipRole:
        return toolTip(origin, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((OriginColumn::isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

bool OriginModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    OriginLimits limits = origin(index.row()).limits;
    if (index.column() == OriginColumn::MaxInFlight && role == Qt::EditRole) {
        limits.maxInFlight = std::clamp(value.toInt(), 1, mostInFlight);
    } else if (index.column() == OriginColumn::Paused && role == Qt::CheckStateRole) {
        limits.paused = value.toInt() == Qt::Checked;
    } else if (index.column() == OriginColumn::MaxRate && role == Qt::EditRole) {
        const std::optional<RateLimit> rate = rateFromText(value.toString());
        if (!rate)
            return false;
        limits.rate = *rate;
    } else {
        return false;
    }
    setLimits(index.row(), limits);
    return true;
}

QString OriginModel::displayText(const OriginStatus &origin, int column) const
{
    switch (column) {
    case OriginColumn::Origin:
        return origin.text;
    case OriginColumn::InFlight:
        return inFlightText(origin);
    case OriginColumn::Waiting:
        return formatCount(origin.queued + origin.backingOff);
    case OriginColumn::Rate:
        return startRateText(origin);
    case OriginColumn::TtfbMedian:
        return formatDuration(origin.ttfbMedianMs);
    case OriginColumn::TtfbP95:
        return formatDuration(origin.ttfbP95Ms);
    case OriginColumn::Errors:
        return errorsText(origin);
    case OriginColumn::NextStart:
        return nextStartText(origin, m_totals, steadyNowMs());
    case OriginColumn::MaxInFlight:
        return formatCount(origin.limits.maxInFlight);
    case OriginColumn::MaxRate:
        return origin.limits.rate.isLimited() ? rateText(origin.limits.rate) : tr("none");
    case OriginColumn::Paused:
        return origin.limits.paused ? tr("paused") : QString();
    default:
        return {};
    }
}

QString OriginModel::toolTip(const OriginStatus &origin, int column) const
{
    switch (column) {
    case OriginColumn::Origin:
        return tr("%1\nAnswers: %2").arg(origin.text, formatCount(static_cast<qint64>(origin.answers)));
    case OriginColumn::InFlight:
        return easedOffText(origin);
    case OriginColumn::Waiting:
        return origin.backingOff > 0 ? tr("%1 of them in back-off").arg(formatCount(origin.backingOff))
                                     : QString();
    case OriginColumn::Errors:
        return errorsInFull(origin);
    case OriginColumn::NextStart:
        return displayText(origin, column);
    case OriginColumn::MaxInFlight:
    case OriginColumn::MaxRate:
    case OriginColumn::Paused:
        return OriginColumn::explanation(column);
    default:
        return {};
    }
}

QVariant OriginModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((OriginColumn::isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return OriginColumn::explanation(section);
    return role == Qt::DisplayRole ? OriginColumn::title(section) : QVariant();
}

} // namespace inflight
