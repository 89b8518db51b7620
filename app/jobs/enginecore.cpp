// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/enginecore.h"

#include "async/poolcall.h"
#include "jobs/tryoutwork.h"

#include <QThread>

#include <algorithm>
#include <chrono>

namespace inflight {

namespace {

constexpr std::chrono::milliseconds slowLookInterval{100};
/// Threads that wait for other processes.
constexpr int mostBlocking = 256;
/// Jobs run again at once, for each thread of the CPU pool.
constexpr int againPerThread = 4;

/// Tells every stage that a job has ended.
void noteEnded(const Pipeline &pipeline, JobId id)
{
    for (const auto &stage : pipeline.stages()) {
        if (const auto *const cpu = dynamic_cast<const CpuStage *>(stage.get()))
            cpu->jobEnded(id);
    }
}

/// Has the stages write what they hold back; what they could not.
struct SettleWork
{
    std::shared_ptr<const Pipeline> pipeline;

    QStringList operator()(std::stop_token) const
    {
        QStringList problems;
        for (const auto &stage : pipeline->stages()) {
            const auto *const cpu = dynamic_cast<const CpuStage *>(stage.get());
            if (!cpu)
                continue;
            const Outcome<Done> settled = cpu->settle();
            if (settled.failed())
                problems.append(settled.fault().message);
        }
        return problems;
    }
};

/// The first stage in which two pipelines differ; what comes before gives the same payloads.
int firstDifference(const Pipeline &left, const Pipeline &right)
{
    const auto &a = left.description().stages;
    const auto &b = right.description().stages;
    const auto differ = std::ranges::mismatch(a, b);
    return static_cast<int>(differ.in1 - a.begin());
}

} // namespace

EngineCore::EngineCore(const RunSettings &settings, std::shared_ptr<ChangeMailbox> mailbox, RecordSink *sink)
    : m_settings(settings)
    , m_sink(sink)
    , m_fetcher(std::make_unique<Fetcher>(m_executor, m_deadlines, settings.transport, settings.deadlines))
    , m_cpu(m_executor, m_pool.maxThreadCount())
    , m_kept(settings.keptBodies)
    , m_scheduler(m_executor, m_deadlines, settings.concurrency,
                  Scheduler::Defaults{{settings.perHost, settings.rate, false}, settings.adaptive},
                  [this](JobId id, Slot slot, qint64 sinceMs) { start(id, std::move(slot), sinceMs); })
    , m_runner(settings,
               JobServices{m_executor, m_deadlines, m_scheduler, *m_fetcher, m_pool, m_cpu, m_blockingPool,
                           m_statistics,
                           [this](const ActiveJob &job, const FoundUrls &found) { acceptFound(job, found); }})
    , m_slowWatch(settings, m_statistics)
    , m_publisher(std::move(mailbox),
                  [this](ChangeBatch &batch, const std::vector<JobId> &changed) { fill(batch, changed); })
{
    m_scheduler.onChange([this] { m_publisher.changed(); });
    // Said once: the pool otherwise asks the system how many there are for every call.
    m_pool.setMaxThreadCount(m_pool.maxThreadCount());
    m_blockingPool.setMaxThreadCount(mostBlocking);
    m_plans.push_back(std::make_shared<StagePlan>(m_executor, m_cpu, settings.pipeline));
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
    if (m_follows) {
        for (const JobInput &input : inputs)
            m_found.know(input);
    }
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
    m_plans.push_back(std::make_shared<StagePlan>(m_executor, m_cpu, m_settings.pipeline));
    m_statistics = {};
    m_found.restart();
    for (JobId id = 0; id < m_ledger.size(); ++id) {
        if (isFinished(m_ledger.state(id)))
            noteEnded(*m_settings.pipeline, id);
    }
    m_unsettled = true;
    settleWhenIdle();
    m_publisher.changed();
}

void EngineCore::runAgain(const QList<JobId> &ids, int stage)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const JobId id : ids) {
        if (m_closing || id >= m_ledger.size() || !isFinished(m_ledger.state(id)) || !m_kept.find(id))
            continue;
        m_again.insert_or_assign(id, stage);
        m_againOrder.push_back(id);
        m_ledger.setState(id, JobState::Queued);
        m_publisher.jobChanged(id);
    }
    pumpAgain();
}

