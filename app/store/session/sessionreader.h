// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/restoredjob.h"
#include "pipeline/body.h"
#include "store/session/sessiondatabase.h"
#include "store/session/sessioninfo.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace inflight {

/// A run as its session file has it.
struct StoredRun
{
    SessionInfo info;
    QList<RestoredJob> jobs; ///< by id, from 0 on
    QList<JobId> ended;      ///< in order of completion
    qint64 lostBodies = 0;   ///< large bodies that cannot be had: their files are not beside the session
};

/// What was received for one job.
struct StoredBody
{
    Body body;
    QByteArray contentEncoding; ///< codings still applied to it
};

/// What is not as it should be with the run at `path`, in translated sentences: bodies that are lost, results
/// that are not of its pipeline.
[[nodiscard]] QStringList remarksOn(const StoredRun &run, const QString &path);

/// Reads the whole run at `path`; blocks. A translated sentence when it cannot be read.
[[nodiscard]] std::variant<StoredRun, QString> readSession(const QString &path);
/// What a run was started with, and how far it has come.
struct SessionSummary
{
    SessionInfo info;
    SessionCounts counts;
    QDateTime changed;      ///< UTC: when something was written last
    qint64 pausedMs = 0;    ///< before that: while no process ran it
    bool forgotten = false; ///< a person does not want it to be offered when it is not finished
    bool newer = false;     ///< written by a newer version: it can be looked at alone
};
[[nodiscard]] std::variant<SessionSummary, QString> readSummary(const QString &path);

/// Reads bodies one by one. Lives on one thread.
class SessionBodyReader
{
public:
    /// What cannot be read has no bodies.
    explicit SessionBodyReader(const QString &path);
    [[nodiscard]] std::optional<StoredBody> body(JobId id);

private:
    [[nodiscard]] std::optional<Body> findBeside(const QByteArray &sha256) const;

    std::unique_ptr<SessionDatabase> m_database;
    QSqlQuery m_query;
    QString m_path;
};

} // namespace inflight
