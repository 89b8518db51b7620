// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"
#include "jobs/statistics.h"

namespace inflight {

/// Decides whether a running job is slow in its present stage, and ends it where --cancel-slow says so. Lives
/// on the engine's thread.
class SlowWatch
{
public:
    SlowWatch(const RunSettings &settings, const StageStatistics &statistics);

    /// Looks at one job; true when its mark changed.
    bool look(ActiveJob &job) const;

private:
    std::optional<milliseconds> m_slowAfter;
    std::optional<milliseconds> m_cancelSlowAfter;
    const StageStatistics &m_statistics;
};

} // namespace inflight
