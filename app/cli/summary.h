// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "jobs/throughput.h"

#include <QMap>
#include <QString>

namespace inflight {

/// The progress line: counts, bytes, rate and time left, at most `columns` wide; what matters least is left
/// out first. `standstill`: why nothing runs although something waits; empty when that is not so.
QString progressText(const RunTotals &totals, const Throughput &throughput, int columns,
                     const QString &standstill = {});

/// The same without a bar: for a log.
QString plainProgressText(const RunTotals &totals, const Throughput &throughput, int columns,
                          const QString &standstill = {});

/// How many jobs failed in which way.
using FaultCounts = QMap<FaultClass, int>;

/// "timeout.first_byte 6, http.status 3": the most frequent class first.
QString faultsText(const FaultCounts &faults);

/// The last word on a run, such as "1,000 jobs: 988 succeeded, 9 failed (timeout.first_byte 6, http.status
/// 3), 3 cancelled; 12.4 MB in 4.2 s (238/s)".
QString summaryText(const RunTotals &totals, const FaultCounts &faults, int rejectedInputs);

} // namespace inflight
