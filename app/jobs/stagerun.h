// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/stageboard.h"
#include "pipeline/payload.h"
#include "pipeline/pipeline.h"

#include <memory>
#include <stop_token>

namespace inflight {

/// How a run of stages ended: the payload as far as it came, and whether something stopped it there.
struct StageRunEnd
{
    Payload payload;
    std::optional<Fault> fault;
    bool cancelled = false;
};

/// Consecutive CPU stages of one job as one call for the pool: handing each stage over by itself would cost
/// two thread hops a stage. Marks each stage on the board as it goes. Copyable; called once, on a pool
/// thread.
class StageRun
{
public:
    /// Stages `first` to `end` (not included) of `pipeline`, all of them CpuStages.
    StageRun(std::shared_ptr<const Pipeline> pipeline, std::size_t first, std::size_t end, Payload payload,
             std::shared_ptr<StageBoard> board, qint64 maxSize);

    [[nodiscard]] StageRunEnd operator()(std::stop_token stop) const;

private:
    std::shared_ptr<const Pipeline> m_pipeline;
    std::size_t m_first;
    std::size_t m_end;
    Payload m_payload;
    std::shared_ptr<StageBoard> m_board;
    qint64 m_maxSize;
};

/// The end of the run of CPU stages that begins at `first`: the index after its last stage; `first` itself
/// when that is no CPU stage.
std::size_t endOfCpuStages(const Pipeline &pipeline, std::size_t first);

/// For the record of a job that failed: removes codings and takes the digest, as far as that goes and was not
/// done.
class BodyDescription
{
public:
    BodyDescription(Payload payload, qint64 maxSize)
        : m_payload(std::move(payload))
        , m_maxSize(maxSize)
    {}
    [[nodiscard]] Payload operator()(std::stop_token stop) const;

private:
    Payload m_payload;
    qint64 m_maxSize;
};

} // namespace inflight
