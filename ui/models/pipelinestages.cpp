// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/pipelinestages.h"

#include "pipeline/registry.h"
#include "ui/models/stagebrief.h"
#include "ui/panes/html.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

PipelineStages::PipelineStages(QObject *parent)
    : QAbstractListModel(parent)
{}

PipelineDescription PipelineStages::description() const
{
    PipelineDescription description{m_name, {}};
    for (const Entry &entry : m_entries)
        description.stages.append(entry.stage);
    return description;
}

void PipelineStages::setDescription(const PipelineDescription &description)
{
    beginResetModel();
    m_name = description.name;
    m_entries.clear();
    for (const StageDescription &stage : description.stages)
        m_entries.append({stage, {}});
    endResetModel();
    Q_EMIT edited();
}

void PipelineStages::setName(const QString &name)
{
    if (name == std::exchange(m_name, name))
        return;
    Q_EMIT edited();
}

const StageDescription *PipelineStages::stage(int row) const
{
    return row >= 1 && row <= m_entries.size() ? &m_entries.at(row - 1).stage : nullptr;
}

void PipelineStages::setOption(int row, const QString &option, const QJsonValue &value)
{
    if (!stage(row))
        return;
    QJsonObject &options = m_entries[row - 1].stage.options;
    if (options.value(option) == value)
        return;
    if (value.isUndefined())
        options.remove(option);
    else
        options.insert(option, value);
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT edited();
}

void PipelineStages::add(int row, const QString &stage)
{
    const int place = qBound(1, row, rowCount());
    beginInsertRows({}, place, place);
    m_entries.insert(place - 1, {{stage, {}}, {}});
    endInsertRows();
    Q_EMIT edited();
}

bool PipelineStages::remove(int row)
{
    if (!stage(row))
        return false;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row - 1);
    endRemoveRows();
    Q_EMIT edited();
    return true;
}

bool PipelineStages::moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                              const QModelIndex &destinationParent, int destinationChild)
{
    const bool fits =
        count == 1 && stage(sourceRow) && destinationChild >= 1 && destinationChild <= rowCount();
    if (!fits || !beginMoveRows(sourceParent, sourceRow, sourceRow, destinationParent, destinationChild))
        return false;
    // The destination counts with the row still in its old place.
    const int to = destinationChild > sourceRow ? destinationChild - 1 : destinationChild;
    m_entries.move(sourceRow - 1, to - 1);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

void PipelineStages::setFaults(const QList<PipelineFault> &faults)
{
    for (int row = 1; row < rowCount(); ++row) {
        const QString path = stagePath(row);
        QString first;
        for (const PipelineFault &fault : faults) {
            if (first.isEmpty() && fault.path.startsWith(path))
                first = faultSentence(fault, path);
        }
        if (first == std::exchange(m_entries[row - 1].fault, first))
            continue;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

int PipelineStages::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size()) + 1;
}

QVariant PipelineStages::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageDescription *shown = stage(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown ? stageBrief(*shown) : u"fetch"_s;
    case Qt::ToolTipRole:
        return Html::tip(toolTip(index.row()));
    case Qt::AccessibleTextRole:
        return accessibleText(index.row());
    case FaultRole:
        return shown ? m_entries.at(index.row() - 1).fault : QString();
    default:
        return {};
    }
}

QString PipelineStages::toolTip(int row) const
{
    const StageDescription *shown = stage(row);
    if (!shown)
        return tr("Fetches the URL. Always the first stage.");
    const QString &fault = m_entries.at(row - 1).fault;
    const StageKind *kind = stageKind(shown->stage);
    return fault.isEmpty() && kind ? kind->description : fault;
}

QString PipelineStages::accessibleText(int row) const
{
    const StageDescription *shown = stage(row);
    if (!shown)
        return tr("fetch, always the first stage");
    const QString brief = stageBrief(*shown);
    const QString &fault = m_entries.at(row - 1).fault;
    return fault.isEmpty() ? brief : tr("%1, fault: %2").arg(brief, fault);
}

Qt::ItemFlags PipelineStages::flags(const QModelIndex &index) const
{
    // Between the rows is where one drops, never on them.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags always = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return stage(index.row()) ? always | Qt::ItemIsDragEnabled : always;
}

bool PipelineStages::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                     const QModelIndex &parent) const
{
    return row != 0 && QAbstractListModel::canDropMimeData(data, action, row, column, parent);
}

bool PipelineStages::dropMimeData(const QMimeData *, Qt::DropAction, int, int, const QModelIndex &)
{
    return false;
}

} // namespace inflight
