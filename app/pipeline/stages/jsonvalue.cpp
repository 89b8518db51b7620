// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/jsonvalue.h"

#include <QCoreApplication>

#include "pipeline/content/json.h"
#include "pipeline/content/jsontext.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JsonValueWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JsonStage)
};

Fault parseFault(const QString &message)
{
    return {FaultClass::Parse, {}, message};
}

/// Writes the items of the list that `steps` lead to.
std::optional<Fault> writeItems(QByteArrayView json, const QStringList &steps, const StageContext &context,
                                ValuesWriter &values)
{
    const std::optional<QByteArrayView> list = jsonPart(json, steps);
    const QString place = steps.isEmpty() ? JsonValueWords::tr("the top") : u'/' + steps.join(u'/');
    if (!list)
        return parseFault(
            JsonValueWords::tr("There is nothing at %1, where a list is looked for.").arg(place));
    if (!list->startsWith('['))
        return parseFault(JsonValueWords::tr("What is at %1 is no list.").arg(place));
    std::optional<Fault> fault;
    forEachItem(*list, [&](QByteArrayView item) {
        fault = values.append(item);
        report(context, item.data() - json.data(), json.size());
        return !fault && !context.stop.stop_requested();
    });
    return fault;
}

} // namespace

Outcome<StageResult> JsonStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const Body body = whole.currentText();
    const QByteArrayView json = body.bytes();
    const StageContext reading = readingOnce(body, context);
    const JsonVerdict verdict = checkJson(json, reading);
    if (const auto *const fault = std::get_if<JsonFault>(&verdict))
        return parseFault(JsonValueWords::tr("Not valid JSON: %1.").arg(fault->message));
    if (std::holds_alternative<Cancelled>(verdict))
        return Cancelled{};

    ValuesWriter values(context.maxSize);
    const std::optional<Fault> fault =
        m_items ? writeItems(json, *m_items, reading, values) : values.append(json);
    if (fault)
        return *fault;
    if (context.stop.stop_requested())
        return Cancelled{};
    const qint64 count = values.count();
    Outcome<Done> done = values.finish(whole);
    if (!done.succeeded())
        return ended<StageResult>(done);
    return StageResult{std::move(whole), m_items ? itemsText(count) : std::get<JsonSummary>(verdict).text()};
}

StageKind jsonKind()
{
    StageKind kind;
    kind.name = JsonStage::stageName;
    kind.description = JsonValueWords::tr("reads the body as JSON: one value, or the items of a list in it");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &, Data) { return Data::Values; };
    kind.options = {StageOption::text(
        "items"_L1,
        JsonValueWords::tr("JSON pointer to the list whose items become the values, as in /results; an "
                           "empty one is the whole body; left out: the body is one value"))};
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        if (!values.has("items"_L1) || pointerSteps(values.text("items"_L1)))
            return std::nullopt;
        return OptionFault{"items"_L1,
                           JsonValueWords::tr("This is no JSON pointer; it looks like /results/0.")};
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const JsonStage>(
            values.has("items"_L1) ? pointerSteps(values.text("items"_L1)) : std::nullopt);
    };
    return kind;
}

} // namespace inflight
