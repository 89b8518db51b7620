// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionreader.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSqlError>
#include <QThread>
#include <QtConcurrentMap>

#include "jobs/humantext.h"
#include "store/history/bodyparts.h"
#include "store/recordjson.h"
#include "store/recordreader.h"
#include "store/session/sessionbodies.h"
#include "store/session/sessionjson.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionReaderWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Session)
};

using Requests = QHash<qint64, std::shared_ptr<const RequestTemplate>>;

std::shared_ptr<const RequestTemplate> requestOf(SessionDatabase &database)
{
    const QByteArray method = database.value(u"request_method"_s).toByteArray();
    if (method.isEmpty())
        return nullptr;
    return std::make_shared<const RequestTemplate>(
        RequestTemplate{method, headersFromJson(database.value(u"request_headers"_s).toByteArray()),
                        database.value(u"request_body"_s).toByteArray()});
}

SessionInfo infoOf(SessionDatabase &database)
{
    return {database.value(u"name"_s).toString(),
            QDateTime::fromString(database.value(u"created"_s).toString(), Qt::ISODateWithMs),
            textsFromJson(database.value(u"arguments"_s).toString().toUtf8()),
            database.value(u"pipeline"_s).toString().toUtf8(),
            database.value(QString(inputsOpenKey)).toBool(),
            requestOf(database),
            database.value(QString(stagesAgainKey)).toBool()};
}

/// A record as it is in the file.
struct RawRecord
{
    QByteArray json;
    QByteArray output;
    QByteArray body;     ///< one that may be a snippet
    bool stored = false; ///< with a body
    JobRecordPtr record;
};

/// Parses records on all threads.
void parseAll(QList<RawRecord> &raw, const SharedHeaders &shared)
{
    const qsizetype part = std::max<qsizetype>(500, raw.size() / (4 * QThread::idealThreadCount()));
    QList<std::pair<qsizetype, qsizetype>> parts;
    for (qsizetype from = 0; from < raw.size(); from += part)
        parts.append({from, std::min(part, raw.size() - from)});
    RawRecord *const first = raw.data();
    QtConcurrent::blockingMap(parts, [first, &shared](const std::pair<qsizetype, qsizetype> &each) {
        RecordReader reader(&shared);
        for (RawRecord *it = first + each.first; it != first + each.first + each.second; ++it) {
            std::optional<JobRecord> record = reader.read(it->json, it->body);
            if (!record)
                continue;
            record->output = it->output;
            it->record = std::make_shared<const JobRecord>(*std::move(record));
            it->json.clear();
            it->body.clear();
        }
    });
}

/// Reads one run; the first fault ends it.
class RunReader
{
public:
    explicit RunReader(SessionDatabase &database)
        : m_database(database)
    {}

    std::variant<StoredRun, QString> read()
    {
        m_run.info = infoOf(m_database);
        if (!readRequests() || !readInputs() || !readHeaders() || !readResults() || !readParts())
            return m_fault;
        return std::move(m_run);
    }

private:
    bool fail(const QSqlQuery &query)
    {
        m_fault = m_database.faultText(query.lastError());
        return false;
    }

    bool readRequests()
    {
        QSqlQuery query = m_database.prepared(u"SELECT id, method, headers, body FROM requests"_s);
        if (!query.exec())
            return fail(query);
        while (query.next())
            m_requests.insert(query.value(0).toLongLong(),
                              std::make_shared<const RequestTemplate>(RequestTemplate{
                                  query.value(1).toByteArray(), headersFromJson(query.value(2).toByteArray()),
                                  query.value(3).toByteArray()}));
        return true;
    }

    bool readInputs()
    {
        QSqlQuery query = m_database.prepared(
            u"SELECT id, url, request, parent, depth, first_stage, %1 FROM inputs ORDER BY id"_s.arg(
                m_database.hasNames() ? "name, listed"_L1 : "NULL, NULL"_L1));
        if (!query.exec())
            return fail(query);
        while (query.next()) {
            if (query.value(0).toLongLong() != m_run.jobs.size()) {
                m_fault = SessionReaderWords::tr("The session %1 is damaged: input %2 is missing.")
                              .arg(m_database.path())
                              .arg(m_run.jobs.size());
                return false;
            }
            JobInput input;
            input.url = query.value(1).toString();
            if (!query.value(2).isNull())
                input.request = m_requests.value(query.value(2).toLongLong());
            if (!query.value(3).isNull())
                input.parent = query.value(3).toUInt();
            input.depth = static_cast<quint16>(query.value(4).toUInt());
            input.firstStage = static_cast<quint16>(query.value(5).toUInt());
            input.name = query.value(6).toString();
            input.listed = query.value(7).toUInt();
            m_run.jobs.append({std::move(input), nullptr, false, nullptr});
        }
        return true;
    }

    bool readHeaders()
    {
        if (!m_database.hasHeaders())
            return true;
        QSqlQuery query = m_database.prepared(u"SELECT id, list FROM headers"_s);
        if (!query.exec())
            return fail(query);
        RecordReader reader;
        while (query.next())
            m_headers.insert(query.value(0).toLongLong(), reader.readHeaders(query.value(1).toByteArray()));
        return true;
    }

