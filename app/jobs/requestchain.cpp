// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestchain.h"

#include "async/poolcall.h"
#include "jobs/bodyhash.h"
#include "jobs/keptparts.h"
#include "jobs/lostsecret.h"
#include "jobs/requestof.h"
#include "jobs/stageplan.h"
#include "jobs/statusfault.h"
#include "net/codings.h"
#include "net/redirect.h"
#include "net/retrypolicy.h"
#include "pipeline/contentdisposition.h"
#include "pipeline/ended.h"

#include <algorithm>

#include <QCoreApplication>

namespace inflight {

namespace {

struct RequestChainText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::FetchStage)
};

/// Whoever keeps a part makes sure each time that so much of it is on the disk.
constexpr qint64 notePartEvery = 32LL * 1024 * 1024;

/// A header without a value is one that shall not be sent.
HeaderList sentHeaders(const Request &request)
{
    const auto isLeftOut = [](const Header &header) { return header.value.isNull(); };
    HeaderList headers = request.headers;
    // Looked for first, since removing takes the list out of its sharing.
    if (std::ranges::any_of(request.headers, isLeftOut))
        headers.removeIf(isLeftOut);
    return headers;
}

/// Adds what a further request of the same attempt took; the last one's receiving is the attempt's.
void addHop(PhaseTimes &sum, const PhaseTimes &hop)
{
    const auto add = [](std::optional<double> &to, const std::optional<double> &value) {
        if (value)
            to = to.value_or(0) + *value;
    };
    add(sum.connect, hop.connect);
    add(sum.tls, hop.tls);
    add(sum.wait, hop.wait);
    sum.receive = hop.receive;
}

Fault cutOff(qint64 size, qint64 wholeSize)
{
    return {FaultClass::Truncated,
            {},
            RequestChainText::tr(
                "The answer is cut off: %L1 of %L2 bytes came, the rest in parts. Try again; if it stays, "
                "the server or something before it cuts answers off.")
                .arg(size)
                .arg(wholeSize)};
}

Fault wrongDigest(const GivenDigest &given)
{
    return {FaultClass::Check,
            {},
            RequestChainText::tr(
                "The body is not what the server says it sent: it does not match %1 (%2). Try again; if "
                "it stays, the file on the server or something on the way is damaged.")
                .arg(given.field, given.name)};
}

} // namespace

RequestChain::RequestChain(const RunSettings &settings, const JobServices &services, ActiveJob &job,
                           Answer &answer, Slot &slot, Role role)
    : m_settings(settings)
    , m_services(services)
    , m_job(job)
    , m_answer(answer)
    , m_slot(slot)
    , m_role(role)
    , m_request(requestOf(job.input))
    , m_origin(job.origin)
{
    m_sum.queued = answer.progress.timings.queued;
}

QCoro::Task<Outcome<Done>> RequestChain::run(std::stop_token stop)
{
    if (std::optional<Fault> lost = lostSecret(m_job.input))
        co_return Outcome<Done>(*std::move(lost));
    for (;;) {
        Outcome<Next> sent = co_await send(stop);
        if (!sent.succeeded())
            co_return ended<Done>(sent);
        if (sent.value() == Next::Nothing) {
            const std::optional<GivenDigest> given = digestToCheck();
            if (!given)
                co_return Outcome<Done>(Done());
            Outcome<Next> checked = co_await checkDigest(*given, stop);
            if (!checked.succeeded())
                co_return ended<Done>(checked);
            if (checked.value() == Next::Nothing)
                co_return Outcome<Done>(Done());
        }
        // Caps, rate and pause are those of the origin that is asked now, which a further request counts for.
        const bool started = co_await takeTurn(stop);
        if (!started)
            co_return Outcome<Done>(Cancelled());
    }
}

