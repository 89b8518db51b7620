// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/jobbar.h"

#include "jobs/attemptphases.h"

#include <algorithm>

namespace inflight {

namespace {

/// Times of attempts and stages are rounded: a gap below this is none.
constexpr double leastGapMs = 1.5;

double epochMs(const QDateTime &moment)
{
    return static_cast<double>(moment.toMSecsSinceEpoch());
}

SegmentFate fateOf(const AttemptRecord &attempt)
{
    switch (attempt.state) {
    case AttemptState::Running:
        return SegmentFate::Open;
    case AttemptState::Succeeded:
        return SegmentFate::Done;
    case AttemptState::Failed:
        return SegmentFate::Failed;
    case AttemptState::Cancelled:
        break;
    }
    return attempt.lostTo == LostTo::Nobody ? SegmentFate::Cancelled : SegmentFate::Lost;
}

SegmentFate fateOf(StageState state)
{
    switch (state) {
    case StageState::Waiting:
    case StageState::Running:
        return SegmentFate::Open;
    case StageState::Failed:
        return SegmentFate::Failed;
    case StageState::Cancelled:
        return SegmentFate::Cancelled;
    case StageState::Pending:
    case StageState::Done:
    case StageState::Skipped:
        break;
    }
    return SegmentFate::Done;
}

/// What an attempt was about when its last known phase was over.
Phase phaseAfter(const AttemptRecord &attempt)
{
    const std::optional<AttemptPhase> open = openPhase(attempt);
    if (!open)
        return Phase::Untold;
    switch (*open) {
    case AttemptPhase::Connect:
        return attempt.fault && attempt.fault->faultClass == FaultClass::Tls ? Phase::Tls : Phase::Connect;
    case AttemptPhase::Wait:
        return Phase::Waiting;
    case AttemptPhase::Receive:
        break;
    }
    return Phase::Receiving;
}

/// Puts a bar together. Each part begins where it is known to, never before the bar's clock allows.
class BarBuilder
{
public:
    explicit BarBuilder(const BarFacts &facts)
        : m_facts(facts)
        , m_job(facts.job)
        , m_recordKept(facts.job.record.get())
        , m_record(m_recordKept.get())
    {}

    JobBar build();

private:
    void add(Phase phase, double beginMs, double endMs, SegmentFate fate);
    void addAttempts();
    void addAttempt(const AttemptRecord &attempt);
    void addWait(const AttemptRecord &attempt, double beginMs);
    void addPhases(const AttemptRecord &attempt, double beginMs);
    void addPresentWait();
    void addStages();
    void addStage(int place, StageState state, std::optional<double> startedMs, double durationMs);
    [[nodiscard]] double moment(qint64 steadyMs) const
    {
        return m_facts.steadyZeroMs + static_cast<double>(steadyMs);
    }
    [[nodiscard]] bool hasStarted() const;
    [[nodiscard]] double startMs() const;
    [[nodiscard]] double jobEndMs() const;

