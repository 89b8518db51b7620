// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace inflight {

class RecordSink;

/// Jobs that were accepted and wait until a crash would leave them: whoever goes on with the run then knows
/// them by the same numbers, and what they fetched, saved or appended is not theirs twice. A disk that hangs
/// holds none for longer than a second. Lives on the engine's thread.
class HeldJobs final : public QObject
{
    Q_DISABLE_COPY_MOVE(HeldJobs)

public:
    /// Called for the jobs from `first` to before `end`: they may start.
    using Release = std::function<void(JobId first, JobId end)>;

    /// `sink` may be null: then none waits.
    HeldJobs(RecordSink *sink, Release onRelease);
    ~HeldJobs() override = default;

    /// All before `end` were accepted by the sink; those that were not held before are now, or are released
    /// at once.
    void hold(JobId end);
    /// All before `end` were restored: they are neither held nor released.
    void pass(JobId end) { m_first = m_end = end; }
    /// The first one that waits; the next one to come when none does.
    [[nodiscard]] JobId first() const { return m_first; }

private:
    void release(JobId end);

    RecordSink *m_sink;
    Release m_release;
    QTimer m_patience;
    JobId m_first = 0;
    JobId m_end = 0;
};

} // namespace inflight
