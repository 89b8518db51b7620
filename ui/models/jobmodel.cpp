// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobmodel.h"

#include "jobs/humantext.h"
#include "jobs/jobrecord.h"
#include "net/redaction.h"
#include "ui/models/jobtext.h"
#include "ui/panes/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// The order in which people look for states: what goes on, what waits, what ended.
int stateRank(const JobView &job)
{
    switch (job.state) {
    case JobState::Running:
        return job.slow ? 0 : 1;
    case JobState::BackingOff:
        return 2;
    case JobState::Queued:
        return 3;
    case JobState::Failed:
        return 4;
    case JobState::Cancelled:
        return 5;
    case JobState::Succeeded:
        return 6;
    }
    Q_UNREACHABLE();
}

/// How far through its stages a job is, in thousandths of a stage.
qint64 stageProgress(const JobView &job)
{
    qint64 sum = 0;
    for (const StageView &stage : job.stages) {
        if (stage.state == StageState::Done || stage.state == StageState::Skipped)
            sum += 1000;
        else if (stage.state == StageState::Running)
            sum += std::max<qint64>(stage.permille, 0);
    }
    return sum;
}

} // namespace

JobModel::JobModel(QStringList stageNames, QObject *parent)
    : QAbstractTableModel(parent)
    , m_stageNames(std::move(stageNames))
{}

void JobModel::append(const QList<JobInput> &inputs)
{
    if (inputs.isEmpty())
        return;
    const int first = m_jobs.size();
    beginInsertRows({}, first, first + static_cast<int>(inputs.size()) - 1);
    m_jobs.append(inputs);
    endInsertRows();
}

void JobModel::setStageNames(const QStringList &names)
{
    m_stageNames = names;
    Q_EMIT headerDataChanged(Qt::Horizontal, Stages, Stages);
    if (m_jobs.size() > 0)
        Q_EMIT dataChanged(index(0, State), index(m_jobs.size() - 1, Stages));
}

void JobModel::apply(const ChangeBatch &batch)
{
    for (const AcceptedJobs &accepted : batch.accepted)
        append(m_jobs.newInputs(accepted));
    QList<JobTable::Rows> runs = m_jobs.apply(batch);
    if (runs.isEmpty())
        return;
    // Past half of the rows a view repaints everything in any case: one signal is cheaper than thousands.
    if (batch.jobs.size() > m_jobs.size() / 2)
        runs = {{runs.first().first, runs.last().last}};
    announce(runs, State, Cancel);
}

void JobModel::refreshTimes(const QList<int> &rows)
{
    for (const int row : rows) {
        if (!isFinished(m_jobs.view(row).state))
            announce({{row, row}}, State, Time);
    }
}

void JobModel::announce(const QList<JobTable::Rows> &runs, int firstColumn, int lastColumn)
{
    for (const JobTable::Rows &run : runs)
        Q_EMIT dataChanged(index(run.first, firstColumn), index(run.last, lastColumn));
}

qint64 JobModel::sortKey(int row, int column, qint64 nowMs) const
{
    const JobView &job = m_jobs.view(row);
    switch (column) {
    case State:
        return stateRank(job) * 100 + static_cast<int>(job.faultClass);
    case Stages:
        return stageProgress(job);
    case Status:
        return job.status;
    case Size:
        return job.bytes;
    case Time:
        return elapsedMs(job, nowMs).value_or(-1);
    case Cancel:
        return isFinished(job.state) ? 1 : 0;
    default:
        return row;
    }
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_jobs.size();
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::ToolTipRole:
        return Html::tip(toolTip(row, column));
    case Qt::TextAlignmentRole:
        if (column == Status || column == Size || column == Time)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return sortKey(row, column, steadyNowMs());
    case ViewRole:
        return QVariant::fromValue(m_jobs.view(row));
    case StageNamesRole:
        return stageNames(m_jobs.view(row));
    case DetailRole:
        return stateDetail(m_jobs, row, stageNames(m_jobs.view(row)), steadyNowMs());
    case CancellableRole:
        return !isFinished(m_jobs.view(row).state);
    case DepthRole:
        return m_jobs.depth(row);
    case QueuedSinceRole:
        return m_jobs.queuedSinceMs(row);
    default:
        return {};
    }
}

QString JobModel::displayText(int row, int column) const
{
    const JobView &job = m_jobs.view(row);
    switch (column) {
    case Url:
        return displayUrl(m_jobs.url(row), Secrets::Redacted);
    case State:
        return stateText(row);
    case Stages:
        return stagesText(job, stageNames(job));
    case Status:
        return job.status == 0 ? QString() : QString::number(job.status);
    case Size:
        return sizeText(job);
    case Time:
        return timeText(job, steadyNowMs());
    case Cancel:
        return isFinished(job.state) ? QString() : tr("Cancel");
    default:
        return {};
    }
}

QString JobModel::stateText(int row) const
{
    const JobView &job = m_jobs.view(row);
    QStringList parts{stateWord(job.state), insecureText(job),
                      stateDetail(m_jobs, row, stageNames(m_jobs.view(row)), steadyNowMs())};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString JobModel::accessibleText(int row, int column) const
{
    // A screen reader says a cell without its header: a bare number would mean nothing, an empty cell
    // nothing.
    const QString text = displayText(row, column);
    switch (column) {
    case Url:
        return m_jobs.parent(row) < 0 ? text : tr("%1, found in %2").arg(text, parentText(row));
    case Status:
        return text.isEmpty() ? tr("no status yet") : tr("status %1").arg(text);
    case Size:
        return text.isEmpty() ? tr("nothing received") : text;
    case Time:
        return text.isEmpty() ? tr("not started") : text;
    case Cancel:
        return text.isEmpty() ? tr("finished, nothing to cancel") : text;
    default:
        return text;
    }
}

QString JobModel::toolTip(int row, int column) const
{
    const JobView &job = m_jobs.view(row);
    switch (column) {
    case State:
        return stateToolTip(row);
    case Status:
        return job.record ? job.record.get()->statusText : QString();
    case Size:
        if (job.totalBytes >= 0 && !isFinished(job.state))
            return tr("%1 of %2").arg(formatBytes(job.bytes), formatBytes(job.totalBytes));
        return {};
    case Cancel:
        return isFinished(job.state) ? QString() : tr("Cancel this job (Space or Enter)");
    case Stages:
    case Time:
        return {};
    case Url:
        return m_jobs.parent(row) < 0 ? displayText(row, column)
                                      : tr("%1\nFound in %2").arg(displayText(row, column), parentText(row));
    default:
        return displayText(row, column);
    }
}

QString JobModel::parentText(int row) const
{
    return displayText(m_jobs.parent(row), Url);
}

QString JobModel::stateToolTip(int row) const
{
    const JobView &job = m_jobs.view(row);
    const JobRecordPtr record = job.record.get();
    QString text = record && record->fault ? record->fault->message : stateText(row);
    if (job.insecure)
        text += u"\n\n"_s + tr("Its TLS certificate was not verified (--insecure): somebody on the way could "
                               "have read or changed what came.");
    return text;
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        if (section == Cancel)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
        const bool isNumber = section == Status || section == Size || section == Time;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Stages)
        return m_stageNames.join(u" → "_s);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Url:
        return tr("URL");
    case State:
        return tr("State");
    case Stages:
        return tr("Stages");
    case Status:
        return tr("Status");
    case Size:
        return tr("Size");
    case Time:
        return tr("Time");
    case Cancel:
        return tr("Cancel");
    default:
        return {};
    }
}

} // namespace inflight