QCoro::Task<Outcome<RequestChain::Next>> RequestChain::send(std::stop_token stop)
{
    Request request = m_request;
    const bool asksForRest = m_answer.partial && m_answer.partial->askForRest(request);
    m_answer.requestHeaders = sentHeaders(request);
    m_answer.finalUrl = m_redirects == 0 ? m_job.input.url : m_answer.redirects.constLast();
    m_answer.progress = {};
    m_answer.resumedFrom = 0;
    BodyCollector body({m_services.executor, m_services.disk}, m_settings.maxSize,
                       asksForRest ? m_answer.partial.get() : nullptr, partPlace());
    body.spillTo(fileFolder());
    m_notePartAt = 0;
    std::function<void()> onProgress = [this, &body] {
        m_answer.resumedFrom = body.resumedFrom();
        notePart(body);
        if (m_answer.progress.timesSent > 0 && m_request.url.scheme() == u"https")
            m_job.sentByTls = true;
        if (m_role == Role::Hedge)
            return;
        m_job.board->progress(fetchPlace, m_answer.received(), m_answer.expected());
        m_job.changed();
    };
    const OriginGovernor::TimePoint startedAt = OriginGovernor::Clock::now();
    Outcome<Response> sent =
        co_await m_services.fetcher.fetch(request, &body, &m_answer.progress, onProgress, stop);
    Outcome<Done> written = co_await body.settle();
    noteRequest(startedAt, sent);
    addHop(m_sum, m_answer.progress.timings);
    m_answer.progress.timings = m_sum;
    m_answer.resumedFrom = body.resumedFrom();

    const int status = m_answer.progress.head.status;
    if (body.contradicts() || (asksForRest && sent.succeeded() && status == 416)) {
        m_answer.partial.reset();
        co_return Outcome<Next>(Next::Send);
    }
    if (!sent.succeeded()) {
        keep(body);
        co_return ended<Next>(sent);
    }
    if (!written.succeeded())
        co_return ended<Next>(written);
    const bool unfollowed = m_settings.transport.maxRedirects == 0 && m_settings.accept.contains(status);
    if (isRedirect(status) && !unfollowed)
        co_return follow();
    co_return take(body);
}

Outcome<RequestChain::Next> RequestChain::follow()
{
    if (m_redirects == m_settings.transport.maxRedirects)
        return tooManyRedirects(m_redirects);
    const Downgrade downgrade =
        m_settings.transport.followDowngrades ? Downgrade::Followed : Downgrade::Refused;
    std::variant<Request, Fault> next = followRedirect(m_request, m_answer.progress.head, downgrade);
    if (std::holds_alternative<Fault>(next))
        return std::get<Fault>(next);
    ++m_redirects;
    m_request = std::get<Request>(std::move(next));
    m_answer.redirects.append(m_request.url.toString(QUrl::FullyEncoded));
    m_origin = m_services.scheduler.originIndex(Origin::of(m_request.url));
    return Next::Send;
}

Outcome<RequestChain::Next> RequestChain::take(BodyCollector &body)
{
    const ResponseHead &head = m_answer.progress.head;
    if (body.continues())
        return complete();
    describePayload(head);
    Outcome<Body> received = body.writer().finish();
    if (!received.succeeded())
        return ended<Next>(received);
    m_answer.payload.body = received.value();
    if (!m_settings.accept.contains(head.status))
        return statusFault(head.status, head.reason);
    m_answer.partial.reset();
    return Next::Nothing;
}

Outcome<RequestChain::Next> RequestChain::complete()
{
    PartialBody &partial = *m_answer.partial;
    if (partial.size() < partial.wholeSize())
        return cutOff(partial.size(), partial.wholeSize());
    if (partial.size() > partial.wholeSize()) {
        m_answer.partial.reset();
        return Next::Send;
    }
    m_answer.progress.head = partial.completeHead(m_answer.progress.head);
    describePayload(m_answer.progress.head);
    Outcome<Body> received = partial.writer().finish();
    m_answer.partial.reset();
    if (!received.succeeded())
        return ended<Next>(received);
    m_answer.payload.body = received.value();
    return Next::Nothing;
}

void RequestChain::keep(BodyCollector &body)
{
    const ResponseHead &head = m_answer.progress.head;
    if (body.continues() || head.status == 0)
        return;
    describePayload(head);
    if (head.status == 200) {
        m_answer.partial = PartialBody::of(m_request, head, body.writer());
        if (m_answer.partial)
            return;
    }
    const Outcome<Body> received = body.writer().finish();
    if (received.succeeded())
        m_answer.payload.body = received.value();
}

/// Where what is received is a file at once, so that it need not be copied there.
QString RequestChain::fileFolder() const
{
    return m_job.plan && !m_services.bodiesStay ? m_job.plan->fileFolder() : QString();
}

/// One that runs beside another could not share its place.
PartPlace RequestChain::partPlace() const
{
    const bool kept = m_role == Role::First && PartialBody::isPossibleFor(m_request);
    return kept ? m_services.parts.placeFor(m_job.id) : PartPlace();
}

