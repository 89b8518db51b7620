// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"
#include "jobs/jobservices.h"

namespace inflight {

/// A job's fetch: attempts with back-off between them. Lives on the engine's thread.
class FetchStage
{
    Q_DISABLE_COPY_MOVE(FetchStage)

public:
    /// `settings` must outlive it.
    FetchStage(const RunSettings &settings, JobServices services);

    /// Ends with the body in the job's payload and the rest of the answer in the job's answer. `slot` is the
    /// job's: given back while it backs off, held at the end. Both must outlive the task.
    QCoro::Task<Outcome<Done>> run(ActiveJob *job, Slot *slot);

private:
    QCoro::Task<Outcome<Done>> attempts(ActiveJob *job, Slot *slot);
    QCoro::Task<Outcome<Done>> attempt(ActiveJob *job, Slot *slot);

    const RunSettings &m_settings;
    JobServices m_services;
};

} // namespace inflight
