// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/attemptphases.h"
#include "jobs/humantext.h"
#include "ui/details/timingrows.h"
#include "ui/models/jobtext.h"
#include "ui/panes/html.h"
#include "ui/panes/jobstory.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobTimelineText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobStory)
};

QString phasesText(const PhaseTimes &times)
{
    QStringList parts;
    const auto add = [&parts](const QString &name, std::optional<double> ms) {
        if (ms)
            parts.append(u"%1 %2"_s.arg(name, phaseText(*ms)));
    };
    add(JobTimelineText::tr("queued"), times.queued);
    add(JobTimelineText::tr("connect"), times.connect);
    add(JobTimelineText::tr("wait for first byte"), times.wait);
    add(JobTimelineText::tr("receive"), times.receive);
    return parts.join(u" · "_s);
}

QString attemptText(const AttemptRecord &attempt, int number)
{
    QStringList parts;
    if (attempt.status != 0)
        parts.append(JobTimelineText::tr("status %1").arg(attempt.status));
    if (attempt.resumedFrom > 0)
        parts.append(JobTimelineText::tr("went on at %1").arg(formatBytes(attempt.resumedFrom)));
    if (attempt.fault)
        parts.append(QString(faultClassName(attempt.fault->faultClass)));
    if (attempt.lostTo != LostTo::Nobody)
        parts.append(JobTimelineText::tr("stopped: the other one was first"));
    const QString name = attempt.hedge ? JobTimelineText::tr("beside attempt %1").arg(number)
                                       : JobTimelineText::tr("attempt %1").arg(number);
    return parts.isEmpty() ? name : u"%1: %2"_s.arg(name, parts.join(", "_L1));
}

void writeAttempts(Html &html, const JobRecord &record)
{
    int number = 0;
    double lastEndMs = record.attempts.isEmpty() ? 0 : startMsOf(record.attempts.constFirst(), record);
    for (const AttemptRecord &attempt : record.attempts) {
        number += attempt.hedge ? 0 : 1;
        // What lies between the back-off's end and the attempt is waiting for a slot, which the attempt
        // names.
        if (attempt.backOffMs > 0) {
            html.timedRow(startText(lastEndMs), formatDuration(attempt.backOffMs),
                          JobTimelineText::tr("back-off"), {}, 1);
        }
        const double startMs = startMsOf(attempt, record);
        lastEndMs = std::max(lastEndMs, startMs + attempt.durationMs);
        QStringList details{phasesText(attempt.timings)};
        if (attempt.fault)
            details.append(attempt.fault->message);
        details.removeAll(QString());
        html.timedRow(startText(startMs), formatDuration(attempt.durationMs), attemptText(attempt, number),
                      details.join(u" · "_s), 1);
    }
}

} // namespace

QString timelineHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    if (story.view.startedMs < 0 && !story.record) {
        html.hint(JobTimelineText::tr("Not started yet."));
        return html.text();
    }
    html.beginTable();
    html.timedHeader(JobTimelineText::tr("Start"), JobTimelineText::tr("Took"),
                     JobTimelineText::tr("What happened"));
    for (int stage = 0; stage < story.stageNames.size(); ++stage) {
        const StageRecord each = stageOf(story, stage);
        const QString what =
            each.state == StageState::Done ? each.name : u"%1: %2"_s.arg(each.name, stageWord(each.state));
        html.timedRow(each.startedMs ? startText(*each.startedMs) : QString(),
                      each.durationMs ? phaseText(*each.durationMs) : QString(), what, each.detail, 0);
        if (stage == 0 && story.record)
            writeAttempts(html, *story.record);
    }
    html.endTable();
    return html.text();
}

} // namespace inflight