void EngineCore::tryOut(JobId id, std::shared_ptr<const Pipeline> pipeline)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_tryOut.request_stop();
    m_tryOut = {};
    m_scope.spawn([this, id, pipeline = std::move(pipeline), stop = m_tryOut.get_token()](std::stop_token) {
        return runTryOut(id, pipeline, stop);
    });
}

QCoro::Task<> EngineCore::runTryOut(JobId id, std::shared_ptr<const Pipeline> pipeline, std::stop_token stop)
{
    TryOut result;
    result.job = id;
    const KeptJob *const kept = m_kept.find(id);
    if (!kept) {
        result.missing = tr("The body of this job is not kept. Fetch it again to try stages on it.");
        Q_EMIT triedOut(result);
        co_return;
    }
    std::optional<Permit> cpu = co_await m_cpu.acquire(stop);
    if (!cpu)
        co_return;
    // Found anew: it may have been given up meanwhile.
    if (const KeptJob *const still = m_kept.find(id)) {
        TryOutWork work(id, pipeline, still->fetched(), m_settings.maxSize);
        TryOut tried = co_await callInPool(&m_pool, work, stop);
        result = std::move(tried);
    }
    cpu.reset();
    if (!stop.stop_requested())
        Q_EMIT triedOut(result);
}

void EngineCore::pumpAgain()
{
    while (m_againActive < againPerThread * m_pool.maxThreadCount() && !m_againOrder.empty()) {
        const JobId id = m_againOrder.front();
        m_againOrder.pop_front();
        const auto wanted = m_again.find(id);
        if (wanted == m_again.end())
            continue; // cancelled, or wanted once more and started by then
        const int stage = wanted->second;
        m_again.erase(wanted);
        startAgain(id, stage);
    }
}

void EngineCore::startAgain(JobId id, int stage)
{
    const KeptJob *const kept = m_kept.find(id);
    const JobRecordPtr record = m_ledger.record(id);
    if (!kept) {
        finish(record);
        return;
    }
    const int first = static_cast<int>(kept->firstStage);
    const int last = first + static_cast<int>(kept->before.size()) - 1;
    const int from = std::clamp(
        std::min({stage, last, firstDifference(*kept->pipeline, *m_settings.pipeline)}), first, last);
    auto job = std::make_unique<ActiveJob>(id, m_ledger.input(id), m_ledger.origin(id),
                                           m_settings.pipeline->stageNames(), plan().traffic());
    job->again = record;
    job->firstStage = static_cast<std::size_t>(from);
    job->payload = kept->before.at(from - first);
    for (int place = 0; place <= from && place < record->stages.size(); ++place)
        job->board->restore(static_cast<std::size_t>(place), record->stages.at(place));
    ++m_againActive;
    launch(std::move(job), Slot{});
}

void EngineCore::acceptFound(const ActiveJob &job, const FoundUrls &found)
{
    if (!std::exchange(m_follows, true)) {
        for (JobId id = 0; id < m_ledger.size(); ++id)
            m_found.know(m_ledger.input(id));
    }
    const QList<JobInput> jobs = m_found.take(job.id, job.input, job.answer.finalUrl, found);
    if (!jobs.isEmpty())
        submit(jobs);
}

/// The payloads of a job that ended, for running stages again.
void EngineCore::keep(ActiveJob &job)
{
    if (m_settings.keptBodies == 0 || !job.plan)
        return;
    KeptJob kept{job.plan->sharedPipeline(), job.firstStage, {}};
    if (job.again) {
        if (const KeptJob *const old = m_kept.find(job.id)) {
            kept.before = old->before.first(static_cast<qsizetype>(job.firstStage - old->firstStage));
            kept.firstStage = old->firstStage;
        }
    }
    kept.before += job.before;
    if (kept.before.isEmpty() && job.state == JobState::Succeeded)
        kept.before.append(job.payload);
    if (kept.before.isEmpty())
        return;
    for (const JobId gone : m_kept.put(job.id, std::move(kept)))
        m_publisher.jobChanged(gone);
}

