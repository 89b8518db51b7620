// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/hedgedattempt.h"

#include "jobs/attemptnote.h"
#include "net/redirect.h"
#include "net/retrypolicy.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace inflight {

namespace {

constexpr std::size_t samplesNeeded = 20;
constexpr double hedgedShare = 0.95;
// Sooner there is nothing to be won that anybody could see, and a quick origin would get every request twice.
constexpr milliseconds leastThreshold = 50ms;
constexpr milliseconds lookAgain = 250ms;

} // namespace

HedgedAttempt::HedgedAttempt(const RunSettings &settings, const JobServices &services, ActiveJob &job,
                             Slot &slot)
    : m_settings(settings)
    , m_services(services)
    , m_job(job)
    , m_slot(slot)
    , m_first(job.stop.token())
    , m_scope(services.executor)
{
    m_clock.start();
}

bool HedgedAttempt::isWanted(const RunSettings &settings, const ActiveJob &job)
{
    return settings.hedge && isIdempotent(job.method());
}

QCoro::Task<Outcome<Done>> HedgedAttempt::run()
{
    m_first.record = *m_job.openAttempt;
    m_scope.spawn([this](std::stop_token) { return contend(&m_first, RequestChain::Role::First); });
    look();
    co_await m_scope.join();
    m_job.openHedge.reset(); // its answer goes with this
    m_job.hedgeAnswer = nullptr;
    if (m_scope.firstException())
        std::rethrow_exception(m_scope.firstException());
    settle();
    const Outcome<Done> outcome = m_winner ? *m_winner->outcome : *m_first.outcome;
    co_return outcome;
}

QCoro::Task<> HedgedAttempt::contend(Side *side, RequestChain::Role role)
{
    const bool first = role == RequestChain::Role::First;
    Answer &answer = first ? m_job.answer : m_hedgeAnswer;
    RequestChain chain(m_settings, m_services, m_job, answer, first ? m_slot : m_hedgeSlot, role);
    Outcome<Done> outcome = co_await chain.run(side->stop.token());
    // Nothing is begun beside an attempt that has ended.
    m_nextLook.disarm();
    const bool won = outcome.succeeded() && !m_winner;
    if (won) {
        m_winner = side;
        if (Side *const other = first ? (m_hedge ? &*m_hedge : nullptr) : &m_first)
            other->stop.cancel();
    } else {
        // The winner's slot is the job's; this one is free for others while the winner goes on.
        (first ? m_slot : m_hedgeSlot).release();
    }
    closeAttempt(side->record, m_job, answer, outcome);
    side->outcome = std::move(outcome);
}

void HedgedAttempt::look()
{
    const int status = m_job.answer.progress.head.status;
    if (m_first.outcome || m_first.stop.stopped() || (status != 0 && !isRedirect(status)))
        return;
    const std::optional<milliseconds> after = threshold();
    const milliseconds waited(m_clock.elapsed());
    if (after && waited < *after) {
        lookAfter(*after - waited);
        return;
    }
    std::optional<Slot> slot;
    if (after && status == 0)
        slot = m_services.scheduler.tryAcquire(m_job.origin);
    if (!slot) {
        lookAfter(lookAgain);
        return;
    }
    m_hedgeSlot = std::move(*slot);
    m_hedge.emplace(m_job.stop.token());
    m_hedge->record = openAttempt(m_job, 0ms);
    m_hedge->record.hedge = true;
    m_job.openHedge = m_hedge->record;
    m_job.hedgeAnswer = &m_hedgeAnswer;
    m_job.changed();
    m_scope.spawn([this](std::stop_token) { return contend(&*m_hedge, RequestChain::Role::Hedge); });
}

void HedgedAttempt::lookAfter(milliseconds time)
{
    m_nextLook = m_services.deadlines.arm(time, [this] { look(); });
}

std::optional<milliseconds> HedgedAttempt::threshold() const
{
    if (m_settings.hedge->after)
        return m_settings.hedge->after;
    const OriginStatistics &statistics = m_services.scheduler.statistics(m_job.origin);
    if (statistics.samples() < samplesNeeded)
        return std::nullopt;
    const auto usual = static_cast<qint64>(std::ceil(statistics.firstByteMs(hedgedShare).value_or(0)));
    return std::max(leastThreshold, milliseconds(usual));
}

void HedgedAttempt::settle()
{
    m_job.openAttempt.reset();
    if (m_hedge && m_winner)
        (m_winner == &m_first ? m_hedge->record : m_first.record).lose();
    m_job.attempts.append(m_first.record);
    if (!m_hedge)
        return;
    m_job.attempts.append(m_hedge->record);
    if (m_winner == &*m_hedge) {
        m_job.answer = std::move(m_hedgeAnswer);
        m_slot = std::move(m_hedgeSlot);
        // The first may have been waiting, for a slot where a redirect leads.
        if (std::exchange(m_job.state, JobState::Running) != JobState::Running)
            m_job.board->begin(fetchPlace);
    } else if (!m_winner && !m_job.answer.partial) {
        m_job.answer.partial = std::move(m_hedgeAnswer.partial);
    }
}

} // namespace inflight
