// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "store/recordjson.h"
#include "store/session/sessionbodies.h"
#include "store/session/sessiondatabase.h"
#include "store/session/sessionheaders.h"
#include "store/session/sessioninfo.h"
#include "store/session/sessioninputs.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace inflight {

/// What is written together: all of it, or nothing.
struct SessionBatch
{
    std::vector<AcceptedJobs> accepted;
    std::vector<FinishedJob> finished;
    std::vector<BodyPart> parts;
    bool inputsEnded = false;                       ///< no inputs follow
    std::optional<bool> stagesAgain = std::nullopt; ///< RecordSink::stagesAgain()
    std::optional<SessionSettings> settings = std::nullopt;

    /// Settings alone are no reason to write.
    [[nodiscard]] bool isEmpty() const
    {
        return accepted.empty() && finished.empty() && parts.empty() && !inputsEnded && !stagesAgain;
    }
};

/// Writes a run into its session file. Lives on one thread.
class SessionWriter
{
    Q_DISABLE_COPY_MOVE(SessionWriter)

public:
    /// For a new file at `path`, which is made by the first write(), its folders, too.
    SessionWriter(QString path, SessionInfo info);
    ~SessionWriter();

    /// The session says that its list is not whole until a batch says that the inputs ended.
    void expectInputs() { m_info.inputsOpen = true; }
    /// Nothing when all of it is on the disk; else a translated sentence, and nothing was written: it may be
    /// tried again.
    [[nodiscard]] std::optional<QString> write(const SessionBatch &batch);
    /// Notes when the run ended, and brings the file into one piece.
    [[nodiscard]] std::optional<QString> close();
    [[nodiscard]] bool isOpen() const { return m_database != nullptr; }
    /// Whether write() failed because another process has the file locked.
    [[nodiscard]] bool isBusy() const { return m_database && m_database->isBusy(); }

private:
    struct Statements;

    [[nodiscard]] std::optional<QString> open(const QString &path, SessionDatabase::Access access,
                                              bool isKnown);
    void shut();
    [[nodiscard]] std::optional<QString> makeNew(const SessionBatch &batch);
    [[nodiscard]] std::optional<QString> writeInfo();
    [[nodiscard]] std::optional<QString> writeSettings(const SessionSettings &settings);
    [[nodiscard]] std::optional<QString> takeUp();
    [[nodiscard]] std::optional<QString> writeAll(const SessionBatch &batch);
    [[nodiscard]] std::optional<QString> writeResults(const std::vector<FinishedJob> &jobs);
    [[nodiscard]] std::optional<QString> writeResult(const FinishedJob &job, qint64 place);
    [[nodiscard]] std::optional<QString> writeBody(const FinishedJob &job, QByteArray &digest);
    [[nodiscard]] std::optional<QString> writePart(const BodyPart &part);
    [[nodiscard]] std::optional<QString> dropPart(JobId id);
    [[nodiscard]] std::optional<QString> takeUpParts();
    [[nodiscard]] std::optional<QString> takeUpNext(const QString &table, qint64 &next);
    [[nodiscard]] std::optional<QString> writeCounts();
    void count(JobId id, JobState state, qint64 bytes);

    QString m_path;
    SessionInfo m_info;
    SessionBodies m_bodies;
    JournalRecords m_records;
    std::unique_ptr<SessionDatabase> m_database;
    std::unique_ptr<Statements> m_statements;
    std::optional<qint64> m_pausedMs; ///< of a run that is gone on with: while no process ran it
    bool m_isWriting = false;         ///< some of the present batch may be in the file
    /// How a job ended, and the bytes that were counted of it.
    struct Ended
    {
        JobState state = JobState::Queued; ///< it did not
        qint64 bytes = 0;
    };
    /// What the file has, the batch that is being written included.
    struct Progress
    {
        SessionCounts counts;
        qint64 nextPlace = 0;
        std::vector<Ended> ended; ///< by id
        KnownRequests requests;
        KnownHeaders headers;
        QHash<JobId, QString> parts; ///< names of their files
        QStringList unneededParts;   ///< once the batch is in the file
    };
    Progress m_progress;
};

} // namespace inflight
