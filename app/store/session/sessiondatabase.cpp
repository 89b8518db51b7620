// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessiondatabase.h"

#include <atomic>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Session)
};

/// "Infl": tells such a file from other databases (https://www.sqlite.org/pragma.html#pragma_application_id).
constexpr int applicationId = 0x496e666c;

/// What people look for in results, by name. A view: columns, even virtual ones, are worked out when a row is
/// written, and would take longer than all the rest of it.
QString viewOfResults()
{
    QStringList columns{u"id"_s, u"place"_s};
    for (const QString &name : {u"url"_s, u"state"_s, u"status"_s, u"duration_ms"_s, u"bytes"_s, u"sha256"_s})
        columns.append(
            u"CASE WHEN json_valid(CAST(record AS TEXT)) THEN json_extract(CAST(record AS TEXT), '$.%1') END AS %1"_s
                .arg(name));
    columns.append({u"CAST(output AS TEXT) AS output"_s, u"body"_s});
    return u"CREATE VIEW jobs AS SELECT %1 FROM results"_s.arg(columns.join(u", "_s));
}

const QStringList &tables()
{
    static const QStringList statements{
        u"CREATE TABLE run(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE requests(id INTEGER PRIMARY KEY, method BLOB NOT NULL, headers BLOB NOT NULL, "
        "body BLOB NOT NULL)"_s,
        u"CREATE TABLE inputs(id INTEGER PRIMARY KEY, url TEXT NOT NULL, request INTEGER, parent INTEGER, "
        "depth INTEGER NOT NULL, first_stage INTEGER NOT NULL)"_s,
        // body_sha256: of a body that is a file beside.
        u"CREATE TABLE results(id INTEGER PRIMARY KEY, place INTEGER NOT NULL, record BLOB NOT NULL, "
        "body BLOB, output BLOB, body_sha256 TEXT, body_coding TEXT)"_s,
        viewOfResults(),
    };
    return statements;
}

/// Made before SQLite does, which would let everybody read it.
bool makeFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace

std::variant<std::unique_ptr<SessionDatabase>, QString> SessionDatabase::open(const QString &path,
                                                                              Access access)
{
    static std::atomic_int count = 0;
    std::unique_ptr<SessionDatabase> session(new SessionDatabase(path, u"session %1"_s.arg(++count)));
    QSqlDatabase::addDatabase(u"QSQLITE"_s, session->m_connection);
    if (std::optional<QString> fault = session->begin(access))
        return *fault;
    return session;
}

SessionDatabase::~SessionDatabase()
{
    database().close();
    QSqlDatabase::removeDatabase(m_connection);
}

std::optional<QString> SessionDatabase::begin(Access access)
{
    const QFileInfo info(m_path);
    if (access == Access::Create && !makeFile(m_path))
        return info.exists()
                   ? Words::tr("%1 could not be written: it is there already.").arg(m_path)
                   : Words::tr("%1 could not be written: its folder cannot be written to.").arg(m_path);
    if (access != Access::Create && !info.exists())
        return Words::tr("%1 could not be read: there is no such file.").arg(m_path);
    QSqlDatabase connection = database();
    connection.setDatabaseName(info.absoluteFilePath());
    // Another process may be at it for a moment; longer is for whoever asked to decide.
    QString options = u"QSQLITE_BUSY_TIMEOUT=200"_s;
    if (access == Access::Read)
        options += u";QSQLITE_OPEN_READONLY"_s;
    connection.setConnectOptions(options);
    if (!connection.open())
        return faultText(connection.lastError());
    if (access == Access::Create)
        return makeTables();
    if (std::optional<QString> fault = checkVersion(access))
        return fault;
    if (access == Access::Read)
        return std::nullopt;
    // A commit is on the disk when it says so: what was received is not received twice, also after a power
    // cut.
    // The log is taken into the file every 64 MiB: each time costs two waits for the disk.
    for (const QString &pragma :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA wal_autocheckpoint=4096"_s}) {
        if (std::optional<QString> fault = execute(pragma))
            return fault;
    }
    return std::nullopt;
}

std::optional<QString> SessionDatabase::checkVersion(Access access)
{
    const auto pragma = [this](const QString &name) {
        QSqlQuery query(u"PRAGMA "_s + name, database());
        return query.next() ? query.value(0).toInt() : -1;
    };
    if (pragma(u"application_id"_s) != applicationId)
        return Words::tr("%1 is not a session of Inflight.").arg(m_path);
    if (pragma(u"user_version"_s) > version && access != Access::Read)
        return Words::tr(
                   "%1 was written by a newer version of Inflight: it can be looked at, but not gone on "
                   "with.")
            .arg(m_path);
    return std::nullopt;
}

std::optional<QString> SessionDatabase::makeTables()
{
    QStringList statements = tables();
    // A record takes some 2 KiB: in pages of the usual 4 KiB half of the room would stay empty.
    statements.prepend(u"BEGIN"_s);
    statements.prepend(u"PRAGMA page_size=16384"_s);
    statements.append({u"PRAGMA application_id=%1"_s.arg(applicationId),
                       u"PRAGMA user_version=%1"_s.arg(version), u"COMMIT"_s});
    for (const QString &statement : std::as_const(statements)) {
        if (std::optional<QString> fault = execute(statement))
            return fault;
    }
    return std::nullopt;
}

std::optional<QString> SessionDatabase::execute(const QString &statement)
{
    QSqlQuery query(database());
    return query.exec(statement) ? std::nullopt : std::optional(faultText(query.lastError()));
}

QSqlQuery SessionDatabase::prepared(const QString &statement)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        m_unprepared = query.lastError();
    return query;
}

QString SessionDatabase::faultText(const QSqlError &error) const
{
    const QSqlError &cause = m_unprepared.isValid() ? m_unprepared : error;
    return Words::tr("The session %1: %2").arg(QDir::toNativeSeparators(m_path), cause.databaseText());
}

QVariant SessionDatabase::value(const QString &key)
{
    QSqlQuery query = prepared(u"SELECT value FROM run WHERE key = ?"_s);
    query.addBindValue(key);
    return query.exec() && query.next() ? query.value(0) : QVariant();
}

std::optional<QString> SessionDatabase::setValue(const QString &key, const QVariant &value)
{
    QSqlQuery query = prepared(u"INSERT OR REPLACE INTO run(key, value) VALUES (?, ?)"_s);
    query.addBindValue(key);
    query.addBindValue(value);
    return query.exec() ? std::nullopt : std::optional(faultText(query.lastError()));
}

} // namespace inflight
