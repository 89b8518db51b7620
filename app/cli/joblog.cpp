// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/joblog.h"

#include "cli/console.h"
#include "cli/slowstage.h"
#include "jobs/humantext.h"
#include "jobs/jobrecord.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobLogText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobLog)
};

QString cancelledIn(const JobRecord &record)
{
    const auto stage = std::ranges::find(record.stages, StageState::Cancelled, &StageRecord::state);
    return stage != record.stages.end() ? JobLogText::tr("cancelled in %1").arg(stage->name)
                                        : JobLogText::tr("cancelled before it started");
}

} // namespace

JobLog::JobLog(const Options &options)
    : m_quiet(options.quiet)
    , m_verbose(options.verbose && !options.quiet)
    , m_secrets(options.secrets)
{}

void JobLog::append(const QList<JobInput> &inputs)
{
    if (m_verbose)
        m_table.append(inputs);
}

QStringList JobLog::take(const ChangeBatch &batch, qint64 nowMs)
{
    if (m_verbose)
        m_table.apply(batch);
    QStringList lines;
    for (const JobView &view : batch.jobs) {
        if (isFinished(view.state))
            takeFinished(view, lines);
        else if (m_verbose)
            takeUnfinished(view, nowMs, lines);
    }
    return lines;
}

void JobLog::takeFinished(const JobView &view, QStringList &lines)
{
    m_slow.remove(view.id);
    const JobRecordPtr kept = view.record.get();
    if (!kept)
        return;
    const JobRecord &record = *kept;
    m_times.take(record);
    if (record.fault)
        ++m_faults[record.fault->faultClass];
    if (record.state == JobState::Failed && !m_quiet)
        lines.append(failedLine(record));
    else if (m_verbose)
        lines.append(finishedLine(record));
}

void JobLog::takeUnfinished(const JobView &view, qint64 nowMs, QStringList &lines)
{
    const QString url = m_table.url(static_cast<int>(view.id));
    if (view.state == JobState::BackingOff) {
        const QString reason = m_table.waitingReason(static_cast<int>(view.id), nowMs);
        if (!reason.isEmpty())
            lines.append(JobLogText::tr("waiting %1: %2").arg(name(view.id, url), reason));
    }
    if (!view.slow)
        m_slow.remove(view.id);
    else if (!m_slow.contains(view.id)) {
        m_slow.insert(view.id);
        lines.append(slowLine(view, nowMs));
    }
}

QString JobLog::failedLine(const JobRecord &record) const
{
    const Fault fault = record.fault.value_or(Fault{});
    const QString message = printable(displayText(fault.message, m_secrets));
    return JobLogText::tr("failed %1: %2: %3")
        .arg(name(record.id, record.url), faultClassName(fault.faultClass), message);
}

QString JobLog::finishedLine(const JobRecord &record) const
{
    const QString job = name(record.id, record.url);
    const QString time = formatDuration(static_cast<qint64>(record.durationMs));
    if (record.state == JobState::Cancelled)
        return u"%1 %2"_s.arg(job, cancelledIn(record));
    return JobLogText::tr("ok %1: %2, %3, %4")
        .arg(job)
        .arg(record.status)
        .arg(formatBytes(record.bytes), time);
}

QString JobLog::slowLine(const JobView &view, qint64 nowMs) const
{
    const QString job = name(view.id, m_table.url(static_cast<int>(view.id)));
    const QString text = slowStage(view, nowMs).text();
    return text.isEmpty() ? JobLogText::tr("slow %1").arg(job) : JobLogText::tr("slow %1: %2").arg(job, text);
}

QString JobLog::name(JobId id, const QString &url) const
{
    return u"#%1 %2"_s.arg(id).arg(printable(displayUrl(url, m_secrets)));
}

} // namespace inflight
