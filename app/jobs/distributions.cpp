// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/distributions.h"

#include "jobs/jobmeasures.h"

#include <QMutexLocker>

#include <algorithm>

namespace inflight {

using std::chrono::microseconds;

namespace {

using Of = Distribution::Of;

struct Time
{
    Of of;
    QStringView stage;
    microseconds duration;
};

/// All that is known of one job, each stage once.
std::vector<Time> timesOf(const JobRecord &record)
{
    std::vector<Time> times;
    times.reserve(static_cast<std::size_t>(record.stages.size()) + 2);
    if (const auto whole = wholeTime(record))
        times.push_back({Of::WholeTime, {}, *whole});
    if (const auto firstByte = timeToFirstByte(record))
        times.push_back({Of::FirstByte, {}, *firstByte});
    for (const StageRecord &stage : record.stages) {
        const std::optional<microseconds> time = timeIn(stage);
        if (!time)
            continue;
        const QStringView name = stage.name;
        const auto known = std::ranges::find(times, name, &Time::stage);
        if (known != times.end())
            known->duration += *time;
        else
            times.push_back({Of::Stage, name, *time});
    }
    return times;
}

/// `guess`: where it is if this job went the way of most.
DurationHistogram &placeOf(std::vector<Distribution> &distributions, const Time &time, std::size_t guess)
{
    const auto isOf = [&time](const Distribution &each) {
        return each.of == time.of && each.stage == time.stage;
    };
    if (guess < distributions.size() && isOf(distributions[guess]))
        return distributions[guess].times;
    const auto found = std::ranges::find_if(distributions, isOf);
    if (found != distributions.end())
        return found->times;
    const auto place = std::ranges::upper_bound(distributions, time.of, {}, &Distribution::of);
    return distributions.insert(place, Distribution{time.of, time.stage.toString(), {}})->times;
}

} // namespace

void Distributions::add(const JobRecord &record, quint32 origin)
{
    count(record, origin, &DurationHistogram::add);
}

void Distributions::remove(const JobRecord &record, quint32 origin)
{
    count(record, origin, &DurationHistogram::remove);
}

void Distributions::count(const JobRecord &record, quint32 origin, Change change)
{
    const std::vector<Time> times = timesOf(record);
    const QStringView fetch = record.stages.isEmpty() ? QStringView() : record.stages.constFirst().name;
    const QMutexLocker lock(&m_mutex);
    if (origin >= m_byOrigin.size())
        m_byOrigin.resize(origin + 1);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Time &time = times[i];
        (placeOf(m_all, time, i).*change)(time.duration);
        if (time.of != Of::Stage || time.stage == fetch)
            (placeOf(m_byOrigin[origin], time, i).*change)(time.duration);
    }
    ++m_version;
}

std::vector<Distribution> Distributions::snapshot(std::optional<quint32> origin) const
{
    const QMutexLocker lock(&m_mutex);
    if (!origin)
        return m_all;
    return *origin < m_byOrigin.size() ? m_byOrigin[*origin] : std::vector<Distribution>();
}

quint64 Distributions::version() const
{
    const QMutexLocker lock(&m_mutex);
    return m_version;
}

} // namespace inflight
