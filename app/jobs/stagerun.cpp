// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stagerun.h"

#include <QCoreApplication>

#include <exception>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

const CpuStage *cpuStageAt(const Pipeline &pipeline, std::size_t index)
{
    return dynamic_cast<const CpuStage *>(pipeline.stages()[index].get());
}

Fault internalFault(const char *what)
{
    return {FaultClass::Internal,
            {},
            QCoreApplication::translate("inflight::StageRun",
                                        "This is a fault of Inflight itself: %1. Please report it.")
                .arg(QString::fromUtf8(what))};
}

/// A bug in one stage, or in the library it calls, fails one job and never the run.
Outcome<StageResult> runGuarded(const CpuStage &stage, Payload payload, const StageContext &context)
{
    try {
        return stage.run(std::move(payload), context);
    } catch (const std::exception &bug) {
        return internalFault(bug.what());
    } catch (...) {
        return internalFault("unknown exception");
    }
}

} // namespace

StageRun::StageRun(std::shared_ptr<const Pipeline> pipeline, std::size_t first, std::size_t end,
                   Payload payload, std::shared_ptr<StageBoard> board, qint64 maxSize)
    : m_pipeline(std::move(pipeline))
    , m_first(first)
    , m_end(end)
    , m_payload(std::move(payload))
    , m_board(std::move(board))
    , m_maxSize(maxSize)
{}

StageRunEnd StageRun::operator()(std::stop_token stop) const
{
    StageRunEnd end{m_payload, std::nullopt, false};
    for (std::size_t index = m_first; index < m_end; ++index) {
        if (stop.stop_requested()) {
            end.cancelled = true;
            return end;
        }
        const CpuStage &stage = *cpuStageAt(*m_pipeline, index);
        const std::size_t place = index + 1; // fetch has the first segment
        StageContext context{stop, m_maxSize, [this, place](qint64 done, qint64 total) {
                                 m_board->progress(place, done, total);
                             }};
        m_board->begin(place);
        Outcome<StageResult> outcome = runGuarded(stage, end.payload, context);
        if (outcome.succeeded()) {
            end.payload = std::move(outcome.value().payload);
            m_board->end(place, StageState::Done, outcome.value().detail);
            continue;
        }
        if (outcome.failed()) {
            end.fault = outcome.fault();
            end.fault->stage = stage.name();
        }
        end.cancelled = outcome.cancelled();
        return end;
    }
    return end;
}

std::size_t endOfCpuStages(const Pipeline &pipeline, std::size_t first)
{
    std::size_t end = first;
    while (end < pipeline.stages().size() && cpuStageAt(pipeline, end))
        ++end;
    return end;
}

Payload BodyDescription::operator()(std::stop_token stop) const
{
    static const PipelineOrFault description = parsePipeline(
        R"({"inflight": 1, "name": "describe", "stages": [{"stage": "decode"}, {"stage": "digest"}]})", {});
    const auto &pipeline = std::get<std::shared_ptr<const Pipeline>>(description);
    Payload payload = m_payload;
    const StageContext context{stop, m_maxSize, [](qint64, qint64) {}};
    for (const std::unique_ptr<const Stage> &stage : pipeline->stages()) {
        if (payload.decoded && stage->name() == "decode"_L1)
            continue;
        Outcome<StageResult> outcome = runGuarded(static_cast<const CpuStage &>(*stage), payload, context);
        if (!outcome.succeeded())
            break;
        payload = std::move(outcome.value().payload);
    }
    return payload;
}

} // namespace inflight
