// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/runmodel.h"

#include "jobs/humantext.h"
#include "ui/panes/html.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

qint64 sortKey(const PastRun &run, int column)
{
    switch (column) {
    case RunModel::Jobs:
        return run.inputs;
    case RunModel::Succeeded:
        return run.succeeded;
    case RunModel::Failed:
        return run.failed;
    case RunModel::NotDone:
        return run.cancelled + run.unfinished();
    case RunModel::Duration:
        return run.durationMs();
    case RunModel::OnDisk:
        return run.diskBytes;
    default:
        return run.created.toMSecsSinceEpoch();
    }
}

bool isNumber(int column)
{
    return column >= RunModel::Jobs && column <= RunModel::OnDisk;
}

QString dateText(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + local.toString(u"HH:mm"_s);
}

} // namespace

void RunModel::setRuns(QList<PastRun> runs, const QString &current)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_current = current;
    arrange();
    endResetModel();
}

void RunModel::setExcess(const QList<ExcessRun> &excess)
{
    m_excess.clear();
    for (const ExcessRun &each : excess)
        m_excess.insert(each.path, each.why);
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, Note), index(rowCount() - 1, Note));
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags RunModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name && run(index.row()).trouble.isEmpty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PastRun &each = run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(each, index.column());
    case Qt::EditRole:
        return index.column() == Name ? each.title() : text(each, index.column());
    case Qt::ToolTipRole:
        return Html::tip(index.column() == Note ? note(each) : each.path);
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

bool RunModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Name)
        return false;
    PastRun &each = m_runs[index.row()];
    const QString name = value.toString().trimmed();
    if (name == each.title())
        return false;
    each.name = name;
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(each.path, name);
    return true;
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Run");
    case Date:
        return tr("Began");
    case Jobs:
        return tr("Jobs");
    case Succeeded:
        return tr("Succeeded");
    case Failed:
        return tr("Failed");
    case NotDone:
        return tr("Not done");
    case Duration:
        return tr("Duration");
    case OnDisk:
        return tr("On disk");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

void RunModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    QHash<QString, int> newRows;
    const QModelIndexList before = persistentIndexList();
    QStringList paths;
    for (const QModelIndex &index : before)
        paths.append(run(index.row()).path);
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    for (int row = 0; row < rowCount(); ++row)
        newRows.insert(run(row).path, row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(newRows.value(paths.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RunModel::arrange()
{
    const auto less = [this](const PastRun &left, const PastRun &right) {
        if (m_sortColumn == Name || m_sortColumn == Note)
            return QString::localeAwareCompare(text(left, m_sortColumn), text(right, m_sortColumn)) < 0;
        return sortKey(left, m_sortColumn) < sortKey(right, m_sortColumn);
    };
    if (m_sortOrder == Qt::AscendingOrder)
        std::ranges::stable_sort(m_runs, less);
    else
        std::ranges::stable_sort(
            m_runs, [less](const PastRun &left, const PastRun &right) { return less(right, left); });
}

QString RunModel::text(const PastRun &run, int column) const
{
    if (!run.trouble.isEmpty() && column >= Jobs && column <= Duration)
        return {};
    switch (column) {
    case Name:
        return run.title();
    case Date:
        return dateText(run.created);
    case Jobs:
        return formatCount(run.inputs);
    case Succeeded:
        return formatCount(run.succeeded);
    case Failed:
        return formatCount(run.failed);
    case NotDone:
        return formatCount(run.cancelled + run.unfinished());
    case Duration:
        return formatDuration(run.durationMs());
    case OnDisk:
        return formatBytes(run.diskBytes);
    case Note:
        return note(run);
    default:
        return {};
    }
}

QString RunModel::note(const PastRun &run) const
{
    if (!run.trouble.isEmpty())
        return run.trouble;
    if (run.path == m_current)
        return tr("in this window");
    if (run.inUse)
        return tr("open elsewhere");
    QStringList notes;
    if (const auto excess = m_excess.constFind(run.path); excess != m_excess.constEnd())
        notes.append(*excess == Excess::Age ? tr("would go: too old") : tr("would go: no room for it"));
    if (run.unfinished() > 0)
        notes.append(tr("%1 not fetched").arg(formatCount(run.unfinished())));
    return notes.join(u", "_s);
}

} // namespace inflight
