// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/content/json.h"
#include "pipeline/pipeline.h"
#include "pipeline/values.h"

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;

namespace {

PipelineOrFault selecting(quint8 how, const QString &expression)
{
    StageDescription stage;
    stage.stage = u"select"_s;
    stage.options.insert(how & 1 ? u"css"_s : u"xpath"_s, expression);
    stage.options.insert(u"language"_s, how & 2 ? u"html"_s : u"xml"_s);
    stage.options.insert(u"give"_s, how & 4 ? u"text"_s : u"fragment"_s);
    PipelineDescription description;
    description.name = u"fuzz"_s;
    description.stages.append(stage);
    return buildPipeline(description, {});
}

} // namespace

/// A byte for how, an expression and a document, with '|' between the last two.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const quint8 how = input.takeByte();
    const PipelineOrFault built = selecting(how, QString::fromUtf8(input.takeField()));
    if (const auto *const fault = std::get_if<PipelineFault>(&built)) {
        require(fault->path.startsWith("$.stages[0]."_L1) && !fault->message.isEmpty(),
                "a fault says where and what");
        return 0;
    }
    Payload payload;
    payload.body = Body(input.rest());
    StageContext context;
    context.maxSize = 16LL * 1024 * 1024;
    const auto &stage = *std::get<std::shared_ptr<const Pipeline>>(built)->stages().front();
    const Outcome<StageResult> outcome = static_cast<const CpuStage &>(stage).run(payload, context);
    require(!outcome.failed() || !outcome.fault().message.isEmpty(), "a fault says what is wrong");
    if (!outcome.succeeded())
        return 0;
    const bool all = forEachValue(outcome.value().payload, context, [](QByteArrayView json, qint64) {
        require(std::holds_alternative<JsonSummary>(checkJson(json, {})), "a value is JSON");
        return true;
    });
    require(all, "every value is there");
    return 0;
}
