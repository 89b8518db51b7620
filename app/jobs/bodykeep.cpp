// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/bodykeep.h"

#include <QVarLengthArray>

namespace inflight {

namespace {

constexpr qint64 memoryShare = 8; ///< of the limit, one part may be in memory
/// What an entry costs beside its bodies, roughly.
constexpr qint64 entryBytes = 512;

} // namespace

QList<JobId> BodyKeep::put(JobId id, KeptJob job)
{
    const auto old = m_byJob.find(id);
    if (old != m_byJob.end())
        remove(old->second);
    if (m_limit == 0 || job.payloads.isEmpty())
        return {};
    m_entries.push_back({id, std::move(job), 0, 0});
    const auto entry = std::prev(m_entries.end());
    measure(*entry);
    m_memory += entry->memory;
    m_disk += entry->disk;
    m_byJob.emplace(id, entry);
    QList<JobId> gone;
    while (!m_entries.empty() && (m_memory > m_limit / memoryShare || m_memory + m_disk > m_limit)) {
        gone.append(m_entries.front().id);
        remove(m_entries.begin());
    }
    return gone;
}

const KeptJob *BodyKeep::find(JobId id) const
{
    const auto found = m_byJob.find(id);
    return found == m_byJob.end() ? nullptr : &found->second->job;
}

/// Payloads share what a stage left as it was: each piece of memory counts once.
void BodyKeep::measure(Entry &entry)
{
    QVarLengthArray<const char *, 8> counted;
    entry.memory = entryBytes;
    entry.job.payloads.forEachBody([&](const Body &body) {
        const char *const at = body.bytes().data();
        if (body.size() == 0 || counted.contains(at))
            return;
        counted.append(at);
        (body.onDisk() ? entry.disk : entry.memory) += body.size();
    });
    entry.memory += (entry.job.payloads.wholeOnes() - 1) * static_cast<qint64>(sizeof(Payload));
}

void BodyKeep::remove(Entries::iterator entry)
{
    m_memory -= entry->memory;
    m_disk -= entry->disk;
    m_byJob.erase(entry->id);
    m_entries.erase(entry);
}

} // namespace inflight
