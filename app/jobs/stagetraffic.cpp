// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stagetraffic.h"

#include "jobs/jobmeasures.h"

#include <QMutexLocker>

#include <algorithm>
#include <numeric>

namespace inflight {

StageTraffic::StageTraffic(QStringList names)
    : m_names(std::move(names))
    , m_counts(static_cast<std::size_t>(m_names.size()))
{}

void StageTraffic::waits(std::size_t stage, int change)
{
    const QMutexLocker lock(&m_mutex);
    m_counts[stage].waiting += change;
}

void StageTraffic::begins(std::size_t stage)
{
    const QMutexLocker lock(&m_mutex);
    ++m_counts[stage].active;
}

void StageTraffic::succeeds(std::size_t stage, Clock::duration time)
{
    const qint64 second = secondNow();
    const QMutexLocker lock(&m_mutex);
    Count &count = m_counts[stage];
    --count.active;
    ++count.done;
    count.time += time;
    count.times.add(std::chrono::duration_cast<std::chrono::microseconds>(time));
    forget(count, second);
    ++count.perSecond[static_cast<std::size_t>(second) % window];
}

void StageTraffic::fails(std::size_t stage)
{
    const QMutexLocker lock(&m_mutex);
    --m_counts[stage].active;
    ++m_counts[stage].failed;
}

void StageTraffic::leaves(std::size_t stage)
{
    const QMutexLocker lock(&m_mutex);
    --m_counts[stage].active;
}

void StageTraffic::restore(const QList<StageRecord> &stages)
{
    const QMutexLocker lock(&m_mutex);
    const auto common = std::min(stages.size(), m_names.size());
    for (qsizetype i = 0; i < common && stages.at(i).name == m_names.at(i); ++i) {
        const StageRecord &stage = stages.at(i);
        Count &count = m_counts[static_cast<std::size_t>(i)];
        count.done += stage.state == StageState::Done ? 1 : 0;
        count.failed += stage.state == StageState::Failed ? 1 : 0;
        const auto time = timeIn(stage);
        if (!time || stage.state != StageState::Done)
            continue;
        count.time += *time;
        count.times.add(*time);
    }
}

void StageTraffic::withdraw(const QList<StageRecord> &stages, std::size_t first)
{
    const QMutexLocker lock(&m_mutex);
    const auto common = static_cast<std::size_t>(std::min(stages.size(), m_names.size()));
    for (std::size_t i = first; i < common; ++i) {
        const StageRecord &stage = stages.at(static_cast<qsizetype>(i));
        if (stage.name != m_names.at(static_cast<qsizetype>(i)))
            return;
        // Of an earlier pipeline with stages of the same names nothing was counted here.
        Count &count = m_counts[i];
        count.done -= stage.state == StageState::Done && count.done > 0 ? 1 : 0;
        count.failed -= stage.state == StageState::Failed && count.failed > 0 ? 1 : 0;
    }
}

QList<StageStatus> StageTraffic::statuses() const
{
    const qint64 second = secondNow();
    const QMutexLocker lock(&m_mutex);
    QList<StageStatus> statuses;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const Count &count = m_counts[i];
        StageStatus status;
        status.name = m_names.at(static_cast<qsizetype>(i));
        status.waiting = count.waiting;
        status.active = count.active;
        status.done = count.done;
        status.failed = count.failed;
        status.perSecond = rate(count, second);
        if (const auto median = count.times.quantile(0.5)) {
            status.medianUs = median->count();
            status.p95Us = count.times.quantile(0.95)->count();
        }
        statuses.append(status);
    }
    return statuses;
}

double StageTraffic::shareOfTime(std::size_t stage, std::size_t first, std::size_t end) const
{
    const QMutexLocker lock(&m_mutex);
    Clock::duration all{};
    for (std::size_t i = first; i < end; ++i)
        all += m_counts[i].time;
    return all.count() == 0
               ? 0.0
               : static_cast<double>(m_counts[stage].time.count()) / static_cast<double>(all.count());
}

void StageTraffic::forget(Count &count, qint64 second)
{
    for (qint64 gone = std::max(count.second + 1, second - static_cast<qint64>(window) + 1); gone <= second;
         ++gone)
        count.perSecond[static_cast<std::size_t>(gone) % window] = 0;
    count.second = std::max(count.second, second);
}

double StageTraffic::rate(const Count &count, qint64 second) const
{
    // The present second has only begun: it is left out, unless there is no other.
    const qint64 oldest = std::max<qint64>(0, second - static_cast<qint64>(window) + 1);
    if (second == 0)
        return count.perSecond[0];
    quint64 sum = 0;
    for (qint64 each = oldest; each < second; ++each) {
        if (each <= count.second && each > count.second - static_cast<qint64>(window))
            sum += count.perSecond[static_cast<std::size_t>(each) % window];
    }
    return static_cast<double>(sum) / static_cast<double>(second - oldest);
}

qint64 StageTraffic::secondNow() const
{
    return std::chrono::floor<std::chrono::seconds>(Clock::now() - m_begin).count();
}

} // namespace inflight
