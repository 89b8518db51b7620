// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/enginecore.h"

#include <QCoro/QCoroFuture>
#include <QScopedValueRollback>
#include <QThread>

#include <algorithm>
#include <chrono>

namespace inflight {

namespace {

constexpr std::chrono::milliseconds slowLookInterval{100};
/// Threads that wait for other processes.
constexpr int mostBlocking = 256;
/// Threads that write large bodies while they come: one that waits keeps no other from it.
constexpr int mostAtDisk = 2;
/// Calls that are with the CPU pool at once, for each of its threads: one that ends its work finds the next.
constexpr int queuedPerThread = 8;
/// Jobs run again at once, for each thread of the CPU pool.
constexpr int againPerThread = 4;

} // namespace

EngineCore::EngineCore(const RunSettings &settings, std::shared_ptr<ChangeMailbox> mailbox,
                       std::shared_ptr<Distributions> distributions, std::shared_ptr<TlsBook> tls,
                       RecordSink *sink)
    : m_settings(settings)
    , m_sink(sink)
    , m_ledger(std::move(distributions))
    , m_fetcher(std::make_unique<Fetcher>(m_executor, m_deadlines, settings.transport, settings.deadlines,
                                          std::move(tls)))
    , m_cpu(m_executor, queuedPerThread * m_pool.maxThreadCount())
    , m_plans(m_executor, m_cpu, m_pool, settings.pipeline)
    , m_again(settings.keptBodies, againPerThread * m_pool.maxThreadCount())
    , m_parts(sink)
    , m_scheduler(m_executor, m_deadlines, settings.concurrency,
                  Scheduler::Defaults{{settings.perHost, settings.rate, false}, settings.adaptive},
                  [this](JobId id, Slot slot, qint64 sinceMs) { start(id, std::move(slot), sinceMs); })
    , m_runner(settings,
               JobServices{m_executor, m_deadlines, m_scheduler, *m_fetcher, m_pool, m_cpu, m_blockingPool,
                           m_disk, m_statistics,
                           [this](const ActiveJob &job, const FoundUrls &found) { acceptFound(job, found); },
                           m_parts, settings.keptBodies > 0 || (sink && sink->wantsBodies())})
    , m_slowWatch(settings, m_statistics)
    , m_tryOuts(m_executor, m_again, m_cpu, m_pool, settings.maxSize,
                [this](const TryOut &result) { Q_EMIT triedOut(result); })
    , m_contents(m_executor, settings.maxSize,
                 [this](const JobContents &contents) { Q_EMIT lookedInto(contents); })
    , m_publisher(std::move(mailbox),
                  [this](ChangeBatch &batch, const std::vector<JobId> &changed) { fill(batch, changed); })
    , m_held(sink, [this](JobId first, JobId end) { enqueue(first, end); })
{
    m_plans.keepNotes(m_sink ? m_sink->notesFolder() : QString(), m_settings.earlierNotes);
    m_scheduler.onChange([this] { m_publisher.changed(); });
    // Said once: the pool otherwise asks the system how many there are for every call.
    m_pool.setMaxThreadCount(m_pool.maxThreadCount());
    m_blockingPool.setMaxThreadCount(mostBlocking);
    m_disk.setMaxThreadCount(mostAtDisk);
    m_slowTimer.setInterval(slowLookInterval);
    connect(&m_slowTimer, &QTimer::timeout, this, &EngineCore::lookForSlow);
}

EngineCore::~EngineCore()
{
    Q_ASSERT(QThread::currentThread() == thread());
    Q_ASSERT(m_active.empty());
}

void EngineCore::pumpAgain()
{
    // One whose body cannot be read ends within its start: the loop sees its place, not a deeper call.
    if (m_isPumpingAgain)
        return;
    const QScopedValueRollback guard(m_isPumpingAgain, true);
    while (const std::optional<JobsAgain::Turn> turn = m_again.next())
        startAgain(turn->id, turn->stage);
    noteAgain();
}

/// What closing keeps from ending is as before: the others' results are of other stages.
void EngineCore::noteAgain()
{
    const bool busy = m_again.isBusy();
    if (m_closing || busy == m_isAgain)
        return;
    m_isAgain = busy;
    if (m_sink)
        m_sink->stagesAgain(busy);
}

bool EngineCore::isStored(JobId id) const
{
    return m_again.kept(id) || (id < m_stored.size() && m_stored[id]);
}

/// Keeps the body of a job that was restored, as if it had been fetched here.
QCoro::Task<> EngineCore::takeStored(JobId id)
{
    if (m_again.kept(id) || !isStored(id))
        co_return;
    QFuture<std::optional<ReceivedBody>> reading = m_storedBodies->find(id);
    const std::optional<ReceivedBody> received = co_await reading;
    const JobRecordPtr record = m_ledger.record(id).get();
    if (!received || !record || m_again.kept(id))
        co_return;
    const JobInput &input = m_ledger.input(id);
    const auto &pipeline = m_plans.present()->sharedPipeline();
    KeptJob job{
        pipeline, std::min<std::size_t>(input.firstStage, pipeline->stages().size()), {}, false, false};
    const Payload payload = payloadOf(*record, *received, input.depth);
    job.payloads = PayloadTrail({payload}, payload.url.toString(QUrl::FullyEncoded));
    for (const JobId gone : m_again.keep(id, std::move(job)))
        m_publisher.jobChanged(gone);
}

QCoro::Task<> EngineCore::startStored(JobId id, int stage)
{
    m_loading.insert(id);
    co_await takeStored(id);
    if (m_loading.remove(id))
        beginAgain(id, stage);
    else // cancelled meanwhile
        m_again.ended();
    pumpAgain(); // it may have ended at once
}

QCoro::Task<> EngineCore::tryStored(JobId id, std::shared_ptr<const Pipeline> pipeline)
{
    co_await takeStored(id);
    co_await m_tryOuts.run(id, pipeline);
}

void EngineCore::startAgain(JobId id, int stage)
{
    if (m_again.kept(id))
        beginAgain(id, stage);
    else
        m_scope.spawn([this, id, stage](std::stop_token) { return startStored(id, stage); });
}

void EngineCore::beginAgain(JobId id, int stage)
{
    std::unique_ptr<ActiveJob> job = makeJob(id);
    if (m_again.prepare(*job, m_ledger.record(id).get(), stage)) {
        launch(std::move(job), Slot{});
        return;
    }
    m_again.ended();
    finish({m_ledger.record(id).get(), {}, {}});
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

void EngineCore::settleWhenIdle()
{
    if (m_plans.isUnsettled() && !m_plans.isSettling() && m_ledger.totals().unfinished() == 0 && !m_closing)
        m_scope.spawn([this](std::stop_token) { return settle(); });
}

/// What stages hold back is written before the run is called finished.
QCoro::Task<> EngineCore::settle()
{
    const QStringList problems = co_await m_plans.settle();
    for (const QString &problem : problems)
        Q_EMIT notWritten(problem);
    m_publisher.changed();
    if (m_ledger.totals().unfinished() == 0) {
        m_plans.dropEarlier();
        m_publisher.allEnded();
    }
    settleWhenIdle();
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
    if (m_sink)
        m_sink->closing();
    m_paused = true;
    applyPause();
    // A run that was only looked at leaves its files as they are.
    const bool hasWorked = !m_active.empty() || m_plans.isUnsettled() || m_plans.isSettling();
    cancelAll();
    m_tryOuts.stop();
    m_contents.stop();
    co_await m_scope.join();
    if (hasWorked && m_plans.isUnsettled())
        co_await settle();
    m_slowTimer.stop();
    m_fetcher.reset();
    m_publisher.flush();
    Q_EMIT closed();
}

void EngineCore::start(JobId id, Slot slot, qint64 queuedSinceMs)
{
    std::unique_ptr<ActiveJob> job = makeJob(id);
    job->queuedSinceMs = queuedSinceMs;
    if (const JobRecordPtr before = m_ledger.record(id).get())
        job->attempts = before->attempts;
    job->answer.partial = m_parts.open(id, m_settings.maxSize);
    job->firstStage = std::min<std::size_t>(job->input.firstStage, m_settings.pipeline->stages().size());
    for (std::size_t place = 1; place <= job->firstStage; ++place)
        job->board->restore(place, {{}, StageState::Skipped, {}, {}, {}});
    launch(std::move(job), std::move(slot));
}

std::unique_ptr<ActiveJob> EngineCore::makeJob(JobId id)
{
    const std::shared_ptr<StagePlan> &plan = m_plans.present();
    auto job = std::make_unique<ActiveJob>(id, m_ledger.input(id), m_ledger.origin(id),
                                           plan->pipeline().stageNames(), plan->traffic());
    job->plan = plan;
    job->changed = [this, raw = job.get()] { onChanged(*raw); };
    return job;
}

void EngineCore::launch(std::unique_ptr<ActiveJob> job, Slot slot)
{
    const JobId id = job->id;
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
    for (const JobId gone : m_again.keep(job))
        m_publisher.jobChanged(gone);
    if (job.again)
        m_again.ended();
    // The job goes before its end is told: then nobody finds it under way any more.
    const Payload received = std::move(job.payload);
    m_active.erase(job.id);
    finish({std::make_shared<const JobRecord>(std::move(record)), received.body, received.contentEncoding});
    pumpAgain();
    if (m_active.empty())
        m_slowTimer.stop();
}

void EngineCore::finish(const FinishedJob &job)
{
    m_publisher.jobChanged(job.record->id);
    m_ledger.finish(job.record);
    m_parts.jobEnded(*job.record);
    m_plans.jobEnded(job.record->id);
    if (m_sink)
        m_sink->take(job);
    if (m_ledger.totals().unfinished() == 0)
        m_publisher.allEnded();
    noteAgain();
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
    m_again.withdraw(id);
    m_loading.remove(id);
    JobRecord record;
    record.id = id;
    record.url = record.finalUrl = m_ledger.input(id).url;
    record.name = m_ledger.input(id).name;
    record.method = m_ledger.input(id).request ? m_ledger.input(id).request->method : QByteArray("GET");
    record.state = JobState::Cancelled;
    for (const QString &name : m_settings.pipeline->stageNames())
        record.stages.append(
            {name, record.stages.isEmpty() ? StageState::Cancelled : StageState::Skipped, {}, {}, {}});
    if (const JobRecordPtr before = m_ledger.record(id).get())
        record.attempts = before->attempts;
    finish({std::make_shared<const JobRecord>(std::move(record)), {}, {}});
}

void EngineCore::retryOne(JobId id)
{
    if (m_closing)
        return;
    withdrawTraffic(id, 0);
    m_ledger.setState(id, JobState::Queued);
    m_plans.jobAgain(id);
    if (id < m_held.first())
        m_scheduler.enqueue(id, m_ledger.origin(id));
    m_publisher.jobChanged(id);
}

/// It goes through its stages once more from `first` on.
void EngineCore::withdrawTraffic(JobId id, std::size_t first)
{
    if (const JobRecordPtr before = m_ledger.record(id).get())
        m_plans.present()->traffic()->withdraw(before->stages, first);
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

/// Those that were cancelled meanwhile have ended.
void EngineCore::enqueue(JobId first, JobId end)
{
    for (JobId id = first; id < end; ++id) {
        if (m_ledger.state(id) == JobState::Queued)
            m_scheduler.enqueue(id, m_ledger.origin(id));
    }
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

JobView EngineCore::viewOf(JobId id)
{
    const auto active = m_active.find(id);
    if (active != m_active.end()) {
        JobView view = active->second->view();
        view.insecure = m_settings.transport.insecure && active->second->sentByTls;
        if (m_watched == id || m_inSight.contains(id))
            view.record = std::make_shared<const JobRecord>(active->second->record());
        return view;
    }
    if (isFinished(m_ledger.state(id)))
        return viewOfEnded(id);
    const KeptRecord &record = m_ledger.record(id);
    JobView queued;
    queued.id = id;
    queued.stored = isStored(id);
    queued.origin = m_ledger.origin(id);
    queued.attempt = record ? static_cast<quint16>(countAttempts(record.get()->attempts)) : quint16{0};
    return queued;
}

JobView EngineCore::viewOfEnded(JobId id)
{
    const JobRecordPtr record = m_ledger.record(id).get(); // before it is packed: it need not be unpacked
    if (!m_settings.forgetsEnded)
        m_ledger.pack(id);
    JobView view = viewOfRecord(*record, m_ledger.record(id), m_ledger.origin(id));
    view.stored = isStored(id);
    return view;
}

void EngineCore::fill(ChangeBatch &batch, const std::vector<JobId> &changed)
{
    batch.jobs.reserve(static_cast<qsizetype>(changed.size()));
    for (const JobId id : changed) {
        const bool hasEnded = isFinished(m_ledger.state(id));
        if (hasEnded && !m_ledger.record(id))
            continue; // told and forgotten
        batch.jobs.append(viewOf(id));
        if (hasEnded && m_settings.forgetsEnded)
            m_ledger.forget(id);
    }
    batch.origins = m_scheduler.takeChangedOrigins();
    batch.totals = totals();
    batch.stages = m_plans.present()->statuses(batch.totals.concurrency, batch.totals.queued);
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
    totals.settling = m_plans.isSettling();
    totals.slow = static_cast<int>(
        std::ranges::count_if(m_active, [](const auto &each) { return each.second->isSlow(); }));
    return totals;
}

} // namespace inflight
