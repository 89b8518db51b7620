// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/durationhistogram.h"

#include <chrono>
#include <map>
#include <optional>
#include <utility>

namespace inflight {

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
