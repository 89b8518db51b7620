// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/payloadtrail.h"
#include "jobs/stageboard.h"
#include "pipeline/payload.h"
#include "pipeline/pipeline.h"

#include <memory>
#include <stop_token>

namespace inflight {

/// The job of a run of stages, as far as stages care.
struct StageRunJob
{
    quint32 id = 0;
    qint64 maxSize = 0;    ///< most bytes of a decoded body
    bool keeps = false;    ///< the payload before each stage is wanted, for running stages again
    bool bodyStays = true; ///< somebody reads the body after the last stage
    /// That of the payload as text, where these are all stages of the job; empty: they are not.
    QString wholeUrl = {};
};

/// URLs that a stage found in its output.
struct FoundUrls
{
    std::size_t stage = 0; ///< the one that found them
    QStringList urls;
    int most = 0;          ///< jobs that the run may get by this stage
    bool fromNext = false; ///< they begin with the stage after it
};

/// How a run of stages ended: the payload as far as it came, and whether something stopped it there.
struct StageRunEnd
{
    Payload payload;
    std::size_t next = 0; ///< the stage that comes next; all after the last one when the rest is left out
    std::optional<Fault> fault;
    bool cancelled = false;
    QUrl wanted; ///< what is to be fetched beside the payload before `next` can be run
    std::optional<FoundUrls> found;
    QList<Payload> before; ///< of the stages that were run, in order, where they are wanted
    PayloadTrail trail;    ///< in place of `before`, of a job that went through all its stages
};

/// Consecutive CPU stages of one job as one call for the pool: handing each stage over by itself would cost
/// two thread hops a stage. Marks each stage on the board as it goes. Copyable, and copies have their end in
/// common, so that it is not copied on its way to a pool thread and back; called once, there.
class StageRun
{
public:
    /// Stages `first` to `end` (not included) of `pipeline`, all of them CpuStages.
    StageRun(std::shared_ptr<const Pipeline> pipeline, std::size_t first, std::size_t end, Payload payload,
             std::shared_ptr<StageBoard> board, StageRunJob job);

    [[nodiscard]] std::shared_ptr<StageRunEnd> operator()(std::stop_token stop) const;

private:
    [[nodiscard]] bool runStage(std::size_t index, StageRunEnd &end, const std::stop_token &stop) const;
    [[nodiscard]] bool takeResult(std::size_t index, StageRunEnd &end, StageResult result) const;
    [[nodiscard]] bool takeFault(std::size_t index, StageRunEnd &end, Fault fault) const;
    void leaveOutRest(StageRunEnd &end) const;
    [[nodiscard]] bool isWhole(const StageRunEnd &end) const;

    std::shared_ptr<const Pipeline> m_pipeline;
    std::size_t m_last; ///< not included
    std::shared_ptr<StageRunEnd> m_end;
    std::shared_ptr<StageBoard> m_board;
    StageRunJob m_job;
};

/// Runs `stage`; a bug in it, or in the library it calls, fails one job and never the run.
Outcome<StageResult> runGuarded(const CpuStage &stage, Payload payload, const StageContext &context);

/// For the record of a job whose stages did not: removes codings and takes the digest, as far as that goes
/// and was not done.
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
