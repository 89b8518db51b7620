// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/slowwatch.h"

#include <QCoreApplication>

namespace inflight {

SlowWatch::SlowWatch(const RunSettings &settings, const StageStatistics &statistics)
    : m_slowAfter(settings.slowAfter)
    , m_cancelSlowAfter(settings.cancelSlowAfter)
    , m_statistics(statistics)
{}

bool SlowWatch::look(ActiveJob &job) const
{
    const std::optional<std::size_t> was = std::exchange(job.slowStage, std::nullopt);
    const std::optional<StageBoard::Current> current = job.board->current();
    if (job.state != JobState::Running || !current || current->state != StageState::Running)
        return was.has_value();
    const milliseconds limit =
        m_slowAfter ? *m_slowAfter : m_statistics.slowAfter(job.origin, current->stage);
    if (current->elapsed > limit) {
        job.slowStage = current->stage;
        job.wasSlow = true;
        const std::optional<milliseconds> median = m_statistics.median(job.origin, current->stage);
        job.slowMedianMs = median ? static_cast<qint32>(median->count()) : -1;
    }
    if (m_cancelSlowAfter && current->elapsed > *m_cancelSlowAfter) {
        const QString stage = job.stageNames.at(static_cast<qsizetype>(current->stage));
        const double seconds = static_cast<double>(m_cancelSlowAfter->count()) / 1000.0;
        job.stop.fail({FaultClass::Slow, stage,
                       QCoreApplication::translate("inflight::SlowWatch",
                                                   "Cancelled: longer than %1 s in %2 (--cancel-slow).")
                           .arg(seconds)
                           .arg(stage)});
    }
    return was != job.slowStage;
}

} // namespace inflight