void RequestChain::notePart(BodyCollector &body)
{
    const qint64 size = body.written();
    const QString file = body.file();
    if (file.isEmpty() || size < m_notePartAt)
        return;
    m_notePartAt = size + notePartEvery;
    const ResponseHead &head = body.continues() ? m_answer.partial->head() : m_answer.progress.head;
    m_services.parts.note({m_job.id, file, m_request.url.toString(QUrl::FullyEncoded), head, size});
}

void RequestChain::describePayload(const ResponseHead &head)
{
    m_answer.payload.url = m_request.url;
    // An answer that has no body by its nature describes one that is elsewhere (RFC 9110, section 8.3).
    if (answerHasNoBody(m_request.method, head.status))
        return;
    m_answer.payload.contentType = headerValue(head.headers, "content-type");
    m_answer.payload.contentEncoding = appliedCodings(head.headers);
    m_answer.payload.proposedName = proposedFileName(headerValue(head.headers, "content-disposition"));
}

std::optional<GivenDigest> RequestChain::digestToCheck() const
{
    const ResponseHead &head = m_answer.progress.head;
    // A part that a person asked for is none of which the server gives a digest.
    if (head.status == 206 || answerHasNoBody(m_request.method, head.status))
        return std::nullopt;
    return givenDigest(head.headers);
}

QCoro::Task<Outcome<RequestChain::Next>> RequestChain::checkDigest(GivenDigest given, std::stop_token stop)
{
    m_job.waitsForCpu = true;
    m_job.changed();
    std::optional<Permit> cpu = co_await m_services.cpu.acquire(stop);
    m_job.waitsForCpu = false;
    m_job.changed();
    if (!cpu)
        co_return Outcome<Next>(Cancelled());
    BodyHash work(m_answer.payload.body, given.algorithm);
    QByteArray hash = co_await callInPool(&m_services.pool, &m_services.executor, work, stop);
    cpu->release();
    if (stop.stop_requested())
        co_return Outcome<Next>(Cancelled());
    if (hash == given.value)
        co_return Outcome<Next>(Next::Nothing);
    if (m_answer.resumedFrom == 0)
        co_return Outcome<Next>(wrongDigest(given));
    // The parts do not fit together, whatever the server said of them: once more, from the start.
    m_answer.payload = {};
    co_return Outcome<Next>(Next::Send);
}

QCoro::Task<bool> RequestChain::takeTurn(std::stop_token stop)
{
    if (m_services.scheduler.tryMove(m_slot, m_origin))
        co_return true;
    if (m_role == Role::Hedge)
        co_return false;
    const qint64 waitedSinceMs = steadyNowMs();
    const bool started = co_await waitForSlot(&m_services, &m_job, &m_slot, m_origin, stop);
    m_sum.queued = m_sum.queued.value_or(0) + static_cast<double>(steadyNowMs() - waitedSinceMs);
    co_return started;
}

void RequestChain::noteRequest(OriginGovernor::TimePoint startedAt, const Outcome<Response> &sent) const
{
    const ExchangeProgress &progress = m_answer.progress;
    RequestEnd end;
    end.startedAt = startedAt;
    end.status = progress.head.status;
    end.firstByteMs = progress.timings.wait;
    if (sent.failed())
        end.fault = sent.fault().faultClass;
    else if (sent.cancelled() && m_job.stop.fault())
        end.fault = m_job.stop.fault()->faultClass;
    else if (sent.succeeded() && !m_settings.accept.contains(end.status) && !isRedirect(end.status) &&
             m_answer.resumedFrom == 0)
        end.fault = FaultClass::HttpStatus;
    if (isTransientStatus(end.status))
        end.retryAfter = parseRetryAfter(headerValue(progress.head.headers, "retry-after"),
                                         QDateTime::currentDateTimeUtc());
    m_services.scheduler.requestEnded(m_origin, end);
}

QCoro::Task<bool> waitForSlot(const JobServices *services, ActiveJob *job, Slot *slot, quint32 origin,
                              std::stop_token stop)
{
    job->board->rewind(fetchPlace);
    job->state = JobState::BackingOff;
    job->waitUntilMs = -1;
    job->waitOrigin = origin;
    job->slowStage.reset();
    job->changed();
    std::optional<Slot> given = co_await services->scheduler.acquire(origin, stop);
    if (!given)
        co_return false;
    *slot = std::move(*given);
    job->board->begin(fetchPlace);
    job->state = JobState::Running;
    job->changed();
    co_return true;
}

} // namespace inflight
