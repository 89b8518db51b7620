// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/session/sessiondatabase.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace inflight {

/// A statement that is run for each of many rows, by SQLite's own interface: Qt's looks up a name for each
/// value of each row, which took a fifth of the time of the journal's thread (measured). One thread, as the
/// database.
class RowStatement
{
    Q_DISABLE_COPY_MOVE(RowStatement)

public:
    /// `database` must outlive it. What is wrong with `sql` is said by run().
    RowStatement(SessionDatabase &database, QByteArrayView sql);
    ~RowStatement();

    // Parameters count from 1, and stay bound. What is empty is NULL; bytes and texts are not copied: they
    // must live until run() returns.
    void bind(int parameter, qint64 number);
    void bindBytes(int parameter, QByteArrayView bytes);
    void bindText(int parameter, QByteArrayView utf8);

    /// A translated sentence when it failed.
    [[nodiscard]] std::optional<QString> run();

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    SessionDatabase &m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement; ///< null when it could not be prepared
};

} // namespace inflight
