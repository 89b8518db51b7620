// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/scheduler.h"

#include "async/oneshot.h"

#include <algorithm>

namespace inflight {

namespace {

// Starting a job costs some 40 µs inside Qt: a raised limit of thousands must not hold up the event loop.
constexpr int startsPerTurn = 32;

} // namespace

struct Scheduler::Returning
{
    explicit Returning(Executor &executor)
        : decided(executor)
    {}
    OneShot decided;
    std::optional<Slot> slot;
};

Scheduler::Scheduler(Executor &executor, DeadlineQueue &deadlines, int concurrency, int perHost, Start start)
    : m_executor(executor)
    , m_deadlines(deadlines)
    , m_run(executor, concurrency)
    , m_start(std::move(start))
    , m_perHost(perHost)
{
    m_run.onFree([this] { pumpLater(); });
}

Scheduler::~Scheduler() = default;

quint32 Scheduler::originIndex(const Origin &origin)
{
    const auto known = m_indexes.constFind(origin);
    if (known != m_indexes.constEnd())
        return *known;
    const auto index = static_cast<quint32>(m_hosts.size());
    m_indexes.insert(origin, index);
    m_hosts.push_back(std::make_unique<Host>(m_executor, m_perHost, origin));
    m_hosts.back()->slots.onFree([this, index] { ready(index); });
    return index;
}

void Scheduler::enqueue(JobId id, quint32 origin)
{
    if (id >= m_tickets.size())
        m_tickets.resize(std::max<std::size_t>(id + 1, m_tickets.size() * 2));
    Q_ASSERT(m_tickets[id] == 0);
    m_tickets[id] = ++m_lastTicket;
    Host &host = *m_hosts[origin];
    host.fresh.push_back({id, m_lastTicket, steadyNowMs()});
    ++host.queued;
    host.changed = true;
    ready(origin);
}

bool Scheduler::withdraw(JobId id, quint32 origin)
{
    if (id >= m_tickets.size() || m_tickets[id] == 0)
        return false;
    // Its entry stays in the queue and is passed over when its turn comes: its ticket is no longer valid.
    m_tickets[id] = 0;
    --m_hosts[origin]->queued;
    m_hosts[origin]->changed = true;
    return true;
}

QCoro::Task<std::optional<Slot>> Scheduler::acquire(quint32 origin, std::stop_token stop)
{
    Host &host = *m_hosts[origin];
    Returning waiter(m_executor);
    host.returning.push_back(&waiter);
    ready(origin);
    {
        const std::stop_callback leave(stop, [&host, &waiter] {
            if (std::erase(host.returning, &waiter) > 0)
                waiter.decided.set();
        });
        co_await waiter.decided;
    }
    if (stop.stop_requested())
        co_return std::nullopt;
    co_return std::move(waiter.slot);
}

QCoro::Task<std::optional<Permit>> Scheduler::acquireHost(quint32 origin, std::stop_token stop)
{
    Host &host = *m_hosts[origin];
    host.changed = true;
    std::optional<Permit> permit = co_await host.slots.acquire(stop);
    co_return std::move(permit);
}

void Scheduler::hold(quint32 origin, std::chrono::milliseconds duration)
{
    Host &host = *m_hosts[origin];
    const qint64 until = steadyNowMs() + duration.count();
    if (until <= host.heldUntilMs)
        return;
    host.heldUntilMs = until;
    host.changed = true;
    host.holdOver = m_deadlines.arm(duration, [this, origin] {
        m_hosts[origin]->heldUntilMs = -1;
        m_hosts[origin]->changed = true;
        ready(origin);
    });
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
    m_perHost = requests;
    for (quint32 i = 0; i < m_hosts.size(); ++i) {
        m_hosts[i]->slots.setLimit(requests);
        m_hosts[i]->changed = true;
        ready(i);
    }
}

QList<OriginStatus> Scheduler::takeChangedOrigins()
{
    QList<OriginStatus> changed;
    for (quint32 i = 0; i < m_hosts.size(); ++i) {
        Host &host = *m_hosts[i];
        if (!std::exchange(host.changed, false))
            continue;
        changed.append({i, host.origin.text(), host.slots.inUse(),
                        host.queued + static_cast<int>(host.returning.size()), host.heldUntilMs});
    }
    return changed;
}

void Scheduler::ready(quint32 origin)
{
    Host &host = *m_hosts[origin];
    host.changed = true;
    if (host.inTurn || (host.fresh.empty() && host.returning.empty()))
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
        Host &host = *m_hosts[origin];
        host.inTurn = false;
        // A host that cannot start now comes back when one of its permits does, or its hold ends.
        if (!startOne(origin))
            continue;
        ready(origin);
        if (++started == startsPerTurn) {
            pumpLater();
            return;
        }
    }
}

bool Scheduler::mayStart(const Host &host) const
{
    return host.heldUntilMs < 0 && host.slots.inUse() < host.slots.limit();
}

bool Scheduler::startOne(quint32 origin)
{
    Host &host = *m_hosts[origin];
    if (!mayStart(host))
        return false;
    std::optional<Entry> fresh;
    if (host.returning.empty()) {
        fresh = takeFresh(host);
        if (!fresh)
            return false;
    }
    std::optional<Permit> hostPermit = host.slots.tryAcquire();
    std::optional<Permit> runPermit = m_run.tryAcquire();
    Q_ASSERT(runPermit);
    // A redirect may wait for this host and goes first; what was taken from the queue goes back to its head.
    if (!hostPermit || !runPermit) {
        if (fresh) {
            m_tickets[fresh->id] = fresh->ticket;
            ++host.queued;
            host.fresh.push_front(*fresh);
        }
        return false;
    }
    host.changed = true;
    Slot slot{std::move(*runPermit), std::move(*hostPermit)};
    if (fresh) {
        m_start(fresh->id, std::move(slot), fresh->sinceMs);
        return true;
    }
    Returning *const waiter = host.returning.front();
    host.returning.pop_front();
    waiter->slot = std::move(slot);
    waiter->decided.set();
    return true;
}

std::optional<Scheduler::Entry> Scheduler::takeFresh(Host &host)
{
    while (!host.fresh.empty()) {
        const Entry entry = host.fresh.front();
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
