// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"

namespace inflight {

/// The record of an attempt of `job` that begins now, `backOff` after the one before.
AttemptRecord openAttempt(const ActiveJob &job, milliseconds backOff);
/// Writes into it what its answer has brought so far.
void noteAnswer(AttemptRecord &attempt, const Answer &answer);
/// Completes it with how the attempt ended just now.
void closeAttempt(AttemptRecord &attempt, const ActiveJob &job, const Answer &answer,
                  const Outcome<Done> &outcome);

} // namespace inflight
