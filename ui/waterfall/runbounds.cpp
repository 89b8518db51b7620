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
    if (job.startedMs >= 0) {
        const double begin = steadyZeroMs + static_cast<double>(job.startedMs);
        include(begin, begin + std::max<double>(job.durationMs, 0));
    } else if (const auto span = job.record ? job.record.span() : std::nullopt) {
        include(static_cast<double>(span->beginMs), static_cast<double>(span->endMs));
    }
}

void RunBounds::include(double beginMs, double endMs)
{
    m_span.beginMs = m_any ? std::min(m_span.beginMs, beginMs) : beginMs;
    m_span.endMs = m_any ? std::max(m_span.endMs, endMs) : endMs;
    m_any = true;
}

} // namespace inflight
