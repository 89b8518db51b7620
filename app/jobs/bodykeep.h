// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"
#include "jobs/payloadtrail.h"
#include "pipeline/pipeline.h"

#include <QList>

#include <list>
#include <memory>
#include <unordered_map>

namespace inflight {

/// What a job went through its stages with: for going through them once more.
struct KeptJob
{
    std::shared_ptr<const Pipeline> pipeline;
    std::size_t firstStage = 0; ///< of `pipeline`: what `payloads` begin with
    /// The payload before each stage that was run, the first one always, and what the last of these stages
    /// gave, when all went well.
    PayloadTrail payloads;
    bool whole = false;    ///< all went well: the last of `payloads` is what came out
    bool seenOnly = false; ///< the answer of a fetch that failed: to be looked at, not to be run again

    /// How many stages there is the payload before of.
    [[nodiscard]] qsizetype stagesBegun() const { return payloads.size() - (whole ? 1 : 0); }
    [[nodiscard]] Payload fetched() const { return payloads.at(0); }
};

/// The bodies of the session's jobs, the oldest given up when there are too many bytes of them. Those over
/// BodyWriter::spillThreshold lie on the disk; of the others, which fill the memory, an eighth of the limit
/// is kept. Lives on the engine's thread.
class BodyKeep
{
public:
    /// Keeps nothing when `limit` is 0.
    explicit BodyKeep(qint64 limit)
        : m_limit(limit)
    {}

    [[nodiscard]] bool keepsAnything() const { return m_limit > 0; }
    /// Takes it over, in place of what was kept of the same job. The jobs that are no longer kept, which may
    /// be `id` itself.
    QList<JobId> put(JobId id, KeptJob job);
    /// Null when it is not kept.
    [[nodiscard]] const KeptJob *find(JobId id) const;
    [[nodiscard]] qint64 memoryBytes() const { return m_memory; }
    [[nodiscard]] qint64 diskBytes() const { return m_disk; }

private:
    struct Entry
    {
        JobId id;
        KeptJob job;
        qint64 memory = 0;
        qint64 disk = 0;
    };
    using Entries = std::list<Entry>;

    static void measure(Entry &entry);
    void remove(Entries::iterator entry);

    qint64 m_limit;
    qint64 m_memory = 0;
    qint64 m_disk = 0;
    Entries m_entries; ///< oldest first
    std::unordered_map<JobId, Entries::iterator> m_byJob;
};

} // namespace inflight
