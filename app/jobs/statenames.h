// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QLatin1StringView>

namespace inflight {

/// The names of states in records: "succeeded", "done" and so on.
QLatin1StringView jobStateName(JobState state);
QLatin1StringView stageStateName(StageState state);

} // namespace inflight
