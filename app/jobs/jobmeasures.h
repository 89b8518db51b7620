// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

#include <QStringView>

#include <chrono>
#include <optional>

namespace inflight {

// The times of a job that has ended, in whole microseconds: what distributions count and what the filter
// compares are the same, so that a range of a histogram filters exactly the jobs in it. Nothing where it is
// not known.

/// From start to end, of jobs that succeeded or failed: when a job was cancelled says how long somebody
/// waited.
std::optional<std::chrono::microseconds> wholeTime(const JobRecord &record);
/// From the request to the first byte, of the last attempt that was answered.
std::optional<std::chrono::microseconds> timeToFirstByte(const JobRecord &record);
/// In one stage. Only where it was gone through or failed.
std::optional<std::chrono::microseconds> timeIn(const StageRecord &stage);
/// In the stage of this name, all attempts and back-offs of the fetch included; of a pipeline that has it
/// more than once, in all of them.
std::optional<std::chrono::microseconds> timeInStage(const JobRecord &record, QStringView name);

} // namespace inflight
