// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/sqliteexporter.h"

#include "jobs/recordcolumns.h"
#include "store/jsonwriter.h"
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

struct SqliteExporterText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SqliteExporter)
};

/// The rest is in the record, for json_extract(): a column costs a row half a microsecond.
const QList<RecordColumn> &tableColumns()
{
    static const QList<RecordColumn> columns = recordColumnsByName({});
    return columns;
}

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
    for (const RecordColumn &column : tableColumns()) {
        const bool isId = column.name == "id"_L1;
        columns.append(column.name + u' ' + typeName(column.type) + (isId ? " PRIMARY KEY"_L1 : ""_L1));
    }
    columns.append(u"record TEXT NOT NULL"_s);
    return u"CREATE TABLE jobs(%1)"_s.arg(columns.join(", "_L1));
}

/// The row comes as a list: binding a value costs Qt a microsecond, and taking it from
/// a list costs SQLite a tenth of that.
QString insertStatement()
{
    QStringList values;
    for (qsizetype i = 0; i < tableColumns().size(); ++i)
        values.append(u"json_extract(list,'$[%1]')"_s.arg(i));
    return u"INSERT OR REPLACE INTO jobs SELECT %1,CAST(whole AS TEXT) FROM (SELECT ? AS list, ? AS whole)"_s
        .arg(values.join(u','));
}

struct ListItem
{
    JsonWriter &json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(qint64 value) const { json.value(value); }
    void operator()(double value) const { json.value(value); }
    void operator()(const QString &value) const { json.value(QStringView(value)); }
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
        m_list.beginArray();
        for (const RecordColumn &column : tableColumns())
            std::visit(ListItem{m_list}, column.cell(record, secrets));
        m_list.endArray();
        m_insert->bindValue(0, QString::fromUtf8(m_list.take()));
        m_insert->bindValue(1, recordToJsonLine(record, secrets).chopped(1)); // as bytes: quicker than text
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
    JsonWriter m_list;
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
    return error ? std::optional(SqliteExporterText::tr("\"%1\" cannot be written: %2").arg(m_path, *error))
                 : error;
}

std::optional<QString> SqliteExporter::commit()
{
    std::optional<QString> error = begin();
    if (!error)
        error = m_table->finish();
    m_table.reset();
    if (error)
        return SqliteExporterText::tr("\"%1\" cannot be written: %2").arg(m_path, *error);
    return m_file.commit();
}

void SqliteExporter::discard()
{
    m_table.reset();
    m_file.discard();
}

} // namespace inflight
