// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/originqueue.h"

#include <cmath>

namespace inflight {

namespace {

/// 429 and 503 speak for the whole origin (RFC 6585, section 4; RFC 9110, section 15.6.4).
bool saysBusy(int status)
{
    return status == 429 || status == 503;
}

bool timedOut(const RequestEnd &end)
{
    return end.fault == FaultClass::TimeoutConnect || end.fault == FaultClass::TimeoutFirstByte ||
           end.fault == FaultClass::TimeoutIdle;
}

qint32 wholeMs(const std::optional<double> &ms)
{
    return ms ? static_cast<qint32>(std::lround(*ms)) : -1;
}

} // namespace

OriginQueue::OriginQueue(Executor &executor, quint32 number, const Origin &which, const OriginLimits &limits,
                         bool adaptive)
    : index(number)
    , origin(which)
    , governor(limits, adaptive)
    , slots(executor, governor.allowed())
{}

bool OriginQueue::mayStart() const
{
    return !governor.limits().paused && slots.inUse() < slots.limit() &&
           governor.earliestStart() <= OriginGovernor::Clock::now();
}

void OriginQueue::note(const RequestEnd &end)
{
    if (end.status != 0)
        statistics.answered(end.firstByteMs);
    if (end.fault)
        statistics.failed(*end.fault);
    const auto now = OriginGovernor::Clock::now();
    if (saysBusy(end.status) || timedOut(end))
        governor.overloaded(end.startedAt, now, slots.inUse(), saysBusy(end.status) ? end.status : 0);
    else if (end.status != 0)
        governor.answered(end.startedAt);
    if (end.retryAfter && saysBusy(end.status))
        governor.hold(now + *end.retryAfter);
    if (slots.limit() != governor.allowed())
        slots.setLimit(governor.allowed());
}

OriginStatus OriginQueue::status() const
{
    const auto now = OriginGovernor::Clock::now();
    const auto whenLater = [now](OriginGovernor::TimePoint moment) {
        return moment > now ? steadyMs(moment) : -1;
    };
    OriginStatus shown;
    shown.index = index;
    shown.text = origin.text();
    shown.inFlight = slots.inUse();
    shown.queued = queued + static_cast<int>(returning.size());
    shown.backingOff = backingOff;
    shown.limits = governor.limits();
    shown.allowed = governor.allowed();
    shown.easedAfter = static_cast<quint16>(governor.easedAfter());
    shown.heldUntilMs = whenLater(governor.heldUntil());
    shown.nextStartMs = whenLater(governor.nextByRate());
    shown.ttfbMedianMs = wholeMs(statistics.firstByteMs(0.5));
    shown.ttfbP95Ms = wholeMs(statistics.firstByteMs(0.95));
    shown.answers = statistics.answers();
    shown.errors = statistics.errors();
    shown.startedPerSecond = statistics.startedPerSecond(now);
    return shown;
}

} // namespace inflight
