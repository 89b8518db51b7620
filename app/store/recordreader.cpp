// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/recordreader.h"

#include <simdjson.h>

#include "jobs/declaredtype.h"
#include "store/recordjson.h"

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace inflight {

struct RecordReader::Parser
{
    dom::parser dom;
};

namespace {

QString text(const dom::element &element)
{
    std::string_view view;
    return element.get(view) == simdjson::SUCCESS
               ? QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()))
               : QString();
}

QByteArray bytes(const dom::element &element)
{
    std::string_view view;
    return element.get(view) == simdjson::SUCCESS
               ? QByteArray(view.data(), static_cast<qsizetype>(view.size()))
               : QByteArray();
}

std::optional<double> number(const dom::element &element)
{
    double value = 0;
    return element.get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
}

qint64 whole(const dom::element &element)
{
    std::int64_t value = 0;
    return element.get(value) == simdjson::SUCCESS ? value : 0;
}

bool flag(const dom::element &element)
{
    bool value = false;
    return element.get(value) == simdjson::SUCCESS && value;
}

QDateTime moment(const dom::element &element)
{
    const QString iso = text(element);
    return iso.isEmpty() ? QDateTime() : QDateTime::fromString(iso, Qt::ISODateWithMs);
}

std::optional<Fault> fault(const dom::element &element)
{
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return std::nullopt;
    Fault fault;
    for (const auto [key, value] : object) {
        if (key == "class")
            fault.faultClass = faultClassFromName(text(value)).value_or(FaultClass::Internal);
        else if (key == "stage")
            fault.stage = text(value);
        else if (key == "message")
            fault.message = text(value);
    }
    return fault;
}

/// Calls `take` with each item of a list, or of none.
template <typename Take>
void forEach(const dom::element &element, Take take)
{
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS)
        return;
    for (const dom::element item : array)
        take(item);
}

/// Calls `take` with each key and value of an object, or of none.
template <typename Take>
void forEachMember(const dom::element &element, Take take)
{
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return;
    for (const auto [key, value] : object)
        take(key, value);
}

HeaderList headers(const dom::element &element)
{
    HeaderList list;
    forEach(element, [&list](const dom::element &pair) {
        QByteArrayList parts;
        forEach(pair, [&parts](const dom::element &part) { parts.append(bytes(part)); });
        if (parts.size() == 2)
            list.append({parts.at(0), parts.at(1)});
    });
    return list;
}

PhaseTimes timings(const dom::element &element)
{
    PhaseTimes times;
    forEachMember(element, [&times](std::string_view key, const dom::element &value) {
        if (key == "queued")
            times.queued = number(value);
        else if (key == "connect")
            times.connect = number(value);
        else if (key == "tls")
            times.tls = number(value);
        else if (key == "wait")
            times.wait = number(value);
        else if (key == "receive")
            times.receive = number(value);
    });
    return times;
}

/// The value among those from `first` to `last` that is called `name`; else `last`.
template <typename State, typename Name>
State stateCalled(const QString &name, State first, State last, Name nameOf)
{
    for (int i = static_cast<int>(first); i < static_cast<int>(last); ++i) {
        if (nameOf(static_cast<State>(i)) == name)
            return static_cast<State>(i);
    }
    return last;
}

AttemptState attemptState(const QString &name)
{
    return name == "succeeded"_L1 ? AttemptState::Succeeded
           : name == "failed"_L1  ? AttemptState::Failed
                                  : AttemptState::Cancelled;
}

AttemptRecord attempt(const dom::element &element)
{
    AttemptRecord attempt;
    attempt.state = AttemptState::Succeeded;
    forEachMember(element, [&attempt](std::string_view key, const dom::element &value) {
        if (key == "started")
            attempt.started = moment(value);
        else if (key == "status")
            attempt.status = static_cast<int>(whole(value));
        else if (key == "error")
            attempt.fault = fault(value);
        else if (key == "timings_ms")
            attempt.timings = timings(value);
        else if (key == "started_ms")
            attempt.startMs = static_cast<qint32>(whole(value));
        else if (key == "duration_ms")
            attempt.durationMs = static_cast<qint32>(whole(value));
        else if (key == "back_off_ms")
            attempt.backOffMs = static_cast<qint32>(whole(value));
        else if (key == "state")
            attempt.state = attemptState(text(value));
        else if (key == "resumed_from")
            attempt.resumedFrom = whole(value);
        else if (key == "hedge")
            attempt.hedge = flag(value);
        else if (key == "lost_to" && !value.is_null())
            attempt.lostTo = text(value) == "hedge"_L1 ? LostTo::Hedge : LostTo::First;
    });
    return attempt;
}

StageState stageState(const dom::element &element)
{
    return stateCalled(text(element), StageState::Pending, StageState::Skipped, stageStateName);
}

