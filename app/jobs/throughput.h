// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QList>

#include <optional>

namespace inflight {

/// How fast a run goes at the moment and how long the rest will take, from its totals over time. A value;
/// lives on one thread.
class Throughput
{
public:
    /// Takes the totals of the moment `nowMs` (steadyNowMs()). To be called at every batch and, since nothing
    /// may arrive for long, at least once a second while a rate is shown.
    void feed(const RunTotals &totals, qint64 nowMs);

    /// Body bytes a second over the last 3 s; 0 when nothing runs.
    [[nodiscard]] double bytesPerSecond() const { return m_bytesPerSecond; }
    /// Jobs that ended, a second, over the last 3 s; 0 when nothing runs.
    [[nodiscard]] double jobsPerSecond() const { return m_jobsPerSecond; }
    /// Milliseconds until all is finished at the pace of the last 15 s. Nothing when that cannot be told: at
    /// the start, when no job came to its end of late or for longer than all of it should take, while paused,
    /// and when nothing is left.
    [[nodiscard]] std::optional<qint64> msLeft() const { return m_msLeft; }

private:
    struct Sample
    {
        qint64 atMs = 0;
        qint64 bytes = 0;
        quint64 ended = 0;
    };
    struct Pace
    {
        double bytes = 0; ///< a second
        double jobs = 0;  ///< a second
    };

    void remember(Sample sample);
    [[nodiscard]] Pace paceOver(qint64 windowMs) const;

    QList<Sample> m_samples; ///< oldest first, at least sampleGapMs apart but for the last
    double m_bytesPerSecond = 0;
    double m_jobsPerSecond = 0;
    std::optional<qint64> m_msLeft;
};

} // namespace inflight
