// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/distributions.h"
#include "jobs/jobrecord.h"
#include "jobs/packedrecord.h"
#include "jobs/pagedlist.h"
#include "jobs/runsettings.h"

#include <QHash>

#include <functional>
#include <memory>
#include <vector>

namespace inflight {

/// The engine's columns of plain data, one entry a job, and the sums over them, which cannot disagree because
/// both change in one place. Lives on the engine's thread.
class JobLedger
{
public:
    /// `distributions`: of the jobs that have ended; null: nobody wants them.
    explicit JobLedger(std::shared_ptr<Distributions> distributions = nullptr);

    /// Adds queued jobs, with ids from size() on.
    void append(const QList<JobInput> &inputs, const QList<quint32> &origins);

    [[nodiscard]] JobId size() const { return static_cast<JobId>(m_states.size()); }
    [[nodiscard]] const JobInput &input(JobId id) const { return m_inputs[id]; }
    [[nodiscard]] quint32 origin(JobId id) const { return m_origins[id]; }
    [[nodiscard]] JobState state(JobId id) const { return m_states[id]; }
    /// Of the last time it ended; null before, and once it is forgotten.
    [[nodiscard]] const KeptRecord &record(JobId id) const { return m_records[id]; }

    /// To any state but a finished one.
    void setState(JobId id, JobState state);
    /// To the record's state.
    void finish(JobRecordPtr record);
    /// The same for one that ended in an earlier run.
    void restore(JobRecordPtr record);
    /// For how long jobs of the earlier run were under way.
    void setEarlierMs(qint64 ms) { m_totals.earlierMs = ms; }
    /// Keeps the record of a job that ended in little room.
    void pack(JobId id);
    /// Keeps nothing but the state of a job that ended.
    void forget(JobId id);
    void addBytes(qint64 bytes) { m_totals.bytes += bytes; }

    /// Counts and times; slots, limits and `slow` are the caller's to fill in.
    [[nodiscard]] const RunTotals &totals() const { return m_totals; }

private:
    [[nodiscard]] int &counter(JobState state);
    void move(JobId id, JobState state);
    void beginBurst();

    std::shared_ptr<Distributions> m_distributions;
    PagedList<JobInput> m_inputs;
    std::vector<quint32> m_origins;
    std::vector<JobState> m_states;
    PagedList<KeptRecord> m_records;
    RecordPacker m_packer;
    RunTotals m_totals;
};

} // namespace inflight
