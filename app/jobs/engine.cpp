// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/engine.h"

#include "jobs/changemailbox.h"
#include "jobs/distributions.h"
#include "jobs/enginecore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int mostInFlight = 4096;

RateLimit sane(RateLimit rate)
{
    return {std::max(rate.count, 0), std::clamp(rate.period, milliseconds(1), longestRatePeriod)};
}

} // namespace

Engine::Engine(RunSettings settings, RecordSink *sink, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    Q_ASSERT(m_settings.pipeline);
    m_settings.concurrency = std::clamp(m_settings.concurrency, 1, mostInFlight);
    m_settings.perHost = std::clamp(m_settings.perHost, 1, mostInFlight);
    m_settings.rate = sane(m_settings.rate);
    m_mailbox = std::make_shared<ChangeMailbox>([this] { deliverSoon(); });
    const auto distributions = std::make_shared<Distributions>();
    m_distributions = distributions;
    m_tls = std::make_shared<TlsBook>();
    m_thread.setObjectName(u"engine"_s);
    connect(&m_thread, &QThread::finished, this, [this] {
        while (m_mailbox->isFull())
            deliver();
        Q_EMIT stopped();
    });
    m_thread.start();

    // The core is made, works and dies on its own thread; only the pointer is known here, as an address for
    // orders.
    QObject *const starter = new QObject;
    starter->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        starter,
        [this, sink, starter, distributions] {
            m_core = new EngineCore(m_settings, m_mailbox, distributions, m_tls, sink);
            connect(m_core, &EngineCore::notWritten, this, &Engine::notWritten);
            connect(m_core, &EngineCore::triedOut, this, &Engine::triedOut);
            connect(m_core, &EngineCore::lookedInto, this, &Engine::lookedInto);
            connect(m_core, &EngineCore::closed, m_core, [core = m_core] {
                core->deleteLater();
                QThread::currentThread()->quit();
            });
            delete starter;
        },
        Qt::BlockingQueuedConnection);
}

Engine::~Engine()
{
    stop();
    m_thread.wait();
}

std::optional<TlsFacts> Engine::tlsOf(const QString &url) const
{
    const QUrl address(url);
    return address.scheme() == "https"_L1 ? m_tls->find(Origin::of(address)) : std::nullopt;
}

void Engine::submit(QList<JobInput> inputs)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_submitted += static_cast<JobId>(inputs.size());
    order([inputs = std::move(inputs)](EngineCore &core) { core.submit(inputs); });
}

void Engine::endInputs()
{
    Q_ASSERT(QThread::currentThread() == thread());
    order([](EngineCore &core) { core.endInputs(); });
}

void Engine::restore(QList<RestoredJob> jobs, std::shared_ptr<StoredBodies> bodies, QList<JobId> again)
{
    Q_ASSERT(QThread::currentThread() == thread() && m_submitted == 0);
    m_submitted = static_cast<JobId>(
        std::ranges::count_if(jobs, [](const RestoredJob &job) { return !job.input.parent; }));
    order([jobs = std::move(jobs), bodies = std::move(bodies), again = std::move(again)](EngineCore &core) {
        core.restore(jobs, bodies);
        core.runAgain(again, 0);
    });
}

void Engine::cancel(QList<JobId> ids)
{
    order([ids = std::move(ids)](EngineCore &core) { core.cancel(ids); });
}

void Engine::cancelAll()
{
    order([](EngineCore &core) { core.cancelAll(); });
}

void Engine::cancelSlow()
{
    order([](EngineCore &core) { core.cancelSlow(); });
}

void Engine::cancelOrigin(quint32 origin)
{
    order([origin](EngineCore &core) { core.cancelOrigin(origin); });
}

void Engine::cancelInStage(int stage, const QString &name)
{
    order([stage, name](EngineCore &core) { core.cancelInStage(stage, name); });
}

