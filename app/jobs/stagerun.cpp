// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stagerun.h"

#include <QCoreApplication>

#include <exception>
#include <utility>

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

} // namespace

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

StageRun::StageRun(std::shared_ptr<const Pipeline> pipeline, std::size_t first, std::size_t end,
                   Payload payload, std::shared_ptr<StageBoard> board, StageRunJob job)
    : m_pipeline(std::move(pipeline))
    , m_last(end)
    , m_end(std::make_shared<StageRunEnd>())
    , m_board(std::move(board))
    , m_job(job)
{
    m_end->payload = std::move(payload);
    m_end->next = first;
}

std::shared_ptr<StageRunEnd> StageRun::operator()(std::stop_token stop) const
{
    StageRunEnd &end = *m_end;
    while (end.next < m_last && runStage(end.next, end, stop)) {
    }
    if (m_job.keeps && isWhole(end)) {
        end.before.append(end.payload);
        end.trail = PayloadTrail(std::exchange(end.before, {}), m_job.wholeUrl);
    }
    return m_end;
}

/// Whether nothing more is done with the payload.
bool StageRun::isWhole(const StageRunEnd &end) const
{
    return !m_job.wholeUrl.isEmpty() && !end.fault && !end.cancelled && !end.found && end.wanted.isEmpty() &&
           end.next == m_pipeline->stages().size() && !end.payload.sha256.isEmpty();
}

/// Whether the next stage may be run.
bool StageRun::runStage(std::size_t index, StageRunEnd &end, const std::stop_token &stop) const
{
    if (stop.stop_requested()) {
        end.cancelled = true;
        return false;
    }
    const CpuStage &stage = *cpuStageAt(*m_pipeline, index);
    if (!end.payload.beside && end.payload.besideFault.isEmpty()) {
        end.wanted = stage.beside(end.payload);
        if (!end.wanted.isEmpty())
            return false;
    }
    const std::size_t place = index + 1; // fetch has the first segment
    const auto progress = [this, place](qint64 done, qint64 total) { m_board->progress(place, done, total); };
    const bool isLast = index + 1 == m_pipeline->stages().size();
    const StageContext context{stop,
                               m_job.maxSize,
                               progress,
                               m_job.id,
                               m_pipeline->settings(index).onError,
                               false,
                               isLast && !m_job.bodyStays};
    if (m_job.keeps)
        end.before.append(end.payload);
    m_board->begin(place);
    Outcome<StageResult> outcome = runGuarded(stage, end.payload, context);
    if (outcome.succeeded())
        return takeResult(index, end, std::move(outcome.value()));
    if (outcome.failed())
        return takeFault(index, end, outcome.fault());
    end.cancelled = true;
    return false;
}

bool StageRun::takeResult(std::size_t index, StageRunEnd &end, StageResult result) const
{
    end.payload = std::move(result.payload);
    end.payload.beside.reset();
    end.payload.besideFault.clear();
    end.next = index + 1;
    m_board->end(index + 1, StageState::Done, result.detail);
    if (!result.found.isEmpty())
        end.found = FoundUrls{index, result.found, result.mostFound, result.fromNext};
    if (!result.fromNext)
        return !end.found; // they become jobs before anything else is done
    leaveOutRest(end);
    return false;
}

bool StageRun::takeFault(std::size_t index, StageRunEnd &end, Fault fault) const
{
    const OnError onError = m_pipeline->settings(index).onError;
    if (onError == OnError::Fail || fault.faultClass == FaultClass::Internal) {
        end.fault = std::move(fault);
        end.fault->stage = m_pipeline->stages()[index]->name();
        return false;
    }
    end.payload.beside.reset();
    end.payload.besideFault.clear();
    end.next = index + 1;
    m_board->end(index + 1, StageState::Failed, fault.message);
    if (onError == OnError::Keep)
        return true;
    leaveOutRest(end);
    return false;
}

void StageRun::leaveOutRest(StageRunEnd &end) const
{
    end.next = m_pipeline->stages().size();
    m_board->endRest(StageState::Skipped);
}

Payload BodyDescription::operator()(std::stop_token stop) const
{
    static const PipelineOrFault description = parsePipeline(
        R"({"inflight": 1, "name": "describe", "stages": [{"stage": "decode", "archive": "keep"}, {"stage": "digest"}]})",
        {});
    const auto &pipeline = std::get<std::shared_ptr<const Pipeline>>(description);
    Payload payload = m_payload;
    StageContext context;
    context.stop = stop;
    context.maxSize = m_maxSize;
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
