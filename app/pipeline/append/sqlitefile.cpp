// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/append/sqlitefile.h"

#include <atomic>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SqliteFileWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::AppendFile)
};

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

/// SQLite's names of columns do not tell capitals from small letters.
bool hasColumn(const QStringList &columns, const QString &name)
{
    return columns.contains(name, Qt::CaseInsensitive);
}

} // namespace

/// A connection for one batch, and what went wrong with it.
class SqliteFile::Connection
{
public:
    explicit Connection(const QString &path)
        : m_path(path)
        , m_name(u"append %1"_s.arg(++count))
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(path);
        if (!database.open())
            m_fault = faultOf(database.lastError());
    }
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const std::optional<QString> &fault() const { return m_fault; }
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name); }

    bool execute(const QString &statement)
    {
        QSqlQuery query(database());
        return query.exec(statement) || fail(query.lastError());
    }
    bool fail(const QSqlError &error)
    {
        m_fault = faultOf(error);
        return false;
    }

private:
    [[nodiscard]] QString faultOf(const QSqlError &error) const
    {
        return SqliteFileWords::tr("%1 could not be written: %2").arg(m_path, error.databaseText());
    }

    static inline std::atomic_int count = 0;
    QString m_path;
    QString m_name;
    std::optional<QString> m_fault;
};

std::optional<QString> SqliteFile::open()
{
    const bool exists = QFileInfo::exists(m_target.path);
    if (exists && m_target.existing == ExistingFile::Refuse)
        return SqliteFileWords::tr("%1 could not be written: %2")
            .arg(m_target.path, SqliteFileWords::tr("it exists already"));
    if (exists && m_target.existing == ExistingFile::Replace && !QFile::remove(m_target.path))
        return SqliteFileWords::tr("%1 could not be written: %2")
            .arg(m_target.path, SqliteFileWords::tr("it cannot be replaced"));
    Connection connection(m_target.path);
    if (connection.fault())
        return connection.fault();
    const QSqlRecord record = connection.database().record(m_target.table);
    for (int i = 0; i < record.count(); ++i)
        m_columns.append(record.fieldName(i));
    QSqlQuery last(connection.database());
    if (m_columns.isEmpty())
        m_end = 1;
    else if (last.exec(u"SELECT coalesce(max(rowid), 0) FROM "_s + quotedName(m_target.table)) && last.next())
        m_end = last.value(0).toLongLong() + 1;
    return std::nullopt;
}

QStringList SqliteFile::wantedNames(const Cells &cells) const
{
    QStringList names = cells.names();
    if (!m_target.columns.isEmpty())
        names.removeIf([this](const QString &name) { return !m_target.columns.contains(name); });
    return names;
}

qsizetype SqliteFile::standing(AppendPlace &place, const QList<QByteArrayView> &values)
{
    Connection connection(m_target.path);
    qsizetype count = 0;
    for (const QByteArrayView value : values) {
        const Cells cells = cellsOf(value);
        const bool hasRow = !wantedNames(cells).isEmpty();
        if (hasRow && (place.from >= place.until || !stands(connection, place.from, cells)))
            break;
        place.from += hasRow ? 1 : 0;
        ++count;
    }
    return count;
}

bool SqliteFile::stands(Connection &connection, qint64 row, const Cells &cells) const
{
    const QStringList names = wantedNames(cells);
    QString statement = u"SELECT 1 FROM %1 WHERE rowid = ?"_s.arg(quotedName(m_target.table));
    for (const QString &name : names)
        statement += u" AND %1 IS ?"_s.arg(quotedName(name));
    QSqlQuery query(connection.database());
    if (!query.prepare(statement))
        return false;
    query.addBindValue(row);
    for (const QString &name : names)
        query.addBindValue(cells.bound(name));
    return query.exec() && query.next();
}

std::optional<QString> SqliteFile::write(const QList<QByteArrayView> &values)
{
    if (values.isEmpty())
        return std::nullopt;
    Connection connection(m_target.path);
    if (connection.fault())
        return connection.fault();
    QStringList columns = m_columns;
    std::optional<qint64> last;
    const QString table = quotedName(m_target.table);
    const auto addColumn = [&](const QString &name) {
        const QString statement = columns.isEmpty()
                                      ? u"CREATE TABLE %1 (%2)"_s.arg(table, quotedName(name))
                                      : u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(table, quotedName(name));
        columns.append(name);
        return connection.execute(statement);
    };
    const auto insert = [&](const Cells &cells) {
        const QStringList names = wantedNames(cells);
        if (names.isEmpty())
            return true;
        QStringList quoted;
        for (const QString &name : names) {
            if (!hasColumn(columns, name) && !addColumn(name))
                return false;
            quoted.append(quotedName(name));
        }
        const QStringList places(names.size(), u"?"_s);
        QSqlQuery query(connection.database());
        if (!query.prepare(
                u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, quoted.join(u", "_s), places.join(u", "_s))))
            return connection.fail(query.lastError());
        for (const QString &name : names)
            query.addBindValue(cells.bound(name));
        if (!query.exec())
            return connection.fail(query.lastError());
        last = query.lastInsertId().toLongLong();
        return true;
    };

    if (!connection.execute(u"BEGIN IMMEDIATE"_s))
        return connection.fault();
    for (const QString &name : std::as_const(m_target.columns)) {
        if (!hasColumn(columns, name) && !addColumn(name))
            return connection.fault();
    }
    for (const QByteArrayView value : values) {
        if (!insert(cellsOf(value)))
            return connection.fault(); // the transaction goes with the connection
    }
    if (!connection.execute(u"COMMIT"_s))
        return connection.fault();
    m_columns = columns;
    if (m_end && last)
        m_end = *last + 1;
    return std::nullopt;
}

} // namespace inflight
