// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace inflight {

/// What is known of one origin from its latest requests: time to first byte, errors by class, how many start
/// a second. Told the time; bounded, whatever the number of requests.
class OriginStatistics
{
public:
    using Clock = std::chrono::steady_clock;
    using Errors = std::array<quint32, static_cast<std::size_t>(FaultClass::Count)>;
    /// Quantiles are of so many latest answers.
    static constexpr std::size_t sampleSize = 128;
    /// Starts are counted over so many seconds.
    static constexpr std::size_t rateSeconds = 5;

    void started(Clock::time_point now);
    /// `firstByteMs`: from the request sent to the answer's headers; nothing when not known.
    void answered(std::optional<double> firstByteMs);
    void failed(FaultClass faultClass);

    [[nodiscard]] quint64 answers() const { return m_answers; }
    [[nodiscard]] const Errors &errors() const { return m_errors; }
    /// How many answers firstByteMs() is made of.
    [[nodiscard]] std::size_t samples() const { return m_firstBytes.size(); }
    /// Time to first byte that `share` (0 to 1) of the latest answers did not exceed (nearest rank); nothing
    /// before the first answer.
    [[nodiscard]] std::optional<double> firstByteMs(double share) const;
    /// Requests started a second, over the last seconds; 0 when none was.
    [[nodiscard]] double startedPerSecond(Clock::time_point now) const;

private:
    std::vector<float> m_firstBytes; ///< a ring once it has sampleSize entries
    std::size_t m_oldest = 0;
    quint64 m_answers = 0;
    Errors m_errors{};
    std::array<quint32, rateSeconds> m_starts{}; ///< by second, a ring
    std::chrono::seconds m_second{};             ///< the latest second in m_starts
    std::optional<Clock::time_point> m_firstStart;
};

} // namespace inflight
