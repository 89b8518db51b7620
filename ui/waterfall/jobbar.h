// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

#include <QList>

namespace inflight {

/// What a stretch of a job's time went by with. Untold: in an attempt, its phases not told apart.
enum class Phase : quint8 {
    Queued,
    BackOff,
    Connect,
    Tls,
    Waiting,
    Receiving,
    Untold,
    StageWait,
    Stage,
    Count
};

/// How what a segment belongs to went: the attempt, or the stage.
enum class SegmentFate : quint8 { Open, Done, Failed, Cancelled, Lost };

/// One stretch of a job's bar. Times are milliseconds since the epoch, UTC.
struct BarSegment
{
    Phase phase = Phase::Queued;
    SegmentFate fate = SegmentFate::Done;
    bool hedge = false;  ///< of an attempt that ran beside another one
    bool isLast = false; ///< the last one of its attempt or stage
    qint16 attempt = 0;  ///< which one, counting from 1; 0: none
    qint16 stage = -1;   ///< its place among the stages; -1: none
    double beginMs = 0;
    double endMs = 0; ///< of an open one: now
};

/// A job's time from its queue to its end, as segments in order of attempts and stages.
struct JobBar
{
    QList<BarSegment> segments;
    bool hasHedge = false;

    [[nodiscard]] bool isEmpty() const { return segments.isEmpty(); }
    /// Of a bar that is not empty.
    [[nodiscard]] double beginMs() const;
    [[nodiscard]] double endMs() const;
};

/// What a bar is made of.
struct BarFacts
{
    const JobView &job;       ///< its record tells of attempts; without one, stages alone are known
    qint64 queuedSinceMs = 0; ///< steadyNowMs() when it was queued
    double nowMs = 0;         ///< since the epoch
    double steadyZeroMs = 0;  ///< the moment, since the epoch, at which steadyNowMs() was 0
};

/// The bar of a job at one moment. A pure function: whatever clocks did meanwhile, no segment ends before it
/// begins, and what is open ends now.
JobBar layOutBar(const BarFacts &facts);

} // namespace inflight
