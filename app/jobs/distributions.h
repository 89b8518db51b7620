// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/durationhistogram.h"
#include "jobs/jobrecord.h"

#include <QMutex>
#include <QString>

#include <optional>
#include <vector>

namespace inflight {

/// How one time is distributed over jobs.
struct Distribution
{
    enum class Of : quint8 { WholeTime, FirstByte, Stage };

    Of of = Of::WholeTime;
    QString stage; ///< of Stage: its name
    DurationHistogram times;
};

/// How long the jobs of a run took that have ended: as a whole, to their first byte and in each stage, over
/// all origins and for each of them (whose only stage is the fetch). Each job counts once, as it ended last.
/// The engine counts, whoever shows it asks for copies, a few KB each, when it has use for them. Thread-safe.
class Distributions
{
    Q_DISABLE_COPY_MOVE(Distributions)

public:
    Distributions() = default;

    /// `origin`: index of OriginStatus.
    void add(const JobRecord &record, quint32 origin);
    /// The job begins anew: it does not count as it ended before.
    void remove(const JobRecord &record, quint32 origin);

    /// In the order whole time, first byte, stages as they were first met; without those of which nothing is
    /// known. `origin`: of its jobs alone.
    [[nodiscard]] std::vector<Distribution> snapshot(std::optional<quint32> origin) const;
    /// Another number whenever anything has changed.
    [[nodiscard]] quint64 version() const;

private:
    using Change = void (DurationHistogram::*)(DurationHistogram::Duration);

    void count(const JobRecord &record, quint32 origin, Change change);

    mutable QMutex m_mutex;
    std::vector<Distribution> m_all;                   ///< guarded by m_mutex
    std::vector<std::vector<Distribution>> m_byOrigin; ///< guarded
    quint64 m_version = 0;                             ///< guarded
};

} // namespace inflight