void Engine::retry(QList<JobId> ids)
{
    order([ids = std::move(ids)](EngineCore &core) { core.retry(ids); });
}

void Engine::retryFailed()
{
    order([](EngineCore &core) { core.retryFailed(); });
}

void Engine::retryOrigin(quint32 origin)
{
    order([origin](EngineCore &core) { core.retryOrigin(origin); });
}

void Engine::setPaused(bool paused)
{
    order([paused](EngineCore &core) { core.setPaused(paused); });
}

void Engine::setConcurrency(int jobs)
{
    order([jobs = std::clamp(jobs, 1, mostInFlight)](EngineCore &core) { core.setConcurrency(jobs); });
}

void Engine::setPerHost(int requests)
{
    order(
        [requests = std::clamp(requests, 1, mostInFlight)](EngineCore &core) { core.setPerHost(requests); });
}

void Engine::setRate(RateLimit rate)
{
    order([rate = sane(rate)](EngineCore &core) { core.setRate(rate); });
}

void Engine::setAdaptive(bool on)
{
    order([on](EngineCore &core) { core.setAdaptive(on); });
}

void Engine::setOriginLimits(quint32 origin, OriginLimits limits)
{
    limits.maxInFlight = std::clamp(limits.maxInFlight, 1, mostInFlight);
    limits.rate = sane(limits.rate);
    order([origin, limits](EngineCore &core) { core.setOriginLimits(origin, limits); });
}

void Engine::setPipeline(std::shared_ptr<const Pipeline> pipeline)
{
    Q_ASSERT(pipeline);
    m_settings.pipeline = pipeline;
    order([pipeline = std::move(pipeline)](EngineCore &core) { core.setPipeline(pipeline); });
}

void Engine::runAgain(QList<JobId> ids, int stage)
{
    order([ids = std::move(ids), stage](EngineCore &core) { core.runAgain(ids, stage); });
}

void Engine::tryOut(JobId id, std::shared_ptr<const Pipeline> pipeline)
{
    order([id, pipeline = std::move(pipeline)](EngineCore &core) { core.tryOut(id, pipeline); });
}

void Engine::lookInto(JobId id, bool bodies)
{
    order([id, bodies](EngineCore &core) { core.lookInto(id, bodies); });
}

void Engine::watch(std::optional<JobId> id)
{
    order([id](EngineCore &core) { core.watch(id); });
}

void Engine::watchAll(QList<JobId> ids)
{
    order([ids = std::move(ids)](EngineCore &core) { core.watchAll(ids); });
}

void Engine::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    QMetaObject::invokeMethod(
        m_core, [core = m_core] { core->close(); }, Qt::QueuedConnection);
}

template <typename Order>
void Engine::order(Order what)
{
    Q_ASSERT(QThread::currentThread() == thread());
    // Once stopping, the core deletes itself at a time of its own: nobody addresses it any more.
    if (m_stopping)
        return;
    QMetaObject::invokeMethod(
        m_core, [core = m_core, what = std::move(what)] { what(*core); }, Qt::QueuedConnection);
}

/// In the next turn of the event loop.
void Engine::deliverSoon()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            deliver();
            if (m_mailbox->isFull())
                deliverSoon();
        },
        Qt::QueuedConnection);
}

void Engine::deliver()
{
    const std::optional<ChangeBatch> batch = m_mailbox->take();
    if (!batch)
        return;
    Q_EMIT updated(*batch);
    for (const AcceptedJobs &accepted : batch->accepted)
        m_found += static_cast<JobId>(std::ranges::count_if(
            accepted.inputs, [](const JobInput &input) { return input.parent.has_value(); }));
    const RunTotals &totals = batch->totals;
    const bool all = totals.unfinished() == 0 && !totals.settling &&
                     totals.all() == static_cast<int>(m_submitted + m_found);
    if (all && totals.ended != m_announced) {
        m_announced = totals.ended;
        Q_EMIT allFinished();
    }
}

} // namespace inflight
