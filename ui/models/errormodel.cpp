// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/errormodel.h"

#include "jobs/humantext.h"
#include "jobs/jobrecord.h"
#include "net/redaction.h"
#include "ui/panes/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

ErrorModel::ErrorModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void ErrorModel::apply(const ChangeBatch &batch)
{
    for (const JobView &job : batch.jobs)
        take(job);
    removeEmpty();
    if (!batch.jobs.isEmpty() && !m_groups.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ErrorModel::take(const JobView &job)
{
    const FaultClass before = m_classes.value(job.id, FaultClass::Count);
    const FaultClass now = job.state == JobState::Failed ? job.faultClass : FaultClass::Count;
    if (before != FaultClass::Count && before != now) {
        m_groups[rowOf(before)].jobs.remove(job.id);
        m_classes.remove(job.id);
    }
    if (now == FaultClass::Count)
        return;
    m_classes.insert(job.id, now);
    Group &group = m_groups[rowOf(now)];
    group.jobs.insert(job.id);
    const JobRecordPtr record = job.record.get();
    if (record && record->fault)
        group.example = displayText(record->fault->message, Secrets::Redacted);
}

int ErrorModel::rowOf(FaultClass faultClass)
{
    const auto found = std::ranges::find(m_groups, faultClass, &Group::faultClass);
    const int row = static_cast<int>(found - m_groups.begin());
    if (found == m_groups.end()) {
        beginInsertRows({}, row, row);
        m_groups.append({faultClass, {}, {}});
        endInsertRows();
    }
    return row;
}

void ErrorModel::removeEmpty()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!m_groups.at(row).jobs.isEmpty())
            continue;
        beginRemoveRows({}, row, row);
        m_groups.removeAt(row);
        endRemoveRows();
    }
}

QList<JobId> ErrorModel::jobs(int row) const
{
    QList<JobId> ids = m_groups.at(row).jobs.values();
    std::ranges::sort(ids);
    return ids;
}

int ErrorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int ErrorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ErrorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Group &group = m_groups.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Jobs)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Example)
        return Html::tip(group.example);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Class:
        return QString(faultClassName(group.faultClass));
    case Jobs:
        return formatCount(group.jobs.size());
    default:
        return group.example;
    }
}

QVariant ErrorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((section == Jobs ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Class:
        return tr("Error");
    case Jobs:
        return tr("Jobs");
    default:
        return tr("Latest message");
    }
}

} // namespace inflight
