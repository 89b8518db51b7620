// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/sessionhistory.h"

#include "store/history/comparison.h"
#include "store/history/sessioncopy.h"
#include "store/history/sessionfile.h"
#include "store/session/journal.h"
#include "store/session/sessionplace.h"
#include "store/session/sessionreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionHistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SessionHistory)
};

PastRun pastRun(const QFileInfo &file)
{
    PastRun run;
    run.path = file.absoluteFilePath();
    run.diskBytes = sessionBytes(run.path);
    run.inUse = Journal::isInUse(run.path);
    const auto read = readSummary(run.path);
    if (const auto *const fault = std::get_if<QString>(&read)) {
        run.trouble = *fault;
        run.created = run.changed = file.lastModified().toUTC();
        return run;
    }
    const auto &summary = std::get<SessionSummary>(read);
    run.name = summary.info.name;
    run.created = summary.info.created;
    run.changed = summary.changed;
    run.pausedMs = summary.pausedMs;
    run.inputs = summary.counts.inputs;
    run.succeeded = summary.counts.succeeded;
    run.failed = summary.counts.failed;
    run.cancelled = summary.counts.cancelled;
    return run;
}

QString titleOf(const QString &path, const SessionInfo &info)
{
    return info.name.isEmpty() ? QFileInfo(path).completeBaseName() : info.name;
}

} // namespace

QList<PastRun> SessionHistory::list()
{
    QList<PastRun> runs;
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.inflight"_s}, QDir::Files);
    for (const QFileInfo &file : files)
        runs.append(pastRun(file));
    std::ranges::stable_sort(runs, std::greater(), &PastRun::created);
    return runs;
}

std::optional<QString> SessionHistory::rename(const QString &path, const QString &name)
{
    const auto opened = SessionDatabase::open(path, SessionDatabase::Access::Write);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    SessionDatabase &session = *std::get<std::unique_ptr<SessionDatabase>>(opened);
    const std::optional<QString> fault = session.setValue(u"name"_s, name.trimmed());
    std::ignore =
        session.execute(u"PRAGMA journal_mode=DELETE"_s); // as SessionWriter::close(); not while it runs
    return fault;
}

std::optional<QString> SessionHistory::remove(const QString &path)
{
    QLockFile lock(sessionLockPath(path));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
        return SessionHistoryWords::tr("%1 is open in a window or a terminal: it stays.")
            .arg(QDir::toNativeSeparators(path));
    return removeSession(path);
}

std::variant<RunComparison, QString> SessionHistory::compare(const QString &before, const QString &after)
{
    const auto first = readSession(before);
    if (const auto *const fault = std::get_if<QString>(&first))
        return *fault;
    const auto second = readSession(after);
    if (const auto *const fault = std::get_if<QString>(&second))
        return *fault;
    const auto &one = std::get<StoredRun>(first);
    const auto &other = std::get<StoredRun>(second);
    RunComparison comparison = compareRuns(one, other);
    comparison.before = titleOf(before, one.info);
    comparison.after = titleOf(after, other.info);
    return comparison;
}

std::optional<QString> SessionHistory::exportComparison(const RunComparison &comparison, const QString &file)
{
    const bool asLines = file.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
    const QByteArray text = asLines ? comparisonToJsonLines(comparison) : comparisonToCsv(comparison);
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit())
        return std::nullopt;
    return SessionHistoryWords::tr("%1 could not be written: %2")
        .arg(QDir::toNativeSeparators(file), out.errorString());
}

std::optional<QString> SessionHistory::copy(const QString &path, const QString &file, const RunCopy &how)
{
    return copySession(path, file, how);
}

} // namespace inflight
