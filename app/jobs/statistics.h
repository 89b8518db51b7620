// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

namespace inflight {

/// Durations counted in logarithmic buckets (eight a doubling, about 9 % wide): a median in constant memory.
/// The manner of HdrHistogram (https://hdrhistogram.org).
class DurationHistogram
{
public:
    void add(std::chrono::microseconds duration);
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Nothing while empty.
    [[nodiscard]] std::optional<std::chrono::microseconds> quantile(double share) const;

private:
    static constexpr int bucketsPerDoubling = 8;
    std::array<quint32, 36 * bucketsPerDoubling> m_buckets{}; ///< 1 µs to 19 hours
    qint64 m_count = 0;
};

/// How long each stage takes at each origin, and from when on one that still runs is called slow: more than
/// three times the median once 20 are known, before that 5 s. Lives on the engine's thread.
class StageStatistics
{
public:
    static constexpr qint64 samplesNeeded = 20;
    static constexpr std::chrono::milliseconds unknownThreshold{5000};
    /// A stage quicker than this is never slow, whatever the median: nobody could see it.
    static constexpr std::chrono::milliseconds leastThreshold{100};

    void add(quint32 origin, std::size_t stage, std::chrono::microseconds duration);
    /// The median; nothing while fewer than 20 samples are known.
    [[nodiscard]] std::optional<std::chrono::milliseconds> median(quint32 origin, std::size_t stage) const;
    [[nodiscard]] std::chrono::milliseconds slowAfter(quint32 origin, std::size_t stage) const;

private:
    std::map<std::pair<quint32, std::size_t>, DurationHistogram> m_histograms;
};

} // namespace inflight
