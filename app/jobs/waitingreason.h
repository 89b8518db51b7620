// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QString>

namespace inflight {

// Why something waits, in translated words. `nowMs` is steadyNowMs(). Pure functions.

/// Why what waits for the leave of an origin does not start: "paused", "paused: this origin",
/// "Retry-After: 37 s", "rate: next in 1.2 s", "all 64 slots busy", "host cap 8 of 8", "host cap 2 of 8:
/// eased off after 429"; "next in line" when nothing holds it up. `origin` is null while nothing is known of
/// it.
QString queueReason(const RunTotals &totals, const OriginStatus *origin, qint64 nowMs);

/// Why `job`, which waits for a further attempt or for its leave to go on, does not start: "back-off: attempt
/// 2 in 0.8 s", "Retry-After: 37 s" when the server set the time; else, and once that is over, what holds up
/// `origin`, whose leave it waits for.
QString backOffReason(const JobView &job, const RunTotals &totals, const OriginStatus *origin, qint64 nowMs);

} // namespace inflight
