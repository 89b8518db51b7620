// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/origingovernor.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace inflight {

namespace {

// Timers ring up to some milliseconds late. What a start is late by, the next may make up for, or a rate of
// hundreds a second would never be reached; more is forfeit, or idle time would be saved up for a burst.
constexpr auto latenessMadeUpFor = 4ms;

} // namespace

OriginGovernor::OriginGovernor(const OriginLimits &limits, bool adaptive)
    : m_limits(limits)
    , m_adaptive(adaptive)
    , m_window(limits.maxInFlight)
{}

void OriginGovernor::setLimits(const OriginLimits &limits)
{
    const bool eased = allowed() < m_limits.maxInFlight;
    m_window = eased ? std::min<double>(m_window, limits.maxInFlight) : limits.maxInFlight;
    if (m_hasStarted && limits.rate != m_limits.rate)
        m_nextByRate = m_lastStart + limits.rate.interval();
    m_limits = limits;
}

void OriginGovernor::setAdaptive(bool on)
{
    m_adaptive = on;
    if (!on)
        m_window = m_limits.maxInFlight;
}

int OriginGovernor::allowed() const
{
    return std::clamp(static_cast<int>(m_window), 1, m_limits.maxInFlight);
}

void OriginGovernor::started(TimePoint now)
{
    m_hasStarted = true;
    m_lastStart = now;
    const bool onlyLate = now - m_nextByRate <= latenessMadeUpFor;
    m_nextByRate = (onlyLate ? m_nextByRate : now) + m_limits.rate.interval();
}

void OriginGovernor::hold(TimePoint until)
{
    m_heldUntil = std::max(m_heldUntil, until);
}

void OriginGovernor::answered(TimePoint startedAt)
{
    // Sent before it was eased off: says nothing of how the origin bears less.
    if (startedAt < m_easedAt)
        return;
    m_window = std::min<double>(m_window + 1 / m_window, m_limits.maxInFlight);
}

void OriginGovernor::overloaded(TimePoint startedAt, TimePoint now, int inFlight, int status)
{
    // One round trip's requests all meet the same overload: it counts once.
    if (!m_adaptive || startedAt < m_easedAt)
        return;
    m_easedAt = now;
    m_easedAfter = status;
    m_window = std::max(1.0, std::min<double>(m_window / 2, inFlight));
}

} // namespace inflight
