// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace inflight {

/// Whether trying again may help (contract, --retry): connection failures, truncation, timeouts of one
/// attempt.
bool isTransient(FaultClass faultClass);
/// 408, 425, 429, 500, 502, 503 and 504.
bool isTransientStatus(int status);
/// Whether a request of this method may be sent again when nobody knows whether the server acted on the first
/// one (RFC 9110, section 9.2.2).
bool isIdempotent(const QByteArray &method);
/// Whether the fault says that the request never reached a server.
bool neverSent(FaultClass faultClass);

/// Exponential back-off with full jitter: `random` (0 to 1) × min(`cap`, `base` × 2^(retry − 1)); `retry`
/// counts from 1. Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
std::chrono::milliseconds backOffDelay(int retry, std::chrono::milliseconds base,
                                       std::chrono::milliseconds cap, double random);

/// The longest that Retry-After is taken at its word: more comes from broken servers and clocks, and nobody
/// would be there to see it end.
constexpr std::chrono::milliseconds longestRetryAfter = std::chrono::hours(24);
/// A Retry-After field, seconds or HTTP date (RFC 9110, section 10.2.3), as time from `now` on, 0 to
/// longestRetryAfter; nothing when it is neither.
std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value, const QDateTime &now);

} // namespace inflight
