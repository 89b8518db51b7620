// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The orders that EngineCore takes from Engine; what becomes of jobs is in enginecore.cpp.

#include "jobs/enginecore.h"

#include <QThread>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// For how long at least one of the jobs that ended was under way, in milliseconds; -1 where none has ended.
/// Between them nobody may have run them.
qint64 timeUnderWay(const QList<RestoredJob> &jobs)
{
    std::vector<std::pair<qint64, qint64>> times; // from and to
    for (const RestoredJob &job : jobs) {
        if (!job.record || !job.record->started.isValid())
            continue;
        const qint64 from = job.record->started.toMSecsSinceEpoch();
        times.emplace_back(from, from + std::llround(job.record->durationMs));
    }
    std::ranges::sort(times);
    qint64 sum = times.empty() ? -1 : 0;
    qint64 seen = 0; // up to here it is counted
    for (const auto &[from, to] : times) {
        sum += std::max<qint64>(0, to - std::max(from, seen));
        seen = std::max(seen, to);
    }
    return sum;
}

} // namespace

void EngineCore::submit(const QList<JobInput> &inputs)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const JobId first = enter(inputs);
    if (m_follows) {
        for (const JobInput &input : inputs)
            m_found.know(input);
    }
    if (m_sink)
        m_sink->accept({first, inputs, {}});
    if (!m_closing) {
        m_held.hold(m_ledger.size());
        return;
    }
    for (JobId id = first; id < m_ledger.size(); ++id)
        cancelOne(id);
}

void EngineCore::endInputs()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_sink)
        m_sink->inputsEnded();
}

/// Takes jobs into the ledger and tells of them; gives the first one's id.
JobId EngineCore::enter(const QList<JobInput> &inputs)
{
    QList<quint32> origins;
    origins.reserve(inputs.size());
    for (const JobInput &input : inputs)
        origins.append(originOf(input.url));
    const JobId first = m_ledger.size();
    m_ledger.append(inputs, origins);
    m_publisher.accepted({first, inputs, origins});
    return first;
}

void EngineCore::restore(const QList<RestoredJob> &jobs, const std::shared_ptr<StoredBodies> &bodies)
{
    Q_ASSERT(QThread::currentThread() == thread() && m_ledger.size() == 0);
    QList<JobInput> inputs;
    inputs.reserve(jobs.size());
    for (const RestoredJob &job : jobs)
        inputs.append(job.input);
    m_storedBodies = bodies;
    for (const RestoredJob &job : jobs)
        m_stored.push_back(bodies && job.stored && job.record && isFetched(*job.record));
    enter(inputs);
    m_held.pass(m_ledger.size());
    countFound();
    for (JobId id = 0; id < m_ledger.size(); ++id) {
        const JobRecordPtr &record = jobs.at(id).record;
        if (jobs.at(id).part)
            m_parts.restore(*jobs.at(id).part);
        if (record) {
            m_ledger.restore(record);
            m_plans.jobHasEnded(id);
            m_plans.present()->traffic()->restore(record->stages);
            m_scheduler.restore(m_ledger.origin(id), record->attempts);
            m_publisher.jobChanged(id);
        } else if (m_closing) {
            cancelOne(id);
        } else {
            m_scheduler.enqueue(id, m_ledger.origin(id));
        }
    }
    m_ledger.setEarlierMs(timeUnderWay(jobs));
    if (!m_settings.earlierNotes.isEmpty() && m_ledger.totals().unfinished() == 0)
        m_plans.setUnsettled();
    settleWhenIdle();
}

/// Jobs that were found before count towards what their stage may find. Which one it was is known of those
/// that go through the rest of the pipeline alone; of the others it is taken to be the first that finds jobs.
void EngineCore::countFound()
{
    const qsizetype first = m_settings.pipeline->stageNames().indexOf(u"follow"_s) - 1; // behind the fetch
    for (JobId id = 0; id < m_ledger.size(); ++id) {
        const JobInput &input = m_ledger.input(id);
        if (!input.parent || *input.parent >= m_ledger.size() || first < 0)
            continue;
        const bool isRest = input.firstStage > m_ledger.input(*input.parent).firstStage;
        m_found.countEarlier(isRest ? input.firstStage - 1U : static_cast<std::size_t>(first));
    }
}

void EngineCore::cancel(const QList<JobId> &ids)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const JobId id : ids) {
        if (id < m_ledger.size())
            cancelOne(id);
    }
}

void EngineCore::cancelAll()
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (JobId id = 0; id < m_ledger.size(); ++id)
        cancelOne(id);
}

void EngineCore::cancelSlow()
{
    Q_ASSERT(QThread::currentThread() == thread());
    // What is cancelled leaves the map by a posted resumption, never while this loop walks over it.
    for (const auto &[id, job] : m_active) {
        if (job->isSlow())
            job->stop.cancel();
    }
}

