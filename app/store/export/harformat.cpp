// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/harformat.h"

#include "jobs/attemptphases.h"
#include "jobs/statenames.h"
#include "store/export/harmessages.h"
#include "store/export/requestbook.h"
#include "store/recordparts.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// The attempt that the answer came with: not one that another was quicker than. Null: there was none.
const AttemptRecord *decidingAttempt(const JobRecord &record)
{
    const auto last = std::find_if(record.attempts.crbegin(), record.attempts.crend(),
                                   [](const AttemptRecord &each) { return each.lostTo == LostTo::Nobody; });
    return last == record.attempts.crend() ? nullptr : &*last;
}

double known(const std::optional<double> &ms)
{
    return std::max(0.0, ms.value_or(0));
}

/// HAR demands a moment of every entry; a job that never began has only that of being written. Waiting for a
/// place ("blocked") comes before the start of an attempt.
QDateTime momentOf(const JobRecord &record, const AttemptRecord *attempt)
{
    if (attempt && attempt->started.isValid())
        return attempt->started.addMSecs(-qRound64(known(attempt->timings.queued)));
    return record.started.isValid() ? record.started : QDateTime::currentDateTimeUtc();
}

} // namespace

QByteArray HarFormat::head()
{
    return R"({"log":{"version":"1.2","creator":{"name":"Inflight","version":")" INFLIGHT_VERSION
           R"("},"pages":[],"entries":[)";
}

QByteArray HarFormat::entry(const FinishedJob &job)
{
    const JobRecord &record = *job.record;
    m_json.beginObject();
    m_json.member("startedDateTime", momentOf(record, decidingAttempt(record)));
    HarMessages messages(m_json, m_context.secrets);
    const auto sent = m_context.requests ? m_context.requests->find(record.id) : nullptr;
    messages.request(record, sent.get());
    messages.response(job);
    m_json.key("cache");
    m_json.beginObject();
    m_json.endObject();
    timings(record);
    ownFields(record);
    m_json.endObject();
    return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + m_json.take();
}

/// Times that are not known are -1 where HAR allows that, and 0 where it does not. "time" is their sum
/// without those. The time for TLS ("ssl") is part of "connect", too.
void HarFormat::timings(const JobRecord &record)
{
    const AttemptRecord *attempt = decidingAttempt(record);
    PhaseTimes times;
    if (attempt)
        times = wholeTimes(*attempt);
    m_json.member("time",
                  known(times.queued) + known(times.connect) + known(times.wait) + known(times.receive));
    m_json.key("timings");
    m_json.beginObject();
    m_json.member("blocked", times.queued.value_or(-1));
    m_json.member("dns", -1);
    m_json.member("connect", times.connect.value_or(-1));
    m_json.member("ssl", times.tls.value_or(-1));
    m_json.member("send", 0);
    m_json.member("wait", known(times.wait));
    m_json.member("receive", known(times.receive));
    m_json.endObject();
}

void HarFormat::ownFields(const JobRecord &record)
{
    RecordParts parts(m_json, m_context.secrets);
    m_json.member("_id", record.id);
    if (!record.finalUrl.isEmpty() && record.finalUrl != record.url)
        m_json.member("_url", QStringView(displayUrl(record.url, m_context.secrets)));
    parts.name("_state", jobStateName(record.state));
    parts.fault("_error", record.fault);
    parts.stages("_stages", record.stages);
    parts.attempts("_attempts", record);
}

} // namespace inflight
