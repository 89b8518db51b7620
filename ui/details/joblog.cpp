// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/joblog.h"

#include "jobs/attemptphases.h"
#include "jobs/humantext.h"
#include "net/redaction.h"
#include "ui/details/timingrows.h"
#include "ui/models/jobtext.h"
#include "ui/panes/html.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobLogPageText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobLogPage)
};

class EventWriter
{
public:
    void add(double ms, const QString &text) { m_events.append({ms, text}); }

    void addAttempts(const JobRecord &record)
    {
        int number = 0;
        double lastEndMs = record.attempts.isEmpty() ? 0 : startMsOf(record.attempts.constFirst(), record);
        for (const AttemptRecord &attempt : record.attempts) {
            number += attempt.hedge ? 0 : 1;
            if (attempt.backOffMs > 0)
                add(lastEndMs, JobLogPageText::tr("waiting %1 before attempt %2")
                                   .arg(formatDuration(attempt.backOffMs), QString::number(number)));
            const double startMs = startMsOf(attempt, record);
            addAttempt(attempt, number, startMs);
            lastEndMs = std::max(lastEndMs, startMs + attempt.durationMs);
        }
    }

    void addStage(const StageRecord &stage)
    {
        if (!stage.startedMs)
            return;
        add(*stage.startedMs, JobLogPageText::tr("%1 began").arg(stage.name));
        const bool isOpen = stage.state == StageState::Running || stage.state == StageState::Waiting;
        if (isOpen || !stage.durationMs)
            return;
        const QString end = u"%1: %2"_s.arg(stage.name, stageWord(stage.state));
        add(*stage.startedMs + *stage.durationMs,
            stage.detail.isEmpty() ? end : u"%1, %2"_s.arg(end, stage.detail));
    }

    [[nodiscard]] QList<JobEvent> events() &&
    {
        std::ranges::stable_sort(m_events, {}, &JobEvent::ms);
        return std::move(m_events);
    }

private:
    void addAttempt(const AttemptRecord &attempt, int number, double startMs)
    {
        const QString name = attempt.hedge ? JobLogPageText::tr("the attempt beside %1").arg(number)
                                           : JobLogPageText::tr("attempt %1").arg(number);
        add(startMs,
            attempt.resumedFrom > 0
                ? JobLogPageText::tr("%1 began, going on at %2").arg(name, formatBytes(attempt.resumedFrom))
                : JobLogPageText::tr("%1 began").arg(name));
        const PhaseTimes &times = attempt.timings;
        const double connected = startMs + times.connect.value_or(0);
        if (times.connect)
            add(connected, JobLogPageText::tr("%1: connected").arg(name));
        if (times.wait)
            add(connected + *times.wait,
                attempt.status > 0
                    ? JobLogPageText::tr("%1: first byte, status %2").arg(name).arg(attempt.status)
                    : JobLogPageText::tr("%1: first byte").arg(name));
        if (attempt.state == AttemptState::Running)
            return;
        add(startMs + attempt.durationMs, JobLogPageText::tr("%1: %2").arg(name, endText(attempt)));
    }

    static QString endText(const AttemptRecord &attempt)
    {
        if (attempt.fault)
            return u"%1: %2"_s.arg(faultClassName(attempt.fault->faultClass), attempt.fault->message);
        if (attempt.lostTo != LostTo::Nobody)
            return JobLogPageText::tr("stopped: the other one was first");
        return attempt.state == AttemptState::Cancelled ? JobLogPageText::tr("cancelled")
                                                        : JobLogPageText::tr("done");
    }

    QList<JobEvent> m_events;
};

QString lastWords(const JobRecord &record)
{
    switch (record.state) {
    case JobState::Succeeded:
        return JobLogPageText::tr("succeeded: %1, %2, %3")
            .arg(QString::number(record.status), formatBytes(record.bytes),
                 formatDuration(std::llround(record.durationMs)));
    case JobState::Failed:
        return record.fault ? JobLogPageText::tr("failed: %1: %2")
                                  .arg(faultClassName(record.fault->faultClass), record.fault->message)
                            : JobLogPageText::tr("failed");
    case JobState::Cancelled:
        return JobLogPageText::tr("cancelled");
    case JobState::Queued:
    case JobState::BackingOff:
    case JobState::Running:
        break;
    }
    return {};
}

} // namespace

QList<JobEvent> jobEvents(const JobStory &story)
{
    if (story.view.startedMs < 0 && !story.record)
        return {};
    EventWriter writer;
    writer.add(0, JobLogPageText::tr("started"));
    if (story.record)
        writer.addAttempts(*story.record);
    for (int stage = 1; stage < story.stageNames.size(); ++stage)
        writer.addStage(stageOf(story, stage));
    QList<JobEvent> events = std::move(writer).events();
    if (!story.slowText.isEmpty())
        events.append({static_cast<double>(story.nowMs - story.view.startedMs), story.slowText});
    if (story.record && isFinished(story.view.state)) {
        const double last = events.constLast().ms;
        events.append({std::max(last, story.record->durationMs), lastWords(*story.record)});
    }
    return events;
}

QString logHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    const QList<JobEvent> events = jobEvents(story);
    if (events.isEmpty()) {
        html.hint(JobLogPageText::tr("Not started yet."));
        return html.text();
    }
    const QDateTime started = story.record ? story.record->started.toLocalTime() : QDateTime();
    html.beginTable();
    html.timedHeader(JobLogPageText::tr("Clock"), JobLogPageText::tr("After"), JobLogPageText::tr("Event"));
    for (const JobEvent &event : events) {
        const qint64 ms = std::llround(event.ms);
        // To the second: what comes after it is finer, and both beside each other leave no room in a narrow
        // dock.
        const QString clock = started.isValid() ? started.addMSecs(ms).toString(u"HH:mm:ss"_s) : QString();
        html.timedRow(clock, startText(event.ms), displayText(event.text, Secrets::Redacted), {}, 0);
    }
    html.endTable();
    return html.text();
}

} // namespace inflight
