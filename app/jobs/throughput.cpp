// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/throughput.h"

#include <algorithm>
#include <cmath>

namespace inflight {

namespace {

constexpr qint64 rateWindowMs = 3000;
constexpr qint64 estimateWindowMs = 15'000;
constexpr qint64 sampleGapMs = 100;
/// Before this no estimate is given: the first answers say little of the rest.
constexpr qint64 estimateAfterMs = 1000;
/// A rate over less time than this would be a spike.
constexpr qint64 leastSpanMs = 200;

} // namespace

void Throughput::feed(const RunTotals &totals, qint64 nowMs)
{
    m_bytesPerSecond = 0;
    m_jobsPerSecond = 0;
    m_msLeft.reset();
    if (totals.unfinished() == 0 || (totals.paused && totals.running == 0)) {
        // What comes next starts from nothing, not with the idle time before it in the average.
        m_samples.clear();
        return;
    }
    remember({nowMs, totals.bytes, totals.ended});

    const Pace now = paceOver(rateWindowMs);
    m_bytesPerSecond = now.bytes;
    m_jobsPerSecond = now.jobs;
    const double jobsPerSecond = paceOver(estimateWindowMs).jobs;
    const qint64 observedMs = nowMs - m_samples.first().atMs;
    if (!totals.paused && observedMs >= estimateAfterMs && jobsPerSecond > 0)
        m_msLeft = std::llround(totals.unfinished() / jobsPerSecond * 1000);
    // Longer without an end than all of it should have taken: what is left is not like what went before.
    if (m_msLeft && totals.lastEndMs >= 0 && nowMs - totals.lastEndMs > *m_msLeft)
        m_msLeft.reset();
}

void Throughput::remember(Sample sample)
{
    // Fewer than before: jobs were queued again, or this is another run. What was measured no longer
    // compares.
    if (!m_samples.isEmpty() &&
        (sample.ended < m_samples.last().ended || sample.bytes < m_samples.last().bytes))
        m_samples.clear();
    const qsizetype size = m_samples.size();
    if (size >= 2 && sample.atMs - m_samples[size - 2].atMs < sampleGapMs)
        m_samples.last() = sample;
    else
        m_samples.append(sample);
    // One sample older than the window stays, so that the window is always covered.
    while (m_samples.size() > 2 && sample.atMs - m_samples[1].atMs >= estimateWindowMs)
        m_samples.removeFirst();
}

Throughput::Pace Throughput::paceOver(qint64 windowMs) const
{
    const Sample &last = m_samples.last();
    const auto firstInside = std::ranges::find_if(
        m_samples, [&](const Sample &sample) { return last.atMs - sample.atMs <= windowMs; });
    // The sample just before the window, if there is one, so that a gap in feeding does not hide its bytes.
    const auto from = firstInside == m_samples.begin() ? firstInside : std::prev(firstInside);
    const qint64 spanMs = last.atMs - from->atMs;
    if (spanMs < leastSpanMs)
        return {};
    const double seconds = static_cast<double>(spanMs) / 1000;
    return {static_cast<double>(last.bytes - from->bytes) / seconds,
            static_cast<double>(last.ended - from->ended) / seconds};
}

} // namespace inflight
