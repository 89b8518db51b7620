// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/slowstage.h"

#include "jobs/humantext.h"

#include <QCoreApplication>

#include <algorithm>

namespace inflight {

namespace {

struct SlowStageText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SlowStage)
};

} // namespace

QString SlowStage::text() const
{
    if (stage.isEmpty())
        return {};
    const QString spent = SlowStageText::tr("%1 in %2").arg(formatDuration(spentMs), stage);
    return medianMs < 0 ? spent : SlowStageText::tr("%1; median %2").arg(spent, formatDuration(medianMs));
}

SlowStage slowStage(const JobView &job, qint64 nowMs)
{
    const auto running = std::ranges::find(job.stages, StageState::Running, &StageView::state);
    if (running == job.stages.end() || job.startedMs < 0)
        return {job.id, {}, 0, -1};
    const QString name = job.stageNames.value(running - job.stages.begin());
    return {job.id, name, std::max<qint64>(0, nowMs - job.startedMs - running->startMs), job.slowMedianMs};
}

} // namespace inflight
