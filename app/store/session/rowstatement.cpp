// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/rowstatement.h"

#include <sqlite3.h>

namespace inflight {

namespace {

sqlite3_stmt *prepare(sqlite3 *connection, QByteArrayView sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                       &statement, nullptr);
    return statement;
}

} // namespace

void RowStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

RowStatement::RowStatement(SessionDatabase &database, QByteArrayView sql)
    : m_database(database)
    , m_statement(prepare(database.connection(), sql))
{}

RowStatement::~RowStatement() = default;

void RowStatement::bind(int parameter, qint64 number)
{
    sqlite3_bind_int64(m_statement.get(), parameter, number);
}

void RowStatement::bindBytes(int parameter, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        sqlite3_bind_null(m_statement.get(), parameter);
    else
        sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data(),
                            static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC);
}

void RowStatement::bindText(int parameter, QByteArrayView utf8)
{
    if (utf8.isEmpty())
        sqlite3_bind_null(m_statement.get(), parameter);
    else
        sqlite3_bind_text64(m_statement.get(), parameter, utf8.data(),
                            static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8);
}

std::optional<QString> RowStatement::run()
{
    std::optional<QString> fault;
    if (!m_statement || sqlite3_step(m_statement.get()) != SQLITE_DONE)
        fault = m_database.lastFaultText();
    // After the fault was taken: it may say something else of it.
    sqlite3_reset(m_statement.get());
    return fault;
}

} // namespace inflight
