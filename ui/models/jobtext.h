// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobtable.h"

#include <QString>
#include <QStringList>

namespace inflight {

/// The words that a table row shows and a screen reader reads. Pure functions of the table and the moment
/// (`nowMs`: steadyNowMs()); all translated.

/// "Queued", "Waiting", "Running", "Succeeded", "Failed", "Cancelled".
QString stateWord(JobState state);
/// "pending", "waiting", "running", "done", "failed", "cancelled", "skipped".
QString stageWord(StageState state);

/// The stage that a job is in or ended in: the first that is neither done, skipped nor pending; -1: none.
int currentStage(const JobView &job);
/// "slow: 14.2 s in fetch; median 0.3 s"; empty for a job that is not marked slow.
QString slowText(const JobView &job, const QStringList &stageNames, qint64 nowMs);
/// "TLS not verified"; empty for a job that this does not concern.
QString insecureText(const JobView &job);
/// What stands beside the state: why it waits, that it is slow, which attempt, what failed; may be empty.
QString stateDetail(const JobTable &jobs, int row, const QStringList &stageNames, qint64 nowMs);
/// "fetch running 40 %, decode pending, …".
QString stagesText(const JobView &job, const QStringList &stageNames);
/// One stage in words: "fetch: running, 40 %, 1.2 s".
QString stageText(const JobView &job, int stage, const QStringList &stageNames, qint64 nowMs);

/// Milliseconds from the start to the end or to now; nothing before the start.
std::optional<qint64> elapsedMs(const JobView &job, qint64 nowMs);
/// The received size: empty before anything arrived.
QString sizeText(const JobView &job);
QString timeText(const JobView &job, qint64 nowMs);

} // namespace inflight
