// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobtext.h"

#include "jobs/humantext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobTextText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobText)
};

QString stageName(int stage, const QStringList &stageNames)
{
    return stageNames.value(stage, JobTextText::tr("stage %1").arg(stage + 1));
}

StageView stageOf(const JobView &job, int stage)
{
    return stage < job.stages.size() ? job.stages.at(stage) : StageView{};
}

/// How long `stage` has taken; nothing before it began.
std::optional<qint64> stageElapsedMs(const JobView &job, const StageView &stage, qint64 nowMs)
{
    if (stage.durationMs >= 0)
        return stage.durationMs;
    const bool isOpen = stage.state == StageState::Running || stage.state == StageState::Waiting;
    if (!isOpen || job.startedMs < 0 || stage.startMs < 0)
        return std::nullopt;
    return std::max<qint64>(0, nowMs - job.startedMs - stage.startMs);
}

QString runningDetail(const JobTable &jobs, int row, const QStringList &stageNames, qint64 nowMs)
{
    const JobView &job = jobs.view(row);
    if (job.slow)
        return slowText(job, stageNames, nowMs);
    const QString reason = jobs.waitingReason(row, nowMs);
    if (!reason.isEmpty())
        return reason;
    return job.attempt > 1 ? JobTextText::tr("attempt %1").arg(job.attempt) : QString();
}

} // namespace

QString stateWord(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return JobTextText::tr("Queued");
    case JobState::BackingOff:
        return JobTextText::tr("Waiting");
    case JobState::Running:
        return JobTextText::tr("Running");
    case JobState::Succeeded:
        return JobTextText::tr("Succeeded");
    case JobState::Failed:
        return JobTextText::tr("Failed");
    case JobState::Cancelled:
        return JobTextText::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString stageWord(StageState state)
{
    switch (state) {
    case StageState::Pending:
        return JobTextText::tr("pending");
    case StageState::Waiting:
        return JobTextText::tr("waiting");
    case StageState::Running:
        return JobTextText::tr("running");
    case StageState::Done:
        return JobTextText::tr("done");
    case StageState::Failed:
        return JobTextText::tr("failed");
    case StageState::Cancelled:
        return JobTextText::tr("cancelled");
    case StageState::Skipped:
        return JobTextText::tr("skipped");
    }
    Q_UNREACHABLE();
}

int currentStage(const JobView &job)
{
    const auto found = std::ranges::find_if(job.stages, [](const StageView &stage) {
        return stage.state != StageState::Done && stage.state != StageState::Skipped &&
               stage.state != StageState::Pending;
    });
    return found == job.stages.end() ? -1 : static_cast<int>(found - job.stages.begin());
}

QString slowText(const JobView &job, const QStringList &stageNames, qint64 nowMs)
{
    if (!job.slow)
        return {};
    const int stage = currentStage(job);
    const StageView view = stageOf(job, std::max(stage, 0));
    const QString took = formatDuration(stageElapsedMs(job, view, nowMs).value_or(0));
    const QString name = stageName(std::max(stage, 0), stageNames);
    if (job.slowMedianMs < 0)
        return JobTextText::tr("slow: %1 in %2").arg(took, name);
    return JobTextText::tr("slow: %1 in %2; median %3").arg(took, name, formatDuration(job.slowMedianMs));
}

QString insecureText(const JobView &job)
{
    return job.insecure ? JobTextText::tr("TLS not verified") : QString();
}

QString stateDetail(const JobTable &jobs, int row, const QStringList &stageNames, qint64 nowMs)
{
    const JobView &job = jobs.view(row);
    switch (job.state) {
    case JobState::Queued:
    case JobState::BackingOff:
        return jobs.waitingReason(row, nowMs);
    case JobState::Running:
        return runningDetail(jobs, row, stageNames, nowMs);
    case JobState::Succeeded:
        return job.attempt > 1 ? JobTextText::tr("at attempt %1").arg(job.attempt) : QString();
    case JobState::Failed:
        return job.faultClass == FaultClass::Count ? QString() : QString(faultClassName(job.faultClass));
    case JobState::Cancelled:
        return currentStage(job) < 0 ? QString()
                                     : JobTextText::tr("in %1").arg(stageName(currentStage(job), stageNames));
    }
    Q_UNREACHABLE();
}

QString stagesText(const JobView &job, const QStringList &stageNames)
{
    QStringList parts;
    for (int stage = 0; stage < stageNames.size(); ++stage) {
        const StageView view = stageOf(job, stage);
        QString part = u"%1 %2"_s.arg(stageNames.at(stage), stageWord(view.state));
        if (view.state == StageState::Running && view.permille >= 0)
            part += JobTextText::tr(" %1 %").arg(view.permille / 10);
        parts.append(part);
    }
    return parts.join(", "_L1);
}

QString stageText(const JobView &job, int stage, const QStringList &stageNames, qint64 nowMs)
{
    const StageView view = stageOf(job, stage);
    QStringList parts{stageWord(view.state)};
    if (view.state == StageState::Running && view.permille >= 0)
        parts.append(JobTextText::tr("%1 %").arg(view.permille / 10));
    if (const auto took = stageElapsedMs(job, view, nowMs))
        parts.append(formatDuration(*took));
    return u"%1: %2"_s.arg(stageName(stage, stageNames), parts.join(", "_L1));
}

std::optional<qint64> elapsedMs(const JobView &job, qint64 nowMs)
{
    if (job.durationMs >= 0)
        return std::llround(job.durationMs);
    if (job.startedMs < 0 || isFinished(job.state))
        return std::nullopt;
    return std::max<qint64>(0, nowMs - job.startedMs);
}

QString sizeText(const JobView &job)
{
    const bool nothingYet = job.bytes == 0 && job.state != JobState::Succeeded;
    return nothingYet ? QString() : formatBytes(job.bytes);
}

QString timeText(const JobView &job, qint64 nowMs)
{
    const auto elapsed = elapsedMs(job, nowMs);
    return elapsed ? formatDuration(*elapsed) : QString();
}

} // namespace inflight
