// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

#include <optional>

namespace inflight {

enum class AttemptPhase : quint8 { Connect, Wait, Receive };

/// The phase that an attempt is in, or ended in before its last one was over; nothing where that is not
/// known.
std::optional<AttemptPhase> openPhase(const AttemptRecord &attempt);

/// When an attempt began, in milliseconds after the job's start; negative for one from before that, which a
/// person's Retry keeps.
double startMsOf(const AttemptRecord &attempt, const JobRecord &record);

/// The times of an attempt's phases, in milliseconds. A phase that the attempt is in, or ended in, has no
/// time of its own yet: here it has the rest of the attempt, and so has the wait for the first byte where it
/// is not known which phase that was.
PhaseTimes wholeTimes(const AttemptRecord &attempt);

} // namespace inflight
