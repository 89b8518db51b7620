// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/originstatistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inflight {

namespace {

std::chrono::seconds secondOf(OriginStatistics::Clock::time_point moment)
{
    return std::chrono::floor<std::chrono::seconds>(moment.time_since_epoch());
}

} // namespace

void OriginStatistics::started(Clock::time_point now)
{
    const std::chrono::seconds second = secondOf(now);
    if (second - m_second >= std::chrono::seconds(rateSeconds)) {
        m_starts.fill(0);
        m_firstStart = now;
    } else {
        for (auto each = m_second + std::chrono::seconds(1); each <= second; ++each)
            m_starts[static_cast<std::size_t>(each.count()) % rateSeconds] = 0;
    }
    m_second = second;
    ++m_starts[static_cast<std::size_t>(second.count()) % rateSeconds];
}

void OriginStatistics::answered(std::optional<double> firstByteMs)
{
    ++m_answers;
    if (!firstByteMs)
        return;
    if (m_firstBytes.size() < sampleSize) {
        m_firstBytes.push_back(static_cast<float>(*firstByteMs));
        return;
    }
    m_firstBytes[m_oldest] = static_cast<float>(*firstByteMs);
    m_oldest = (m_oldest + 1) % sampleSize;
}

void OriginStatistics::failed(FaultClass faultClass)
{
    ++m_errors[static_cast<std::size_t>(faultClass)];
}

std::optional<double> OriginStatistics::firstByteMs(double share) const
{
    if (m_firstBytes.empty())
        return std::nullopt;
    std::vector<float> sorted = m_firstBytes;
    const auto count = static_cast<double>(sorted.size());
    const auto rank = static_cast<std::ptrdiff_t>(std::clamp(std::ceil(share * count), 1.0, count));
    const auto place = sorted.begin() + (rank - 1);
    std::ranges::nth_element(sorted, place);
    return *place;
}

double OriginStatistics::startedPerSecond(Clock::time_point now) const
{
    const std::chrono::seconds second = secondOf(now);
    const std::chrono::seconds age = second - m_second;
    if (!m_firstStart || age >= std::chrono::seconds(rateSeconds))
        return 0;
    quint32 starts = 0;
    for (auto each = second - std::chrono::seconds(rateSeconds - 1); each <= m_second; ++each)
        starts += m_starts[static_cast<std::size_t>(each.count()) % rateSeconds];
    // The present second has only begun, and the first one of a burst perhaps in its middle.
    const auto windowBegin = Clock::time_point(second - std::chrono::seconds(rateSeconds - 1));
    const std::chrono::duration<double> span = now - std::max(windowBegin, *m_firstStart);
    return starts / std::max(1.0, span.count());
}

} // namespace inflight
