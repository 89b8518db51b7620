// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/xmldocument.h"

#include <QCoreApplication>

#include "pipeline/content/xml.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"

namespace inflight {

namespace {

struct XmlDocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::XmlStage)
};

} // namespace

Outcome<StageResult> XmlStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    const Body text = ready.value().payload.currentText();
    const Outcome<XmlSummary> outcome = checkXml(text.bytes(), readingOnce(text, context));
    if (!outcome.succeeded())
        return ended<StageResult>(outcome);
    return StageResult{std::move(ready.value().payload), outcome.value().text()};
}

StageKind xmlKind()
{
    StageKind kind;
    kind.name = XmlStage::stageName;
    kind.description = XmlDocumentWords::tr("checks that the body is well-formed XML");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &, Data) { return Data::Text; };
    kind.make = [](const OptionValues &, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const XmlStage>();
    };
    return kind;
}

} // namespace inflight
