// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/recordparts.h"

#include "jobs/statenames.h"
#include "store/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QLatin1StringView stateName(AttemptState state)
{
    switch (state) {
    case AttemptState::Running:
        return "running"_L1;
    case AttemptState::Succeeded:
        return "succeeded"_L1;
    case AttemptState::Failed:
        return "failed"_L1;
    case AttemptState::Cancelled:
        return "cancelled"_L1;
    }
    Q_UNREACHABLE();
}

QByteArrayView bytesOf(QLatin1StringView ascii)
{
    return {ascii.data(), ascii.size()};
}

QByteArray headersAsJson(const HeaderList &headers)
{
    JsonWriter json;
    json.beginArray();
    for (const Header &header : headers) {
        json.beginArray();
        json.value(QByteArrayView(header.name.toLower()));
        json.value(QByteArrayView(header.value));
        json.endArray();
    }
    json.endArray();
    return json.take();
}

QLatin1StringView winnerName(LostTo winner)
{
    switch (winner) {
    case LostTo::Nobody:
        return {};
    case LostTo::Hedge:
        return "hedge"_L1;
    case LostTo::First:
        return "first"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

void RecordParts::headers(QByteArrayView key, const HeaderList &headers)
{
    m_json.key(key);
    headerList(headers);
}

void RecordParts::headerList(const HeaderList &headers)
{
    // Most answers of a list have the same fields.
    thread_local HeaderList last;
    thread_local Secrets lastSecrets = Secrets::Redacted;
    thread_local QByteArray lastText;
    if (lastText.isEmpty() || lastSecrets != m_secrets || last != headers) {
        last = headers;
        lastSecrets = m_secrets;
        lastText = headersAsJson(displayHeaders(headers, m_secrets));
    }
    m_json.json(lastText);
}

void RecordParts::attempts(QByteArrayView key, const JobRecord &record)
{
    m_json.key(key);
    m_json.beginArray();
    for (const AttemptRecord &attempt : record.attempts) {
        m_json.beginObject();
        m_json.memberUnless(record.started, "started", attempt.started);
        status(attempt.status);
        fault("error", attempt.fault);
        timings(attempt.timings);
        m_json.memberUnless(0, "started_ms", attempt.startMs);
        m_json.member("duration_ms", attempt.durationMs);
        m_json.memberUnless(0, "back_off_ms", attempt.backOffMs);
        course(attempt);
        m_json.endObject();
    }
    m_json.endArray();
}

void RecordParts::course(const AttemptRecord &attempt)
{
    m_json.memberUnless(bytesOf(stateName(AttemptState::Succeeded)), "state",
                        bytesOf(stateName(attempt.state)));
    if (attempt.resumedFrom > 0)
        m_json.member("resumed_from", attempt.resumedFrom);
    else
        m_json.nullMember("resumed_from");
    m_json.member("hedge", attempt.hedge);
    m_json.textOrNull("lost_to", QString(winnerName(attempt.lostTo)));
}

void RecordParts::timings(const PhaseTimes &times)
{
    m_json.key("timings_ms");
    m_json.beginObject();
    m_json.member("queued", times.queued);
    m_json.member("connect", times.connect);
    if (times.tls)
        m_json.member("tls", times.tls);
    m_json.member("wait", times.wait);
    m_json.member("receive", times.receive);
    m_json.endObject();
}

void RecordParts::stages(QByteArrayView key, const QList<StageRecord> &stages)
{
    m_json.key(key);
    m_json.beginArray();
    for (const StageRecord &stage : stages) {
        if (m_json.leavesOut())
            stageAsList(stage);
        else
            stageAsObject(stage);
    }
    m_json.endArray();
}

void RecordParts::stageAsObject(const StageRecord &stage)
{
    m_json.beginObject();
    m_json.member("name", QStringView(stage.name));
    m_json.member("state", bytesOf(stageStateName(stage.state)));
    m_json.member("started_ms", stage.startedMs);
    m_json.member("duration_ms", stage.durationMs);
    m_json.member("detail", QStringView(displayText(stage.detail, m_secrets)));
    m_json.endObject();
}

/// Name, start, duration, detail and state; of the last two what is as usual is left out at the end.
void RecordParts::stageAsList(const StageRecord &stage)
{
    const bool isDone = stage.state == StageState::Done;
    m_json.beginArray();
    m_json.value(QStringView(stage.name));
    m_json.valueOrNull(stage.startedMs);
    m_json.valueOrNull(stage.durationMs);
    if (!isDone || !stage.detail.isEmpty())
        m_json.value(QStringView(displayText(stage.detail, m_secrets)));
    if (!isDone)
        m_json.value(bytesOf(stageStateName(stage.state)));
    m_json.endArray();
}

void RecordParts::fault(QByteArrayView key, const std::optional<Fault> &fault)
{
    if (!fault) {
        m_json.nullMember(key);
        return;
    }
    m_json.key(key);
    m_json.beginObject();
    name("class", faultClassName(fault->faultClass));
    m_json.member("stage", QStringView(fault->stage));
    m_json.member("message", QStringView(displayText(fault->message, m_secrets)));
    m_json.endObject();
}

void RecordParts::name(QByteArrayView key, QLatin1StringView ascii)
{
    m_json.member(key, bytesOf(ascii));
}

void RecordParts::status(int status)
{
    if (status == 0)
        m_json.nullMember("status");
    else
        m_json.member("status", status);
}

} // namespace inflight
