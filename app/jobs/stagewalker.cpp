// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stagewalker.h"

#include "async/poolcall.h"
#include "jobs/foundjobs.h"
#include "jobs/requestchain.h"
#include "pipeline/ended.h"

#include <QCoreApplication>

namespace inflight {

namespace {

struct StageWalkerText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StageWalker)
};

/// What one asks for beside a body: the same way, but nothing is sent to it.
JobInput besideInput(const ActiveJob &job, const QUrl &url)
{
    const bool sameOrigin = Origin::of(url) == Origin::of(QUrl(job.answer.finalUrl));
    auto request = std::make_shared<RequestTemplate>();
    if (const auto like = foundRequest(job.input, sameOrigin))
        *request = *like;
    // It goes to the stage as it comes.
    request->headers.removeIf([](const Header &header) {
        return header.name.compare("accept-encoding", Qt::CaseInsensitive) == 0;
    });
    request->headers.append(Header{"Accept-Encoding", "identity"});
    JobInput input;
    input.url = url.toString(QUrl::FullyEncoded);
    input.request = std::move(request);
    return input;
}

} // namespace

StageWalker::StageWalker(const RunSettings &settings, JobServices services)
    : m_settings(settings)
    , m_services(services)
{}

QCoro::Task<Outcome<Done>> StageWalker::run(ActiveJob *job, Slot *slot)
{
    Permit room; // in the present group
    std::size_t stage = job->firstStage;
    const StageGroup *entered = nullptr;
    while (StageGroup *const group = job->plan->groupOf(stage)) {
        if (group != entered) {
            const bool in = co_await enter(job, group, stage, slot, &room);
            if (!in)
                co_return Outcome<Done>(Cancelled());
            entered = group;
        }
        if (group->waits) {
            Outcome<Done> waited = co_await wait(job, group);
            if (!waited.succeeded())
                co_return waited;
            stage = group->end;
            continue;
        }
        Outcome<std::shared_ptr<StageRunEnd>> computed = co_await compute(job, group, stage);
        if (!computed.succeeded())
            co_return ended<Done>(computed);
        const StageRunEnd &end = *computed.value();
        stage = end.next;
        if (end.found)
            m_services.found(*job, *end.found);
        if (end.wanted.isEmpty())
            continue;
        // Its place goes to those that wait for it with a slot of the origin, which is what it waits for now.
        room.release();
        entered = nullptr;
        Outcome<Done> brought = co_await fetchBeside(job, slot, end.wanted);
        if (!brought.succeeded())
            co_return brought;
    }
    slot->host.release();
    co_return Outcome<Done>(Done());
}

/// Waits until the group has room; what the job held before is given back then, and not before.
QCoro::Task<bool> StageWalker::enter(ActiveJob *job, StageGroup *group, std::size_t stage, Slot *slot,
                                     Permit *room)
{
    Permit next;
    if (group->room) {
        std::optional<Permit> given = group->room->tryAcquire();
        if (!given) {
            job->board->wait(stage + 1);
            job->changed();
            std::optional<Permit> waited = co_await group->room->acquire(job->stop.token());
            given = std::move(waited);
        }
        if (!given)
            co_return false;
        next = std::move(*given);
    }
    slot->host.release();
    *room = std::move(next);
    co_return true;
}

QCoro::Task<Outcome<Done>> StageWalker::wait(ActiveJob *job, StageGroup *group)
{
    const std::stop_token stop = job->stop.token();
    const std::size_t place = group->first + 1;
    std::optional<Permit> worker;
    if (group->workers) {
        job->board->wait(place);
        job->changed();
        std::optional<Permit> given = co_await group->workers->acquire(stop);
        if (!given)
            co_return Outcome<Done>(Cancelled());
        worker = std::move(given);
    }
    const auto *stage = static_cast<const WaitStage *>(job->plan->pipeline().stages()[group->first].get());
    if (m_settings.keptBodies > 0)
        job->before.append(job->payload);
    job->board->begin(place);
    job->changed();
    const bool slept = co_await m_services.deadlines.sleep(stage->duration(), stop);
    if (!slept)
        co_return Outcome<Done>(Cancelled());
    job->board->end(place, StageState::Done);
    job->changed();
    co_return Outcome<Done>(Done());
}

