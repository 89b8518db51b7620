// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/recordjson.h"

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

class RecordWriter
{
public:
    explicit RecordWriter(Secrets secrets)
        : m_secrets(secrets)
    {}

    QByteArray write(const JobRecord &record)
    {
        begin(record);
        m_json.key("output");
        m_json.json(record.output.isEmpty() ? QByteArrayView("null") : QByteArrayView(record.output));
        end(record);
        m_json.endObject();
        return m_json.take() + '\n';
    }

    QByteArray writeForJournal(const JobRecord &record)
    {
        begin(record);
        end(record);
        m_json.member("status_text", QStringView(record.statusText));
        headers("request_headers", record.requestHeaders);
        m_json.endObject();
        return m_json.take();
    }

private:
    void begin(const JobRecord &record)
    {
        m_json.beginObject();
        outcome(record);
        response(record);
        attempts(record.attempts);
        stages(record.stages);
    }

    void end(const JobRecord &record)
    {
        m_json.textOrNull("saved_to", record.savedTo);
        m_json.member("snippet", QStringView(record.snippet));
        additions(record);
    }

    void outcome(const JobRecord &record)
    {
        m_json.member("id", record.id);
        m_json.member("url", QStringView(displayUrl(record.url, m_secrets)));
        const QString &finalUrl = record.finalUrl.isEmpty() ? record.url : record.finalUrl;
        m_json.member("final_url", QStringView(displayUrl(finalUrl, m_secrets)));
        name("state", jobStateName(record.state));
        fault(record.fault);
    }

    void response(const JobRecord &record)
    {
        status(record.status);
        m_json.textOrNull("http_version", record.status == 0 ? QString() : record.httpVersion);
        headers("headers", record.headers);
        m_json.textOrNull("content_type", record.contentType);
        m_json.member("bytes", record.bytes);
        m_json.textOrNull("sha256", QString::fromLatin1(record.sha256));
        m_json.member("started", record.started);
        m_json.member("duration_ms", record.durationMs);
    }

    void headers(QByteArrayView name, const HeaderList &headers)
    {
        m_json.key(name);
        m_json.beginArray();
        const HeaderList shown = displayHeaders(headers, m_secrets);
        for (const Header &header : shown) {
            m_json.beginArray();
            m_json.value(QByteArrayView(header.name.toLower()));
            m_json.value(QByteArrayView(header.value));
            m_json.endArray();
        }
        m_json.endArray();
    }

    void attempts(const QList<AttemptRecord> &attempts)
    {
        m_json.key("attempts");
        m_json.beginArray();
        for (const AttemptRecord &attempt : attempts) {
            m_json.beginObject();
            m_json.member("started", attempt.started);
            status(attempt.status);
            fault(attempt.fault);
            timings(attempt.timings);
            m_json.member("started_ms", attempt.startMs);
            m_json.member("duration_ms", attempt.durationMs);
            m_json.member("back_off_ms", attempt.backOffMs);
            course(attempt);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void course(const AttemptRecord &attempt)
    {
        name("state", stateName(attempt.state));
        if (attempt.resumedFrom > 0)
            m_json.member("resumed_from", attempt.resumedFrom);
        else
            m_json.nullMember("resumed_from");
        m_json.member("hedge", attempt.hedge);
        m_json.textOrNull("lost_to", QString(winnerName(attempt.lostTo)));
    }

    void timings(const PhaseTimes &times)
    {
        m_json.key("timings_ms");
        m_json.beginObject();
        m_json.member("queued", times.queued);
        m_json.member("connect", times.connect);
        m_json.member("wait", times.wait);
        m_json.member("receive", times.receive);
        m_json.endObject();
    }

    void stages(const QList<StageRecord> &stages)
    {
        m_json.key("stages");
        m_json.beginArray();
        for (const StageRecord &stage : stages) {
            m_json.beginObject();
            m_json.member("name", QStringView(stage.name));
            name("state", stageStateName(stage.state));
            m_json.member("started_ms", stage.startedMs);
            m_json.member("duration_ms", stage.durationMs);
            m_json.member("detail", QStringView(displayText(stage.detail, m_secrets)));
            m_json.endObject();
        }
        m_json.endArray();
    }

    void additions(const JobRecord &record)
    {
        m_json.member("method", QByteArrayView(record.method));
        m_json.member("wire_bytes", record.wireBytes);
        if (!record.redirects.isEmpty()) {
            m_json.key("redirects");
            m_json.beginArray();
            for (const QString &url : record.redirects)
                m_json.value(QStringView(displayUrl(url, m_secrets)));
            m_json.endArray();
        }
        if (record.insecure)
            m_json.member("insecure", true);
    }

    void fault(const std::optional<Fault> &fault)
    {
        m_json.key("error");
        if (!fault) {
            m_json.null();
            return;
        }
        m_json.beginObject();
        name("class", faultClassName(fault->faultClass));
        m_json.member("stage", QStringView(fault->stage));
        m_json.member("message", QStringView(displayText(fault->message, m_secrets)));
        m_json.endObject();
    }

    void name(QByteArrayView key, QLatin1StringView ascii)
    {
        m_json.member(key, QByteArrayView(ascii.data(), ascii.size()));
    }

    void status(int status)
    {
        if (status == 0)
            m_json.nullMember("status");
        else
            m_json.member("status", status);
    }

    JsonWriter m_json;
    Secrets m_secrets;
};

} // namespace

QByteArray recordToJsonLine(const JobRecord &record, Secrets secrets)
{
    return RecordWriter(secrets).write(record);
}

QByteArray recordToJournal(const JobRecord &record)
{
    return RecordWriter(Secrets::Shown).writeForJournal(record);
}

QLatin1StringView jobStateName(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return "queued"_L1;
    case JobState::BackingOff:
        return "backing_off"_L1;
    case JobState::Running:
        return "running"_L1;
    case JobState::Succeeded:
        return "succeeded"_L1;
    case JobState::Failed:
        return "failed"_L1;
    case JobState::Cancelled:
        break;
    }
    return "cancelled"_L1;
}

QLatin1StringView stageStateName(StageState state)
{
    switch (state) {
    case StageState::Pending:
    case StageState::Waiting: // what waits has not begun
        return "pending"_L1;
    case StageState::Running:
        return "running"_L1;
    case StageState::Done:
        return "done"_L1;
    case StageState::Failed:
        return "failed"_L1;
    case StageState::Cancelled:
        return "cancelled"_L1;
    case StageState::Skipped:
        break;
    }
    return "skipped"_L1;
}

} // namespace inflight
