// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "store/session/sessiondatabase.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace inflight {

/// Writes rows of results by SQLite's own interface: Qt's looks up a name for each value of each row, which
/// took a fifth of the time of the journal's thread (measured). One thread, as the database.
class SessionResults
{
    Q_DISABLE_COPY_MOVE(SessionResults)

public:
    /// What is empty is NULL in the table.
    struct Row
    {
        JobId id = 0;
        qint64 place = 0; ///< in order of completion
        QByteArrayView record;
        QByteArrayView body; ///< where it is in the session itself
        QByteArrayView output;
        QByteArrayView bodySha256; ///< of one that is a file beside, in hexadecimal
        QByteArrayView bodyCoding;
    };

    /// `database` must outlive it.
    explicit SessionResults(SessionDatabase &database);
    ~SessionResults();

    /// In place of one with the same id. A translated sentence when it could not be written.
    [[nodiscard]] std::optional<QString> write(const Row &row);

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    SessionDatabase &m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_insert; ///< null when it could not be prepared
};

} // namespace inflight