void EngineCore::settleWhenIdle()
{
    if (m_settling || !m_unsettled || m_ledger.totals().unfinished() > 0 || m_closing)
        return;
    m_settling = true;
    m_scope.spawn([this](std::stop_token) { return settle(); });
}

/// What stages hold back is written before the run is called finished.
QCoro::Task<> EngineCore::settle()
{
    m_unsettled = false;
    const std::vector<std::shared_ptr<StagePlan>> plans = m_plans;
    for (const std::shared_ptr<StagePlan> &each : plans) {
        SettleWork work{each->sharedPipeline()};
        QStringList problems = co_await callInPool(&m_pool, work, std::stop_token());
        for (const QString &problem : std::as_const(problems))
            Q_EMIT notWritten(problem);
    }
    m_settling = false;
    if (m_ledger.totals().unfinished() == 0)
        m_plans.erase(m_plans.begin(), m_plans.end() - 1);
    m_publisher.changed();
    settleWhenIdle();
}

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
    m_tryOut.request_stop();
    co_await m_scope.join();
    if (m_unsettled)
        co_await settle();
    m_slowTimer.stop();
    m_fetcher.reset();
    m_publisher.flush();
    Q_EMIT closed();
}

void EngineCore::start(JobId id, Slot slot, qint64 queuedSinceMs)
{
    const QStringList &names = m_settings.pipeline->stageNames();
    auto job =
        std::make_unique<ActiveJob>(id, m_ledger.input(id), m_ledger.origin(id), names, plan().traffic());
    job->queuedSinceMs = queuedSinceMs;
    if (const JobRecordPtr &before = m_ledger.record(id))
        job->attempts = before->attempts;
    job->firstStage = std::min<std::size_t>(job->input.firstStage, m_settings.pipeline->stages().size());
    for (std::size_t place = 1; place <= job->firstStage; ++place)
        job->board->restore(place, {{}, StageState::Skipped, {}, {}, {}});
    launch(std::move(job), std::move(slot));
}

void EngineCore::launch(std::unique_ptr<ActiveJob> job, Slot slot)
{
    const JobId id = job->id;
    job->plan = m_plans.back();
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
    record.insecure = record.insecure || (m_settings.transport.insecure && job.sentByTls);
    keep(job);
    if (job.plan != m_plans.back())
        noteEnded(job.plan->pipeline(), job.id);
    if (job.again)
        --m_againActive;
    const JobId id = job.id;
    m_active.erase(id);
    finish(std::make_shared<const JobRecord>(std::move(record)));
    pumpAgain();
    if (m_active.empty())
        m_slowTimer.stop();
}

void EngineCore::finish(JobRecordPtr record)
{
    m_publisher.jobChanged(record->id);
    m_ledger.finish(record);
    noteEnded(plan().pipeline(), record->id);
    if (m_sink)
        m_sink->take(std::move(record));
    m_unsettled = true;
    settleWhenIdle();
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
    m_again.erase(id);
    JobRecord record;
    record.id = id;
    record.url = record.finalUrl = m_ledger.input(id).url;
    record.method = m_ledger.input(id).request ? m_ledger.input(id).request->method : QByteArray("GET");
    record.state = JobState::Cancelled;
    for (const QString &name : m_settings.pipeline->stageNames())
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
    if (isFinished(m_ledger.state(id))) {
        JobView finished = viewOfRecord(record, m_ledger.origin(id));
        finished.stored = m_kept.find(id) != nullptr;
        return finished;
    }
    JobView queued;
    queued.id = id;
    queued.stored = m_kept.find(id) != nullptr;
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
    batch.stages = plan().statuses(batch.totals.concurrency, batch.totals.queued);
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
    totals.settling = m_settling;
    totals.slow = static_cast<int>(
        std::ranges::count_if(m_active, [](const auto &each) { return each.second->isSlow(); }));
    return totals;
}

} // namespace inflight
