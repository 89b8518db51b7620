// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/sessioncopy.h"

#include "pipeline/bodydigest.h"
#include "store/history/bodyparts.h"
#include "store/history/redactedrun.h"
#include "store/history/sessionfile.h"
#include "store/session/journal.h"
#include "store/session/sessionbodies.h"
#include "store/session/sessionwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <tuple>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionCopyWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SessionCopy)
};

constexpr std::size_t mostTogether = 1000;

using Problem = std::optional<QString>;

/// The copy while it is written: the run with what lies inside the session, then the large bodies, then what
/// people know of it.
class CopyWriter
{
public:
    CopyWriter(const QString &source, QString draft, bool bodies)
        : m_bodies(source)
        , m_draft(std::move(draft))
        , m_withBodies(bodies)
    {}

    Problem write(const StoredRun &run)
    {
        SessionWriter writer(m_draft, run.info);
        SessionBatch batch;
        AcceptedJobs inputs;
        for (const RestoredJob &job : run.jobs)
            inputs.inputs.append(job.input);
        batch.accepted.push_back(std::move(inputs));
        for (const JobId id : run.ended) {
            batch.finished.push_back(finished(run.jobs.at(id).record));
            if (batch.finished.size() < mostTogether)
                continue;
            if (Problem problem = writer.write(batch))
                return problem;
            batch = {};
        }
        if (Problem problem = writer.write(batch))
            return problem;
        return writer.close();
    }

    /// And when: a copy is as old as its run.
    Problem writeRest(const SessionSummary &run)
    {
        auto opened = SessionDatabase::open(m_draft, SessionDatabase::Access::Write);
        if (const auto *const fault = std::get_if<QString>(&opened))
            return *fault;
        SessionDatabase &copy = *std::get<std::unique_ptr<SessionDatabase>>(opened);
        if (Problem problem = copy.setValue(u"changed"_s, run.changed.toString(Qt::ISODateWithMs)))
            return problem;
        if (Problem problem = copy.setValue(u"paused_ms"_s, run.pausedMs))
            return problem;
        if (Problem problem = makeBodyParts(copy))
            return problem;
        for (const JobId id : std::as_const(m_large)) {
            if (Problem problem = writeLarge(copy, id))
                return problem;
        }
        // One file, also on a disk that cannot be written to, where a log of changes could not be made.
        return copy.execute(u"PRAGMA journal_mode=DELETE"_s);
    }

private:
    FinishedJob finished(const JobRecordPtr &record)
    {
        const StoredBody stored =
            m_withBodies ? m_bodies.body(record->id).value_or(StoredBody{}) : StoredBody{};
        if (stored.body.size() <= SessionBodies::insideLimit)
            return {record, stored.body, stored.contentEncoding};
        m_large.append(record->id);
        return {record, {}, stored.contentEncoding};
    }

    Problem writeLarge(SessionDatabase &copy, JobId id)
    {
        const auto stored = m_bodies.body(id);
        if (!stored)
            return std::nullopt;
        const QByteArray digest = sha256Of(stored->body, {});
        if (Problem problem = copy.execute(u"BEGIN IMMEDIATE"_s))
            return problem;
        if (Problem problem = putBodyParts(copy, digest, stored->body))
            return problem;
        QSqlQuery query = copy.prepared(u"UPDATE results SET body_sha256 = ? WHERE id = ?"_s);
        query.bindValue(0, QString::fromLatin1(digest));
        query.bindValue(1, id);
        if (!query.exec())
            return copy.faultText(query.lastError());
        return copy.execute(u"COMMIT"_s);
    }

    SessionBodyReader m_bodies;
    QString m_draft;
    bool m_withBodies;
    QList<JobId> m_large;
};

/// By whatever links they are named.
bool areTheSame(const QString &path, const QString &other)
{
    const QFileInfo left(path);
    const QFileInfo right(other);
    return right.exists() ? left.canonicalFilePath() == right.canonicalFilePath()
                          : left.absoluteFilePath() == right.absoluteFilePath();
}

Problem replace(const QString &draft, const QString &target)
{
    if (Journal::isInUse(target)) // by a run that may have written nothing yet
        return Journal::inUseText(target);
    if (isSessionFile(target)) {
        if (Problem problem = removeSession(target))
            return problem;
    } else if (QFile file(target); file.exists() && !file.remove()) {
        return SessionCopyWords::tr("%1 could not be replaced: %2")
            .arg(QDir::toNativeSeparators(target), file.errorString());
    }
    return moveSession(draft, target);
}

} // namespace

std::optional<QString> copySession(const QString &path, const QString &target, const RunCopy &how)
{
    if (areTheSame(path, target))
        return SessionCopyWords::tr("%1 is the run itself: name another file.")
            .arg(QDir::toNativeSeparators(target));
    const auto summary = readSummary(path);
    if (const auto *const fault = std::get_if<QString>(&summary))
        return *fault;
    auto read = readSession(path);
    if (const auto *const fault = std::get_if<QString>(&read))
        return *fault;
    StoredRun run = std::get<StoredRun>(std::move(read));
    if (how.secrets == Secrets::Redacted)
        run = redacted(std::move(run));
    const QString draft = target + ".new"_L1;
    std::ignore = removeSession(draft);
    CopyWriter writer(path, draft, how.bodies);
    Problem problem = writer.write(run);
    if (!problem)
        problem = writer.writeRest(std::get<SessionSummary>(summary));
    if (!problem)
        problem = replace(draft, target);
    if (!problem)
        return std::nullopt;
    std::ignore = removeSession(draft);
    return faultOfTarget(*problem, draft, target);
}

} // namespace inflight
