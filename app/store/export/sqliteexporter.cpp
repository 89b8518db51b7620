// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/sqliteexporter.h"

#include "jobs/recordcolumns.h"
#include "store/recordjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SqliteExporter)
};

QLatin1StringView typeName(RecordColumn::Type type)
{
    switch (type) {
    case RecordColumn::Type::Whole:
        return "INTEGER"_L1;
    case RecordColumn::Type::Real:
        return "REAL"_L1;
    case RecordColumn::Type::Text:
        return "TEXT"_L1;
    }
    Q_UNREACHABLE();
}

QString tableStatement()
{
    QStringList columns;
    for (const RecordColumn &column : recordColumns()) {
        const bool isId = column.name == "id"_L1;
        columns.append(column.name + u' ' + typeName(column.type) + (isId ? " PRIMARY KEY"_L1 : ""_L1));
    }
    columns.append(u"record TEXT NOT NULL"_s);
    return u"CREATE TABLE jobs(%1)"_s.arg(columns.join(", "_L1));
}

QString insertStatement()
{
    const QStringList places(recordColumns().size() + 1, u"?"_s);
    return u"INSERT OR REPLACE INTO jobs VALUES (%1)"_s.arg(places.join(u','));
}

struct BoundValue
{
    QVariant operator()(std::monostate) const { return {}; }
    QVariant operator()(qint64 value) const { return value; }
    QVariant operator()(double value) const { return value; }
    QVariant operator()(const QString &value) const { return value; }
};

} // namespace

/// The connection and its one statement, in one transaction.
class SqliteExporter::Table
{
    Q_DISABLE_COPY_MOVE(Table)

public:
    Table()
        : m_name(u"export %1"_s.arg(++count))
    {
        QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    }
    ~Table()
    {
        m_insert.reset();
        QSqlDatabase::removeDatabase(m_name);
    }

    std::optional<QString> open(const QString &path)
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.setDatabaseName(path);
        if (!database.open())
            return database.lastError().databaseText();
        // Until it has its name nobody relies on it: what a crash leaves is begun anew.
        for (const QString &statement :
             {u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA journal_mode=OFF"_s, u"PRAGMA synchronous=OFF"_s,
              u"PRAGMA page_size=16384"_s, u"BEGIN"_s, tableStatement()}) {
            if (auto error = execute(statement))
                return error;
        }
        m_insert.emplace(database);
        m_insert->setForwardOnly(true);
        if (!m_insert->prepare(insertStatement()))
            return m_insert->lastError().databaseText();
        return std::nullopt;
    }

    std::optional<QString> insert(const JobRecord &record, Secrets secrets)
    {
        int place = 0;
        for (const RecordColumn &column : recordColumns())
            m_insert->bindValue(place++, std::visit(BoundValue{}, column.cell(record, secrets)));
        m_insert->bindValue(place, QString::fromUtf8(recordToJsonLine(record, secrets).chopped(1)));
        return m_insert->exec() ? std::nullopt : std::optional(m_insert->lastError().databaseText());
    }

    std::optional<QString> finish()
    {
        m_insert.reset();
        auto error = execute(u"COMMIT"_s);
        QSqlDatabase::database(m_name, false).close();
        return error;
    }

private:
    std::optional<QString> execute(const QString &statement)
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        return query.exec(statement) ? std::nullopt : std::optional(query.lastError().databaseText());
    }

    static inline std::atomic_int count = 0;
    const QString m_name;
    std::optional<QSqlQuery> m_insert;
};

SqliteExporter::SqliteExporter(const QString &path, Secrets secrets)
    : m_file(path)
    , m_path(path)
    , m_secrets(secrets)
{}

SqliteExporter::~SqliteExporter() = default;

/// A connection belongs to one thread, which is not the one of open().
std::optional<QString> SqliteExporter::begin()
{
    if (m_table)
        return std::nullopt;
    m_table = std::make_unique<Table>();
    return m_table->open(m_file.partPath());
}

std::optional<QString> SqliteExporter::write(const FinishedJob &job)
{
    std::optional<QString> error = begin();
    if (!error)
        error = m_table->insert(*job.record, m_secrets);
    return error ? std::optional(Text::tr("\"%1\" cannot be written: %2").arg(m_path, *error)) : error;
}

std::optional<QString> SqliteExporter::commit()
{
    std::optional<QString> error = begin();
    if (!error)
        error = m_table->finish();
    m_table.reset();
    if (error)
        return Text::tr("\"%1\" cannot be written: %2").arg(m_path, *error);
    return m_file.commit();
}

void SqliteExporter::discard()
{
    m_table.reset();
    m_file.discard();
}

} // namespace inflight
