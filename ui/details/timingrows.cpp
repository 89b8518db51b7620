// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/timingrows.h"

#include "jobs/attemptphases.h"
#include "jobs/humantext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct TimingRowsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::TimingRows)
};

class RowWriter
{
public:
    explicit RowWriter(TimingRow &row)
        : m_row(row)
    {}

    /// Goes on from where the one before ended.
    void add(TimingPhase phase, std::optional<double> ms)
    {
        if (ms)
            put(phase, m_at, *ms);
    }
    void put(TimingPhase phase, double startMs, double ms)
    {
        const QString text = TimingRowsText::tr("%1: %2, from %3")
                                 .arg(timingPhaseName(phase), phaseText(ms), startText(startMs));
        if (ms > 0)
            m_row.segments.append({phase, startMs, ms, text});
        m_at = startMs + ms;
    }

private:
    TimingRow &m_row;
    double m_at = 0;
};

TimingRow attemptRow(const AttemptRecord &attempt, int number, double lastEndMs)
{
    TimingRow row;
    row.label = attempt.hedge ? TimingRowsText::tr("beside %1").arg(number)
                              : TimingRowsText::tr("attempt %1").arg(number);
    RowWriter writer(row);
    if (attempt.backOffMs > 0)
        writer.put(TimingPhase::BackOff, lastEndMs, attempt.backOffMs);
    const double startMs = attempt.startMs;
    const PhaseTimes times = wholeTimes(attempt);
    // Before the job's start its wait is told in words: it may be minutes, and all else a hair beside it.
    const double queuedMs = std::min(times.queued.value_or(0), startMs - lastEndMs);
    if (queuedMs > 0)
        writer.put(TimingPhase::Queued, startMs - queuedMs, queuedMs);
    writer.put(TimingPhase::Connect, startMs, times.connect.value_or(0));
    writer.add(TimingPhase::Wait, times.wait);
    writer.add(TimingPhase::Receive, times.receive);
    return row;
}

} // namespace

QString timingPhaseName(TimingPhase phase)
{
    switch (phase) {
    case TimingPhase::BackOff:
        return TimingRowsText::tr("back-off");
    case TimingPhase::Queued:
        return TimingRowsText::tr("queued");
    case TimingPhase::Connect:
        return TimingRowsText::tr("connect");
    case TimingPhase::Wait:
        return TimingRowsText::tr("first byte");
    case TimingPhase::Receive:
        return TimingRowsText::tr("receive");
    case TimingPhase::Stage:
        return TimingRowsText::tr("stage");
    case TimingPhase::FailedStage:
        return TimingRowsText::tr("failed stage");
    case TimingPhase::Count:
        break;
    }
    return {};
}

QString phaseText(double ms)
{
    if (ms < 0.05)
        return TimingRowsText::tr("0 ms");
    return ms < 10 ? TimingRowsText::tr("%1 ms").arg(QLocale().toString(ms, 'f', 1))
                   : formatDuration(std::llround(ms));
}

QString startText(double ms)
{
    return ms < 0 ? TimingRowsText::tr("before") : u"+"_s + formatDuration(std::llround(ms));
}

StageRecord stageOf(const JobStory &story, int stage)
{
    StageRecord result;
    if (story.record && stage < story.record->stages.size())
        result = story.record->stages.at(stage);
    result.name = story.stageNames.at(stage);
    if (stage >= story.view.stages.size())
        return result;
    const StageView &view = story.view.stages.at(stage);
    result.state = view.state;
    if (view.startMs >= 0 && !result.startedMs)
        result.startedMs = view.startMs;
    const bool isOpen = view.state == StageState::Running || view.state == StageState::Waiting;
    if (view.durationMs >= 0 && !result.durationMs)
        result.durationMs = view.durationMs;
    else if (isOpen && view.startMs >= 0 && story.view.startedMs >= 0)
        result.durationMs = static_cast<double>(story.nowMs - story.view.startedMs - view.startMs);
    return result;
}

QList<TimingRow> timingRows(const JobStory &story)
{
    QList<TimingRow> rows;
    if (story.record) {
        int number = 0;
        double lastEndMs = 0;
        const QList<AttemptRecord> &attempts = story.record->attempts;
        for (const AttemptRecord &attempt : attempts) {
            number += attempt.hedge ? 0 : 1;
            const double startMs = startMsOf(attempt, *story.record);
            if (startMs < 0)
                continue; // before a Retry: it may be days ago
            rows.append(attemptRow(attempt, number, lastEndMs));
            lastEndMs = std::max(lastEndMs, startMs + attempt.durationMs);
        }
    }
    for (int stage = 1; stage < story.stageNames.size(); ++stage) {
        const StageRecord each = stageOf(story, stage);
        if (each.startedMs.value_or(-1) < 0 || !each.durationMs)
            continue;
        TimingRow row;
        row.label = each.name;
        const bool failed = each.state == StageState::Failed || each.state == StageState::Cancelled;
        RowWriter(row).put(failed ? TimingPhase::FailedStage : TimingPhase::Stage, *each.startedMs,
                           std::max(*each.durationMs, 0.001));
        rows.append(row);
    }
    return rows;
}

} // namespace inflight
