// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/scheduler.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace inflight {

namespace {

// Starting a job costs some 40 µs inside Qt: a raised limit of thousands must not hold up the event loop.
constexpr int startsPerTurn = 8;
constexpr auto rateRefresh = 1000ms;

} // namespace

Scheduler::Scheduler(Executor &executor, DeadlineQueue &deadlines, int concurrency, const Defaults &defaults,
                     Start start)
    : m_executor(executor)
    , m_deadlines(deadlines)
    , m_run(executor, concurrency)
    , m_start(std::move(start))
    , m_defaults(defaults)
{
    m_run.onFree([this] { pumpLater(); });
}

Scheduler::~Scheduler() = default;

quint32 Scheduler::originIndex(const Origin &origin)
{
    const auto known = m_indexes.constFind(origin);
    if (known != m_indexes.constEnd())
        return *known;
    const quint32 index = originCount();
    m_indexes.insert(origin, index);
    m_hosts.push_back(
        std::make_unique<OriginQueue>(m_executor, index, origin, m_defaults.limits, m_defaults.adaptive));
    m_hosts.back()->slots.onFree([this, index] { ready(index); });
    touch(*m_hosts.back());
    return index;
}

void Scheduler::enqueue(JobId id, quint32 origin)
{
    if (id >= m_tickets.size())
        m_tickets.resize(std::max<std::size_t>(id + 1, m_tickets.size() * 2));
    Q_ASSERT(m_tickets[id] == 0);
    m_tickets[id] = ++m_lastTicket;
    OriginQueue &host = *m_hosts[origin];
    host.fresh.push_back({id, m_lastTicket, steadyNowMs()});
    ++host.queued;
    ready(origin);
}

bool Scheduler::withdraw(JobId id, quint32 origin)
{
    if (id >= m_tickets.size() || m_tickets[id] == 0)
        return false;
    // Its entry stays in the queue and is passed over when its turn comes: its ticket is no longer valid.
    m_tickets[id] = 0;
    --m_hosts[origin]->queued;
    touch(*m_hosts[origin]);
    return true;
}

std::vector<JobId> Scheduler::withdrawAll(quint32 origin)
{
    OriginQueue &host = *m_hosts[origin];
    std::vector<JobId> ids;
    ids.reserve(static_cast<std::size_t>(host.queued));
    while (const std::optional<QueuedJob> entry = takeFresh(host))
        ids.push_back(entry->id);
    touch(host);
    return ids;
}

QCoro::Task<std::optional<Slot>> Scheduler::acquire(quint32 origin, std::stop_token stop)
{
    OriginQueue &host = *m_hosts[origin];
    ReturningJob waiter(m_executor);
    host.returning.push_back(&waiter);
    ready(origin);
    {
        const std::stop_callback leave(stop, [this, &host, &waiter] {
            if (std::erase(host.returning, &waiter) > 0)
                waiter.decided.set();
            touch(host);
        });
        co_await waiter.decided;
    }
    if (stop.stop_requested())
        co_return std::nullopt;
    co_return std::move(waiter.slot);
}

std::optional<Slot> Scheduler::tryAcquire(quint32 origin)
{
    OriginQueue &host = *m_hosts[origin];
    const bool anyWaiting = host.queued > 0 || !host.returning.empty() || !m_turns.empty();
    if (m_paused || anyWaiting || !host.mayStart())
        return std::nullopt;
    std::optional<Permit> run = m_run.tryAcquire();
    std::optional<Permit> permit = host.slots.tryAcquire();
    if (!run || !permit)
        return std::nullopt;
    started(host);
    return Slot{std::move(*run), std::move(*permit)};
}

bool Scheduler::tryMove(Slot &slot, quint32 origin)
{
    slot.host.release();
    OriginQueue &host = *m_hosts[origin];
    if (!m_paused && host.returning.empty() && host.mayStart()) {
        std::optional<Permit> permit = host.slots.tryAcquire();
        slot.host = std::move(*permit);
        started(host);
        return true;
    }
    slot.release();
    return false;
}

void Scheduler::requestEnded(quint32 origin, const RequestEnd &end)
{
    OriginQueue &host = *m_hosts[origin];
    host.note(end);
    touch(host);
}

void Scheduler::restore(quint32 origin, const QList<AttemptRecord> &attempts)
{
    OriginQueue &host = *m_hosts[origin];
    for (const AttemptRecord &attempt : attempts) {
        if (attempt.state == AttemptState::Cancelled)
            continue;
        if (attempt.status != 0)
            host.statistics.answered(attempt.timings.wait);
        if (attempt.fault)
            host.statistics.failed(attempt.fault->faultClass);
    }
    touch(host);
}

const OriginStatistics &Scheduler::statistics(quint32 origin) const
{
    return m_hosts[origin]->statistics;
}

void Scheduler::setPaused(bool paused)
{
    m_paused = paused;
    pumpLater();
}

void Scheduler::setConcurrency(int jobs)
{
    m_run.setLimit(jobs);
    pumpLater();
}

