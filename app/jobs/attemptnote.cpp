// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/attemptnote.h"

using namespace Qt::StringLiterals;

namespace inflight {

AttemptRecord openAttempt(const ActiveJob &job, milliseconds backOff)
{
    AttemptRecord attempt;
    attempt.startMs = static_cast<qint32>(job.clock.elapsed());
    attempt.started = job.started.addMSecs(attempt.startMs);
    attempt.backOffMs = static_cast<qint32>(backOff.count());
    return attempt;
}

void noteAnswer(AttemptRecord &attempt, const Answer &answer)
{
    attempt.status = answer.progress.head.status;
    // Of parts that make a whole, the answer reads as if it had come at once; the attempt tells what came.
    if (answer.resumedFrom > 0 && attempt.status == 200)
        attempt.status = 206;
    attempt.timings = answer.progress.timings;
    attempt.resumedFrom = answer.resumedFrom;
    attempt.sent = answer.progress.timesSent > 0;
}

void closeAttempt(AttemptRecord &attempt, const ActiveJob &job, const Answer &answer,
                  const Outcome<Done> &outcome)
{
    attempt.durationMs = static_cast<qint32>(job.clock.elapsed()) - attempt.startMs;
    noteAnswer(attempt, answer);
    attempt.state = AttemptState::Succeeded;
    if (outcome.failed())
        attempt.fault = outcome.fault();
    else if (outcome.cancelled() && job.stop.fault())
        attempt.fault = *job.stop.fault();
    else if (outcome.cancelled())
        attempt.state = AttemptState::Cancelled;
    if (attempt.fault) {
        attempt.state = AttemptState::Failed;
        attempt.fault->stage = u"fetch"_s;
    }
}

} // namespace inflight
