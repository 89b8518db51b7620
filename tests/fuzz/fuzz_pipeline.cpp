// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/pipeline.h"

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

void requireAPlace(const PipelineFault &fault)
{
    require(fault.path.startsWith(u'$'), "a fault has a JSON path");
    require(!fault.message.isEmpty(), "a fault says what is wrong");
}

/// jq programs are compiled in a process of their own, which takes longer than all the rest.
bool hasPrograms(const PipelineDescription &description)
{
    return std::ranges::any_of(description.stages,
                               [](const StageDescription &stage) { return stage.stage == u"jq"; });
}

} // namespace

/// A pipeline file as anybody may write it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto read = readPipeline(Input(data, size).rest());
    if (const auto *const fault = std::get_if<PipelineFault>(&read)) {
        requireAPlace(*fault);
        return 0;
    }
    const auto &description = std::get<PipelineDescription>(read);
    const auto again = readPipeline(description.toJson());
    const auto *const same = std::get_if<PipelineDescription>(&again);
    require(same && *same == description, "what is written reads as the same");
    if (hasPrograms(description))
        return 0;
    const QList<PipelineFault> faults = pipelineFaults(description);
    const PipelineOrFault built = buildPipeline(description, {});
    if (const auto *const fault = std::get_if<PipelineFault>(&built)) {
        requireAPlace(*fault);
        require(!faults.isEmpty() && faults.constFirst().path == fault->path, "the first fault is told");
        return 0;
    }
    require(faults.isEmpty(), "what has faults is not built");
    const auto &pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
    require(pipeline->stageNames().size() == description.stages.size() + 1, "every stage is there");
    return 0;
}
