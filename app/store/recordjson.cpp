// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/recordjson.h"

#include "jobs/declaredtype.h"
#include "store/jsonwriter.h"
#include "store/recordparts.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// The members that both kinds of record have, in two halves.
class RecordWriter
{
protected:
    RecordWriter(Secrets secrets, JsonWriter::Absent absent)
        : m_json(absent)
        , m_parts(m_json, secrets)
        , m_absent(absent)
        , m_secrets(secrets)
    {}

    void begin(const JobRecord &record)
    {
        m_json.beginObject();
        outcome(record);
        response(record);
        m_parts.attempts("attempts", record);
        m_parts.stages("stages", record.stages);
    }

    /// After the output.
    void end(const JobRecord &record)
    {
        m_json.textOrNull("saved_to", record.savedTo);
        if (!isWhole(record.snippet))
            m_json.member("snippet", QByteArrayView(record.snippet));
        additions(record);
    }

    void headers(QByteArrayView key, const HeaderList &headers, std::optional<qint64> number)
    {
        if (number)
            m_json.member(key, *number);
        else
            m_parts.headers(key, headers);
    }

private:
    [[nodiscard]] bool isWhole(const QByteArray &snippet) const
    {
        const QByteArrayView body = m_beside.body;
        return !body.isEmpty() && body.size() <= JournalRecords::mostOfSnippet && body == snippet;
    }

    void outcome(const JobRecord &record)
    {
        m_json.member("id", record.id);
        const QString url = displayUrl(record.url, m_secrets);
        const bool wentAway = !record.finalUrl.isEmpty() && record.finalUrl != record.url;
        m_json.member("url", QStringView(url));
        if (wentAway)
            m_json.member("final_url", QStringView(displayUrl(record.finalUrl, m_secrets)));
        else if (m_absent == JsonWriter::Absent::Written)
            m_json.member("final_url", QStringView(url));
        m_parts.name("state", jobStateName(record.state));
        m_parts.fault("error", record.fault);
    }

    void response(const JobRecord &record)
    {
        m_parts.status(record.status);
        m_json.textOrNull("http_version", record.status == 0 ? QString() : record.httpVersion);
        headers("headers", record.headers, m_beside.headers);
        if (m_absent == JsonWriter::Absent::Written || record.contentType != declaredType(record.headers))
            m_json.textOrNull("content_type", record.contentType);
        m_json.member("bytes", record.bytes);
        m_json.textOrNull("sha256", QString::fromLatin1(record.sha256));
        m_json.member("started", record.started);
        m_json.member("duration_ms", record.durationMs);
    }

    void additions(const JobRecord &record)
    {
        m_json.memberUnless(QByteArrayView("GET"), "method", QByteArrayView(record.method));
        if (!record.name.isEmpty())
            m_json.member("name", QStringView(record.name));
        m_json.memberUnless(record.bytes, "wire_bytes", record.wireBytes);
        if (!record.redirects.isEmpty()) {
            m_json.key("redirects");
            m_json.beginArray();
            for (const QString &url : record.redirects)
                m_json.value(QStringView(displayUrl(url, m_secrets)));
            m_json.endArray();
        }
        if (record.insecure)
            m_json.member("insecure", true);
        if (record.slow)
            m_json.member("slow", true);
    }

protected:
    JsonWriter m_json;
    RecordParts m_parts;
    JournalRecords::Beside m_beside;

private:
    JsonWriter::Absent m_absent;
    Secrets m_secrets;
};

class LineWriter final : private RecordWriter
{
public:
    explicit LineWriter(Secrets secrets)
        : RecordWriter(secrets, JsonWriter::Absent::Written)
    {}

    QByteArray write(const JobRecord &record)
    {
        begin(record);
        m_json.key("output");
        m_json.json(record.output.isEmpty() ? QByteArrayView("null") : QByteArrayView(record.output));
        end(record);
        m_json.endObject();
        return m_json.takeLine();
    }
};

} // namespace

class JournalRecords::Writer final : private RecordWriter
{
public:
    Writer()
        : RecordWriter(Secrets::Shown, JsonWriter::Absent::LeftOut)
    {}

    QByteArray write(const JobRecord &record, const Beside &beside)
    {
        m_beside = beside;
        begin(record);
        end(record);
        m_json.member("status_text", QStringView(record.statusText));
        headers("request_headers", record.requestHeaders, beside.requestHeaders);
        m_json.endObject();
        return m_json.take();
    }
};

JournalRecords::JournalRecords()
    : m_writer(std::make_unique<Writer>())
{}

JournalRecords::~JournalRecords() = default;

QByteArray JournalRecords::write(const JobRecord &record, const Beside &beside)
{
    return m_writer->write(record, beside);
}

QByteArray sharedHeaders(const HeaderList &headers)
{
    JsonWriter json;
    RecordParts(json, Secrets::Shown).headerList(headers);
    return json.take();
}

QByteArray recordToJsonLine(const JobRecord &record, Secrets secrets)
{
    return LineWriter(secrets).write(record);
}

} // namespace inflight
