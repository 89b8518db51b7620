// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

namespace inflight {

/// A record with something in every place.
inline JobRecord fullRecord(JobId id)
{
    using namespace Qt::StringLiterals;
    JobRecord record;
    record.id = id;
    record.url = u"https://user:pass@h.test/p?token=1&é=\U0001F600"_s;
    record.finalUrl = u"https://h.test/q"_s;
    record.state = JobState::Failed;
    record.fault = Fault{FaultClass::TimeoutFirstByte, u"fetch"_s, u"A \"sentence\"\n with\u2028 all"_s};
    record.status = 404;
    record.statusText = u"Not Found"_s;
    record.httpVersion = u"1.1"_s;
    record.method = "PATCH";
    record.requestHeaders = {{"Authorization", "Bearer x"}, {"accept", "*/*"}};
    record.headers = {{"content-type", "text/html"}, {"set-cookie", "a=b"}, {"set-cookie", "c=d"}};
    record.contentType = u"text/html"_s;
    record.bytes = 9'000'000'000;
    record.wireBytes = 77;
    record.sha256 = QByteArray(64, 'a');
    record.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    record.durationMs = 12.345;
    AttemptRecord attempt;
    attempt.state = AttemptState::Failed;
    attempt.started = record.started;
    attempt.status = 503;
    attempt.fault = Fault{FaultClass::Truncated, u"fetch"_s, u"cut"_s};
    attempt.timings = {0.5, std::nullopt, 3.25, 0.0, 0.125};
    attempt.durationMs = 5;
    attempt.startMs = 1;
    attempt.backOffMs = 500;
    attempt.resumedFrom = 4096;
    record.attempts = {attempt, attempt};
    record.attempts[1].state = AttemptState::Cancelled;
    record.attempts[1].hedge = true;
    record.attempts[1].lostTo = LostTo::First;
    record.attempts[1].fault.reset();
    record.stages = {{u"fetch"_s, StageState::Done, 0.5, 1.25, u"200"_s},
                     {u"jq"_s, StageState::Failed, std::nullopt, std::nullopt, {}},
                     {u"save"_s, StageState::Skipped, {}, {}, {}}};
    record.output = "[1e400, \"\\ud800\"]";
    record.savedTo = u"/tmp/x"_s;
    record.snippet = "<p>\x01"_ba;
    record.redirects = {u"https://h.test/1"_s};
    record.insecure = true;
    record.slow = true;
    return record;
}

} // namespace inflight