StageRecord stageOfList(const dom::array &list)
{
    StageRecord stage;
    stage.state = StageState::Done;
    int place = 0;
    for (const dom::element value : list) {
        switch (place++) {
        case 0:
            stage.name = text(value);
            break;
        case 1:
            stage.startedMs = number(value);
            break;
        case 2:
            stage.durationMs = number(value);
            break;
        case 3:
            stage.detail = text(value);
            break;
        default:
            stage.state = stageState(value);
        }
    }
    return stage;
}

/// As sessions had them up to version 5 of their schema, and as results have them.
StageRecord stageOfObject(const dom::element &element)
{
    StageRecord stage;
    stage.state = StageState::Done;
    forEachMember(element, [&stage](std::string_view key, const dom::element &value) {
        if (key == "name")
            stage.name = text(value);
        else if (key == "state")
            stage.state = stageState(value);
        else if (key == "started_ms")
            stage.startedMs = number(value);
        else if (key == "duration_ms")
            stage.durationMs = number(value);
        else if (key == "detail")
            stage.detail = text(value);
    });
    return stage;
}

StageRecord stage(const dom::element &element)
{
    dom::array list;
    return element.get(list) == simdjson::SUCCESS ? stageOfList(list) : stageOfObject(element);
}

HeaderList headers(const dom::element &element, const SharedHeaders *shared)
{
    if (shared && element.is_int64())
        return shared->value(whole(element));
    return headers(element);
}

bool readAnswer(JobRecord &record, std::string_view key, const dom::element &value,
                const SharedHeaders *shared)
{
    if (key == "status")
        record.status = static_cast<int>(whole(value));
    else if (key == "status_text")
        record.statusText = text(value);
    else if (key == "http_version")
        record.httpVersion = text(value);
    else if (key == "headers")
        record.headers = headers(value, shared);
    else if (key == "request_headers")
        record.requestHeaders = headers(value, shared);
    else if (key == "content_type")
        record.contentType = text(value);
    else if (key == "bytes")
        record.bytes = whole(value);
    else if (key == "wire_bytes")
        record.wireBytes = whole(value);
    else if (key == "sha256")
        record.sha256 = bytes(value);
    else if (key == "snippet")
        record.snippet = bytes(value);
    else
        return false;
    return true;
}

void readStory(JobRecord &record, std::string_view key, const dom::element &value)
{
    if (key == "id")
        record.id = static_cast<JobId>(whole(value));
    else if (key == "url")
        record.url = text(value);
    else if (key == "final_url")
        record.finalUrl = text(value);
    else if (key == "state")
        record.state = stateCalled(text(value), JobState::Queued, JobState::Cancelled, jobStateName);
    else if (key == "error")
        record.fault = fault(value);
    else if (key == "method")
        record.method = bytes(value);
    else if (key == "name")
        record.name = text(value);
    else if (key == "started")
        record.started = moment(value);
    else if (key == "duration_ms")
        record.durationMs = number(value).value_or(0);
    else if (key == "attempts")
        forEach(value, [&record](const dom::element &each) { record.attempts.append(attempt(each)); });
    else if (key == "stages")
        forEach(value, [&record](const dom::element &each) { record.stages.append(stage(each)); });
    else if (key == "saved_to")
        record.savedTo = text(value);
    else if (key == "redirects")
        forEach(value, [&record](const dom::element &url) { record.redirects.append(text(url)); });
    else if (key == "insecure")
        record.insecure = flag(value);
    else if (key == "slow")
        record.slow = flag(value);
}

} // namespace

RecordReader::RecordReader(const SharedHeaders *shared)
    : m_shared(shared)
    , m_parser(std::make_unique<Parser>())
{}

RecordReader::~RecordReader() = default;

HeaderList RecordReader::readHeaders(QByteArrayView json)
{
    dom::element root;
    const auto error = m_parser->dom.parse(json.data(), static_cast<std::size_t>(json.size())).get(root);
    return error == simdjson::SUCCESS ? headers(root) : HeaderList();
}

std::optional<JobRecord> RecordReader::read(QByteArrayView json, QByteArrayView body)
{
    dom::element root;
    dom::object object;
    if (m_parser->dom.parse(json.data(), static_cast<std::size_t>(json.size())).get(root) !=
            simdjson::SUCCESS ||
        root.get(object) != simdjson::SUCCESS)
        return std::nullopt;
    JobRecord record;
    record.method = "GET";
    record.wireBytes = -1;
    record.snippet = body.toByteArray();
    for (const auto [key, value] : object) {
        if (!readAnswer(record, key, value, m_shared))
            readStory(record, key, value);
    }
    if (record.wireBytes < 0)
        record.wireBytes = record.bytes;
    if (record.finalUrl.isEmpty())
        record.finalUrl = record.url;
    if (record.contentType.isEmpty())
        record.contentType = declaredType(record.headers);
    for (AttemptRecord &attempt : record.attempts) {
        if (!attempt.started.isValid())
            attempt.started = record.started;
    }
    if (!isFinished(record.state) || record.url.isEmpty())
        return std::nullopt;
    return record;
}

} // namespace inflight
