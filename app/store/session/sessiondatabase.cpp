// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessiondatabase.h"

#include <atomic>
#include <tuple>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QUrl>

#include <sqlite3.h>

#include "store/session/sessionschema.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionDatabaseWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Session)
};

/// "Infl": tells such a file from other databases (https://www.sqlite.org/pragma.html#pragma_application_id).
constexpr int applicationId = 0x496e666c;

/// Result codes of SQLite (https://www.sqlite.org/rescode.html).
enum Code : int {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NoDatabase = 26
};

const QString readOnly = u"QSQLITE_OPEN_READONLY"_s;

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff; // extended codes have more above
}

/// What a person can do something about, in words.
QString reasonOf(const QSqlError &error)
{
    switch (codeOf(error)) {
    case Busy:
    case Locked:
        return SessionDatabaseWords::tr("another program has it locked");
    case ReadOnly:
        return SessionDatabaseWords::tr("it may not be written to");
    case InputOutput:
        return SessionDatabaseWords::tr("the disk does not take or give it (%1)").arg(error.databaseText());
    case Corrupt:
        return SessionDatabaseWords::tr("it is damaged (%1)").arg(error.databaseText());
    case Full:
        return SessionDatabaseWords::tr("the disk is full; make room there");
    case CannotOpen:
        return SessionDatabaseWords::tr("it cannot be opened; may its folder be read and written to?");
    case NoDatabase:
        return SessionDatabaseWords::tr("it is not a session of Inflight");
    default:
        return error.databaseText();
    }
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
                   ? SessionDatabaseWords::tr("%1 could not be written: it is there already.")
                         .arg(QDir::toNativeSeparators(m_path))
                   : SessionDatabaseWords::tr("%1 could not be written: its folder cannot be written to.")
                         .arg(QDir::toNativeSeparators(m_path));
    if (access != Access::Create && !info.exists())
        return SessionDatabaseWords::tr("%1 could not be read: there is no such file.")
            .arg(QDir::toNativeSeparators(m_path));
    if (info.isDir())
        return SessionDatabaseWords::tr("%1 is a folder, not a session of Inflight.")
            .arg(QDir::toNativeSeparators(m_path));
    QSqlDatabase connection = database();
    connection.setDatabaseName(info.absoluteFilePath());
    if (!reopen(access == Access::Read ? readOnly : QString()))
        return faultText(connection.lastError());
    if (access == Access::Create)
        return makeTables();
    if (access == Access::Read && !openToRead())
        return faultText(connection.lastError());
    if (std::optional<QString> fault = checkVersion(access))
        return fault;
    if (access == Access::Read)
        return std::nullopt;
    // A commit is on the disk when it says so: what was received is not received twice, also after a power
    // cut. The log is taken into the file every 8 MiB: each time costs two waits for the disk, and what is
    // left of it at the end a person waits for.
    if (std::optional<QString> fault = executeAll(
            {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA wal_autocheckpoint=512"_s}))
        return fault;
    return m_version < version ? migrate() : std::nullopt;
}

void SessionDatabase::leaveWhole()
{
    std::ignore = execute(u"PRAGMA journal_mode=DELETE"_s);
}

/// Opens it, again if need be, with further options of Qt's.
bool SessionDatabase::reopen(const QString &options)
{
    QSqlDatabase connection = database();
    connection.close();
    // Another process may be at it for a moment; longer is for whoever asked to decide.
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=200;"_s + options);
    return connection.open();
}

/// Finds the way in which what is open can be read; false when it could not be opened so.
bool SessionDatabase::openToRead()
{
    int trouble = readingTrouble();
    // Whoever wrote it was stopped in the middle: what is half done is undone by the next one who may write.
    if (trouble == ReadOnly && reopen({})) {
        std::ignore = readingTrouble();
        if (!reopen(readOnly))
            return false;
        trouble = readingTrouble();
    }
    const bool isWhole = !QFileInfo::exists(m_path + "-wal"_L1) && !QFileInfo::exists(m_path + "-journal"_L1);
    if ((trouble != CannotOpen && trouble != ReadOnly) || !isWhole)
        return true;
    // Where nothing may be written, SQLite opens such a file only when it is told that nobody writes it.
    database().setDatabaseName(
        QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath()).toEncoded()) +
        "?immutable=1"_L1);
    return reopen(readOnly + u";QSQLITE_OPEN_URI"_s);
}

/// The code with which reading fails; 0: it does not.
int SessionDatabase::readingTrouble()
{
    QSqlQuery query(database());
    return query.exec(u"SELECT count(*) FROM sqlite_master"_s) ? 0 : codeOf(query.lastError());
}

int SessionDatabase::pragma(const QString &name)
{
    QSqlQuery query(database());
    if (query.exec(u"PRAGMA "_s + name) && query.next())
        return query.value(0).toInt();
    m_unprepared = query.lastError();
    return -1;
}

std::optional<QString> SessionDatabase::checkVersion(Access access)
{
    const int id = pragma(u"application_id"_s);
    if (id == -1)
        return faultText(m_unprepared);
    if (id != applicationId)
        return SessionDatabaseWords::tr("%1 is not a session of Inflight.")
            .arg(QDir::toNativeSeparators(m_path));
    m_version = pragma(u"user_version"_s);
    return access == Access::Read ? std::nullopt : whyNotGoneOnWith();
}

std::optional<QString> SessionDatabase::whyNotGoneOnWith() const
{
    if (!isNewer())
        return std::nullopt;
    return SessionDatabaseWords::tr(
               "%1 was written by a newer version of Inflight: it can be looked at, but not gone on "
               "with.")
        .arg(QDir::toNativeSeparators(m_path));
}

std::optional<QString> SessionDatabase::makeTables()
{
    // A record takes some 2 KiB: in pages of the usual 4 KiB half of the room would stay empty.
    // And whoever makes it brings it to the disk once, not with each of the first commits.
    QStringList statements{u"PRAGMA page_size=16384"_s, u"PRAGMA synchronous=OFF"_s, u"BEGIN"_s};
    for (int from = 0; from < version; ++from)
        statements += schemaStep(from);
    statements.append({u"PRAGMA application_id=%1"_s.arg(applicationId),
                       u"PRAGMA user_version=%1"_s.arg(version), u"COMMIT"_s});
    return executeAll(statements);
}

/// All steps, or none of them.
std::optional<QString> SessionDatabase::migrate()
{
    QStringList statements{u"BEGIN IMMEDIATE"_s};
    for (int from = m_version; from < version; ++from)
        statements += schemaStep(from);
    statements.append({u"PRAGMA user_version=%1"_s.arg(version), u"COMMIT"_s});
    std::optional<QString> fault = executeAll(statements);
    if (fault)
        std::ignore = execute(u"ROLLBACK"_s);
    else
        m_version = version;
    return fault;
}

std::optional<QString> SessionDatabase::executeAll(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (std::optional<QString> fault = execute(statement))
            return fault;
    }
    return std::nullopt;
}

std::optional<QString> SessionDatabase::execute(const QString &statement)
{
    QSqlQuery query(database());
    if (query.exec(statement))
        return std::nullopt;
    m_isBusy = codeOf(query.lastError()) == Busy;
    return faultText(query.lastError());
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
    return SessionDatabaseWords::tr("The session %1 cannot be used: %2.")
        .arg(QDir::toNativeSeparators(m_path), reasonOf(cause));
}

sqlite3 *SessionDatabase::connection() const
{
    const QVariant handle = database().driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QString SessionDatabase::lastFaultText() const
{
    sqlite3 *const faulty = connection();
    return faultText(QSqlError({}, QString::fromUtf8(sqlite3_errmsg(faulty)), QSqlError::StatementError,
                               QString::number(sqlite3_extended_errcode(faulty))));
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