QCoro::Task<Outcome<std::shared_ptr<StageRunEnd>>> StageWalker::compute(ActiveJob *job, StageGroup *group,
                                                                        std::size_t first)
{
    const std::stop_token stop = job->stop.token();
    Semaphore &workers = job->plan->workersOf(*group);
    const bool waits = job->plan->areWorkersBusy(*group);
    std::optional<Permit> worker = workers.tryAcquire();
    job->computing = true;
    if (waits) {
        job->board->wait(first + 1);
        job->changed();
    }
    if (!worker) {
        std::optional<Permit> given = co_await workers.acquire(stop);
        worker = std::move(given);
    }
    // A stage of few workers still takes a place on the CPU, so that what waits for that can be stopped.
    std::optional<Permit> cpu;
    if (worker && group->workers && !group->blocks) {
        std::optional<Permit> given = co_await m_services.cpu.acquire(stop);
        cpu = std::move(given);
        if (!cpu)
            worker.reset();
    }
    if (!worker)
        co_return Outcome<std::shared_ptr<StageRunEnd>>(Cancelled());
    StageRunJob about{job->id, m_settings.maxSize, m_settings.keptBodies > 0, m_services.bodiesStay};
    if (!job->again && job->before.isEmpty())
        about.wholeUrl = job->answer.finalUrl;
    StageRun work(job->plan->sharedPipeline(), first, group->end, job->payload, job->board, about);
    QThreadPool *const pool = group->blocks ? &m_services.blockingPool : &m_services.pool;
    std::shared_ptr<StageRunEnd> end = co_await callInPool(pool, &m_services.executor, work, stop);
    cpu.reset();
    worker.reset();
    job->computing = false;
    job->payload = std::move(end->payload);
    job->before.append(std::move(end->before));
    job->trail = std::move(end->trail);
    job->changed();
    if (end->fault)
        co_return Outcome<std::shared_ptr<StageRunEnd>>(*std::move(end->fault));
    if (end->cancelled)
        co_return Outcome<std::shared_ptr<StageRunEnd>>(Cancelled());
    co_return Outcome<std::shared_ptr<StageRunEnd>>(std::move(end));
}

/// A request of its own for what a stage wants beside the body. That it fails is the stage's to judge.
QCoro::Task<Outcome<Done>> StageWalker::fetchBeside(ActiveJob *job, Slot *slot, QUrl url)
{
    const std::stop_token stop = job->stop.token();
    const quint32 origin = m_services.scheduler.originIndex(Origin::of(url));
    slot->release();
    std::optional<Slot> given = co_await m_services.scheduler.acquire(origin, stop);
    if (!given)
        co_return Outcome<Done>(Cancelled());
    *slot = std::move(*given);
    ActiveJob beside(job->id, besideInput(*job, url), origin, {QStringLiteral("fetch")});
    beside.changed = [] {};
    RequestChain chain(m_settings, m_services, beside, beside.answer, *slot, RequestChain::Role::Hedge);
    Outcome<Done> outcome = co_await chain.run(stop);
    slot->host.release();
    if (outcome.cancelled() && job->stop.stopped())
        co_return Outcome<Done>(Cancelled());
    if (outcome.succeeded())
        job->payload.beside = beside.answer.payload.body;
    else
        job->payload.besideFault = outcome.failed()
                                       ? outcome.fault().message
                                       : StageWalkerText::tr("%1 is redirected to a server that is busy.")
                                             .arg(url.toDisplayString());
    co_return Outcome<Done>(Done());
}

} // namespace inflight
