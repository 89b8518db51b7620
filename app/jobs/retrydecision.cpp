// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/retrydecision.h"

#include "net/retrypolicy.h"

#include <QRandomGenerator>

namespace inflight {

RetryDecision decideRetry(const RetrySettings &retry, const ActiveJob &job, const Fault &fault, int tries)
{
    const int status = job.answer.progress.head.status;
    const bool byStatus = fault.faultClass == FaultClass::HttpStatus && isTransientStatus(status);
    // An answer that never came does not say whether a POST was acted on: nobody but its sender may repeat
    // it.
    const bool repeatable =
        job.answer.progress.timesSent == 0 || neverSent(fault.faultClass) || isIdempotent(job.method());
    if (tries > retry.retries || job.stop.stopped() ||
        !(byStatus || (isTransient(fault.faultClass) && repeatable)))
        return {};

    RetryDecision decision;
    milliseconds delay =
        backOffDelay(tries, retry.baseDelay, retry.maxDelay, QRandomGenerator::global()->generateDouble());
    const QByteArray retryAfter = headerValue(job.answer.progress.head.headers, "retry-after");
    const std::optional<milliseconds> asked =
        byStatus ? parseRetryAfter(retryAfter, QDateTime::currentDateTimeUtc()) : std::nullopt;
    if (asked)
        delay = *asked;
    decision.asAsked = asked.has_value();
    if (!retry.maxTime || milliseconds(job.clock.elapsed()) + delay <= *retry.maxTime)
        decision.delay = delay;
    return decision;
}

} // namespace inflight
