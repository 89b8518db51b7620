// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/merge.h"

#include "pipeline/append/appendtrail.h"
#include "store/history/inputkeys.h"
#include "store/history/sessionfile.h"
#include "store/session/sessionbodies.h"
#include "store/session/sessionreader.h"
#include "store/session/sessionwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct MergeWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Merge)
};

/// Written together: a commit costs the same for one and for a thousand.
constexpr std::size_t mostJobsTogether = 1000;
constexpr qint64 mostBytesTogether = 64LL * 1024 * 1024;

/// One job of the whole, and where it comes from.
struct MergedJob
{
    JobInput input;
    JobRecordPtr record;                  ///< as its session has it; null: it did not end
    std::shared_ptr<const BodyPart> part; ///< of its body, where it is not whole; null: none
    qsizetype session = 0;
};

int worth(const JobRecordPtr &record)
{
    if (!record)
        return 0;
    return record->state == JobState::Succeeded ? 3 : record->state == JobState::Failed ? 2 : 1;
}

bool isBetter(const JobRecordPtr &left, const JobRecordPtr &right)
{
    if (worth(left) != worth(right))
        return worth(left) > worth(right);
    return left && left->started > right->started;
}

qint64 sizeOf(const std::shared_ptr<const BodyPart> &part)
{
    if (!part)
        return 0;
    return part->size >= 0 ? part->size : QFileInfo(part->file).size();
}

/// The jobs of several runs as those of one.
class MergedJobs
{
public:
    void add(const StoredRun &run)
    {
        InputKeys keys;
        QList<JobId> places; // of this run's jobs in the whole
        places.reserve(run.jobs.size());
        for (const RestoredJob &job : run.jobs) {
            const auto next = static_cast<JobId>(m_jobs.size());
            const InputKey key = keys.next(job.input);
            const JobId place = m_places.value(key, next);
            m_places.insert(key, place);
            places.append(place);
            if (place == next)
                append(job, places);
            else
                improve(place, job);
        }
        for (const JobId id : run.ended)
            m_ended.append({m_sessions, id, places.at(id)});
        ++m_sessions;
    }

    /// Puts the jobs of shares of a list in the order of that list; all others come after them, as they are.
    void sortByList()
    {
        std::vector<JobId> order(static_cast<std::size_t>(m_jobs.size()));
        std::iota(order.begin(), order.end(), JobId(0));
        // Less one, what is in no list comes last.
        const auto listed = [this](JobId place) { return m_jobs.at(place).input.listed - 1; };
        std::ranges::stable_sort(order, {}, listed);
        QList<JobId> places(m_jobs.size());
        QList<MergedJob> jobs;
        jobs.reserve(m_jobs.size());
        for (const JobId before : order) {
            places[before] = static_cast<JobId>(jobs.size());
            jobs.append(std::move(m_jobs[before]));
        }
        m_jobs = std::move(jobs);
        for (MergedJob &job : m_jobs) {
            if (job.input.parent)
                job.input.parent = places.at(*job.input.parent);
        }
        for (End &end : m_ended)
            end.place = places.at(end.place);
    }

    [[nodiscard]] const QList<MergedJob> &jobs() const { return m_jobs; }
    [[nodiscard]] qint64 repeated() const { return m_repeated; }

    struct End
    {
        qsizetype session;
        JobId id;    ///< in its session
        JobId place; ///< in the whole
    };
    /// Every end of a job that the whole has, in order.
    [[nodiscard]] QList<End> ends() const
    {
        QList<End> ends;
        for (const End &end : m_ended) {
            const MergedJob &job = m_jobs.at(end.place);
            if (job.session == end.session && job.record && job.record->id == end.id)
                ends.append(end);
        }
        return ends;
    }

private:
    void append(const RestoredJob &job, const QList<JobId> &places)
    {
        JobInput input = job.input;
        if (input.parent && *input.parent < static_cast<JobId>(places.size()))
            input.parent = places.at(*input.parent);
        m_jobs.append({std::move(input), job.record, job.part, m_sessions});
    }

    void improve(JobId place, const RestoredJob &job)
    {
        ++m_repeated;
        MergedJob &known = m_jobs[place];
        const bool nothingEnded = !known.record && !job.record;
        if (!isBetter(job.record, known.record) && !(nothingEnded && sizeOf(job.part) > sizeOf(known.part)))
            return;
        known.record = job.record;
        known.part = job.part;
        known.session = m_sessions;
    }

    QList<MergedJob> m_jobs;
    QHash<InputKey, JobId> m_places;
    QList<End> m_ended;
    qsizetype m_sessions = 0;
    qint64 m_repeated = 0;
};

/// Writes the whole, with the bodies of its parts.
class MergeWriter
{
public:
    MergeWriter(const QStringList &paths, const QString &target, const SessionInfo &info)
        : m_writer(target, info)
        , m_target(target)
    {
        for (const QString &path : paths)
            m_bodies.push_back(std::make_unique<SessionBodyReader>(path));
    }