    bool readResults()
    {
        QSqlQuery query = m_database.prepared(
            u"SELECT record, output, CASE WHEN length(body) <= %1 THEN body END, "
            "body IS NOT NULL, body_sha256 FROM results ORDER BY place"_s.arg(JournalRecords::mostOfSnippet));
        if (!query.exec())
            return fail(query);
        QList<RawRecord> raw;
        const bool isOneFile = hasBodyParts(m_database);
        const SessionBodies bodies(m_database.path());
        while (query.next()) {
            const QByteArray digest = query.value(4).toString().toLatin1();
            const bool hasLarge = !digest.isEmpty() && (isOneFile || bodies.has(digest));
            m_run.lostBodies += !digest.isEmpty() && !hasLarge ? 1 : 0;
            raw.append({query.value(0).toByteArray(), query.value(1).toByteArray(),
                        query.value(2).toByteArray(), query.value(3).toBool() || hasLarge, nullptr});
        }
        parseAll(raw, m_headers);
        for (const RawRecord &each : std::as_const(raw)) {
            if (!each.record || each.record->id >= m_run.jobs.size())
                continue; // it is fetched again
            m_run.jobs[each.record->id].record = each.record;
            m_run.jobs[each.record->id].stored = each.stored;
            m_run.ended.append(each.record->id);
        }
        return true;
    }

    bool readParts()
    {
        if (!m_database.hasParts())
            return true;
        QSqlQuery query = m_database.prepared(u"SELECT id, file, url, head, size, boot FROM parts"_s);
        if (!query.exec())
            return fail(query);
        const SessionBodies bodies(m_database.path());
        const QString boot = SessionBodies::boot();
        while (query.next()) {
            BodyPart part{query.value(0).toUInt(), bodies.partPath(query.value(1).toString()),
                          query.value(2).toString(), headFromJson(query.value(3).toByteArray())};
            // A machine that went down took with it what was not on the disk yet.
            if (boot.isEmpty() || query.value(5).toString() != boot)
                part.size = query.value(4).toLongLong();
            if (part.id < m_run.jobs.size() && QFileInfo::exists(part.file))
                m_run.jobs[part.id].part = std::make_shared<const BodyPart>(std::move(part));
        }
        return true;
    }

    SessionDatabase &m_database;
    Requests m_requests;
    SharedHeaders m_headers;
    StoredRun m_run;
    QString m_fault;
};

} // namespace

QStringList remarksOn(const StoredRun &run, const QString &path)
{
    QStringList remarks;
    const QString folder = QDir::toNativeSeparators(SessionBodies(path).folder());
    if (run.lostBodies == 1)
        remarks.append(SessionReaderWords::tr("1 body of this run is missing: it is not in %1.").arg(folder));
    else if (run.lostBodies > 1)
        remarks.append(SessionReaderWords::tr("%1 bodies of this run are missing: they are not in %2.")
                           .arg(formatCount(run.lostBodies), folder));
    if (run.info.stagesAgain)
        remarks.append(SessionReaderWords::tr(
            "This run was interrupted while its stages were run again: some of its results "
            "are still those of before. Run them again (--again stages)."));
    return remarks;
}

std::variant<StoredRun, QString> readSession(const QString &path)
{
    const auto opened = SessionDatabase::open(path, SessionDatabase::Access::Read);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    return RunReader(*std::get<std::unique_ptr<SessionDatabase>>(opened)).read();
}

std::variant<SessionSummary, QString> readSummary(const QString &path)
{
    const auto opened = SessionDatabase::open(path, SessionDatabase::Access::Read);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    SessionDatabase &database = *std::get<std::unique_ptr<SessionDatabase>>(opened);
    const auto number = [&database](const QString &key) { return database.value(key).toLongLong(); };
    return SessionSummary{infoOf(database),
                          {number(u"inputs"_s), number(u"succeeded"_s), number(u"failed"_s),
                           number(u"cancelled"_s), number(u"bytes"_s)},
                          QDateTime::fromString(database.value(u"changed"_s).toString(), Qt::ISODateWithMs),
                          number(u"paused_ms"_s),
                          database.value(u"forgotten"_s).toBool(),
                          database.isNewer()};
}

SessionBodyReader::SessionBodyReader(const QString &path)
    : m_path(path)
{
    auto opened = SessionDatabase::open(path, SessionDatabase::Access::Read);
    if (std::holds_alternative<QString>(opened))
        return;
    m_database = std::move(std::get<std::unique_ptr<SessionDatabase>>(opened));
    const QString part =
        m_database->hasParts() ? u"(SELECT file FROM parts WHERE parts.id = results.id)"_s : u"NULL"_s;
    m_query = m_database->prepared(
        u"SELECT body, body_sha256, body_coding, %1 FROM results WHERE id = ?"_s.arg(part));
}

std::optional<Body> SessionBodyReader::findBeside(const QByteArray &sha256) const
{
    if (std::optional<Body> body = SessionBodies(m_path).find(sha256))
        return body;
    return findBodyParts(*m_database, sha256); // a copy has all in one file
}

std::optional<StoredBody> SessionBodyReader::body(JobId id)
{
    if (!m_database)
        return std::nullopt;
    m_query.bindValue(0, id);
    if (!m_query.exec() || !m_query.next())
        return std::nullopt;
    const QByteArray coding = m_query.value(2).toString().toLatin1();
    std::optional<Body> body;
    if (!m_query.value(0).isNull())
        body = Body(m_query.value(0).toByteArray());
    else if (const QByteArray digest = m_query.value(1).toString().toLatin1(); !digest.isEmpty())
        body = findBeside(digest);
    else if (const QString part = m_query.value(3).toString(); !part.isEmpty())
        body = SessionBodies(m_path).findPart(part);
    m_query.finish();
    return body ? std::optional(StoredBody{*body, coding}) : std::nullopt;
}

} // namespace inflight
