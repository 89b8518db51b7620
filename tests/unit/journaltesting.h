// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sessiontesting.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace inflight {

// What a journal is given, and what it has made of it.

inline SessionInfo info()
{
    return {QStringLiteral("name"),
            QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC),
            {QStringLiteral("--jobs=3"), QStringLiteral("--insecure")},
            "{\"inflight\": 1}"};
}

inline FinishedJob finishedJob(JobId id, const QByteArray &body = {}, JobState state = JobState::Succeeded)
{
    JobRecord record;
    record.id = id;
    record.url = record.finalUrl = QStringLiteral("http://h.test/%1").arg(id);
    record.state = state;
    record.method = "GET";
    record.bytes = body.size();
    return {std::make_shared<const JobRecord>(std::move(record)), Body(body), {}};
}

inline AcceptedJobs acceptedJobs(JobId first, int count)
{
    AcceptedJobs accepted{first, {}, {}};
    for (int i = 0; i < count; ++i)
        accepted.inputs.append(
            {.url = QStringLiteral("http://h.test/%1").arg(first + static_cast<JobId>(i))});
    return accepted;
}

inline QList<JobId> unfinished(const StoredRun &run)
{
    QList<JobId> ids;
    for (qsizetype i = 0; i < run.jobs.size(); ++i) {
        if (!run.jobs.at(i).record)
            ids.append(static_cast<JobId>(i));
    }
    return ids;
}

/// The number that `statement` gives of the session at `path`; -1: none.
inline int valueIn(const QString &path, const QString &statement)
{
    int value = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(statement) && query.next())
            value = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return value;
}

} // namespace inflight
