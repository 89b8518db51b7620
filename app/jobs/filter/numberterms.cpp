// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterrange.h"
#include "jobs/filter/filterterms.h"
#include "jobs/jobmeasures.h"

#include <QCoreApplication>

#include <chrono>
#include <optional>

namespace inflight {

namespace {

struct NumberTermsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

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

using RecordMeasure = std::optional<std::chrono::microseconds> (*)(const JobRecord &);

/// Of a job that has ended, in milliseconds. The record of one that is looked at while it runs is not its
/// last word.
template <typename Function>
std::optional<double> endedTime(const FilterSubject &subject, Function measure)
{
    if (!subject.job.record || !isFinished(subject.job.state))
        return std::nullopt;
    const std::optional<std::chrono::microseconds> time = measure(*subject.job.record.get());
    return time ? std::optional(static_cast<double>(time->count()) / 1000) : std::nullopt;
}

template <RecordMeasure measure>
std::optional<double> endedTimeOf(const FilterSubject &subject)
{
    return endedTime(subject, measure);
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
    return rangeTerm(value, FilterUnit::Time, endedTimeOf<timeToFirstByte>);
}

FilterTestOrMessage durationTerm(const QString &value)
{
    return rangeTerm(value, FilterUnit::Time, endedTimeOf<wholeTime>);
}

FilterTestOrMessage fasterThanTerm(const QString &value)
{
    const auto most = numberFromText(value, FilterUnit::Time);
    if (const auto *const message = std::get_if<QString>(&most))
        return *message;
    return within({.highest = std::get<double>(most), .highestIncluded = false}, endedTimeOf<wholeTime>);
}

FilterTestOrMessage stageTimeTerm(const QString &value)
{
    const qsizetype colon = value.indexOf(u':');
    if (colon <= 0 || colon + 1 == value.size())
        return NumberTermsText::tr("needs the name of a stage and a time, such as stage-time:fetch:>200ms.");
    const auto range = rangeFromText(QStringView(value).sliced(colon + 1), FilterUnit::Time);
    if (const auto *const message = std::get_if<QString>(&range))
        return *message;
    return [stage = value.first(colon), wanted = std::get<FilterRange>(range)](const FilterSubject &subject) {
        const auto time =
            endedTime(subject, [&stage](const JobRecord &record) { return timeInStage(record, stage); });
        return time && wanted.contains(*time);
    };
}

FilterTestOrMessage attemptTerm(const QString &value)
{
    return rangeTerm(value, FilterUnit::Count, attemptOf);
}

} // namespace inflight
