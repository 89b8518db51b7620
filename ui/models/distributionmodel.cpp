// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/distributionmodel.h"

#include "jobs/humantext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

bool sameKey(const Distribution &a, const Distribution &b)
{
    return a.of == b.of && a.stage == b.stage;
}

QString timeText(std::optional<DurationHistogram::Duration> time)
{
    return time ? formatLatency(*time) : u"–"_s;
}

} // namespace

DistributionModel::DistributionModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void DistributionModel::setDistributions(std::vector<Distribution> distributions)
{
    std::erase_if(distributions, [](const Distribution &each) { return each.times.count() == 0; });
    if (std::ranges::equal(distributions, m_rows, sameKey)) {
        m_rows = std::move(distributions);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, Jobs), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto isThis = [this, row](const Distribution &each) {
            return sameKey(each, distribution(row));
        };
        if (std::ranges::any_of(distributions, isThis))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(distributions.size()); ++row) {
        Distribution &each = distributions[static_cast<std::size_t>(row)];
        const bool isThere = row < rowCount() && sameKey(distribution(row), each);
        if (!isThere)
            beginInsertRows({}, row, row);
        if (isThere)
            m_rows[static_cast<std::size_t>(row)] = std::move(each);
        else
            m_rows.insert(m_rows.begin() + row, std::move(each));
        if (!isThere)
            endInsertRows();
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Jobs), index(rowCount() - 1, ColumnCount - 1));
}

QString DistributionModel::name(int row) const
{
    switch (distribution(row).of) {
    case Distribution::Of::WholeTime:
        return tr("Whole time");
    case Distribution::Of::FirstByte:
        return tr("Time to first byte");
    case Distribution::Of::Stage:
        return tr("Stage %1").arg(distribution(row).stage);
    }
    Q_UNREACHABLE();
}

QString DistributionModel::summary(int row) const
{
    QStringList parts;
    for (int column = P50; column <= P999; ++column)
        parts.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u' ' +
                     text(row, column));
    return tr("%1; jobs: %2; %3; shortest %4, longest %5")
        .arg(name(row), text(row, Jobs), parts.join(", "_L1), text(row, Least), text(row, Most));
}

QString DistributionModel::text(int row, int column) const
{
    const DurationHistogram &times = distribution(row).times;
    switch (column) {
    case Name:
        return name(row);
    case Jobs:
        return formatCount(times.count());
    case Least:
        return timeText(times.least());
    case Most:
        return timeText(times.most());
    default:
        return timeText(times.quantile(quantiles[static_cast<std::size_t>(column - P50)].share));
    }
}

int DistributionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DistributionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DistributionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole: // a bare number would mean nothing
        return index.column() == Name
                   ? name(index.row())
                   : headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u' ' +
                         text(index.row(), index.column());
    case Qt::ToolTipRole:
        return summary(index.row());
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant DistributionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Time");
    case Jobs:
        return tr("Jobs");
    case Least:
        return tr("Shortest");
    case Most:
        return tr("Longest");
    default:
        return QString(quantiles[static_cast<std::size_t>(section - P50)].name);
    }
}

} // namespace inflight
