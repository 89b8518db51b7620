// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "pipeline/payload.h"

#include <QFuture>

#include <optional>

namespace inflight {

/// What was received for a job of an earlier run.
struct ReceivedBody
{
    Body body;
    QByteArray contentEncoding; ///< codings still applied to it
};

/// The bodies of an earlier run, which lie somewhere else than in memory.
class StoredBodies
{
    Q_DISABLE_COPY_MOVE(StoredBodies)

public:
    StoredBodies() = default;
    virtual ~StoredBodies() = default;

    /// Looks it up on a thread of its own; nothing when it cannot be read. Never cancelled. Called on the
    /// engine's thread.
    [[nodiscard]] virtual QFuture<std::optional<ReceivedBody>> find(JobId id) = 0;
};

/// What the stages after the fetch began with, as `record` and what was received tell it.
[[nodiscard]] Payload payloadOf(const JobRecord &record, const ReceivedBody &received, quint16 depth);

} // namespace inflight
