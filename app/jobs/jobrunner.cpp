// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobrunner.h"

#include "async/poolcall.h"
#include "jobs/bodycollector.h"
#include "jobs/requestof.h"
#include "jobs/stagerun.h"
#include "jobs/statusfault.h"
#include "net/redirect.h"
#include "net/retrypolicy.h"
#include "pipeline/snippet.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int snippetCharacters = 500;
constexpr std::size_t fetchStage = 0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobRunner)
};

/// A header without a value is one that shall not be sent.
HeaderList sentHeaders(const Request &request)
{
    HeaderList headers = request.headers;
    headers.removeIf([](const Header &header) { return header.value.isNull(); });
    return headers;
}

double since(qint64 steadyMs)
{
    return static_cast<double>(steadyNowMs() - steadyMs);
}

/// Adds what a further hop of the same attempt took; the last hop's receiving is the attempt's.
void addHop(PhaseTimes &sum, const PhaseTimes &hop)
{
    const auto add = [](std::optional<double> &to, const std::optional<double> &value) {
        if (value)
            to = to.value_or(0) + *value;
    };
    add(sum.connect, hop.connect);
    add(sum.wait, hop.wait);
    sum.receive = hop.receive;
}

} // namespace

JobRunner::JobRunner(const RunSettings &settings, JobServices services)
    : m_settings(settings)
    , m_services(services)
{}

