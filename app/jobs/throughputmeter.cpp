// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/throughputmeter.h"

#include <algorithm>
#include <numeric>

namespace inflight {

namespace {

/// Less would make a spike of a few requests.
constexpr qint64 leastMs = 200;

double since(quint64 now, quint64 before, double seconds)
{
    return now > before ? static_cast<double>(now - before) / seconds : 0;
}

} // namespace

void ThroughputMeter::follow(const ChangeBatch &batch)
{
    const bool bringsEarlierRun = m_totals.earlierMs < 0 && batch.totals.earlierMs >= 0;
    m_totals = batch.totals;
    m_now.bytes = batch.totals.bytes;
    for (const OriginStatus &origin : batch.origins) {
        const auto place = static_cast<qsizetype>(origin.index);
        if (place >= m_origins.size())
            m_origins.resize(place + 1);
        OriginSums &sums = m_origins[place];
        const quint64 errors = std::accumulate(origin.errors.begin(), origin.errors.end(), quint64{0});
        m_now.requests += origin.answers - sums.requests;
        m_now.errors += errors - sums.errors;
        sums = {origin.answers, errors};
    }
    if (bringsEarlierRun) // what that one did, it did not do now
        m_before = m_now;
}

bool ThroughputMeter::isRunning() const
{
    const bool waitsForAPerson = m_totals.paused && m_totals.running == 0 && m_totals.inFlight == 0;
    return m_totals.unfinished() > 0 && !waitsForAPerson;
}

void ThroughputMeter::begin(qint64 nowMs)
{
    m_before = m_now;
    m_sinceMs = nowMs;
}

ThroughputSample ThroughputMeter::take(qint64 nowMs)
{
    const double seconds = static_cast<double>(std::max(nowMs - m_sinceMs, leastMs)) / 1000;
    const ThroughputSample sample{since(m_now.requests, m_before.requests, seconds),
                                  std::max(0.0, static_cast<double>(m_now.bytes - m_before.bytes) / seconds),
                                  static_cast<double>(m_totals.inFlight),
                                  since(m_now.errors, m_before.errors, seconds)};
    begin(nowMs);
    return sample;
}

} // namespace inflight
