// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/runbounds.h"

#include "jobs/jobrecord.h"

#include <algorithm>

namespace inflight {

void RunBounds::follow(const ChangeBatch &batch, double steadyZeroMs)
{
    for (const JobView &job : batch.jobs)
        include(job, steadyZeroMs);
    m_span.isLive = batch.totals.running + batch.totals.backingOff > 0;
    m_wasLive = m_wasLive || m_span.isLive;
}

void RunBounds::include(const JobView &job, double steadyZeroMs)
{
    const double lasted = std::max(job.durationMs, 0);
    if (job.startedMs >= 0) {
        const double begin = steadyZeroMs + static_cast<double>(job.startedMs);
        include(begin, begin + lasted);
    } else if (job.record && job.record->started.isValid()) {
        const auto begin = static_cast<double>(job.record->started.toMSecsSinceEpoch());
        include(begin, begin + lasted);
        const QList<AttemptRecord> &attempts = job.record->attempts;
        if (!attempts.isEmpty() && attempts.constFirst().started.isValid())
            include(static_cast<double>(attempts.constFirst().started.toMSecsSinceEpoch()), begin);
    }
}

void RunBounds::include(double beginMs, double endMs)
{
    m_span.beginMs = m_any ? std::min(m_span.beginMs, beginMs) : beginMs;
    m_span.endMs = m_any ? std::max(m_span.endMs, endMs) : endMs;
    m_any = true;
}

} // namespace inflight
