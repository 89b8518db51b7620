// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionwriter.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "pipeline/bodydigest.h"
#include "store/session/rowstatement.h"
#include "store/session/sessionjson.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QByteArray digestOf(const FinishedJob &job)
{
    if (job.contentEncoding.isEmpty() && !job.record->sha256.isEmpty() &&
        job.record->bytes == job.body.size())
        return job.record->sha256;
    return sha256Of(job.body, {});
}

/// How long nobody has written to it, in milliseconds.
qint64 sinceChanged(SessionDatabase &database)
{
    const auto changed = QDateTime::fromString(database.value(u"changed"_s).toString(), Qt::ISODateWithMs);
    return changed.isValid() ? std::max<qint64>(0, changed.msecsTo(QDateTime::currentDateTimeUtc())) : 0;
}

/// Brings the file there, whose database did not wait for it.
bool isOnDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    const bool done = file >= 0 && (::fsync(file) == 0 || errno == EINVAL || errno == ENOSYS);
    if (file >= 0)
        ::close(file);
    return done;
}

} // namespace

struct SessionWriter::Statements
{
    Statements(SessionDatabase &database, KnownRequests &requests, KnownHeaders &known)
        : inputs(database, requests)
        , headers(database, known)
        , result(database, "INSERT OR REPLACE INTO results(id, place, record, body, output, body_sha256, "
                           "body_coding) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        , run(database.prepared(u"INSERT OR REPLACE INTO run(key, value) VALUES (?, ?)"_s))
    {}

    SessionInputs inputs;
    SessionHeaders headers;
    RowStatement result;
    QSqlQuery run;
};

SessionWriter::SessionWriter(QString path, SessionInfo info)
    : m_path(std::move(path))
    , m_info(std::move(info))
    , m_bodies(m_path)
{}

SessionWriter::~SessionWriter() = default;

/// Opens `path`, and takes up what it has unless that is known already.
std::optional<QString> SessionWriter::open(const QString &path, SessionDatabase::Access access, bool isKnown)
{
    auto opened = SessionDatabase::open(path, access);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    m_database = std::move(std::get<std::unique_ptr<SessionDatabase>>(opened));
    if (!isKnown) {
        if (std::optional<QString> fault = takeUp())
            return fault;
    }
    m_statements = std::make_unique<Statements>(*m_database, m_progress.requests, m_progress.headers);
    return std::nullopt;
}

void SessionWriter::shut()
{
    m_statements.reset();
    m_database.reset();
}

/// A new file gets its name when the first batch is in it: what has the name can be gone on with.
std::optional<QString> SessionWriter::makeNew(const SessionBatch &batch)
{
    const QString part = m_path + ".part"_L1;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QFile::remove(part);
    m_progress = {};
    if (!m_info.created.isValid())
        m_info.created = QDateTime::currentDateTimeUtc();
    if (std::optional<QString> fault = open(part, SessionDatabase::Access::Create, true))
        return fault;
    if (std::optional<QString> fault = writeInfo())
        return fault;
    if (std::optional<QString> fault = writeAll(batch))
        return fault;
    shut();
    QFile file(part);
    if (!isOnDisk(part))
        return part + u": "_s + qt_error_string();
    if (!file.rename(m_path))
        return m_path + u": "_s + file.errorString();
    return open(m_path, SessionDatabase::Access::Write, true);
}

std::optional<QString> SessionWriter::writeInfo()
{
    QList<std::pair<QString, QVariant>> values{
        {u"name"_s, m_info.name},
        {u"created"_s, m_info.created.toString(Qt::ISODateWithMs)},
        {u"program"_s, QStringLiteral(INFLIGHT_VERSION)},
        {QString(inputsOpenKey), m_info.inputsOpen},
    };
    if (m_info.request)
        values += {{u"request_method"_s, m_info.request->method},
                   {u"request_headers"_s, headersToJson(m_info.request->headers)},
                   {u"request_body"_s, m_info.request->body}};
    for (const auto &[key, value] : std::as_const(values)) {
        if (std::optional<QString> fault = m_database->setValue(key, value))
            return fault;
    }
    return writeSettings({m_info.arguments, m_info.pipeline});
}

std::optional<QString> SessionWriter::writeSettings(const SessionSettings &settings)
{
    if (auto fault = m_database->setValue(u"arguments"_s, QString::fromUtf8(textsToJson(settings.arguments))))
        return fault;
    return m_database->setValue(u"pipeline"_s, QString::fromUtf8(settings.pipeline));
}

std::optional<QString> SessionWriter::takeUp()
{
    m_progress = {};
    if (!m_pausedMs)
        m_pausedMs = m_database->value(u"paused_ms"_s).toLongLong() + sinceChanged(*m_database);
    if (m_info.inputsOpen) {
        if (std::optional<QString> fault = m_database->setValue(QString(inputsOpenKey), true))
            return fault;
    }
    QSqlQuery inputs = m_database->prepared(u"SELECT count(*) FROM inputs"_s);
    if (!inputs.exec() || !inputs.next())
        return m_database->faultText(inputs.lastError());
    m_progress.counts.inputs = inputs.value(0).toLongLong();
    if (std::optional<QString> fault = takeUpNext(u"requests"_s, m_progress.requests.next))
        return fault;
    if (std::optional<QString> fault = takeUpNext(u"headers"_s, m_progress.headers.next))
        return fault;
    QSqlQuery results = m_database->prepared(u"SELECT id, place, state, bytes FROM jobs"_s);
    if (!results.exec())
        return m_database->faultText(results.lastError());
    while (results.next()) {
        const QString state = results.value(2).toString();
        count(results.value(0).toUInt(),
              state == jobStateName(JobState::Succeeded) ? JobState::Succeeded
              : state == jobStateName(JobState::Failed)  ? JobState::Failed
                                                         : JobState::Cancelled,
              results.value(3).toLongLong());
        m_progress.nextPlace = std::max(m_progress.nextPlace, results.value(1).toLongLong() + 1);
    }
    return takeUpParts();
}

/// The next number for a row of `table`.
std::optional<QString> SessionWriter::takeUpNext(const QString &table, qint64 &next)
{
    QSqlQuery query = m_database->prepared(u"SELECT coalesce(max(id) + 1, 0) FROM "_s + table);
    if (!query.exec() || !query.next())
        return m_database->faultText(query.lastError());
    next = query.value(0).toLongLong();
    return std::nullopt;
}

std::optional<QString> SessionWriter::takeUpParts()
{
    QSqlQuery query = m_database->prepared(u"SELECT id, file FROM parts"_s);
    if (!query.exec())
        return m_database->faultText(query.lastError());
    while (query.next())
        m_progress.parts.insert(query.value(0).toUInt(), query.value(1).toString());
    return std::nullopt;
}

std::optional<QString> SessionWriter::write(const SessionBatch &batch)
{
    std::optional<QString> fault;
    if (!m_database && !QFileInfo::exists(m_path)) {
        fault = makeNew(batch);
    } else {
        if (!m_database)
            fault = open(m_path, SessionDatabase::Access::Write, false);
        if (!fault)
            fault = writeAll(batch);
    }
    if (fault) {
        // Locked before anything of the batch was written: all is as it was.
        if (m_database && m_database->isBusy() && !m_isWriting)
            return fault;
        // Opened anew, it is taken up as it is by then.
        if (m_database)
            std::ignore = m_database->execute(u"ROLLBACK"_s);
        shut();
    }
    return fault;
}

std::optional<QString> SessionWriter::writeAll(const SessionBatch &batch)
{
    m_isWriting = false;
    if (std::optional<QString> fault = m_database->execute(u"BEGIN IMMEDIATE"_s))
        return fault;
    m_isWriting = true;
    for (const AcceptedJobs &accepted : batch.accepted) {
        if (std::optional<QString> fault = m_statements->inputs.write(accepted))
            return fault;
        // Those that are written once more, as they are asked for now, are counted already.
        m_progress.counts.inputs =
            std::max<qint64>(m_progress.counts.inputs, accepted.first + accepted.inputs.size());
    }
    // Before the results: what ended since needs its part no more.
    for (const BodyPart &part : batch.parts) {
        if (std::optional<QString> fault = writePart(part))
            return fault;
    }
    if (std::optional<QString> fault = writeResults(batch.finished))
        return fault;
    if (std::optional<QString> fault = writeCounts())
        return fault;
    if (batch.stagesAgain) {
        if (std::optional<QString> fault = m_database->setValue(QString(stagesAgainKey), *batch.stagesAgain))
            return fault;
    }
    if (batch.settings) {
        if (std::optional<QString> fault = writeSettings(*batch.settings))
            return fault;
    }
    if (batch.inputsEnded) {
        if (std::optional<QString> fault = m_database->setValue(QString(inputsOpenKey), false))
            return fault;
    }
    // A result that is there must have its body.
    if (std::optional<QString> fault = m_bodies.sync())
        return fault;
    if (std::optional<QString> fault = m_database->execute(u"COMMIT"_s))
        return fault;
    if (batch.inputsEnded)
        m_info.inputsOpen = false;
    for (const QString &name : std::exchange(m_progress.unneededParts, {}))
        m_bodies.removePart(name);
    return std::nullopt;
}

/// In order of their numbers, by which the table is sorted: most then go to its end, where pages are filled,
/// and few between others, where they are split.
std::optional<QString> SessionWriter::writeResults(const std::vector<FinishedJob> &jobs)
{
    std::vector<std::size_t> order(jobs.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&jobs](std::size_t index) { return jobs[index].record->id; });
    const qint64 firstPlace = std::exchange(m_progress.nextPlace, m_progress.nextPlace + std::ssize(jobs));
    for (const std::size_t index : order) {
        if (std::optional<QString> fault = writeResult(jobs[index], firstPlace + static_cast<qint64>(index)))
            return fault;
    }
    return std::nullopt;
}

