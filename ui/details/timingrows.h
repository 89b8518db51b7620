// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobstory.h"

#include <QList>
#include <QString>

namespace inflight {

/// What a job does in a stretch of its time.
enum class TimingPhase : quint8 { BackOff, Queued, Connect, Wait, Receive, Stage, FailedStage, Count };

/// "back-off", "queued", "connect", "first byte", "receive", "stage", "failed stage".
QString timingPhaseName(TimingPhase phase);

/// A stretch of time, in milliseconds after the job's start.
struct TimingSegment
{
    TimingPhase phase = TimingPhase::Queued;
    double startMs = 0;
    double durationMs = 0;
    QString text; ///< "connect: 1.5 ms, from +0 ms"
};

/// An attempt or a stage, as one line of the picture.
struct TimingRow
{
    QString label;
    QList<TimingSegment> segments;
};

/// The attempts, each with the back-off before it, and the stages after the fetch, as far as they have begun.
QList<TimingRow> timingRows(const JobStory &story);
/// The stage as the record has it, or as far as the row knows.
StageRecord stageOf(const JobStory &story, int stage);
/// Phases last from microseconds to minutes: a decimal where it says something.
QString phaseText(double ms);
/// "+322 ms"; "before" for what was before the job's start.
QString startText(double ms);

} // namespace inflight
