// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/scheduler.h"

#include "async/oneshot.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace inflight {

namespace {

// Starting a job costs some 40 µs inside Qt: a raised limit of thousands must not hold up the event loop.
constexpr int startsPerTurn = 32;
constexpr auto rateRefresh = 1000ms;

/// 429 and 503 speak for the whole origin (RFC 6585, section 4; RFC 9110, section 15.6.4).
bool saysBusy(int status)
{
    return status == 429 || status == 503;
}

bool timedOut(const RequestEnd &end)
{
    return end.fault == FaultClass::TimeoutConnect || end.fault == FaultClass::TimeoutFirstByte ||
           end.fault == FaultClass::TimeoutIdle;
}

qint32 wholeMs(const std::optional<double> &ms)
{
    return ms ? static_cast<qint32>(std::lround(*ms)) : -1;
}

} // namespace

struct Scheduler::Returning
{
    explicit Returning(Executor &executor)
        : decided(executor)
    {}
    OneShot decided;
    std::optional<Slot> slot;
};

struct Scheduler::Host
{
    Host(Executor &executor, quint32 number, const Origin &which, const Defaults &defaults)
        : index(number)
        , origin(which)
        , governor(defaults.limits, defaults.adaptive)
        , slots(executor, governor.allowed())
    {}
    quint32 index;
    Origin origin;
    OriginGovernor governor;
    OriginStatistics statistics;
    Semaphore slots;
    std::deque<Entry> fresh;
    std::deque<Returning *> returning;
    DeadlineQueue::Deadline wake; ///< for its next permitted start, while somebody waits for it
    OriginGovernor::TimePoint wakeAt;
    DeadlineQueue::Deadline refresh; ///< of the measured rate, which falls without anything happening
    int queued = 0;                  ///< valid entries of `fresh`
    int backingOff = 0;
    bool inTurn = false;
    bool changed = false;

    [[nodiscard]] bool anyWaiting() const { return !fresh.empty() || !returning.empty(); }
};

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
    m_hosts.push_back(std::make_unique<Host>(m_executor, index, origin, m_defaults));
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
    Host &host = *m_hosts[origin];
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
    Host &host = *m_hosts[origin];
    std::vector<JobId> ids;
    ids.reserve(static_cast<std::size_t>(host.queued));
    while (const std::optional<Entry> entry = takeFresh(host))
        ids.push_back(entry->id);
    touch(host);
    return ids;
}

QCoro::Task<std::optional<Slot>> Scheduler::acquire(quint32 origin, std::stop_token stop)
{
    Host &host = *m_hosts[origin];
    Returning waiter(m_executor);
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
    Host &host = *m_hosts[origin];
    const bool anyWaiting = host.queued > 0 || !host.returning.empty() || !m_turns.empty();
    if (m_paused || anyWaiting || !mayStart(host))
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
    Host &host = *m_hosts[origin];
    if (!m_paused && host.returning.empty() && mayStart(host)) {
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
    Host &host = *m_hosts[origin];
    if (end.status != 0)
        host.statistics.answered(end.firstByteMs);
    if (end.fault)
        host.statistics.failed(*end.fault);
    const auto now = OriginGovernor::Clock::now();
    if (saysBusy(end.status) || timedOut(end))
        host.governor.overloaded(end.startedAt, now, host.slots.inUse(),
                                 saysBusy(end.status) ? end.status : 0);
    else if (end.status != 0)
        host.governor.answered(end.startedAt);
    if (end.retryAfter && saysBusy(end.status))
        host.governor.hold(now + *end.retryAfter);
    if (host.slots.limit() != host.governor.allowed())
        host.slots.setLimit(host.governor.allowed());
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

void Scheduler::applyLimits(Host &host, const OriginLimits &limits)
{
    host.governor.setLimits(limits);
    host.slots.setLimit(host.governor.allowed());
    ready(host.index);
}

void Scheduler::countBackOff(quint32 origin, int change)
{
    Host &host = *m_hosts[origin];
    host.backingOff += change;
    touch(host);
}

QList<OriginStatus> Scheduler::takeChangedOrigins()
{
    QList<OriginStatus> changed;
    changed.reserve(static_cast<qsizetype>(m_changed.size()));
    for (const quint32 index : std::exchange(m_changed, {})) {
        Host &host = *m_hosts[index];
        host.changed = false;
        changed.append(statusOf(host));
        if (changed.last().startedPerSecond > 0)
            host.refresh = m_deadlines.arm(rateRefresh, [this, &host] { touch(host); });
    }
    return changed;
}

OriginStatus Scheduler::statusOf(const Host &host) const
{
    const auto now = OriginGovernor::Clock::now();
    const auto whenLater = [now](OriginGovernor::TimePoint moment) {
        return moment > now ? steadyMs(moment) : -1;
    };
    OriginStatus status;
    status.index = host.index;
    status.text = host.origin.text();
    status.inFlight = host.slots.inUse();
    status.queued = host.queued + static_cast<int>(host.returning.size());
    status.backingOff = host.backingOff;
    status.limits = host.governor.limits();
    status.allowed = host.governor.allowed();
    status.easedAfter = static_cast<quint16>(host.governor.easedAfter());
    status.heldUntilMs = whenLater(host.governor.heldUntil());
    status.nextStartMs = whenLater(host.governor.nextByRate());
    status.ttfbMedianMs = wholeMs(host.statistics.firstByteMs(0.5));
    status.ttfbP95Ms = wholeMs(host.statistics.firstByteMs(0.95));
    status.answers = host.statistics.answers();
    status.errors = host.statistics.errors();
    status.startedPerSecond = host.statistics.startedPerSecond(now);
    return status;
}

void Scheduler::touch(Host &host)
{
    if (!std::exchange(host.changed, true))
        m_changed.push_back(host.index);
    if (m_onChange)
        m_onChange();
}

void Scheduler::ready(quint32 origin)
{
    Host &host = *m_hosts[origin];
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

bool Scheduler::mayStart(const Host &host) const
{
    return !host.governor.limits().paused && host.slots.inUse() < host.slots.limit() &&
           host.governor.earliestStart() <= OriginGovernor::Clock::now();
}

void Scheduler::wakeWhenAllowed(Host &host)
{
    const auto at = host.governor.earliestStart();
    const auto now = OriginGovernor::Clock::now();
    if (at <= now || at == host.wakeAt)
        return;
    host.wakeAt = at;
    host.wake = m_deadlines.arm(std::chrono::ceil<std::chrono::milliseconds>(at - now),
                                [this, &host] { ready(host.index); });
}

void Scheduler::started(Host &host)
{
    const auto now = OriginGovernor::Clock::now();
    host.governor.started(now);
    host.statistics.started(now);
    touch(host);
}

bool Scheduler::startOne(quint32 origin)
{
    Host &host = *m_hosts[origin];
    if (!mayStart(host)) {
        wakeWhenAllowed(host);
        return false;
    }
    std::optional<Entry> fresh;
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
