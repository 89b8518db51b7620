// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "store/session/sessionreader.h"

namespace inflight {

/// Writes the outputs of `options` from `run`, which was read from `path`, without fetching anything, and
/// says how it ended. The exit status as that of a run; jobs that did not end count as cancelled ones do.
/// Blocks.
[[nodiscard]] int exportStoredRun(const Options &options, const StoredRun &run, const QString &path);

/// That so many jobs of a run were not fetched, as a translated sentence.
[[nodiscard]] QString unfetchedText(int count);

} // namespace inflight
