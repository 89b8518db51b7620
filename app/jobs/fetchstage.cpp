// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/fetchstage.h"

#include "jobs/bodycollector.h"
#include "jobs/requestof.h"
#include "jobs/retrydecision.h"
#include "jobs/statusfault.h"
#include "net/redirect.h"
#include "net/retrypolicy.h"
#include "pipeline/contentdisposition.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr std::size_t fetchStage = 0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::FetchStage)
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

FetchStage::FetchStage(const RunSettings &settings, JobServices services)
    : m_settings(settings)
    , m_services(services)
{}

QCoro::Task<Outcome<Done>> FetchStage::run(ActiveJob *job, Slot *slot)
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
        const RetryDecision decision = decideRetry(m_settings.retry, *job, outcome.fault(), tries);
        if (!decision.delay)
            co_return outcome;

        slot->release();
        backOff = *decision.delay;
        job->board->rewind(fetchStage);
        job->state = JobState::BackingOff;
        job->waitUntilMs = steadyNowMs() + backOff.count();
        job->waitOrigin = job->origin;
        job->slowStage.reset();
        job->changed();
        const bool slept = co_await m_services.deadlines.sleep(backOff, stop);
        if (!slept)
            co_return Outcome<Done>(Cancelled());
        job->queuedSinceMs = steadyNowMs();
        const bool started = co_await waitForSlot(job, slot, job->origin);
        if (!started)
            co_return Outcome<Done>(Cancelled());
    }
}

QCoro::Task<bool> FetchStage::waitForSlot(ActiveJob *job, Slot *slot, quint32 origin)
{
    job->board->rewind(fetchStage);
    job->state = JobState::BackingOff;
    job->waitUntilMs = -1;
    job->waitOrigin = origin;
    job->slowStage.reset();
    job->changed();
    const std::stop_token stop = job->stop.token();
    std::optional<Slot> given = co_await m_services.scheduler.acquire(origin, stop);
    if (!given)
        co_return false;
    *slot = std::move(*given);
    job->board->begin(fetchStage);
    job->state = JobState::Running;
    job->changed();
    co_return true;
}

QCoro::Task<Outcome<Done>> FetchStage::attempt(ActiveJob *job, Slot *slot)
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

QCoro::Task<Outcome<Response>> FetchStage::followingRedirects(ActiveJob *job, Slot *slot)
{
    const std::stop_token stop = job->stop.token();
    Request request = requestOf(job->input);
    PhaseTimes sum;
    sum.queued = job->progress.timings.queued;
    quint32 origin = job->origin;
    for (int hops = 0;; ++hops) {
        job->requestHeaders = sentHeaders(request);
        job->finalUrl = request.url.toString(QUrl::FullyEncoded);
        job->progress = {};
        BodyCollector body(m_settings.maxSize);
        std::function<void()> onProgress = [job] {
            job->board->progress(fetchStage, job->progress.wireBytes, job->progress.head.contentLength);
            job->changed();
        };
        const OriginGovernor::TimePoint startedAt = OriginGovernor::Clock::now();
        Outcome<Response> answer =
            co_await m_services.fetcher.fetch(request, &body, &job->progress, onProgress, stop);
        noteRequest(*job, origin, startedAt, answer);
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
                job->payload.proposedName =
                    proposedFileName(headerValue(head.headers, "content-disposition"));
            }
            co_return answer;
        }
        if (hops == m_settings.transport.maxRedirects)
            co_return Outcome<Response>(tooManyRedirects(hops));
        const Downgrade downgrade =
            m_settings.transport.followDowngrades ? Downgrade::Followed : Downgrade::Refused;
        std::variant<Request, Fault> next = followRedirect(request, head, downgrade);
        if (std::holds_alternative<Fault>(next))
            co_return Outcome<Response>(std::get<Fault>(next));
        request = std::get<Request>(std::move(next));
        job->redirects.append(request.url.toString(QUrl::FullyEncoded));
        // Caps, rate and pause are those of the origin that is asked now, which a further request counts for.
        origin = m_services.scheduler.originIndex(Origin::of(request.url));
        if (m_services.scheduler.tryMove(*slot, origin))
            continue;
        const qint64 waitedSinceMs = steadyNowMs();
        const bool started = co_await waitForSlot(job, slot, origin);
        if (!started)
            co_return Outcome<Response>(Cancelled());
        sum.queued = sum.queued.value_or(0) + since(waitedSinceMs);
    }
}

std::optional<Fault> FetchStage::judge(const ActiveJob &job) const
{
    const ResponseHead &head = job.progress.head;
    if (m_settings.accept.contains(head.status))
        return std::nullopt;
    return statusFault(head.status, head.reason);
}

void FetchStage::noteRequest(const ActiveJob &job, quint32 origin, OriginGovernor::TimePoint startedAt,
                             const Outcome<Response> &answer) const
{
    const ExchangeProgress &progress = job.progress;
    RequestEnd end;
    end.startedAt = startedAt;
    end.status = progress.head.status;
    end.firstByteMs = progress.timings.wait;
    if (answer.failed())
        end.fault = answer.fault().faultClass;
    else if (answer.cancelled() && job.stop.fault())
        end.fault = job.stop.fault()->faultClass;
    else if (answer.succeeded() && !m_settings.accept.contains(end.status) && !isRedirect(end.status))
        end.fault = FaultClass::HttpStatus;
    if (isTransientStatus(end.status))
        end.retryAfter = parseRetryAfter(headerValue(progress.head.headers, "retry-after"),
                                         QDateTime::currentDateTimeUtc());
    m_services.scheduler.requestEnded(origin, end);
}

AttemptRecord FetchStage::openAttempt(const ActiveJob &job, qint32 startMs, milliseconds backOff)
{
    AttemptRecord attempt;
    attempt.startMs = startMs;
    attempt.started = job.started.addMSecs(startMs);
    attempt.backOffMs = static_cast<qint32>(backOff.count());
    return attempt;
}

void FetchStage::noteAttempt(ActiveJob &job, const Outcome<Done> &outcome) const
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

} // namespace inflight
