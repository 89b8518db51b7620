// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QString>

namespace inflight {

/// The words of the origins table. Pure functions of an origin's status and the moment (`nowMs`:
/// steadyNowMs()); all translated.

/// "3 of 8"; "3 of 4, eased off" while back-off allows fewer than the limit.
QString inFlightText(const OriginStatus &origin);
/// Why fewer are allowed than the limit says; empty when they are not.
QString easedOffText(const OriginStatus &origin);
/// Starts a second: "4.8/s"; empty when nothing starts.
QString startRateText(const OriginStatus &origin);
/// "timeout × 3, http.status × 2, …": the most frequent families of faults; empty without errors.
QString errorsText(const OriginStatus &origin);
/// A line for each class of fault, the most frequent first.
QString errorsInFull(const OriginStatus &origin);
quint64 errorCount(const OriginStatus &origin);

/// When the next job may start there and what it waits for, in the words of queueReason(); empty where
/// nothing waits and nothing holds.
QString nextStartText(const OriginStatus &origin, const RunTotals &run, qint64 nowMs);
/// steadyNowMs() at which Retry-After and the rate let the next job start; -1: they hold none.
qint64 nextStartMs(const OriginStatus &origin, qint64 nowMs);

} // namespace inflight
