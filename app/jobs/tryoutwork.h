// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "pipeline/payload.h"
#include "pipeline/pipeline.h"

#include <memory>
#include <stop_token>

namespace inflight {

/// A kept body through the stages of a pipeline that is still being edited, as one call for the pool: nothing
/// is written and no job found. Copyable; called once.
class TryOutWork
{
public:
    TryOutWork(JobId job, std::shared_ptr<const Pipeline> pipeline, Payload payload, qint64 maxSize);

    [[nodiscard]] TryOut operator()(std::stop_token stop) const;

private:
    JobId m_job;
    std::shared_ptr<const Pipeline> m_pipeline;
    Payload m_payload;
    qint64 m_maxSize;
};

} // namespace inflight
