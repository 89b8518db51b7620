// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"
#include "jobs/jobinput.h"

#include <optional>

namespace inflight {

/// Of an input whose secrets were replaced by dots when its run or its results were given away: why no
/// request is made of it. The dots would be sent for a password. Protocol, without a stage.
std::optional<Fault> lostSecret(const JobInput &input);

} // namespace inflight
