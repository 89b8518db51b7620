// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "jobs/throughputhistory.h"

#include <QList>

namespace inflight {

/// Makes samples of throughput of what the engine tells, which are sums. Its work depends on how many origins
/// changed, not on how many jobs. Lives on one thread.
class ThroughputMeter
{
public:
    void follow(const ChangeBatch &batch);
    /// Whether anything may change without a word from a person.
    [[nodiscard]] bool isRunning() const;
    /// Whether anything went through since begin().
    [[nodiscard]] bool hasMoved() const { return m_now != m_before; }
    /// Measures from `nowMs` (steadyNowMs()) on.
    void begin(qint64 nowMs);
    /// What went through since the last call of this or of begin().
    [[nodiscard]] ThroughputSample take(qint64 nowMs);

private:
    struct Sums
    {
        quint64 requests = 0;
        quint64 errors = 0;
        qint64 bytes = 0;

        friend bool operator==(const Sums &, const Sums &) = default;
    };
    struct OriginSums
    {
        quint64 requests = 0;
        quint64 errors = 0;
    };

    RunTotals m_totals;
    QList<OriginSums> m_origins; ///< by index
    Sums m_now;
    Sums m_before;
    qint64 m_sinceMs = 0;
};

} // namespace inflight
