// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

namespace inflight {

/// How many runs are kept, in $XDG_CONFIG_HOME/inflight/runs.ini: all of them until a person says otherwise.
[[nodiscard]] RunLimits loadRunLimits();
void saveRunLimits(const RunLimits &limits);

} // namespace inflight
