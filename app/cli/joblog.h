// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "cli/runtimes.h"
#include "cli/summary.h"
#include "jobs/jobtable.h"

#include <QSet>
#include <QStringList>

namespace inflight {

/// Turns batches into the lines that people read: each failed job; with --verbose every finished job, every
/// wait for a further attempt and every job that is slow; nothing with --quiet. Counts faults by class and
/// times. A value of one thread.
class JobLog
{
public:
    explicit JobLog(const Options &options);

    /// Jobs that were submitted, in order of id.
    void append(const QList<JobInput> &inputs);
    /// The lines of a batch at the moment `nowMs` (steadyNowMs()).
    [[nodiscard]] QStringList take(const ChangeBatch &batch, qint64 nowMs);
    [[nodiscard]] const FaultCounts &faults() const { return m_faults; }
    [[nodiscard]] const RunTimes &times() const { return m_times; }

private:
    void takeFinished(const JobView &view, QStringList &lines);
    void takeUnfinished(const JobView &view, qint64 nowMs, QStringList &lines);
    [[nodiscard]] QString failedLine(const JobRecord &record) const;
    [[nodiscard]] QString finishedLine(const JobRecord &record) const;
    [[nodiscard]] QString slowLine(const JobView &view, qint64 nowMs) const;
    [[nodiscard]] QString name(JobId id, const QString &url) const;

    bool m_quiet;
    bool m_verbose;
    Secrets m_secrets;
    JobTable m_table; ///< only kept with --verbose
    FaultCounts m_faults;
    RunTimes m_times;
    QSet<JobId> m_slow; ///< said to be slow
};

} // namespace inflight
