// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "jobs/jobview.h"
#include "jobs/statistics.h"

#include <QMutex>
#include <QStringList>

#include <array>
#include <chrono>
#include <vector>

namespace inflight {

/// Counts what goes through the stages of one pipeline, over all jobs: for the funnel. Told by the jobs'
/// stage boards, read by the engine. Thread-safe.
class StageTraffic
{
    Q_DISABLE_COPY_MOVE(StageTraffic)

public:
    using Clock = std::chrono::steady_clock;

    /// `names` with "fetch" first.
    explicit StageTraffic(QStringList names);

    void waits(std::size_t stage, int change);
    void begins(std::size_t stage);
    /// Out of the stage, with how long it took for the good ends.
    void succeeds(std::size_t stage, Clock::duration time);
    void fails(std::size_t stage);
    /// Out of it without an end of its own: cancelled, or to be tried again.
    void leaves(std::size_t stage);

    /// What a job of an earlier run came to in the stages that have the same names at the same places.
    void restore(const QList<StageRecord> &stages);

    /// A job with these stages goes through them once more from `first` on: it is counted by how it ends
    /// then.
    void withdraw(const QList<StageRecord> &stages, std::size_t first);

    /// Counts and times of all stages; workers and bottleneck are the caller's to fill in.
    [[nodiscard]] QList<StageStatus> statuses() const;
    /// The share of the stage in the time that jobs spent in the stages `first` to `end` (not included), over
    /// all finished passes.
    [[nodiscard]] double shareOfTime(std::size_t stage, std::size_t first, std::size_t end) const;

private:
    static constexpr std::size_t window = 8; ///< seconds, the present one among them

    struct Count
    {
        int waiting = 0;
        int active = 0;
        quint64 done = 0;
        quint64 failed = 0;
        Clock::duration time{};
        DurationHistogram times;
        std::array<quint32, window> perSecond{};
        qint64 second = 0; ///< of the newest entry
    };
    static void forget(Count &count, qint64 second);
    [[nodiscard]] double rate(const Count &count, qint64 second) const;
    [[nodiscard]] qint64 secondNow() const;

    const QStringList m_names;
    const Clock::time_point m_begin = Clock::now();
    mutable QMutex m_mutex;
    std::vector<Count> m_counts; ///< guarded by m_mutex
};

} // namespace inflight
