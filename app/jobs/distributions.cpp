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
    QString stage;
    microseconds duration;
};

/// All that is known of one job, each stage once.
std::vector<Time> timesOf(const JobRecord &record)
{
    std::vector<Time> times;
    if (const auto whole = wholeTime(record))
        times.push_back({Of::WholeTime, {}, *whole});
    if (const auto firstByte = timeToFirstByte(record))
        times.push_back({Of::FirstByte, {}, *firstByte});
    for (const StageRecord &stage : record.stages) {
        const bool isKnown = std::ranges::find(times, stage.name, &Time::stage) != times.end();
        if (const auto time = isKnown ? std::nullopt : timeInStage(record, stage.name))
            times.push_back({Of::Stage, stage.name, *time});
    }
    return times;
}

DurationHistogram &placeOf(std::vector<Distribution> &distributions, const Time &time)
{
    const auto found = std::ranges::find_if(distributions, [&time](const Distribution &each) {
        return each.of == time.of && each.stage == time.stage;
    });
    if (found != distributions.end())
        return found->times;
    const auto place = std::ranges::upper_bound(distributions, time.of, {}, &Distribution::of);
    return distributions.insert(place, Distribution{time.of, time.stage, {}})->times;
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
    const QString fetch = record.stages.isEmpty() ? QString() : record.stages.constFirst().name;
    const QMutexLocker lock(&m_mutex);
    if (origin >= m_byOrigin.size())
        m_byOrigin.resize(origin + 1);
    for (const Time &time : times) {
        (placeOf(m_all, time).*change)(time.duration);
        if (time.of != Of::Stage || time.stage == fetch)
            (placeOf(m_byOrigin[origin], time).*change)(time.duration);
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
