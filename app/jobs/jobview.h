// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"
#include "jobs/jobinput.h"
#include "jobs/keptrecord.h"
#include "jobs/originlimits.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <array>
#include <chrono>
#include <memory>

namespace inflight {

enum class JobState : quint8 { Queued, BackingOff, Running, Succeeded, Failed, Cancelled };
enum class StageState : quint8 { Pending, Waiting, Running, Done, Failed, Cancelled, Skipped };

[[nodiscard]] constexpr bool isFinished(JobState state)
{
    return state >= JobState::Succeeded;
}

/// Milliseconds on the steady clock since the process began: one time base for every thread.
qint64 steadyNowMs();
/// The same for any moment of the steady clock.
qint64 steadyMs(std::chrono::steady_clock::time_point moment);

/// One stage of one job, as the window's strip shows it.
struct StageView
{
    StageState state = StageState::Pending;
    qint16 permille = -1;   ///< real progress of a running stage, 0 to 1000; -1: not known
    qint32 startMs = -1;    ///< after the job's start; -1: not started
    qint32 durationMs = -1; ///< of a stage that ended; -1: not ended
};

/// Everything that a row shows of one job at one moment. A value: copied from the engine's thread to the
/// receiver's, newest wins.
struct JobView
{
    JobId id = 0;
    JobState state = JobState::Queued;
    quint16 status = 0;        ///< HTTP status; 0: none yet
    quint16 attempt = 0;       ///< tries so far, counting from 1; 0: not tried
    bool slow = false;         ///< its current stage takes unusually long
    bool wasSlow = false;      ///< of a finished job: a stage of it did
    bool waitsForCpu = false;  ///< running, outside any stage, until the CPU pool has room
    bool insecure = false;     ///< a request of it went out by TLS that was not verified (--insecure)
    bool waitsAsAsked = false; ///< its back-off is what the server's Retry-After asks for
    FaultClass faultClass = FaultClass::Count; ///< Count: no fault
    quint32 origin = 0;                        ///< index of OriginStatus
    /// The origin whose leave it waits for while it backs off or waits to go on: after a redirect, another
    /// one.
    quint32 waitOrigin = 0;
    qint32 slowMedianMs = -1; ///< the median that a slow stage is compared with; -1: none known yet
    float durationMs = -1;    ///< of a finished job, with its fractions: thousands of them are summed up
    qint64 startedMs = -1;    ///< steadyNowMs() at its start; -1: not started
    qint64 waitUntilMs = -1;  ///< steadyNowMs() at which a back-off ends
    qint64 bytes = 0;         ///< received so far; of a finished job: the decoded body
    qint64 totalBytes = -1;   ///< what Content-Length promises; -1: unknown
    QList<StageView> stages;  ///< empty until the job starts: all pending
    QStringList stageNames;   ///< of `stages`: those of the pipeline that the job goes through
    bool stored = false;      ///< its body is kept: stages can be run again without the network
    /// The whole story: of every finished job, and of the watched one while it runs.
    KeptRecord record;
};

/// Limits, load and history of one origin: for the list of origins and for the reasons that waiting rows
/// give.
struct OriginStatus
{
    quint32 index = 0;
    QString text; ///< Origin::text()
    int inFlight = 0;
    int queued = 0;     ///< waiting for its leave: fresh ones, further attempts, redirects to it
    int backingOff = 0; ///< jobs in back-off, which wait for its leave after it
    OriginLimits limits;
    int allowed = 8; ///< most in flight now: `limits.maxInFlight`, or less while back-off holds it down
    quint16 easedAfter = 0;   ///< the status that `allowed` was last lowered for (429, 503); 0: a timeout
    qint64 heldUntilMs = -1;  ///< Retry-After holds the whole origin until then (steadyNowMs()); -1: not held
    qint64 nextStartMs = -1;  ///< the rate allows its next start then (steadyNowMs()); -1: at once
    qint32 ttfbMedianMs = -1; ///< time to first byte over its latest answers; -1: not known yet
    qint32 ttfbP95Ms = -1;
    quint64 answers = 0; ///< requests that were answered, whatever the status
    /// Failed requests by class.
    std::array<quint32, static_cast<std::size_t>(FaultClass::Count)> errors{};
    double startedPerSecond = 0; ///< requests started, measured over the last seconds
};

/// How much goes through one stage of the pipeline: for the funnel above the table.
struct StageStatus
{
    QString name;
    int waiting = 0;      ///< jobs before it
    int active = 0;       ///< jobs in it
    quint64 done = 0;     ///< jobs that left it well
    quint64 failed = 0;   ///< jobs that it failed
    double perSecond = 0; ///< jobs that left it well, over the last seconds
    qint64 medianUs = -1; ///< time in it, over all jobs; -1: not known yet
    qint64 p95Us = -1;
    int workers = 0;         ///< most at once: those of the pipeline, or the places that all share
    bool bottleneck = false; ///< what the stages before it wait for
    QString reason;          ///< why it is that, translated; empty when it is not
};

/// One stage of a try-out.
struct TryOutStep
{
    QString stage;
    StageState state = StageState::Pending;
    QString detail; ///< what was found, or what is wrong
    qint64 bytes = 0;
    qint64 values = -1; ///< JSON values; -1: it gives bytes or text
    QString sample;     ///< the first characters of what the stage gives
};

/// What became of a job's stored body in the stages of an edited pipeline.
struct TryOut
{
    JobId job = 0;
    QString missing; ///< why there is nothing to try it on; empty when there is
    QList<TryOutStep> steps;
};

/// Sums over all jobs of the run: always equal to the jobs' states at the moment of the batch.
struct RunTotals
{
    int queued = 0;     ///< waiting for a first start
    int backingOff = 0; ///< waiting for a further attempt
    int running = 0;
    int succeeded = 0;
    int failed = 0;
    int cancelled = 0;
    int slow = 0;             ///< of the running ones, marked slow
    qint64 bytes = 0;         ///< body bytes received from the network over all attempts
    qint64 bytesBefore = 0;   ///< of these, in an earlier run
    qint64 earlierMs = -1;    ///< for how long jobs of an earlier run were under way; -1: there is none
    qint64 firstStartMs = -1; ///< steadyNowMs() when the first job of the present burst started
    qint64 lastEndMs = -1;    ///< steadyNowMs() when the last job ended
    int inFlight = 0;         ///< global slots in use
    int concurrency = 0;      ///< global slots there are
    int perHost = 0;          ///< of a new origin
    RateLimit rate;           ///< of a new origin
    bool adaptive = true;     ///< origins that are overloaded get fewer requests at once
    bool paused = false;
    bool settling = false;   ///< stages write what they held back; the run is not finished yet
    quint64 ended = 0;       ///< how often a job ended, retried ones each time
    quint64 endedBefore = 0; ///< of these, before the present burst, and in an earlier run

    [[nodiscard]] int finished() const { return succeeded + failed + cancelled; }
    [[nodiscard]] int unfinished() const { return queued + backingOff + running; }
    [[nodiscard]] int all() const { return finished() + unfinished(); }
    [[nodiscard]] quint64 endedInBurst() const { return ended - endedBefore; }
};

/// Jobs that the engine took in: consecutive ids from `first` on, and the origin of each.
struct AcceptedJobs
{
    JobId first = 0;
    QList<JobInput> inputs;
    QList<quint32> origins;
};

/// What changed since the last batch; each job at most once, with its newest state.
struct ChangeBatch
{
    QList<AcceptedJobs> accepted;
    QList<JobView> jobs;
    QList<OriginStatus> origins; ///< those that changed
    QList<StageStatus> stages;   ///< fetch first; empty when nothing changed
    RunTotals totals;
};

} // namespace inflight