std::optional<QString> SessionWriter::writeResult(const FinishedJob &job, qint64 place)
{
    const JobRecord &record = *job.record;
    const bool inside = job.body.size() > 0 && job.body.size() <= SessionBodies::insideLimit;
    QByteArray digest;
    if (!inside) {
        if (std::optional<QString> fault = writeBody(job, digest))
            return fault;
    }
    const QByteArray body = inside ? job.body.first(job.body.size()) : QByteArray();
    JournalRecords::Beside beside{body, {}, {}};
    if (std::optional<QString> fault = m_statements->headers.share(record, beside))
        return fault;
    const QByteArray written = m_records.write(record, beside);
    RowStatement &row = m_statements->result;
    row.bind(1, record.id);
    row.bind(2, place);
    row.bindBytes(3, written);
    row.bindBytes(4, body);
    row.bindBytes(5, record.output);
    row.bindText(6, digest);
    row.bindText(7, job.contentEncoding);
    if (std::optional<QString> fault = row.run())
        return fault;
    count(record.id, record.state, record.bytes);
    return isFetched(record) ? dropPart(record.id) : std::nullopt;
}

/// Of a body that is not inside; one that can be gone on with is kept as a part alone.
std::optional<QString> SessionWriter::writeBody(const FinishedJob &job, QByteArray &digest)
{
    const bool isPart = !job.body.file().isEmpty() && !isFetched(*job.record);
    if (job.body.size() == 0 || isPart)
        return std::nullopt;
    digest = digestOf(job);
    return m_bodies.put(digest, job.body);
}

