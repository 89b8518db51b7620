// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/attemptphases.h"

namespace inflight {

std::optional<AttemptPhase> openPhase(const AttemptRecord &attempt)
{
    if (attempt.timings.wait)
        return AttemptPhase::Receive;
    if (attempt.timings.connect || attempt.sent)
        return AttemptPhase::Wait;
    switch (attempt.fault ? attempt.fault->faultClass : FaultClass::Count) {
    case FaultClass::Dns:
    case FaultClass::Refused:
    case FaultClass::Unreachable:
    case FaultClass::Tls:
    case FaultClass::Proxy:
    case FaultClass::TimeoutConnect:
        return AttemptPhase::Connect;
    case FaultClass::TimeoutFirstByte:
        return AttemptPhase::Wait;
    default:
        break;
    }
    // One that runs on a kept connection has sent its request.
    return attempt.state == AttemptState::Running ? std::optional(AttemptPhase::Connect) : std::nullopt;
}

PhaseTimes wholeTimes(const AttemptRecord &attempt)
{
    PhaseTimes times = attempt.timings;
    constexpr double leastRest = 1; // the whole is in whole milliseconds
    const double rest = attempt.durationMs - times.connect.value_or(0) - times.wait.value_or(0);
    if (times.receive || attempt.state == AttemptState::Succeeded || rest < leastRest)
        return times;
    switch (openPhase(attempt).value_or(AttemptPhase::Wait)) {
    case AttemptPhase::Connect:
        times.connect = rest;
        break;
    case AttemptPhase::Wait:
        times.wait = rest;
        break;
    case AttemptPhase::Receive:
        times.receive = rest;
        break;
    }
    return times;
}

double startMsOf(const AttemptRecord &attempt, const JobRecord &record)
{
    const bool isEarlier = attempt.started.isValid() && attempt.started < record.started;
    // Finer than the moments, where both count from the same start.
    return isEarlier ? static_cast<double>(record.started.msecsTo(attempt.started)) : attempt.startMs;
}

} // namespace inflight
