// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "jobs/runsettings.h"

#include <QList>

namespace inflight {

/// What tests of the window's models feed them with: inputs and batches made by hand.

/// "https://hNN.test/item/0" and on, ten hosts in turn.
inline QList<JobInput> sampleInputs(int count, int first = 0)
{
    QList<JobInput> inputs;
    for (int i = first; i < first + count; ++i)
        inputs.append({QStringLiteral("https://h%1.test/item/%2").arg(i % 10).arg(i), nullptr});
    return inputs;
}

/// `states[i]` becomes the state of job `first + i`; the totals are those of a table of `all` jobs in which
/// every other one is queued.
inline ChangeBatch sampleBatch(JobId first, const QList<JobState> &states, int all)
{
    ChangeBatch batch;
    for (const JobState state : states) {
        JobView view;
        view.id = first + static_cast<JobId>(batch.jobs.size());
        view.state = state;
        view.startedMs = state == JobState::Queued ? -1 : steadyNowMs();
        view.attempt = state == JobState::Queued ? 0 : 1;
        view.durationMs = isFinished(state) ? 100 + static_cast<float>(view.id) : -1;
        view.bytes = isFinished(state) ? 1000 + view.id : 0;
        batch.jobs.append(view);
        RunTotals &totals = batch.totals;
        totals.backingOff += state == JobState::BackingOff ? 1 : 0;
        totals.running += state == JobState::Running ? 1 : 0;
        totals.succeeded += state == JobState::Succeeded ? 1 : 0;
        totals.failed += state == JobState::Failed ? 1 : 0;
        totals.cancelled += state == JobState::Cancelled ? 1 : 0;
    }
    batch.totals.queued = all - batch.totals.finished() - batch.totals.running - batch.totals.backingOff;
    return batch;
}

} // namespace inflight