void EngineCore::cancelOrigin(quint32 origin)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (origin >= m_scheduler.originCount())
        return;
    for (const JobId id : m_scheduler.withdrawAll(origin))
        cancelOne(id);
    for (JobId id = m_held.first(); id < m_ledger.size(); ++id) {
        if (m_ledger.origin(id) == origin)
            cancelOne(id);
    }
    for (const auto &[id, job] : m_active) {
        if (job->origin == origin)
            job->stop.cancel();
    }
}

void EngineCore::cancelInStage(int stage, const QString &name)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const auto &[id, job] : m_active) {
        const std::optional<StageBoard::Current> current = job->board->current();
        if (job->state != JobState::Running || !current || !std::cmp_equal(current->stage, stage))
            continue;
        if (name.isEmpty() || job->stageNames.value(stage) == name)
            job->stop.cancel();
    }
}

void EngineCore::retry(const QList<JobId> &ids)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const JobId id : ids) {
        if (id < m_ledger.size() && isFinished(m_ledger.state(id)))
            retryOne(id);
    }
}

void EngineCore::retryFailed()
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (JobId id = 0; id < m_ledger.size(); ++id) {
        if (m_ledger.state(id) == JobState::Failed)
            retryOne(id);
    }
}

void EngineCore::retryOrigin(quint32 origin)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (JobId id = 0; id < m_ledger.size(); ++id) {
        if (m_ledger.origin(id) == origin && m_ledger.state(id) == JobState::Failed)
            retryOne(id);
    }
}

void EngineCore::setPaused(bool paused)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_paused = paused;
    applyPause();
}

void EngineCore::setConcurrency(int jobs)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setConcurrency(jobs);
    noteSettings();
}

void EngineCore::setPerHost(int requests)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setPerHost(requests);
    noteSettings();
}

void EngineCore::setRate(RateLimit rate)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setRate(rate);
    noteSettings();
}

void EngineCore::setAdaptive(bool on)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setAdaptive(on);
    noteSettings();
}

void EngineCore::noteSettings()
{
    const Scheduler::Defaults &defaults = m_scheduler.defaults();
    m_settings.concurrency = m_scheduler.concurrency();
    m_settings.perHost = defaults.limits.maxInFlight;
    m_settings.rate = defaults.limits.rate;
    m_settings.adaptive = defaults.adaptive;
    if (m_sink)
        m_sink->settingsChanged(m_settings);
    m_publisher.changed();
}

void EngineCore::setOriginLimits(quint32 origin, const OriginLimits &limits)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (origin < m_scheduler.originCount())
        m_scheduler.setLimits(origin, limits);
}

void EngineCore::setPipeline(std::shared_ptr<const Pipeline> pipeline)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_settings.pipeline = std::move(pipeline);
    m_plans.change(m_settings.pipeline);
    m_statistics = {};
    m_found.restart();
    for (JobId id = 0; id < m_ledger.size(); ++id) {
        if (isFinished(m_ledger.state(id)))
            m_plans.jobHasEnded(id);
    }
    settleWhenIdle();
    noteSettings();
}

void EngineCore::runAgain(const QList<JobId> &ids, int stage)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const JobId id : ids) {
        if (m_closing || id >= m_ledger.size() || !isFinished(m_ledger.state(id)) || !isStored(id))
            continue;
        m_again.want(id, stage);
        withdrawTraffic(id, static_cast<std::size_t>(stage) + 1);
        m_ledger.setState(id, JobState::Queued);
        m_plans.jobAgain(id);
        m_publisher.jobChanged(id);
    }
    noteAgain();
    pumpAgain();
}

void EngineCore::tryOut(JobId id, std::shared_ptr<const Pipeline> pipeline)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scope.spawn(
        [this, id, pipeline = std::move(pipeline)](std::stop_token) { return tryStored(id, pipeline); });
}

void EngineCore::lookInto(JobId id, bool bodies)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (id >= m_ledger.size())
        return;
    if (!bodies) {
        JobContents known;
        known.id = id;
        known.input = m_ledger.input(id);
        Q_EMIT lookedInto(known);
        return;
    }
    m_contents.want(id);
    m_scope.spawn([this, id](std::stop_token) { return readContents(id); });
}

QCoro::Task<> EngineCore::readContents(JobId id)
{
    co_await takeStored(id);
    JobContents known;
    known.id = id;
    known.input = m_ledger.input(id);
    // What an earlier fetch brought says nothing about one that failed since.
    const JobRecordPtr record = m_ledger.record(id).get();
    const KeptJob *const kept = m_again.seen(id);
    std::shared_ptr<const KeptJob> shown;
    if (kept && record && (kept->seenOnly || isFetched(*record)))
        shown = std::make_shared<const KeptJob>(*kept);
    co_await m_contents.read(known, shown);
}

void EngineCore::watch(std::optional<JobId> id)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_watched = id;
    if (id && *id < m_ledger.size())
        m_publisher.jobChanged(*id);
}

void EngineCore::watchAll(const QList<JobId> &ids)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const QSet<JobId> before = std::exchange(m_inSight, QSet<JobId>(ids.cbegin(), ids.cend()));
    for (const JobId id : ids) {
        if (!before.contains(id) && m_active.contains(id))
            m_publisher.jobChanged(id);
    }
}

} // namespace inflight
