// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/originlimits.h"

#include <algorithm>
#include <chrono>

namespace inflight {

/// How much may be asked of one origin, and when: what a person allows it, what it asks for itself
/// (Retry-After), and how much it seems to bear. Knows no jobs, no queue and no clock: every call is told the
/// time.
///
/// - Rate: a token bucket that holds one token, so that starts are evenly spaced.
/// - Adaptive back-off: additive increase, multiplicative decrease of the number in flight (D.-M. Chiu and
///   R. Jain, "Analysis of the Increase and Decrease Algorithms for Congestion Avoidance in Computer
///   Networks", 1989), with the steps of TCP's congestion avoidance (RFC 5681, section 3.1): one more for
///   each round of good answers, half as many after a sign of overload (and no more than were in flight), at
///   most once a round trip.
class OriginGovernor
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    OriginGovernor(const OriginLimits &limits, bool adaptive);

    [[nodiscard]] const OriginLimits &limits() const { return m_limits; }
    /// A rate counts from the last start, so that a new one acts at once.
    void setLimits(const OriginLimits &limits);
    /// Off: all that a person allows is allowed again.
    void setAdaptive(bool on);

    /// Most requests in flight now: at least 1, at most limits().maxInFlight.
    [[nodiscard]] int allowed() const;
    /// The status (429, 503) that allowed() was last lowered for; 0: a timeout.
    [[nodiscard]] int easedAfter() const { return m_easedAfter; }

    /// Retry-After holds it until then; in the past: not held.
    [[nodiscard]] TimePoint heldUntil() const { return m_heldUntil; }
    /// The rate allows the next start then; in the past: at once.
    [[nodiscard]] TimePoint nextByRate() const { return m_nextByRate; }
    /// The later of both.
    [[nodiscard]] TimePoint earliestStart() const { return std::max(m_heldUntil, m_nextByRate); }

    /// A request starts now; not before earliestStart().
    void started(TimePoint now);
    /// Nothing shall start before `until`. An earlier end does not shorten a longer hold.
    void hold(TimePoint until);
    /// A request that started at `startedAt` was answered without a sign of overload.
    void answered(TimePoint startedAt);
    /// A request that started at `startedAt` ended now with a sign of overload: a status, or 0 for a timeout.
    /// `inFlight` counts it.
    void overloaded(TimePoint startedAt, TimePoint now, int inFlight, int status);

private:
    OriginLimits m_limits;
    bool m_adaptive;
    double m_window; ///< requests in flight that it seems to bear
    int m_easedAfter = 0;
    TimePoint m_easedAt;
    TimePoint m_heldUntil;
    TimePoint m_lastStart;
    TimePoint m_nextByRate;
    bool m_hasStarted = false;
};

} // namespace inflight
