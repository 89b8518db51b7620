// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/keptparts.h"

#include "jobs/engine.h"

using namespace Qt::StringLiterals;

namespace inflight {

KeptParts::KeptParts(RecordSink *sink)
    : m_sink(sink)
    , m_folder(sink ? sink->partsFolder() : QString())
{}

void KeptParts::note(const BodyPart &part)
{
    restore(part);
    m_parts[part.id].size = -1; // here the file is as it was written
    m_sink->part(part);
}

std::unique_ptr<PartialBody> KeptParts::open(JobId id, qint64 maxSize)
{
    const auto found = m_parts.find(id);
    // Whose session is not written to does not write to its parts either.
    if (found == m_parts.end() || m_folder.isEmpty())
        return nullptr;
    std::unique_ptr<PartialBody> partial = PartialBody::reopen(found->second, maxSize);
    if (!partial)
        m_parts.erase(found);
    else
        found->second.size = -1;
    return partial;
}

void KeptParts::jobEnded(const JobRecord &record)
{
    if (isFetched(record))
        m_parts.erase(record.id);
}

} // namespace inflight
