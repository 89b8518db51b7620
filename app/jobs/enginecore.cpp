// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/enginecore.h"

#include <QThread>

#include <algorithm>
#include <chrono>

namespace inflight {

namespace {

constexpr std::chrono::milliseconds slowLookInterval{100};

} // namespace

EngineCore::EngineCore(const RunSettings &settings, std::shared_ptr<ChangeMailbox> mailbox, RecordSink *sink)
    : m_settings(settings)
    , m_stageNames(settings.pipeline->stageNames())
    , m_sink(sink)
    , m_fetcher(std::make_unique<Fetcher>(m_executor, m_deadlines, settings.transport, settings.deadlines))
    , m_cpu(m_executor, m_pool.maxThreadCount())
    , m_scheduler(m_executor, m_deadlines, settings.concurrency,
                  Scheduler::Defaults{{settings.perHost, settings.rate, false}, settings.adaptive},
                  [this](JobId id, Slot slot, qint64 sinceMs) { start(id, std::move(slot), sinceMs); })
    , m_runner(settings,
               JobServices{m_executor, m_deadlines, m_scheduler, *m_fetcher, m_pool, m_cpu, m_statistics})
    , m_slowWatch(settings, m_statistics)
    , m_publisher(std::move(mailbox),
                  [this](ChangeBatch &batch, const std::vector<JobId> &changed) { fill(batch, changed); })
{
    m_scheduler.onChange([this] { m_publisher.changed(); });
    // Said once: the pool otherwise asks the system how many there are for every call.
    m_pool.setMaxThreadCount(m_pool.maxThreadCount());
    m_slowTimer.setInterval(slowLookInterval);
    connect(&m_slowTimer, &QTimer::timeout, this, &EngineCore::lookForSlow);
}

EngineCore::~EngineCore()
{
    Q_ASSERT(QThread::currentThread() == thread());
    Q_ASSERT(m_active.empty());
}

void EngineCore::submit(const QList<JobInput> &inputs)
{
    Q_ASSERT(QThread::currentThread() == thread());
    QList<quint32> origins;
    origins.reserve(inputs.size());
    for (const JobInput &input : inputs)
        origins.append(originOf(input.url));
    const JobId first = m_ledger.size();
    m_ledger.append(inputs, origins);
    for (qsizetype i = 0; i < origins.size(); ++i) {
        const JobId id = first + static_cast<JobId>(i);
        if (m_closing)
            cancelOne(id);
        else
            m_scheduler.enqueue(id, origins.at(i));
    }
    m_publisher.accepted({first, inputs, origins});
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
    for (const auto &[id, job] : m_active) {
        if (job->origin == origin)
            job->stop.cancel();
    }
}

void EngineCore::cancelInStage(int stage)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const auto &[id, job] : m_active) {
        const std::optional<StageBoard::Current> current = job->board->current();
        if (job->state == JobState::Running && current && std::cmp_equal(current->stage, stage))
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
    m_publisher.changed();
}

void EngineCore::setPerHost(int requests)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setPerHost(requests);
    m_publisher.changed();
}

void EngineCore::setRate(RateLimit rate)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setRate(rate);
    m_publisher.changed();
}

void EngineCore::setAdaptive(bool on)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scheduler.setAdaptive(on);
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
    m_stageNames = m_settings.pipeline->stageNames();
}

void EngineCore::runAgain(const QList<JobId> &, int) {}

void EngineCore::tryOut(JobId, std::shared_ptr<const Pipeline>) {}

void EngineCore::watch(std::optional<JobId> id)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_watched = id;
    if (id && *id < m_ledger.size())
        m_publisher.jobChanged(*id);
}

void EngineCore::close()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_closing)
        return;
    m_closing.emplace(joinAndClose());
}

QCoro::Task<> EngineCore::joinAndClose()
{
    m_paused = true;
    applyPause();
    cancelAll();
    co_await m_scope.join();
    m_slowTimer.stop();
    m_fetcher.reset();
    m_publisher.flush();
    Q_EMIT closed();
}

void EngineCore::start(JobId id, Slot slot, qint64 queuedSinceMs)
{
    auto job = std::make_unique<ActiveJob>(id, m_ledger.input(id), m_ledger.origin(id), m_stageNames);
    job->queuedSinceMs = queuedSinceMs;
    if (const JobRecordPtr &before = m_ledger.record(id))
        job->attempts = before->attempts;
    job->changed = [this, raw = job.get()] { onChanged(*raw); };
    m_active.emplace(id, std::move(job));
    m_ledger.setState(id, JobState::Running);
    m_publisher.jobChanged(id);
    if (!m_slowTimer.isActive())
        m_slowTimer.start();
    m_scope.spawn(
        [this, id, held = std::move(slot)](std::stop_token) mutable { return runJob(id, std::move(held)); });
}

