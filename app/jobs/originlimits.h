// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace inflight {

/// The longest period of a rate.
constexpr std::chrono::milliseconds longestRatePeriod = std::chrono::hours(365 * 24);

/// At most `count` requests started in `period`, evenly spaced: one every `period` / `count`, as curl's
/// --rate has it. A `count` of 0 is no limit.
struct RateLimit
{
    int count = 0;
    std::chrono::milliseconds period{1000}; ///< 1 ms to longestRatePeriod

    [[nodiscard]] bool isLimited() const { return count > 0; }
    /// The time from one start to the next; 0: no limit.
    [[nodiscard]] std::chrono::nanoseconds interval() const
    {
        return isLimited() ? std::chrono::nanoseconds(period) / count : std::chrono::nanoseconds(0);
    }
    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

/// What a person allows one origin.
struct OriginLimits
{
    int maxInFlight = 8; ///< requests, 1 to 4096
    RateLimit rate;
    bool paused = false; ///< nothing new starts there
    friend bool operator==(const OriginLimits &, const OriginLimits &) = default;
};

} // namespace inflight
