// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobmeasures.h"

#include <algorithm>
#include <cmath>

namespace inflight {

using std::chrono::microseconds;

namespace {

microseconds wholeMicroseconds(double ms)
{
    return microseconds(std::llround(ms * 1000));
}

} // namespace

std::optional<microseconds> wholeTime(const JobRecord &record)
{
    if (record.state != JobState::Succeeded && record.state != JobState::Failed)
        return std::nullopt;
    return wholeMicroseconds(record.durationMs);
}

std::optional<microseconds> timeToFirstByte(const JobRecord &record)
{
    const QList<AttemptRecord> &attempts = record.attempts;
    const auto answered = std::find_if(attempts.rbegin(), attempts.rend(), [](const AttemptRecord &attempt) {
        return attempt.lostTo == LostTo::Nobody && attempt.timings.wait.has_value();
    });
    if (answered == attempts.rend())
        return std::nullopt;
    return wholeMicroseconds(*answered->timings.wait);
}

std::optional<microseconds> timeIn(const StageRecord &stage)
{
    if (!stage.durationMs || (stage.state != StageState::Done && stage.state != StageState::Failed))
        return std::nullopt;
    return wholeMicroseconds(*stage.durationMs);
}

std::optional<microseconds> timeInStage(const JobRecord &record, QStringView name)
{
    std::optional<microseconds> sum;
    for (const StageRecord &stage : record.stages) {
        const bool isNamed =
            stage.name.size() == name.size() && stage.name.compare(name, Qt::CaseInsensitive) == 0;
        if (const auto time = isNamed ? timeIn(stage) : std::nullopt)
            sum = sum.value_or(microseconds(0)) + *time;
    }
    return sum;
}

} // namespace inflight
