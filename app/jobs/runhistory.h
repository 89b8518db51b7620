// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "net/redaction.h"

#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace inflight {

/// A run as its session tells it.
struct PastRun
{
    QString path;
    QString name;        ///< as a person gave it; empty: none
    QDateTime created;   ///< UTC
    QDateTime changed;   ///< UTC: when something of it was written last
    qint64 pausedMs = 0; ///< of the time between these two: nobody ran it
    qint64 inputs = 0;
    qint64 succeeded = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 diskBytes = 0; ///< what it takes on the disk, its bodies included
    bool inUse = false;   ///< a window or a terminal has it
    QString trouble;      ///< why it cannot be read, translated; empty: it can

    friend bool operator==(const PastRun &, const PastRun &) = default;

    [[nodiscard]] qint64 unfinished() const { return inputs - succeeded - failed - cancelled; }
    [[nodiscard]] qint64 durationMs() const { return created.msecsTo(changed) - pausedMs; }
    /// Its name, else that of its file.
    [[nodiscard]] QString title() const;
};

/// How long and how many runs are kept.
struct RunLimits
{
    int days = 0;           ///< since something was written to it; 0: however old
    qint64 bytes = 0;       ///< of all runs together; 0: however large
    bool automatic = false; ///< what is over the limits goes by itself when a window opens

    friend bool operator==(const RunLimits &, const RunLimits &) = default;
};

enum class Excess : quint8 { Age, Size };

/// A run that is over the limits.
struct ExcessRun
{
    QString path;
    qint64 diskBytes = 0;
    Excess why = Excess::Age;
};

/// Those of `runs` that are to go at the moment `now` (UTC): the ones that are too old, and then the oldest
/// until the rest is small enough. Runs that are in use stay.
[[nodiscard]] QList<ExcessRun> runsOverLimits(const QList<PastRun> &runs, const RunLimits &limits,
                                              const QDateTime &now);

/// In what a job differs between two runs, what matters most first.
enum class Difference : quint8 {
    State = 1 << 0,   ///< how it ended, or the class of its fault
    Status = 1 << 1,  ///< of HTTP
    OnlyOne = 1 << 2, ///< it is in one of the runs alone
    Digest = 1 << 3,  ///< of the body
    Output = 1 << 4,  ///< of the pipeline
    Size = 1 << 5,    ///< of the body
    Time = 1 << 6     ///< by more than the jobs of these runs differ anyway
};
Q_DECLARE_FLAGS(Differences, Difference)

/// A job in one of two runs.
struct ComparedJob
{
    JobId id = 0;
    JobState state = JobState::Queued;
    QString fault; ///< its class; empty: none
    int status = 0;
    qint64 bytes = 0;
    double durationMs = 0;
    QByteArray sha256; ///< hex; empty: not known
    QByteArray output; ///< of its pipeline, JSON; empty: none
};

/// A job that is not the same in both runs.
struct JobDifference
{
    QString url;
    Differences differences;
    std::optional<ComparedJob> before; ///< nothing: the first run does not have it
    std::optional<ComparedJob> after;
};

/// What changed from one run to another.
struct RunComparison
{
    QString before; ///< titles of the runs
    QString after;
    QList<JobDifference> jobs; ///< by what matters most, then by how much of it, then in order of input
    qint64 same = 0;           ///< jobs without a difference
    double noiseMs = 0;        ///< times that differ by no more are taken for the same
};

/// What is to become of a run that is opened.
enum class RunOpening : quint8 {
    Look,   ///< nothing is fetched until somebody says so
    All,    ///< a new run of the same inputs, with the same settings
    Failed, ///< its failed jobs are fetched again
    Stages  ///< its stored bodies go through its pipeline again, nothing is fetched
};

/// How a run is written into a file to give away.
struct RunCopy
{
    bool bodies = true;
    Secrets secrets = Secrets::Redacted;
};

/// The runs that sessions were kept of. Its calls block on the disk: one at a time, from one thread that is
/// not the UI's. Faults are translated sentences.
class RunHistory
{
    Q_DISABLE_COPY_MOVE(RunHistory)

public:
    RunHistory() = default;
    virtual ~RunHistory() = default;

    /// The session of this process' own run; empty: none is kept. Safe on any thread.
    [[nodiscard]] virtual QString current() const = 0;
    /// Newest first.
    [[nodiscard]] virtual QList<PastRun> list() = 0;
    [[nodiscard]] virtual std::optional<QString> rename(const QString &path, const QString &name) = 0;
    /// With its bodies. Not when a process has it.
    [[nodiscard]] virtual std::optional<QString> remove(const QString &path) = 0;
    [[nodiscard]] virtual std::variant<RunComparison, QString> compare(const QString &before,
                                                                       const QString &after) = 0;
    /// As JSON Lines when the file's name says so, else as CSV.
    [[nodiscard]] virtual std::optional<QString> exportComparison(const RunComparison &comparison,
                                                                  const QString &file) = 0;
    /// Everything in one file, over what stood there.
    [[nodiscard]] virtual std::optional<QString> copy(const QString &path, const QString &file,
                                                      const RunCopy &how) = 0;
};

} // namespace inflight

Q_DECLARE_OPERATORS_FOR_FLAGS(inflight::Differences)
