// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/bodypart.h"
#include "jobs/partialbody.h"

#include <memory>
#include <unordered_map>

namespace inflight {

struct JobRecord;
class RecordSink;

/// Large bodies that are not whole, by job: what a further try of the job goes on with, a person's Retry and
/// one after a restart too. Lives on the engine's thread.
class KeptParts
{
    Q_DISABLE_COPY_MOVE(KeptParts)

public:
    /// `sink` may be null, and says where they are kept.
    explicit KeptParts(RecordSink *sink);

    /// Where the body of `id` is to be written to.
    [[nodiscard]] PartPlace placeFor(JobId id) const { return {m_folder, id}; }
    /// In place of what was known of the job's part.
    void note(const BodyPart &part);
    /// One of an earlier run.
    void restore(const BodyPart &part) { m_parts[part.id] = part; }
    /// What the job goes on with; null when there is nothing.
    [[nodiscard]] std::unique_ptr<PartialBody> open(JobId id, qint64 maxSize);
    /// A body that was fetched whole needs its part no more.
    void jobEnded(const JobRecord &record);

private:
    RecordSink *m_sink;
    const QString m_folder; ///< empty: they are kept nowhere
    std::unordered_map<JobId, BodyPart> m_parts;
};

} // namespace inflight
