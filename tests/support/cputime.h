// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <ctime>
#include <limits>

namespace inflight {

/// CPU time of the calling thread in milliseconds: what the machine gives to other processes meanwhile is no
/// fault of what is measured.
inline double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The least CPU time of three calls of `work`, in milliseconds.
template <typename Work>
double leastCpuMs(Work work)
{
    double least = std::numeric_limits<double>::max();
    for (int round = 0; round < 3; ++round) {
        const double begun = threadCpuMs();
        work();
        least = std::min(least, threadCpuMs() - begun);
    }
    return least;
}

/// Whether this is built with AddressSanitizer, which makes everything many times slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif
#else
constexpr bool isSanitized = false;
#endif

} // namespace inflight
