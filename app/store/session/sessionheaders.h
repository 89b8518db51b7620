// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"
#include "store/recordjson.h"
#include "store/session/sessiondatabase.h"

#include <QHash>
#include <QSqlQuery>

#include <optional>

namespace inflight {

/// The lists of headers that were seen, and the numbers of those that a session's table of them has.
struct KnownHeaders
{
    /// The list of the message before, which most are like: a look into the table costs more than to compare.
    struct Latest
    {
        HeaderList headers;
        qint64 number = 0;
    };

    QHash<HeaderList, std::optional<qint64>> numbers;
    Latest latestAnswer;
    Latest latestRequest;
    qint64 next = 0;
};

/// Writes what many messages have alike into an open session once, within the transaction of its caller.
/// Lives on one thread, as `database` does.
class SessionHeaders
{
public:
    /// So many lists are remembered; of more that differ there is little to gain.
    static constexpr qsizetype mostKnown = 1000;

    /// Both must outlive it.
    SessionHeaders(SessionDatabase &database, KnownHeaders &known);

    /// Sets the numbers of the headers of `record` in `beside`: lists go into the table when they are seen
    /// for the second time, and have none before. A translated sentence when they could not be written.
    [[nodiscard]] std::optional<QString> share(const JobRecord &record, JournalRecords::Beside &beside);

private:
    [[nodiscard]] std::optional<QString> find(const HeaderList &headers, KnownHeaders::Latest &latest,
                                              std::optional<qint64> &number);

    SessionDatabase &m_database;
    KnownHeaders &m_known;
    QSqlQuery m_insert;
};

} // namespace inflight
