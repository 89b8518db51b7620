// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/waitingreason.h"

#include "jobs/humantext.h"

#include <QCoreApplication>

namespace inflight {

namespace {

struct WaitingReasonText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::WaitingReason)
};

/// "0.8 s", "37 s", "3 min 12 s".
QString timeLeft(qint64 ms)
{
    constexpr qint64 tenSeconds = 10'000;
    if (ms >= tenSeconds)
        return formatSeconds(ms);
    return WaitingReasonText::tr("%1 s").arg(static_cast<double>(ms) / 1000.0, 0, 'f', 1);
}

QString rateReason(qint64 msLeft)
{
    return WaitingReasonText::tr("rate: next in %1").arg(timeLeft(msLeft));
}

QString retryAfterReason(qint64 msLeft)
{
    return WaitingReasonText::tr("Retry-After: %1").arg(timeLeft(msLeft));
}

QString capReason(const OriginStatus &host)
{
    const int most = host.limits.maxInFlight;
    if (host.allowed >= most)
        return WaitingReasonText::tr("host cap %1 of %2").arg(host.inFlight).arg(most);
    const QString cause =
        host.easedAfter > 0 ? QString::number(host.easedAfter) : WaitingReasonText::tr("a timeout");
    return WaitingReasonText::tr("host cap %1 of %2: eased off after %3")
        .arg(host.allowed)
        .arg(most)
        .arg(cause);
}

} // namespace

QString queueReason(const RunTotals &totals, const OriginStatus *origin, qint64 nowMs)
{
    if (totals.paused)
        return WaitingReasonText::tr("paused");
    if (origin && origin->limits.paused)
        return WaitingReasonText::tr("paused: this origin");
    if (origin && origin->heldUntilMs > nowMs)
        return retryAfterReason(origin->heldUntilMs - nowMs);
    if (origin && origin->nextStartMs > nowMs)
        return rateReason(origin->nextStartMs - nowMs);
    if (totals.inFlight >= totals.concurrency && totals.concurrency > 0)
        return WaitingReasonText::tr("all %1 slots busy").arg(totals.concurrency);
    if (origin && origin->inFlight >= origin->allowed)
        return capReason(*origin);
    // Its time has come and the word of it is on its way.
    return origin && origin->limits.rate.isLimited() ? rateReason(0) : WaitingReasonText::tr("next in line");
}

QString backOffReason(const JobView &job, const RunTotals &totals, const OriginStatus *origin, qint64 nowMs)
{
    const bool isHeldLonger = origin && origin->heldUntilMs > job.waitUntilMs;
    const qint64 msLeft = job.waitUntilMs - nowMs;
    if (msLeft <= 0 || isHeldLonger)
        return queueReason(totals, origin, nowMs);
    if (job.waitsAsAsked)
        return retryAfterReason(msLeft);
    return WaitingReasonText::tr("back-off: attempt %1 in %2").arg(job.attempt + 1).arg(timeLeft(msLeft));
}

} // namespace inflight
