// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionresults.h"

#include <sqlite3.h>

namespace inflight {

namespace {

constexpr char insertion[] =
    "INSERT OR REPLACE INTO results(id, place, record, body, output, body_sha256, body_coding) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

sqlite3_stmt *prepare(sqlite3 *connection)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(connection, insertion, sizeof insertion, SQLITE_PREPARE_PERSISTENT, &statement,
                       nullptr);
    return statement;
}

// What is bound lives until the row is written: SQLite need not copy it.

void bindBlob(sqlite3_stmt *statement, int number, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        sqlite3_bind_null(statement, number);
    else
        sqlite3_bind_blob64(statement, number, bytes.data(), static_cast<sqlite3_uint64>(bytes.size()),
                            SQLITE_STATIC);
}

void bindText(sqlite3_stmt *statement, int number, QByteArrayView ascii)
{
    if (ascii.isEmpty())
        sqlite3_bind_null(statement, number);
    else
        sqlite3_bind_text64(statement, number, ascii.data(), static_cast<sqlite3_uint64>(ascii.size()),
                            SQLITE_STATIC, SQLITE_UTF8);
}

} // namespace

void SessionResults::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SessionResults::SessionResults(SessionDatabase &database)
    : m_database(database)
    , m_insert(prepare(database.connection()))
{}

SessionResults::~SessionResults() = default;

std::optional<QString> SessionResults::write(const Row &row)
{
    sqlite3_stmt *const insert = m_insert.get();
    sqlite3_bind_int64(insert, 1, row.id);
    sqlite3_bind_int64(insert, 2, row.place);
    bindBlob(insert, 3, row.record);
    bindBlob(insert, 4, row.body);
    bindBlob(insert, 5, row.output);
    bindText(insert, 6, row.bodySha256);
    bindText(insert, 7, row.bodyCoding);
    const bool isWritten = insert && sqlite3_step(insert) == SQLITE_DONE;
    // Before it is reset, which may say something else of the same fault.
    std::optional<QString> fault;
    if (!isWritten)
        fault = m_database.lastFaultText();
    sqlite3_reset(insert);
    return fault;
}

} // namespace inflight
