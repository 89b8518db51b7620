// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterrange.h"
#include "jobs/filter/filterterms.h"
#include "jobs/jobrecord.h"

#include <algorithm>
#include <optional>

namespace inflight {

namespace {

using Measure = std::optional<double> (*)(const FilterSubject &);

FilterTest within(FilterRange range, Measure measure)
{
    return [range, measure](const FilterSubject &subject) {
        const std::optional<double> number = measure(subject);
        return number && range.contains(*number);
    };
}

FilterTestOrMessage rangeTerm(const QString &value, FilterUnit unit, Measure measure)
{
    const auto range = rangeFromText(value, unit);
    if (const auto *const message = std::get_if<QString>(&range))
        return *message;
    return within(std::get<FilterRange>(range), measure);
}

/// More than the value, which has no comparison in it.
FilterTestOrMessage moreThanTerm(const QString &value, FilterUnit unit, Measure measure)
{
    const auto least = numberFromText(value, unit);
    if (const auto *const message = std::get_if<QString>(&least))
        return *message;
    return within({.lowest = std::get<double>(least), .lowestIncluded = false}, measure);
}

/// As far as it has come; of a job that has received nothing yet it is not known.
std::optional<double> sizeOf(const FilterSubject &subject)
{
    if (!isFinished(subject.job.state) && subject.job.bytes == 0)
        return std::nullopt;
    return static_cast<double>(subject.job.bytes);
}

/// From its start to its end, or until now.
std::optional<double> timeOf(const FilterSubject &subject)
{
    const JobView &job = subject.job;
    if (isFinished(job.state))
        return job.durationMs < 0 ? std::nullopt : std::optional<double>(job.durationMs);
    return job.startedMs < 0 ? std::nullopt
                             : std::optional(static_cast<double>(subject.nowMs - job.startedMs));
}

/// Of the last attempt that was answered.
std::optional<double> timeToFirstByteOf(const FilterSubject &subject)
{
    if (!subject.job.record)
        return std::nullopt;
    const QList<AttemptRecord> &attempts = subject.job.record->attempts;
    const auto answered = std::find_if(attempts.rbegin(), attempts.rend(), [](const AttemptRecord &attempt) {
        return attempt.lostTo == LostTo::Nobody && attempt.timings.wait.has_value();
    });
    return answered == attempts.rend() ? std::nullopt : answered->timings.wait;
}

std::optional<double> attemptOf(const FilterSubject &subject)
{
    return static_cast<double>(subject.job.attempt);
}

} // namespace

FilterTestOrMessage sizeTerm(const QString &value)
{
    return rangeTerm(value, FilterUnit::Bytes, sizeOf);
}

FilterTestOrMessage largerThanTerm(const QString &value)
{
    return moreThanTerm(value, FilterUnit::Bytes, sizeOf);
}

FilterTestOrMessage timeTerm(const QString &value)
{
    return rangeTerm(value, FilterUnit::Time, timeOf);
}

FilterTestOrMessage slowerThanTerm(const QString &value)
{
    return moreThanTerm(value, FilterUnit::Time, timeOf);
}

FilterTestOrMessage ttfbTerm(const QString &value)
{
    return rangeTerm(value, FilterUnit::Time, timeToFirstByteOf);
}

FilterTestOrMessage attemptTerm(const QString &value)
{
    return rangeTerm(value, FilterUnit::Count, attemptOf);
}

} // namespace inflight