    const BarFacts &m_facts;
    const JobView &m_job;
    const JobRecordPtr m_recordKept;
    const JobRecord *const m_record; ///< null: there is none
    JobBar m_bar;
    BarSegment m_next;      ///< what the segments to come have in common
    double m_reachedMs = 0; ///< the end of the attempts and stages so far
    bool m_any = false;     ///< there were any
};

void BarBuilder::add(Phase phase, double beginMs, double endMs, SegmentFate fate)
{
    m_next.phase = phase;
    m_next.fate = fate;
    m_next.beginMs = beginMs;
    m_next.endMs = std::max(beginMs, endMs);
    m_bar.segments.append(m_next);
}

bool BarBuilder::hasStarted() const
{
    return m_job.startedMs >= 0 || (m_record && m_record->started.isValid());
}

double BarBuilder::startMs() const
{
    // Of a job that runs, what the engine's steady clock says holds even when the wall clock was set.
    if (m_job.startedMs >= 0)
        return moment(m_job.startedMs);
    return epochMs(m_record->started);
}

double BarBuilder::jobEndMs() const
{
    const double lasted = m_record ? m_record->durationMs : m_job.durationMs;
    return isFinished(m_job.state) ? startMs() + std::max(lasted, 0.0) : m_facts.nowMs;
}

JobBar BarBuilder::build()
{
    if (m_record)
        addAttempts();
    m_next = {};
    if (m_job.state == JobState::Queued) {
        m_next.isLast = true;
        add(Phase::Queued, moment(m_facts.queuedSinceMs), m_facts.nowMs, SegmentFate::Open);
        return m_bar;
    }
    if (!hasStarted())
        return m_bar;
    if (m_bar.segments.isEmpty() && m_job.startedMs >= 0 && m_facts.queuedSinceMs < m_job.startedMs &&
        !isFinished(m_job.state))
        add(Phase::Queued, moment(m_facts.queuedSinceMs), startMs(), SegmentFate::Done);
    addPresentWait();
    addStages();
    if (!m_any) {
        m_next = {};
        m_next.isLast = true;
        add(Phase::Untold, startMs(), jobEndMs(),
            isFinished(m_job.state) ? SegmentFate::Done : SegmentFate::Open);
    }
    return m_bar;
}

void BarBuilder::addAttempts()
{
    for (const AttemptRecord &attempt : m_record->attempts)
        addAttempt(attempt);
}

void BarBuilder::addAttempt(const AttemptRecord &attempt)
{
    const double begin = attempt.started.isValid() ? epochMs(attempt.started)
                         : hasStarted()            ? startMs() + attempt.startMs
                                                   : m_reachedMs;
    m_next.hedge = attempt.hedge;
    m_next.stage = 0;
    m_bar.hasHedge = m_bar.hasHedge || attempt.hedge;
    if (!attempt.hedge) {
        ++m_next.attempt;
        addWait(attempt, begin);
    }
    addPhases(attempt, begin);
    m_bar.segments.last().isLast = true;
    m_reachedMs =
        m_any ? std::max(m_reachedMs, m_bar.segments.constLast().endMs) : m_bar.segments.constLast().endMs;
    m_any = true;
}

/// What it waited for before it began: the back-off, then its turn.
void BarBuilder::addWait(const AttemptRecord &attempt, double beginMs)
{
    double from = beginMs - std::max(attempt.timings.queued.value_or(0), 0.0);
    const bool isFirst = attempt.backOffMs == 0;
    const bool isLive = attempt.state == AttemptState::Running && isFirst && m_job.startedMs >= 0;
    if (isLive)
        from = std::min(beginMs, moment(m_facts.queuedSinceMs));
    if (!isFirst && m_any) {
        const double end = std::min(m_reachedMs + attempt.backOffMs, beginMs);
        if (end > m_reachedMs)
            add(Phase::BackOff, m_reachedMs, end, SegmentFate::Done);
        from = std::max(end, m_reachedMs);
    } else if (m_any) {
        from = std::max(from, m_reachedMs);
    }
    if (from < beginMs)
        add(Phase::Queued, from, beginMs, SegmentFate::Done);
}

void BarBuilder::addPhases(const AttemptRecord &attempt, double beginMs)
{
    const SegmentFate fate = fateOf(attempt);
    const double end = fate == SegmentFate::Open ? std::max(m_facts.nowMs, beginMs)
                                                 : beginMs + std::max(attempt.durationMs, 0);
    const qsizetype before = m_bar.segments.size();
    double at = beginMs;
    const auto addPhase = [&](Phase phase, std::optional<double> ms) {
        if (!ms || *ms <= 0)
            return;
        add(phase, at, at + *ms, fate == SegmentFate::Open ? SegmentFate::Done : fate);
        at += *ms;
    };
    const PhaseTimes &times = attempt.timings;
    const double tls = std::clamp(times.tls.value_or(0), 0.0, std::max(times.connect.value_or(0), 0.0));
    addPhase(Phase::Connect, times.connect.value_or(0) - tls);
    addPhase(Phase::Tls, tls);
    addPhase(Phase::Waiting, times.wait);
    addPhase(Phase::Receiving, times.receive);
    const bool isEmpty = m_bar.segments.size() == before;
    if (fate == SegmentFate::Open || isEmpty || end - at > leastGapMs) {
        // Once all of an answer is here, what is left is not receiving any more.
        const Phase rest = times.receive && fate != SegmentFate::Open ? Phase::Untold : phaseAfter(attempt);
        add(rest, std::min(at, end), end, fate);
    }
}

/// What a job that has no attempt under way waits for: a back-off and then its turn.
void BarBuilder::addPresentWait()
{
    const bool wasCancelled = m_job.state == JobState::Cancelled && m_any && !m_record->stages.isEmpty() &&
                              m_record->stages.constFirst().state == StageState::Cancelled &&
                              m_record->attempts.constLast().state == AttemptState::Failed;
    if (m_job.state != JobState::BackingOff && !wasCancelled)
        return;
    if (m_job.state == JobState::BackingOff && m_any &&
        m_record->attempts.constLast().state == AttemptState::Running)
        return; // it waits where a redirect leads, within its attempt
    const double end = jobEndMs();
    const double from = m_any ? m_reachedMs : startMs();
    const double until = m_job.waitUntilMs >= 0 ? std::max(moment(m_job.waitUntilMs), from) : end;
    const SegmentFate fate = wasCancelled ? SegmentFate::Cancelled : SegmentFate::Open;
    if (wasCancelled || until >= end) {
        add(Phase::BackOff, from, end, fate);
    } else {
        add(Phase::BackOff, from, until, SegmentFate::Done);
        add(Phase::Queued, until, end, fate);
    }
    m_bar.segments.last().isLast = true;
    m_reachedMs = std::max(m_reachedMs, end);
    m_any = true;
}

void BarBuilder::addStages()
{
    const bool recorded = m_record && isFinished(m_job.state);
    const qsizetype count = recorded ? m_record->stages.size() : m_job.stages.size();
    // The first one is the fetch, of which the attempts tell.
    for (qsizetype place = m_any ? 1 : 0; place < count; ++place) {
        if (recorded) {
            const StageRecord &stage = m_record->stages.at(place);
            addStage(static_cast<int>(place), stage.state, stage.startedMs, stage.durationMs.value_or(-1));
        } else {
            const StageView &stage = m_job.stages.at(place);
            addStage(static_cast<int>(place), stage.state,
                     stage.startMs >= 0 ? std::optional<double>(stage.startMs) : std::nullopt,
                     stage.durationMs);
        }
    }
    if (m_job.waitsForCpu && m_any && m_facts.nowMs > m_reachedMs && !isFinished(m_job.state)) {
        m_next = {};
        m_next.isLast = true;
        add(Phase::StageWait, m_reachedMs, m_facts.nowMs, SegmentFate::Open);
    }
}

void BarBuilder::addStage(int place, StageState state, std::optional<double> startedMs, double durationMs)
{
    const SegmentFate fate = fateOf(state);
    m_next = {};
    m_next.stage = static_cast<qint16>(place);
    m_next.isLast = true;
    if (!startedMs) {
        if (state == StageState::Waiting && m_any && m_facts.nowMs > m_reachedMs)
            add(Phase::StageWait, m_reachedMs, m_facts.nowMs, SegmentFate::Open);
        return;
    }
    const double begin = startMs() + *startedMs;
    const bool isOpen = fate == SegmentFate::Open && !isFinished(m_job.state);
    const double end = durationMs >= 0 ? begin + durationMs : isOpen ? m_facts.nowMs : jobEndMs();
    // Between its fetch and being run again a job waits for nothing.
    const double free = *startedMs < 0 ? m_reachedMs : std::max(m_reachedMs, startMs());
    if (place > 0 && m_any && begin - free > leastGapMs)
        add(Phase::StageWait, free, begin, SegmentFate::Done);
    add(Phase::Stage, begin, end, fate);
    m_reachedMs =
        m_any ? std::max(m_reachedMs, m_bar.segments.constLast().endMs) : m_bar.segments.constLast().endMs;
    m_any = true;
}

} // namespace

double JobBar::beginMs() const
{
    return std::ranges::min_element(segments, {}, &BarSegment::beginMs)->beginMs;
}

double JobBar::endMs() const
{
    return std::ranges::max_element(segments, {}, &BarSegment::endMs)->endMs;
}

JobBar layOutBar(const BarFacts &facts)
{
    return BarBuilder(facts).build();
}

} // namespace inflight
