// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/distributions.h"

namespace inflight {

/// The filter's word for exactly those jobs that `distribution` counts in the buckets from `first` to `end`,
/// not included: "stage-time:parse:102.4ms..<204.8ms".
QString distributionWord(const Distribution &distribution, int first, int end);

} // namespace inflight
