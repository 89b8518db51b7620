// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statistics.h"

#include <algorithm>
#include <cmath>

namespace inflight {

using std::chrono::microseconds;
using std::chrono::milliseconds;

void DurationHistogram::add(microseconds duration)
{
    const double us = static_cast<double>(std::max<qint64>(duration.count(), 1));
    const auto bucket = static_cast<std::size_t>(std::log2(us) * bucketsPerDoubling);
    ++m_buckets[std::min(bucket, m_buckets.size() - 1)];
    ++m_count;
}

std::optional<microseconds> DurationHistogram::quantile(double share) const
{
    if (m_count == 0)
        return std::nullopt;
    const auto rank = static_cast<qint64>(std::ceil(share * static_cast<double>(m_count)));
    qint64 seen = 0;
    std::size_t bucket = 0;
    for (; bucket < m_buckets.size() - 1; ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= rank)
            break;
    }
    // The middle of the bucket, on its logarithmic scale.
    return microseconds(std::llround(std::exp2((static_cast<double>(bucket) + 0.5) / bucketsPerDoubling)));
}

void StageStatistics::add(quint32 origin, std::size_t stage, microseconds duration)
{
    m_histograms[{origin, stage}].add(duration);
}

std::optional<milliseconds> StageStatistics::median(quint32 origin, std::size_t stage) const
{
    const auto found = m_histograms.find({origin, stage});
    if (found == m_histograms.end() || found->second.count() < samplesNeeded)
        return std::nullopt;
    return std::chrono::ceil<milliseconds>(*found->second.quantile(0.5));
}

milliseconds StageStatistics::slowAfter(quint32 origin, std::size_t stage) const
{
    const std::optional<milliseconds> known = median(origin, stage);
    return known ? std::max(3 * *known, leastThreshold) : unknownThreshold;
}

} // namespace inflight
