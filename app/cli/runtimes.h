// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/statistics.h"

#include <QStringList>

namespace inflight {

struct JobRecord;

/// How long the jobs of a run took: to the first byte of the answer (connecting included, back-off and
/// earlier attempts not), and in all. Cancelled jobs do not count. A value of one thread.
class RunTimes
{
public:
    void take(const JobRecord &record);
    /// A small table of p50, p90, p95 and p99; nothing while fewer than two jobs were taken.
    [[nodiscard]] QStringList lines() const;

private:
    DurationHistogram m_firstByte;
    DurationHistogram m_total;
};

} // namespace inflight
