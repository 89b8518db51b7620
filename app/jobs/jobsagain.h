// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"
#include "jobs/bodykeep.h"

#include <deque>
#include <optional>
#include <unordered_map>

namespace inflight {

/// The jobs that go through stages again on what was kept of them: which wait for it, how many may do so at
/// once, and from where. Lives on the engine's thread.
class JobsAgain
{
public:
    /// Keeps at most `keptBytes` of bodies; at most `most` jobs are run again at once.
    JobsAgain(qint64 keptBytes, int most)
        : m_kept(keptBytes)
        , m_most(most)
    {}

    /// Takes over the payloads of a job that has ended. The jobs of which nothing is kept any more.
    QList<JobId> keep(ActiveJob &job);
    /// The same for what was kept elsewhere until now.
    QList<JobId> keep(JobId id, KeptJob job) { return m_kept.put(id, std::move(job)); }
    /// Null when nothing is kept of it that could be run again.
    [[nodiscard]] const KeptJob *kept(JobId id) const;
    /// Also what can only be looked at.
    [[nodiscard]] const KeptJob *seen(JobId id) const { return m_kept.find(id); }

    /// Queues a job, once, for going through `stage` and what follows.
    void want(JobId id, int stage);
    void withdraw(JobId id) { m_wanted.erase(id); }
    /// Another one that has a place now, and its stage; to be given back by ended().
    struct Turn
    {
        JobId id;
        int stage;
    };
    [[nodiscard]] std::optional<Turn> next();
    void ended() { --m_active; }
    /// Whether a job waits for its turn or has it.
    [[nodiscard]] bool isBusy() const { return m_active > 0 || !m_wanted.empty(); }

    /// Makes `job` begin with `stage` of its plan, or with an earlier one: the first that is not as it was.
    /// `record` is of its last run. False when nothing is kept of it.
    [[nodiscard]] bool prepare(ActiveJob &job, JobRecordPtr record, int stage) const;

private:
    BodyKeep m_kept;
    int m_most;
    int m_active = 0;
    std::unordered_map<JobId, int> m_wanted; ///< stage by job
    std::deque<JobId> m_order;               ///< those that are not wanted any more among them
};

} // namespace inflight