void Scheduler::setPerHost(int requests)
{
    m_defaults.limits.maxInFlight = requests;
    for (const auto &host : m_hosts) {
        OriginLimits limits = host->governor.limits();
        limits.maxInFlight = requests;
        applyLimits(*host, limits);
    }
}

void Scheduler::setRate(RateLimit rate)
{
    m_defaults.limits.rate = rate;
    for (const auto &host : m_hosts) {
        OriginLimits limits = host->governor.limits();
        limits.rate = rate;
        applyLimits(*host, limits);
    }
}

void Scheduler::setAdaptive(bool on)
{
    m_defaults.adaptive = on;
    for (const auto &host : m_hosts) {
        host->governor.setAdaptive(on);
        applyLimits(*host, host->governor.limits());
    }
}

void Scheduler::setLimits(quint32 origin, const OriginLimits &limits)
{
    applyLimits(*m_hosts[origin], limits);
}

void Scheduler::applyLimits(OriginQueue &host, const OriginLimits &limits)
{
    host.governor.setLimits(limits);
    host.slots.setLimit(host.governor.allowed());
    ready(host.index);
}

void Scheduler::countBackOff(quint32 origin, int change)
{
    OriginQueue &host = *m_hosts[origin];
    host.backingOff += change;
    touch(host);
}

QList<OriginStatus> Scheduler::takeChangedOrigins()
{
    QList<OriginStatus> changed;
    changed.reserve(static_cast<qsizetype>(m_changed.size()));
    for (const quint32 index : std::exchange(m_changed, {})) {
        OriginQueue &host = *m_hosts[index];
        host.changed = false;
        changed.append(host.status());
        if (changed.last().startedPerSecond > 0)
            host.refresh = m_deadlines.arm(rateRefresh, [this, &host] { touch(host); });
    }
    return changed;
}

void Scheduler::touch(OriginQueue &host)
{
    if (!std::exchange(host.changed, true))
        m_changed.push_back(host.index);
    if (m_onChange)
        m_onChange();
}

void Scheduler::ready(quint32 origin)
{
    OriginQueue &host = *m_hosts[origin];
    touch(host);
    if (host.inTurn || !host.anyWaiting())
        return;
    host.inTurn = true;
    m_turns.push_back(origin);
    pumpLater();
}

void Scheduler::pumpLater()
{
    if (std::exchange(m_pumpPosted, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { pump(); }, Qt::QueuedConnection);
}

void Scheduler::pump()
{
    m_pumpPosted = false;
    for (int started = 0; !m_paused && !m_turns.empty() && m_run.inUse() < m_run.limit();) {
        const quint32 origin = m_turns.front();
        m_turns.pop_front();
        m_hosts[origin]->inTurn = false;
        // An origin that cannot start now comes back when one of its permits does, or its time comes.
        if (!startOne(origin))
            continue;
        ready(origin);
        if (++started == startsPerTurn) {
            pumpLater();
            return;
        }
    }
}

void Scheduler::wakeWhenAllowed(OriginQueue &host)
{
    const auto at = host.governor.earliestStart();
    const auto now = OriginGovernor::Clock::now();
    if (at <= now || at == host.wakeAt)
        return;
    host.wakeAt = at;
    host.wake = m_deadlines.arm(std::chrono::ceil<std::chrono::milliseconds>(at - now),
                                [this, &host] { ready(host.index); });
}

void Scheduler::started(OriginQueue &host)
{
    const auto now = OriginGovernor::Clock::now();
    host.governor.started(now);
    host.statistics.started(now);
    touch(host);
}

bool Scheduler::startOne(quint32 origin)
{
    OriginQueue &host = *m_hosts[origin];
    if (!host.mayStart()) {
        wakeWhenAllowed(host);
        return false;
    }
    std::optional<QueuedJob> fresh;
    if (host.returning.empty()) {
        fresh = takeFresh(host);
        if (!fresh)
            return false;
    }
    std::optional<Permit> hostPermit = host.slots.tryAcquire();
    std::optional<Permit> runPermit = m_run.tryAcquire();
    Q_ASSERT(hostPermit && runPermit);
    Slot slot{std::move(*runPermit), std::move(*hostPermit)};
    started(host);
    if (fresh) {
        m_start(fresh->id, std::move(slot), fresh->sinceMs);
        return true;
    }
    ReturningJob *const waiter = host.returning.front();
    host.returning.pop_front();
    waiter->slot = std::move(slot);
    waiter->decided.set();
    return true;
}

std::optional<QueuedJob> Scheduler::takeFresh(OriginQueue &host)
{
    while (!host.fresh.empty()) {
        const QueuedJob entry = host.fresh.front();
        host.fresh.pop_front();
        if (m_tickets[entry.id] != entry.ticket)
            continue;
        m_tickets[entry.id] = 0;
        --host.queued;
        return entry;
    }
    return std::nullopt;
}

} // namespace inflight
