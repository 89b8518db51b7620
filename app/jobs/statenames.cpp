// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statenames.h"

using namespace Qt::StringLiterals;

namespace inflight {

QLatin1StringView jobStateName(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return "queued"_L1;
    case JobState::BackingOff:
        return "backing_off"_L1;
    case JobState::Running:
        return "running"_L1;
    case JobState::Succeeded:
        return "succeeded"_L1;
    case JobState::Failed:
        return "failed"_L1;
    case JobState::Cancelled:
        break;
    }
    return "cancelled"_L1;
}

QLatin1StringView stageStateName(StageState state)
{
    switch (state) {
    case StageState::Pending:
    case StageState::Waiting: // what waits has not begun
        return "pending"_L1;
    case StageState::Running:
        return "running"_L1;
    case StageState::Done:
        return "done"_L1;
    case StageState::Failed:
        return "failed"_L1;
    case StageState::Cancelled:
        return "cancelled"_L1;
    case StageState::Skipped:
        break;
    }
    return "skipped"_L1;
}

} // namespace inflight
