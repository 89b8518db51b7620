// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QString>

namespace inflight {

/// What makes a running job slow.
struct SlowStage
{
    JobId id = 0;
    QString stage;        ///< empty: it is in none at the moment
    qint64 spentMs = 0;   ///< in that stage
    qint64 medianMs = -1; ///< that its origin's jobs take there; -1: not known

    /// "14.2 s in fetch; median 0.3 s"; empty while it is in no stage.
    [[nodiscard]] QString text() const;
};

/// Of a job that is slow at the moment `nowMs` (steadyNowMs()).
SlowStage slowStage(const JobView &job, qint64 nowMs);

} // namespace inflight
