// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/pipeline.h"

#include <QByteArray>

namespace inflight {

/// What stages written as in a pipeline file make of a payload; the fault of the description when they cannot
/// be built. `stages` without the brackets of the list.
inline Outcome<StageResult> runStages(const QByteArray &stages, Payload payload, StageContext context = {},
                                      const PipelineOptions &options = {})
{
    const PipelineOrFault built =
        parsePipeline("{\"inflight\": 1, \"name\": \"test\", \"stages\": [" + stages + "]}", options);
    if (const auto *const fault = std::get_if<PipelineFault>(&built))
        return Fault{FaultClass::Internal, {}, fault->path + QStringLiteral(": ") + fault->message};
    const auto &pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
    Outcome<StageResult> last = StageResult{std::move(payload), {}};
    for (std::size_t i = 0; i < pipeline->stages().size() && last.succeeded(); ++i) {
        context.onError = pipeline->settings(i).onError;
        if (const auto *const stage = dynamic_cast<const CpuStage *>(pipeline->stages()[i].get()))
            last = stage->run(std::move(last.value().payload), context);
    }
    return last;
}

/// The values of what came out, one a line; for a fault "class: message".
inline QByteArray valuesOf(const Outcome<StageResult> &outcome)
{
    if (outcome.failed())
        return faultClassName(outcome.fault().faultClass).data() + QByteArray(": ") +
               outcome.fault().message.toUtf8();
    if (outcome.cancelled())
        return "cancelled";
    const Payload &payload = outcome.value().payload;
    return payload.values ? payload.values->bytes().toByteArray() : QByteArray("no values");
}

} // namespace inflight
