// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/activejob.h"

#include "jobs/attemptnote.h"
#include "jobs/declaredtype.h"

namespace inflight {

namespace {

qint64 bodySize(const Payload &payload)
{
    return payload.decodedSize >= 0 ? payload.decodedSize : payload.body.size();
}

} // namespace

ActiveJob::ActiveJob(JobId jobId, JobInput jobInput, quint32 originIndex, const QStringList &names,
                     std::shared_ptr<StageTraffic> traffic)
    : id(jobId)
    , input(std::move(jobInput))
    , origin(originIndex)
    , stageNames(names)
    , board(std::make_shared<StageBoard>(names, std::move(traffic)))
    , waitOrigin(originIndex)
{
    answer.finalUrl = input.url;
    clock.start();
}

bool ActiveJob::isSlow() const
{
    if (!slowStage)
        return false;
    // Between two looks at it the job may have gone on to its next stage, which is not slow yet.
    const std::optional<StageBoard::Current> current = board->current();
    return current && current->stage == *slowStage;
}

JobView ActiveJob::view() const
{
    JobView view;
    view.id = id;
    view.state = state;
    view.status = static_cast<quint16>(answer.progress.head.status);
    view.attempt = static_cast<quint16>(countAttempts(attempts) + (openAttempt ? 1 : 0));
    view.slow = isSlow();
    view.origin = origin;
    view.waitOrigin = waitOrigin;
    view.waitsForCpu = waitsForCpu;
    view.slowMedianMs = slowMedianMs;
    view.startedMs = startedMs;
    view.waitUntilMs = waitUntilMs;
    view.waitsAsAsked = waitsAsAsked;
    view.bytes = payload.decodedSize >= 0 ? payload.decodedSize : answer.received();
    view.totalBytes = answer.expected();
    view.stages = board->views();
    view.stageNames = stageNames;
    if (again) {
        view.status = static_cast<quint16>(again->status);
        view.attempt = static_cast<quint16>(countAttempts(again->attempts));
        view.bytes = again->bytes;
    }
    return view;
}

JobRecord ActiveJob::record() const
{
    return again ? recordAgain() : recordOfFetch();
}

/// What was fetched stays as it was told.
JobRecord ActiveJob::recordAgain() const
{
    JobRecord record = *again;
    record.state = state;
    record.fault = fault;
    record.started = started; // the times of its stages count from here
    record.durationMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!payload.sha256.isEmpty())
        record.sha256 = payload.sha256;
    record.stages = board->records();
    record.output = output;
    record.savedTo = payload.savedTo;
    record.snippet = snippet;
    record.slow = record.slow || wasSlow;
    return record;
}

JobRecord ActiveJob::recordOfFetch() const
{
    JobRecord record;
    record.id = id;
    record.url = input.url;
    record.finalUrl = answer.finalUrl;
    record.state = state;
    record.fault = fault;
    const ResponseHead &head = answer.progress.head;
    record.status = head.status;
    record.statusText = head.reason;
    record.httpVersion = head.httpVersion;
    record.method = method();
    record.name = input.name;
    record.requestHeaders = answer.requestHeaders;
    record.headers = head.headers;
    record.contentType = declaredType(head.headers);
    record.bytes = bodySize(payload);
    record.wireBytes = answer.received();
    record.sha256 = payload.sha256;
    record.started = started;
    record.durationMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    record.attempts = attempts;
    const auto addOpen = [this, &record](AttemptRecord attempt, const Answer &brought) {
        noteAnswer(attempt, brought);
        attempt.durationMs = static_cast<qint32>(clock.elapsed()) - attempt.startMs;
        record.attempts.append(attempt);
    };
    if (openAttempt)
        addOpen(*openAttempt, answer);
    if (openHedge)
        addOpen(*openHedge, *hedgeAnswer);
    record.stages = board->records();
    record.output = output;
    record.savedTo = payload.savedTo;
    record.snippet = snippet;
    record.redirects = answer.redirects;
    record.slow = wasSlow;
    return record;
}

JobView viewOfRecord(const JobRecord &record, const KeptRecord &kept, quint32 origin)
{
    JobView view;
    view.id = record.id;
    view.state = record.state;
    view.status = static_cast<quint16>(record.status);
    view.attempt = static_cast<quint16>(countAttempts(record.attempts));
    view.insecure = record.insecure;
    view.wasSlow = record.slow;
    view.faultClass = record.fault ? record.fault->faultClass : FaultClass::Count;
    view.origin = origin;
    view.durationMs = static_cast<float>(record.durationMs);
    view.bytes = record.bytes;
    view.stages.reserve(record.stages.size());
    for (const StageRecord &stage : record.stages) {
        StageView each;
        each.state = stage.state;
        each.startMs = stage.startedMs ? static_cast<qint32>(*stage.startedMs) : -1;
        each.durationMs = stage.durationMs ? static_cast<qint32>(*stage.durationMs) : -1;
        view.stages.append(each);
    }
    view.stageNames = kept.stageNames();
    view.record = kept;
    return view;
}

} // namespace inflight
