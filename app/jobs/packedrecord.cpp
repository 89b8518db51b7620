// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/packedrecord.h"

#include "jobs/declaredtype.h"

#include <algorithm>
#include <utility>

namespace inflight {

namespace {

std::optional<RecordSpan> takeSpan(Unpacker &in)
{
    if (!in.get<bool>())
        return std::nullopt;
    const auto beginMs = in.get<qint64>();
    return RecordSpan{beginMs, beginMs + in.get<qint64>()};
}

std::optional<Fault> takeFault(Unpacker &in)
{
    if (!in.get<bool>())
        return std::nullopt;
    Fault fault;
    fault.faultClass = in.get<FaultClass>();
    fault.stage = in.get<QString>();
    fault.message = in.get<QString>();
    return fault;
}

PhaseTimes takeTimes(Unpacker &in)
{
    PhaseTimes times;
    for (std::optional<double> *const time :
         {&times.queued, &times.connect, &times.wait, &times.receive, &times.tls})
        *time = in.get<std::optional<double>>();
    return times;
}

AttemptRecord takeAttempt(Unpacker &in)
{
    AttemptRecord attempt;
    attempt.state = in.get<AttemptState>();
    attempt.started = in.get<QDateTime>();
    attempt.status = in.get<int>();
    attempt.fault = takeFault(in);
    attempt.timings = takeTimes(in);
    attempt.durationMs = in.get<qint32>();
    attempt.startMs = in.get<qint32>();
    attempt.backOffMs = in.get<qint32>();
    attempt.resumedFrom = in.get<qint64>();
    attempt.hedge = in.get<bool>();
    attempt.sent = in.get<bool>();
    attempt.lostTo = in.get<LostTo>();
    return attempt;
}

StageRecord takeStage(Unpacker &in, const QString &name)
{
    StageRecord stage;
    stage.name = name;
    stage.state = in.get<StageState>();
    stage.startedMs = in.get<std::optional<double>>();
    stage.durationMs = in.get<std::optional<double>>();
    stage.detail = in.get<QString>();
    return stage;
}

} // namespace

std::optional<RecordSpan> spanOf(const JobRecord &record)
{
    if (!record.started.isValid())
        return std::nullopt;
    RecordSpan span;
    span.beginMs = record.started.toMSecsSinceEpoch();
    span.endMs = span.beginMs + static_cast<qint64>(record.durationMs);
    if (!record.attempts.isEmpty() && record.attempts.constFirst().started.isValid())
        span.beginMs = std::min(span.beginMs, record.attempts.constFirst().started.toMSecsSinceEpoch());
    return span;
}

void RecordPacker::putFault(const std::optional<Fault> &fault)
{
    m_out.put(fault.has_value());
    if (!fault)
        return;
    m_out.put(fault->faultClass);
    m_out.put(fault->stage);
    m_out.put(fault->message);
}

void RecordPacker::putAttempt(const AttemptRecord &attempt)
{
    m_out.put(attempt.state);
    m_out.put(attempt.started);
    m_out.put(attempt.status);
    putFault(attempt.fault);
    const PhaseTimes &times = attempt.timings;
    for (const std::optional<double> &time :
         {times.queued, times.connect, times.wait, times.receive, times.tls})
        m_out.put(time);
    m_out.put(attempt.durationMs);
    m_out.put(attempt.startMs);
    m_out.put(attempt.backOffMs);
    m_out.put(attempt.resumedFrom);
    m_out.put(attempt.hedge);
    m_out.put(attempt.sent);
    m_out.put(attempt.lostTo);
}

void RecordPacker::putStage(const StageRecord &stage)
{
    m_out.put(stage.state);
    m_out.put(stage.startedMs);
    m_out.put(stage.durationMs);
    m_out.put(stage.detail);
}

QStringList RecordPacker::namesOf(const QList<StageRecord> &stages)
{
    if (!std::ranges::equal(stages, std::as_const(m_latestNames), {}, &StageRecord::name)) {
        m_latestNames.clear();
        for (const StageRecord &stage : stages)
            m_latestNames.append(stage.name);
    }
    return m_latestNames;
}

PackedRecordPtr RecordPacker::pack(const JobRecord &record)
{
    const auto packed = std::make_shared<PackedRecord>();
    packed->m_url = record.url;
    packed->m_requestHeaders = record.requestHeaders;
    packed->m_headers = record.headers;
    packed->m_stageNames = namesOf(record.stages);
    packed->m_snippet = record.snippet;
    packed->m_output = record.output;
    const std::optional<RecordSpan> span = spanOf(record);
    m_out.put(span.has_value()); // in front: it is asked for without the rest
    if (span) {
        m_out.put(span->beginMs);
        m_out.put(span->endMs - span->beginMs);
    }
    m_out.put(record.id);
    m_out.put(record.name);
    m_out.put(record.finalUrl == record.url ? std::nullopt : std::optional(record.finalUrl));
    m_out.put(record.state);
    putFault(record.fault);
    m_out.put(record.status);
    m_out.put(record.statusText);
    m_out.put(record.httpVersion);
    m_out.put(record.method);
    packed->m_hasUsualType = record.contentType == declaredType(record.headers);
    m_out.put(packed->m_hasUsualType ? QString() : record.contentType);
    m_out.put(record.bytes);
    m_out.put(record.wireBytes);
    m_out.putHex(record.sha256);
    m_out.put(record.started);
    m_out.put(record.durationMs);
    m_out.put(record.attempts.size());
    for (const AttemptRecord &attempt : record.attempts)
        putAttempt(attempt);
    for (const StageRecord &stage : record.stages)
        putStage(stage);
    m_out.put(record.savedTo);
    m_out.put(record.redirects.size());
    for (const QString &url : record.redirects)
        m_out.put(url);
    m_out.put(record.insecure);
    m_out.put(record.slow);
    packed->m_packed = m_out.take();
    return packed;
}

std::optional<RecordSpan> PackedRecord::span() const
{
    Unpacker in(m_packed);
    return takeSpan(in);
}

QString PackedRecord::contentType() const
{
    return m_hasUsualType ? declaredType(m_headers) : unpacked()->contentType;
}

JobRecordPtr PackedRecord::unpacked() const
{
    const auto record = std::make_shared<JobRecord>();
    Unpacker in(m_packed);
    takeSpan(in);
    record->url = m_url;
    record->requestHeaders = m_requestHeaders;
    record->headers = m_headers;
    record->snippet = m_snippet;
    record->output = m_output;
    record->id = in.get<JobId>();
    record->name = in.get<QString>();
    record->finalUrl = in.get<std::optional<QString>>().value_or(m_url);
    record->state = in.get<JobState>();
    record->fault = takeFault(in);
    record->status = in.get<int>();
    record->statusText = in.get<QString>();
    record->httpVersion = in.get<QString>();
    record->method = in.get<QByteArray>();
    record->contentType = in.get<QString>();
    if (m_hasUsualType)
        record->contentType = declaredType(m_headers);
    record->bytes = in.get<qint64>();
    record->wireBytes = in.get<qint64>();
    record->sha256 = in.hex();
    record->started = in.get<QDateTime>();
    record->durationMs = in.get<double>();
    record->attempts.resize(in.get<qsizetype>());
    for (AttemptRecord &attempt : record->attempts)
        attempt = takeAttempt(in);
    record->stages.reserve(m_stageNames.size());
    for (const QString &name : m_stageNames)
        record->stages.append(takeStage(in, name));
    record->savedTo = in.get<QString>();
    record->redirects.resize(in.get<qsizetype>());
    for (QString &url : record->redirects)
        url = in.get<QString>();
    record->insecure = in.get<bool>();
    record->slow = in.get<bool>();
    return record;
}

} // namespace inflight
