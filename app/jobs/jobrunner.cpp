// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobrunner.h"

#include "async/poolcall.h"
#include "jobs/stagerun.h"
#include "pipeline/snippet.h"
#include "pipeline/values.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int snippetCharacters = 500;
/// Records of all jobs stay in memory: what is longer belongs into a file (save, append).
constexpr qint64 longestOutput = 256 * 1024;

struct JobRunnerText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobRunner)
};

} // namespace

JobRunner::JobRunner(const RunSettings &settings, JobServices services)
    : m_settings(settings)
    , m_services(services)
    , m_fetch(m_settings, services)
    , m_walk(m_settings, services)
{}

QCoro::Task<> JobRunner::run(ActiveJob *job, Slot slot)
{
    // A local of the body: a parameter of a coroutine outlives the body until its awaiter suspends again.
    Slot held = std::move(slot);
    DeadlineQueue::Deadline total;
    if (m_settings.deadlines.total) {
        const milliseconds limit = *m_settings.deadlines.total;
        total = m_services.deadlines.arm(limit, [job, limit] {
            const QString seconds =
                JobRunnerText::tr("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
            job->stop.fail(
                {FaultClass::TimeoutTotal,
                 {},
                 JobRunnerText::tr("Not done within %1, all attempts together. Allow more with --max-time.")
                     .arg(seconds)});
        });
    }

    Outcome<Done> outcome(Done{});
    if (!job->again) {
        Outcome<Done> fetched = co_await m_fetch.run(job, &held);
        outcome = std::move(fetched);
    }
    if (outcome.succeeded() && job->plan) {
        Outcome<Done> processed = co_await m_walk.run(job, &held);
        outcome = std::move(processed);
    }
    held.host.release();
    if (!job->stop.stopped() && job->payload.sha256.isEmpty())
        co_await describeBody(job);
    total.disarm();
    finish(*job, std::move(outcome));
}

QCoro::Task<> JobRunner::describeBody(ActiveJob *job)
{
    if (job->payload.body.size() == 0)
        co_return;
    const std::stop_token stop = job->stop.token();
    job->waitsForCpu = true;
    job->changed();
    std::optional<Permit> cpu = co_await m_services.cpu.acquire(stop);
    job->waitsForCpu = false;
    job->changed();
    if (!cpu)
        co_return;
    BodyDescription work(job->payload, m_settings.maxSize);
    Payload described = co_await callInPool(&m_services.pool, &m_services.executor, work, stop);
    job->payload = std::move(described);
}

void JobRunner::noteStages(const ActiveJob &job) const
{
    const auto succeeded = std::ranges::find(job.attempts, AttemptState::Succeeded, &AttemptRecord::state);
    // Of the fetch, only the attempt that succeeded: back-off is waiting, not slowness.
    const double fetchMs = succeeded == job.attempts.end() ? 0 : succeeded->durationMs;
    const QList<StageRecord> stages = job.board->records();
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const StageRecord &stage = stages.at(i);
        if (stage.state != StageState::Done || !stage.durationMs || job.again)
            continue;
        const double ms = i == 0 ? fetchMs : *stage.durationMs;
        m_services.statistics.add(job.origin, static_cast<std::size_t>(i),
                                  std::chrono::microseconds(static_cast<qint64>(ms * 1000)));
    }
}

void JobRunner::finish(ActiveJob &job, Outcome<Done> outcome) const
{
    const std::optional<StageBoard::Current> current = job.board->current();
    const QStringList &names = job.stageNames;
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
    job.output = outputJson(job.payload, longestOutput);
    noteStages(job);
}

} // namespace inflight