    std::optional<QString> write(const MergedJobs &whole)
    {
        SessionBatch batch;
        AcceptedJobs inputs;
        for (const MergedJob &job : whole.jobs())
            inputs.inputs.append(job.input);
        batch.accepted.push_back(std::move(inputs));
        if (auto fault = addParts(whole.jobs(), batch))
            return fault;
        qint64 bytes = 0;
        for (const MergedJobs::End &end : whole.ends()) {
            batch.finished.push_back(finished(whole.jobs().at(end.place), end));
            bytes += batch.finished.back().body.size();
            if (batch.finished.size() < mostJobsTogether && bytes < mostBytesTogether)
                continue;
            if (auto fault = m_writer.write(batch))
                return fault;
            batch = {};
            bytes = 0;
        }
        if (auto fault = m_writer.write(batch))
            return fault;
        return m_writer.close();
    }

private:
    /// What was received of bodies that are to be gone on with.
    std::optional<QString> addParts(const QList<MergedJob> &jobs, SessionBatch &batch) const
    {
        const SessionBodies bodies(m_target);
        for (JobId id = 0; id < jobs.size(); ++id) {
            const MergedJob &job = jobs.at(id);
            if (!job.part || (job.record && isFetched(*job.record)))
                continue;
            const QString name = u"%1.%2"_s.arg(id).arg(QFileInfo(job.part->file).fileName());
            if (auto fault = bodies.putPart(name, job.part->file, job.part->size))
                return fault;
            BodyPart part = *job.part;
            part.id = id;
            part.file = bodies.partPath(name);
            part.size = QFileInfo(part.file).size();
            batch.parts.push_back(std::move(part));
        }
        return std::nullopt;
    }

    FinishedJob finished(const MergedJob &job, const MergedJobs::End &end)
    {
        JobRecord record = *job.record;
        record.id = end.place;
        const StoredBody stored =
            m_bodies.at(static_cast<std::size_t>(end.session))->body(end.id).value_or(StoredBody{});
        return {std::make_shared<const JobRecord>(std::move(record)), stored.body, stored.contentEncoding};
    }

    SessionWriter m_writer;
    QString m_target;
    std::vector<std::unique_ptr<SessionBodyReader>> m_bodies;
};

SessionCounts countsOf(const QList<MergedJob> &jobs)
{
    SessionCounts counts;
    counts.inputs = jobs.size();
    for (const MergedJob &job : jobs) {
        if (!job.record)
            continue;
        ++(job.record->state == JobState::Succeeded ? counts.succeeded
           : job.record->state == JobState::Failed  ? counts.failed
                                                    : counts.cancelled);
        counts.bytes += job.record->bytes;
    }
    return counts;
}

/// What the whole was started with, in one word with those that follow.
void addInfo(SessionInfo &whole, const SessionInfo &part, const QString &path, MergeReport &report)
{
    if (part.created < whole.created)
        whole.created = part.created;
    whole.inputsOpen |= part.inputsOpen;
    if (part.pipeline != whole.pipeline)
        report.remarks.append(
            MergeWords::tr("%1 went through another pipeline than the first session; going on "
                           "uses the first one's.")
                .arg(QDir::toNativeSeparators(path)));
}

/// Of a run that was killed: values that were not in their file yet (AppendTrail).
bool hasWaitingRows(const QString &path)
{
    const QDir notes(SessionBodies(path).notesFolder());
    const QStringList names = notes.entryList(QDir::Files);
    return std::ranges::any_of(names, [&notes](const QString &name) {
        AppendTrail trail;
        trail.read({{}, notes.filePath(name)}, {});
        return !trail.takeWaiting().empty();
    });
}

QStringList namesOf(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names.append(QFileInfo(path).completeBaseName());
    return names;
}

/// The whole is as old as its parts, not as this moment.
std::optional<QString> setChanged(const QString &path, const QDateTime &changed)
{
    const auto opened = SessionDatabase::open(path, SessionDatabase::Access::Write);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    SessionDatabase &session = *std::get<std::unique_ptr<SessionDatabase>>(opened);
    if (std::optional<QString> fault = session.setValue(u"changed"_s, changed.toString(Qt::ISODateWithMs)))
        return fault;
    return session.execute(u"PRAGMA journal_mode=DELETE"_s); // as SessionWriter::close()
}

} // namespace

std::variant<MergeReport, MergeFault> mergeSessions(const QStringList &paths, const QString &target)
{
    MergeReport report;
    MergedJobs whole;
    SessionInfo info;
    QDateTime changed;
    for (const QString &path : paths) {
        const auto summary = readSummary(path);
        if (const auto *const fault = std::get_if<QString>(&summary))
            return MergeFault{false, *fault};
        const auto read = readSession(path);
        if (const auto *const fault = std::get_if<QString>(&read))
            return MergeFault{false, *fault};
        const auto &run = std::get<StoredRun>(read);
        if (info.created.isNull())
            info = run.info;
        addInfo(info, run.info, path, report);
        report.remarks += remarksOn(run, path);
        if (hasWaitingRows(path))
            report.remarks.append(
                MergeWords::tr(
                    "%1 has rows of append that wait for earlier jobs: they do not come along. Go on with "
                    "it by --resume first, or run the stages of the whole again (--again stages).")
                    .arg(QDir::toNativeSeparators(path)));
        changed = std::max(changed, std::get<SessionSummary>(summary).changed);
        whole.add(run);
    }
    whole.sortByList();
    info.name = MergeWords::tr("Merged: %1").arg(namesOf(paths).join(u", "_s));
    const QString draft = target + ".new"_L1;
    std::ignore = removeSession(draft);
    std::optional<QString> fault = MergeWriter(paths, draft, info).write(whole);
    if (!fault)
        fault = setChanged(draft, changed);
    if (!fault)
        fault = moveSession(draft, target);
    if (fault) {
        std::ignore = removeSession(draft);
        return MergeFault{true, faultOfTarget(*fault, draft, target)};
    }
    report.counts = countsOf(whole.jobs());
    report.repeated = whole.repeated();
    return report;
}

} // namespace inflight
