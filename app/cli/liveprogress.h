// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/summary.h"
#include "jobs/throughput.h"
#include "net/redaction.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace inflight {

/// What a terminal shows of a run while it goes: counts and rates, a line a stage, errors by class, and the
/// slow jobs by name. A value of one thread.
class LiveProgress
{
public:
    explicit LiveProgress(Secrets secrets)
        : m_secrets(secrets)
    {}

    /// Jobs are known by name from now on, which takes memory: before the first of them.
    void nameJobs() { m_namesJobs = true; }

    /// Jobs that no batch will tell of: those of an earlier run, the first ones of this.
    void append(const QList<JobInput> &inputs);
    void take(const ChangeBatch &batch);

    [[nodiscard]] const RunTotals &totals() const { return m_totals; }
    /// At most `rows` lines of at most `columns` characters; what matters least is left out first. `faults`:
    /// what failed so far.
    [[nodiscard]] QStringList block(const FaultCounts &faults, qint64 nowMs, int columns, int rows);
    /// The same in one line without a bar, for where nothing can be rewritten.
    [[nodiscard]] QString line(qint64 nowMs);

private:
    void takeSlow(const JobView &view);
    [[nodiscard]] QString standstill(qint64 nowMs) const;
    [[nodiscard]] QStringList slowLines(qint64 nowMs, int columns) const;

    Secrets m_secrets;
    RunTotals m_totals;
    Throughput m_throughput;
    QList<StageStatus> m_stages;
    QHash<quint32, OriginStatus> m_waiting; ///< origins that something waits for
    QMap<JobId, JobView> m_slow;            ///< jobs that are slow now
    bool m_namesJobs = false;
    QList<QString> m_urls; ///< by id, shared with the engine's; empty of jobs that ended
};

} // namespace inflight
