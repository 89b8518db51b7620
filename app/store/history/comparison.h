// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"
#include "store/session/sessionreader.h"

namespace inflight {

/// What changed from one run to another; jobs are matched by what they request (InputKey). Titles are left to
/// the caller. A pure function.
[[nodiscard]] RunComparison compareRuns(const StoredRun &before, const StoredRun &after);

/// `comparison` as JSON Lines, one object a job that differs, or as CSV (RFC 4180) with a header.
[[nodiscard]] QByteArray comparisonToJsonLines(const RunComparison &comparison);
[[nodiscard]] QByteArray comparisonToCsv(const RunComparison &comparison);

/// The names of differences in files, such as "state".
[[nodiscard]] QStringList differenceNames(Differences differences);

} // namespace inflight
