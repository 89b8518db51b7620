// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/fetchstage.h"

#include "jobs/attemptnote.h"
#include "jobs/hedgedattempt.h"
#include "jobs/retrydecision.h"
#include "pipeline/wording.h"

#include <QCoreApplication>

namespace inflight {

namespace {

struct FetchStageText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::FetchStage)
};

double since(qint64 steadyMs)
{
    return static_cast<double>(steadyNowMs() - steadyMs);
}

/// Most answers of a run have the same: putting it together for each would take longer than reading the head.
QString statusLine(const ResponseHead &head)
{
    thread_local ResponseHead last;
    thread_local QString line;
    if (line.isNull() || head.status != last.status || head.reason != last.reason ||
        head.httpVersion != last.httpVersion) {
        last.status = head.status;
        last.reason = head.reason;
        last.httpVersion = head.httpVersion;
        line = FetchStageText::tr("%1 %2, HTTP/%3")
                   .arg(QString::number(head.status), head.reason, head.httpVersion);
    }
    return line;
}

/// What a person reads of a good answer.
QString answerText(const Answer &answer)
{
    const QString line = statusLine(answer.progress.head);
    if (answer.resumedFrom == 0)
        return line;
    return FetchStageText::tr("%1, went on at %2").arg(line, sizeText(answer.resumedFrom));
}

/// Ends the fetch: what came of a body that was not completed is shown, too.
void takePayload(ActiveJob &job)
{
    Answer &answer = job.answer;
    const int status = answer.progress.head.status;
    if (answer.partial && (status == 200 || status == 206)) {
        const Outcome<Body> received = answer.partial->writer().finish();
        if (received.succeeded())
            answer.payload.body = received.value();
    }
    answer.partial.reset();
    job.payload = std::exchange(answer.payload, {});
    job.payload.status = status;
    job.payload.depth = job.input.depth;
    job.payload.headers = answer.progress.head.headers;
}

} // namespace

FetchStage::FetchStage(const RunSettings &settings, JobServices services)
    : m_settings(settings)
    , m_services(services)
{}

QCoro::Task<Outcome<Done>> FetchStage::run(ActiveJob *job, Slot *slot)
{
    Outcome<Done> outcome = co_await attempts(job, slot);
    takePayload(*job);
    if (outcome.succeeded())
        job->board->end(fetchPlace, StageState::Done, answerText(job->answer));
    co_return outcome;
}

QCoro::Task<Outcome<Done>> FetchStage::attempts(ActiveJob *job, Slot *slot)
{
    const std::stop_token stop = job->stop.token();
    milliseconds backOff{0};
    for (int tries = 1;; ++tries) {
        job->board->begin(fetchPlace);
        job->openAttempt = openAttempt(*job, backOff);
        Outcome<Done> outcome = co_await attempt(job, slot);
        if (!outcome.failed())
            co_return outcome;
        const RetryDecision decision = decideRetry(m_settings.retry, *job, outcome.fault(), tries);
        if (!decision.delay)
            co_return outcome;

        slot->release();
        backOff = *decision.delay;
        job->board->rewind(fetchPlace);
        job->state = JobState::BackingOff;
        job->waitUntilMs = steadyNowMs() + backOff.count();
        job->waitsAsAsked = decision.asAsked;
        job->waitOrigin = job->origin;
        job->slowStage.reset();
        job->changed();
        m_services.scheduler.countBackOff(job->origin, 1);
        const bool slept = co_await m_services.deadlines.sleep(backOff, stop);
        m_services.scheduler.countBackOff(job->origin, -1);
        if (!slept)
            co_return Outcome<Done>(Cancelled());
        job->queuedSinceMs = steadyNowMs();
        const bool started = co_await waitForSlot(&m_services, job, slot, job->origin, stop);
        if (!started)
            co_return Outcome<Done>(Cancelled());
    }
}

QCoro::Task<Outcome<Done>> FetchStage::attempt(ActiveJob *job, Slot *slot)
{
    Answer fresh;
    fresh.finalUrl = job->input.url;
    fresh.partial = std::move(job->answer.partial);
    fresh.progress.timings.queued = since(job->queuedSinceMs);
    job->answer = std::move(fresh);
    if (HedgedAttempt::isWanted(m_settings, *job)) {
        HedgedAttempt race(m_settings, m_services, *job, *slot);
        Outcome<Done> won = co_await race.run();
        co_return won;
    }
    RequestChain chain(m_settings, m_services, *job, job->answer, *slot, RequestChain::Role::First);
    Outcome<Done> outcome = co_await chain.run(job->stop.token());
    AttemptRecord record = *std::exchange(job->openAttempt, std::nullopt);
    closeAttempt(record, *job, job->answer, outcome);
    job->attempts.append(record);
    co_return outcome;
}

} // namespace inflight