QCoro::Task<> EngineCore::runJob(JobId id, Slot slot)
{
    ActiveJob &job = *m_active.at(id);
    try {
        co_await m_runner.run(&job, std::move(slot));
    } catch (const std::exception &bug) {
        job.state = JobState::Failed;
        job.fault = Fault{FaultClass::Internal,
                          {},
                          tr("This is a fault of Inflight itself: %1. Please report it.")
                              .arg(QString::fromUtf8(bug.what()))};
        job.board->endRest(StageState::Failed);
    }
    ended(job);
}

void EngineCore::onChanged(ActiveJob &job)
{
    const qint64 received = job.answer.progress.wireBytes;
    if (received < job.countedBytes)
        job.countedBytes = 0; // a further attempt counts anew
    m_ledger.addBytes(received - job.countedBytes);
    job.countedBytes = received;
    m_ledger.setState(job.id, job.state);
    m_publisher.jobChanged(job.id);
}

void EngineCore::ended(ActiveJob &job)
{
    JobRecord record = job.record();
    record.insecure = m_settings.transport.insecure && job.sentByTls;
    finish(std::make_shared<const JobRecord>(std::move(record)));
    m_active.erase(job.id);
    if (m_active.empty())
        m_slowTimer.stop();
}

void EngineCore::finish(JobRecordPtr record)
{
    m_publisher.jobChanged(record->id);
    m_ledger.finish(record);
    if (m_sink)
        m_sink->take(std::move(record));
}

void EngineCore::cancelOne(JobId id)
{
    const auto active = m_active.find(id);
    if (active != m_active.end()) {
        active->second->stop.cancel();
        return;
    }
    if (m_ledger.state(id) != JobState::Queued)
        return;
    m_scheduler.withdraw(id, m_ledger.origin(id));
    JobRecord record;
    record.id = id;
    record.url = record.finalUrl = m_ledger.input(id).url;
    record.method = m_ledger.input(id).request ? m_ledger.input(id).request->method : QByteArray("GET");
    record.state = JobState::Cancelled;
    for (const QString &name : std::as_const(m_stageNames))
        record.stages.append(
            {name, record.stages.isEmpty() ? StageState::Cancelled : StageState::Skipped, {}, {}, {}});
    if (const JobRecordPtr &before = m_ledger.record(id))
        record.attempts = before->attempts;
    finish(std::make_shared<const JobRecord>(std::move(record)));
}

void EngineCore::retryOne(JobId id)
{
    if (m_closing)
        return;
    m_ledger.setState(id, JobState::Queued);
    m_scheduler.enqueue(id, m_ledger.origin(id));
    m_publisher.jobChanged(id);
}

void EngineCore::lookForSlow()
{
    for (const auto &[id, job] : m_active) {
        const bool changed = m_slowWatch.look(*job);
        if (changed || job->computing)
            m_publisher.jobChanged(id);
    }
}

void EngineCore::applyPause()
{
    m_scheduler.setPaused(m_paused);
    m_publisher.changed();
}

quint32 EngineCore::originOf(const QString &url)
{
    // "https://host:port" is the same text for all URLs of a list's host: parse it once.
    const qsizetype authority = url.indexOf(u"://") + 3;
    const qsizetype end = url.indexOf(u'/', authority);
    const QString prefix = end < 0 ? url : url.left(end);
    const auto known = m_originByPrefix.constFind(prefix);
    if (known != m_originByPrefix.constEnd())
        return *known;
    const quint32 index = m_scheduler.originIndex(Origin::of(QUrl(url)));
    m_originByPrefix.insert(prefix, index);
    return index;
}

JobView EngineCore::viewOf(JobId id) const
{
    const auto active = m_active.find(id);
    if (active != m_active.end()) {
        JobView view = active->second->view();
        view.insecure = m_settings.transport.insecure && active->second->sentByTls;
        if (m_watched == id)
            view.record = std::make_shared<const JobRecord>(active->second->record());
        return view;
    }
    const JobRecordPtr &record = m_ledger.record(id);
    if (isFinished(m_ledger.state(id)))
        return viewOfRecord(record, m_ledger.origin(id));
    JobView queued;
    queued.id = id;
    queued.origin = m_ledger.origin(id);
    queued.attempt = record ? static_cast<quint16>(countAttempts(record->attempts)) : quint16{0};
    return queued;
}

void EngineCore::fill(ChangeBatch &batch, const std::vector<JobId> &changed)
{
    batch.jobs.reserve(static_cast<qsizetype>(changed.size()));
    for (const JobId id : changed)
        batch.jobs.append(viewOf(id));
    batch.origins = m_scheduler.takeChangedOrigins();
    batch.totals = totals();
}

RunTotals EngineCore::totals() const
{
    RunTotals totals = m_ledger.totals();
    totals.inFlight = m_scheduler.inFlight();
    totals.concurrency = m_scheduler.concurrency();
    totals.perHost = m_scheduler.defaults().limits.maxInFlight;
    totals.rate = m_scheduler.defaults().limits.rate;
    totals.adaptive = m_scheduler.defaults().adaptive;
    totals.paused = m_paused;
    totals.slow = static_cast<int>(
        std::ranges::count_if(m_active, [](const auto &each) { return each.second->isSlow(); }));
    return totals;
}

} // namespace inflight
