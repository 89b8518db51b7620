// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"

namespace inflight {

/// What follows from an attempt that failed.
struct RetryDecision
{
    std::optional<milliseconds> delay; ///< until the next attempt; nothing: there is none
    bool asAsked = false;              ///< the delay is what the server's Retry-After asks for
};

/// Decides on the `tries`th attempt of `job` (counted from 1), which ended in `fault`.
RetryDecision decideRetry(const RetrySettings &retry, const ActiveJob &job, const Fault &fault, int tries);

} // namespace inflight