QCoro::Task<> JobRunner::run(ActiveJob *job, Slot slot)
{
    // A local of the body: a parameter of a coroutine outlives the body until its awaiter suspends again.
    Slot held = std::move(slot);
    DeadlineQueue::Deadline total;
    if (m_settings.deadlines.total) {
        const milliseconds limit = *m_settings.deadlines.total;
        total = m_services.deadlines.arm(limit, [job, limit] {
            const QString seconds = Text::tr("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
            job->stop.fail({FaultClass::TimeoutTotal,
                            {},
                            Text::tr("Not done within %1, all attempts together. Allow more with --max-time.")
                                .arg(seconds)});
        });
    }

    Outcome<Done> outcome = co_await fetch(job, &held);
    held.host.release();
    if (outcome.succeeded()) {
        Outcome<Done> processed = co_await process(job);
        outcome = std::move(processed);
    }
    if (!outcome.succeeded() && !job->stop.stopped() && job->payload.sha256.isEmpty())
        co_await describeBody(job);
    total.disarm();
    finish(*job, std::move(outcome));
}

QCoro::Task<Outcome<Done>> JobRunner::fetch(ActiveJob *job, Slot *slot)
{
    const std::stop_token stop = job->stop.token();
    milliseconds backOff{0};
    for (int tries = 1;; ++tries) {
        const auto startMs = static_cast<qint32>(job->clock.elapsed());
        job->board->begin(fetchStage);
        job->openAttempt = openAttempt(*job, startMs, backOff);
        Outcome<Done> outcome = co_await attempt(job, slot);
        noteAttempt(*job, outcome);
        if (!outcome.failed())
            co_return outcome;
        const std::optional<milliseconds> delay = delayBeforeRetry(*job, outcome.fault(), tries);
        if (!delay)
            co_return outcome;

        slot->release();
        backOff = *delay;
        job->board->rewind(fetchStage);
        job->state = JobState::BackingOff;
        job->waitUntilMs = steadyNowMs() + delay->count();
        job->slowStage.reset();
        job->changed();
        const bool slept = co_await m_services.deadlines.sleep(*delay, stop);
        if (!slept)
            co_return Outcome<Done>(Cancelled());
        job->waitUntilMs = -1;
        job->queuedSinceMs = steadyNowMs();
        job->changed();
        std::optional<Slot> again = co_await m_services.scheduler.acquire(job->origin, stop);
        if (!again)
            co_return Outcome<Done>(Cancelled());
        *slot = std::move(*again);
        job->state = JobState::Running;
        job->changed();
    }
}

QCoro::Task<Outcome<Done>> JobRunner::attempt(ActiveJob *job, Slot *slot)
{
    job->progress = {};
    job->progress.timings.queued = since(job->queuedSinceMs);
    job->payload = {};
    job->redirects.clear();
    Outcome<Response> answer = co_await followingRedirects(job, slot);
    if (answer.failed())
        co_return Outcome<Done>(answer.fault());
    if (answer.cancelled())
        co_return Outcome<Done>(Cancelled());

    std::optional<Fault> refused = judge(*job);
    if (refused)
        co_return Outcome<Done>(*std::move(refused));
    const ResponseHead &head = job->progress.head;
    job->board->end(
        fetchStage, StageState::Done,
        Text::tr("%1 %2, HTTP/%3").arg(QString::number(head.status), head.reason, head.httpVersion));
    co_return Outcome<Done>(Done());
}

QCoro::Task<Outcome<Response>> JobRunner::followingRedirects(ActiveJob *job, Slot *slot)
{
    const std::stop_token stop = job->stop.token();
    Request request = requestOf(job->input);
    PhaseTimes sum;
    sum.queued = job->progress.timings.queued;
    for (int hops = 0;; ++hops) {
        job->requestHeaders = sentHeaders(request);
        job->finalUrl = request.url.toString(QUrl::FullyEncoded);
        job->progress = {};
        BodyCollector body(m_settings.maxSize);
        std::function<void()> onProgress = [job] {
            job->board->progress(fetchStage, job->progress.wireBytes, job->progress.head.contentLength);
            job->changed();
        };
        Outcome<Response> answer =
            co_await m_services.fetcher.fetch(request, &body, &job->progress, onProgress, stop);
        addHop(sum, job->progress.timings);
        job->progress.timings = sum;

        const ResponseHead &head = job->progress.head;
        const bool unfollowed =
            m_settings.transport.maxRedirects == 0 && m_settings.accept.contains(head.status);
        if (!answer.succeeded() || !isRedirect(head.status) || unfollowed) {
            Outcome<Body> received = body.finish();
            if (received.failed() && answer.succeeded())
                co_return Outcome<Response>(received.fault());
            if (received.succeeded())
                job->payload.body = received.value();
            job->payload.url = request.url;
            // An answer that has no body by its nature describes one that is elsewhere (RFC 9110,
            // section 8.3).
            if (!answerHasNoBody(request.method, head.status)) {
                job->payload.contentType = headerValue(head.headers, "content-type");
                job->payload.contentEncoding = headerValue(head.headers, "content-encoding");
            }
            co_return answer;
        }
        if (hops == m_settings.transport.maxRedirects)
            co_return Outcome<Response>(tooManyRedirects(hops));
        std::variant<Request, Fault> next = followRedirect(request, head);
        if (std::holds_alternative<Fault>(next))
            co_return Outcome<Response>(std::get<Fault>(next));
        const Origin from = Origin::of(request.url);
        request = std::get<Request>(std::move(next));
        job->redirects.append(request.url.toString(QUrl::FullyEncoded));
        if (Origin::of(request.url) == from)
            continue;
        // Caps belong to the origin that is asked now: change this origin's permit for that one's.
        slot->host.release();
        const quint32 index = m_services.scheduler.originIndex(Origin::of(request.url));
        std::optional<Permit> permit = co_await m_services.scheduler.acquireHost(index, stop);
        if (!permit)
            co_return Outcome<Response>(Cancelled());
        slot->host = std::move(*permit);
    }
}

std::optional<Fault> JobRunner::judge(const ActiveJob &job) const
{
    const ResponseHead &head = job.progress.head;
    if (m_settings.accept.contains(head.status))
        return std::nullopt;
    return statusFault(head.status, head.reason);
}

std::optional<milliseconds> JobRunner::delayBeforeRetry(const ActiveJob &job, const Fault &fault,
                                                        int tries) const
{
    const RetrySettings &retry = m_settings.retry;
    const int status = job.progress.head.status;
    const bool byStatus = fault.faultClass == FaultClass::HttpStatus && isTransientStatus(status);
    // An answer that never came does not say whether a POST was acted on: nobody but its sender may repeat
    // it.
    const bool repeatable = job.progress.timesSent == 0 || neverSent(fault.faultClass) ||
                            isIdempotent(job.input.request ? job.input.request->method : QByteArray("GET"));
    if (tries > retry.retries || job.stop.stopped() ||
        !(byStatus || (isTransient(fault.faultClass) && repeatable)))
        return std::nullopt;

    milliseconds delay =
        backOffDelay(tries, retry.baseDelay, retry.maxDelay, QRandomGenerator::global()->generateDouble());
    const QByteArray retryAfter = headerValue(job.progress.head.headers, "retry-after");
    const std::optional<milliseconds> asked =
        byStatus ? parseRetryAfter(retryAfter, QDateTime::currentDateTimeUtc()) : std::nullopt;
    if (asked) {
        delay = *asked;
        // 429 and 503 speak for the whole origin (RFC 6585, section 4; RFC 9110, section 15.6.4).
        if (status == 429 || status == 503)
            m_services.scheduler.hold(job.origin, *asked);
    }
    if (retry.maxTime && milliseconds(job.clock.elapsed()) + delay > *retry.maxTime)
        return std::nullopt;
    return delay;
}

QCoro::Task<Outcome<Done>> JobRunner::process(ActiveJob *job)
{
    const auto &stages = m_settings.pipeline->stages();
    for (std::size_t at = 0; at < stages.size();) {
        if (job->stop.stopped())
            co_return Outcome<Done>(Cancelled());
        const std::size_t end = endOfCpuStages(*m_settings.pipeline, at);
        if (end > at) {
            Outcome<Done> computed = co_await computeStages(job, at, end);
            if (!computed.succeeded())
                co_return computed;
            at = end;
            continue;
        }
        const auto *stage = static_cast<const WaitStage *>(stages[at].get());
        Outcome<Done> waited = co_await waitInStage(job, stage, at + 1);
        if (!waited.succeeded())
            co_return waited;
        ++at;
    }
    co_return Outcome<Done>(Done());
}

QCoro::Task<Outcome<Done>> JobRunner::waitInStage(ActiveJob *job, const WaitStage *stage, std::size_t place)
{
    job->board->begin(place);
    job->changed();
    const bool slept = co_await m_services.deadlines.sleep(stage->duration(), job->stop.token());
    if (!slept)
        co_return Outcome<Done>(Cancelled());
    job->board->end(place, StageState::Done);
    job->changed();
    co_return Outcome<Done>(Done());
}

QCoro::Task<Outcome<Done>> JobRunner::computeStages(ActiveJob *job, std::size_t first, std::size_t end)
{
    const std::stop_token stop = job->stop.token();
    job->board->wait(first + 1);
    job->computing = true;
    job->changed();
    std::optional<Permit> cpu = co_await m_services.cpu.acquire(stop);
    if (!cpu)
        co_return Outcome<Done>(Cancelled());
    StageRun work(m_settings.pipeline, first, end, job->payload, job->board, m_settings.maxSize);
    StageRunEnd ended = co_await callInPool(&m_services.pool, work, stop);
    cpu->release();
    job->computing = false;
    job->payload = std::move(ended.payload);
    job->changed();
    if (ended.fault)
        co_return Outcome<Done>(*std::move(ended.fault));
    if (ended.cancelled)
        co_return Outcome<Done>(Cancelled());
    co_return Outcome<Done>(Done());
}

QCoro::Task<> JobRunner::describeBody(ActiveJob *job)
{
    if (job->payload.body.size() == 0)
        co_return;
    const std::stop_token stop = job->stop.token();
    std::optional<Permit> cpu = co_await m_services.cpu.acquire(stop);
    if (!cpu)
        co_return;
    BodyDescription work(job->payload, m_settings.maxSize);
    Payload described = co_await callInPool(&m_services.pool, work, stop);
    job->payload = std::move(described);
}

AttemptRecord JobRunner::openAttempt(const ActiveJob &job, qint32 startMs, milliseconds backOff)
{
    AttemptRecord attempt;
    attempt.startMs = startMs;
    attempt.started = job.started.addMSecs(startMs);
    attempt.backOffMs = static_cast<qint32>(backOff.count());
    return attempt;
}

void JobRunner::noteAttempt(ActiveJob &job, const Outcome<Done> &outcome) const
{
    AttemptRecord attempt = *std::exchange(job.openAttempt, std::nullopt);
    attempt.durationMs = static_cast<qint32>(job.clock.elapsed()) - attempt.startMs;
    attempt.status = job.progress.head.status;
    attempt.timings = job.progress.timings;
    if (outcome.failed()) {
        attempt.fault = outcome.fault();
        attempt.fault->stage = u"fetch"_s;
    } else if (outcome.cancelled() && job.stop.fault()) {
        attempt.fault = *job.stop.fault();
        attempt.fault->stage = u"fetch"_s;
    }
    job.attempts.append(attempt);
}

void JobRunner::noteStages(const ActiveJob &job) const
{
    const QList<StageRecord> stages = job.board->records();
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const StageRecord &stage = stages.at(i);
        if (stage.state != StageState::Done || !stage.durationMs)
            continue;
        // Of the fetch, only the attempt that succeeded: back-off is waiting, not slowness.
        const double ms = i == 0 ? job.attempts.last().durationMs : *stage.durationMs;
        m_services.statistics.add(job.origin, static_cast<std::size_t>(i),
                                  std::chrono::microseconds(static_cast<qint64>(ms * 1000)));
    }
}

void JobRunner::finish(ActiveJob &job, Outcome<Done> outcome) const
{
    const std::optional<StageBoard::Current> current = job.board->current();
    const QStringList names = m_settings.pipeline->stageNames();
    if (outcome.succeeded()) {
        job.state = JobState::Succeeded;
    } else if (outcome.failed() || job.stop.fault()) {
        job.state = JobState::Failed;
        job.fault = outcome.failed() ? outcome.fault() : *job.stop.fault();
        if (job.fault->stage.isEmpty())
            job.fault->stage = current ? names.at(static_cast<qsizetype>(current->stage)) : u"fetch"_s;
        job.board->endRest(StageState::Failed);
    } else {
        job.state = JobState::Cancelled;
        job.board->endRest(StageState::Cancelled);
    }
    job.slowStage.reset();
    job.snippet = snippetOf(job.payload, snippetCharacters);
    noteStages(job);
}

} // namespace inflight
