// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statistics.h"

#include <algorithm>

namespace inflight {

using std::chrono::microseconds;
using std::chrono::milliseconds;

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