std::optional<QString> SessionWriter::writePart(const BodyPart &part)
{
    const QString name = QFileInfo(part.file).fileName();
    m_bodies.syncPart(part.file);
    QSqlQuery query = m_database->prepared(u"INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?)"_s);
    for (const QVariant &value :
         {QVariant(part.id), QVariant(name), QVariant(part.url), QVariant(headToJson(part.head)),
          QVariant(part.size), QVariant(SessionBodies::boot())})
        query.addBindValue(value);
    if (!query.exec())
        return m_database->faultText(query.lastError());
    const QString before = std::exchange(m_progress.parts[part.id], name);
    if (!before.isEmpty() && before != name)
        m_progress.unneededParts.append(before);
    return std::nullopt;
}

std::optional<QString> SessionWriter::dropPart(JobId id)
{
    const QString name = m_progress.parts.take(id);
    if (name.isEmpty())
        return std::nullopt;
    m_progress.unneededParts.append(name);
    QSqlQuery query = m_database->prepared(u"DELETE FROM parts WHERE id = ?"_s);
    query.addBindValue(id);
    return query.exec() ? std::nullopt : std::optional(m_database->faultText(query.lastError()));
}

void SessionWriter::count(JobId id, JobState state, qint64 bytes)
{
    SessionCounts &counts = m_progress.counts;
    const auto of = [&counts](JobState ended) -> qint64 & {
        return ended == JobState::Succeeded ? counts.succeeded
               : ended == JobState::Failed  ? counts.failed
                                            : counts.cancelled;
    };
    if (id >= m_progress.ended.size())
        m_progress.ended.resize(std::size_t(id) + 1);
    Ended &ended = m_progress.ended[id];
    if (isFinished(ended.state)) {
        --of(ended.state);
        counts.bytes -= ended.bytes;
    }
    ++of(state);
    counts.bytes += bytes;
    ended = {state, bytes};
}

std::optional<QString> SessionWriter::writeCounts()
{
    const SessionCounts &counts = m_progress.counts;
    const QList<std::pair<QString, QVariant>> values{
        {u"inputs"_s, counts.inputs},
        {u"succeeded"_s, counts.succeeded},
        {u"failed"_s, counts.failed},
        {u"cancelled"_s, counts.cancelled},
        {u"bytes"_s, counts.bytes},
        {u"paused_ms"_s, m_pausedMs.value_or(0)},
        {u"changed"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
    };
    for (const auto &[key, value] : values) {
        m_statements->run.bindValue(0, key);
        m_statements->run.bindValue(1, value);
        if (!m_statements->run.exec())
            return m_database->faultText(m_statements->run.lastError());
    }
    return std::nullopt;
}

std::optional<QString> SessionWriter::close()
{
    if (m_database) {
        m_statements.reset();
        m_database->leaveWhole();
        m_database.reset();
    } else if (QFileInfo::exists(m_path)) {
        return std::nullopt;
    }
    m_bodies.removePartsBut({m_progress.parts.cbegin(), m_progress.parts.cend()});
    return std::nullopt;
}

} // namespace inflight
