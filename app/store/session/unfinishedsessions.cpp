// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/unfinishedsessions.h"

#include <algorithm>

#include <QDir>

#include "store/session/journal.h"
#include "store/session/sessiondatabase.h"
#include "store/session/sessionreader.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Looked at: who has more sessions than that looks into their list.
constexpr int mostSessions = 500;

std::optional<UnfinishedRun> unfinishedRun(const QString &path)
{
    const auto read = readSummary(path);
    const auto *const summary = std::get_if<SessionSummary>(&read);
    if (!summary || summary->counts.unfinished() <= 0 || summary->forgotten || summary->newer)
        return std::nullopt;
    return UnfinishedRun{path,
                         summary->info.name,
                         summary->info.created,
                         summary->changed,
                         summary->counts.inputs,
                         summary->counts.unfinished()};
}

} // namespace

QList<UnfinishedRun> unfinishedRuns(const QString &folder)
{
    QList<UnfinishedRun> runs;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u"*.inflight"_s}, QDir::Files, QDir::Time).mid(0, mostSessions);
    for (const QFileInfo &file : files) {
        const QString path = file.absoluteFilePath();
        if (Journal::isInUse(path))
            continue;
        if (const std::optional<UnfinishedRun> run = unfinishedRun(path))
            runs.append(*run);
    }
    std::ranges::stable_sort(runs, std::ranges::greater(), &UnfinishedRun::changed);
    return runs;
}

std::optional<QString> forgetUnfinished(const QString &path)
{
    const auto opened = SessionDatabase::open(path, SessionDatabase::Access::Write);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    return std::get<std::unique_ptr<SessionDatabase>>(opened)->setValue(u"forgotten"_s, true);
}

} // namespace inflight
