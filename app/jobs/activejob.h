// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/stopcause.h"
#include "jobs/answer.h"
#include "jobs/jobrecord.h"
#include "jobs/payloadtrail.h"
#include "jobs/runsettings.h"
#include "jobs/stageboard.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>

namespace inflight {

class StagePlan;

/// A job between its start and its end: what its coroutine writes and the engine publishes. Exists only for
/// jobs that were started, so that queued ones stay small. Lives on the engine's thread.
struct ActiveJob
{
    Q_DISABLE_COPY_MOVE(ActiveJob)
    ActiveJob(JobId jobId, JobInput jobInput, quint32 originIndex, const QStringList &names,
              std::shared_ptr<StageTraffic> traffic = nullptr);

    const JobId id;
    const JobInput input;
    const quint32 origin;
    const QStringList stageNames;
    std::shared_ptr<StagePlan> plan; ///< null for what has no stages but the fetch
    std::size_t firstStage = 0;      ///< of the plan's pipeline: where it begins after the fetch
    JobRecordPtr again; ///< the record of the run that this one goes on from, without a fetch; null: none
    StopCause stop;
    std::shared_ptr<StageBoard> board;
    const qint64 startedMs = steadyNowMs();
    const QDateTime started = QDateTime::currentDateTimeUtc();
    QElapsedTimer clock;

    JobState state = JobState::Running;
    qint64 queuedSinceMs = 0; ///< when the present attempt became ready to start
    qint64 waitUntilMs = -1;
    bool waitsAsAsked = false; ///< until then because the server's Retry-After says so
    quint32 waitOrigin;        ///< whose leave it waits for
    bool waitsForCpu = false;  ///< for a place on the CPU pool, outside any stage
    bool sentByTls = false;    ///< a request of it went out over a connection by https
    bool computing = false;    ///< on the CPU pool, or waiting for it: its board changes without a word
    std::optional<std::size_t> slowStage; ///< the stage in which it was found slow
    qint32 slowMedianMs = -1;
    bool wasSlow = false;          ///< in any of its stages so far
    Answer answer;                 ///< of the present attempt, or the last one
    qint64 countedBytes = 0;       ///< of `answer.progress.wireBytes`, those already in the run's sum
    QList<AttemptRecord> attempts; ///< those that ended
    std::optional<AttemptRecord> openAttempt; ///< the present one
    std::optional<AttemptRecord> openHedge;   ///< what runs beside it…
    const Answer *hedgeAnswer = nullptr;      ///< …and what that has brought
    QList<Payload> before;                    ///< of each stage that was run, where bodies are kept
    PayloadTrail trail;                       ///< in place of them, where all of it is known already
    Payload payload;                          ///< the body as far as it has come
    QByteArray snippet;
    QByteArray output; ///< JobRecord::output
    std::optional<Fault> fault;
    std::function<void()> changed; ///< tells the engine that there is something new to publish

    /// Whether its present stage takes unusually long.
    [[nodiscard]] bool isSlow() const;
    [[nodiscard]] QByteArray method() const
    {
        return input.request ? input.request->method : QByteArrayLiteral("GET");
    }
    [[nodiscard]] JobView view() const;
    [[nodiscard]] JobRecord record() const;

private:
    [[nodiscard]] JobRecord recordAgain() const;
    [[nodiscard]] JobRecord recordOfFetch() const;
};

/// How a row shows a job that has ended. `kept` is the same record, as the row keeps it.
JobView viewOfRecord(const JobRecord &record, const KeptRecord &kept, quint32 origin);

} // namespace inflight
