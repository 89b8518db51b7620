// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/htmldocument.h"

#include <QCoreApplication>

#include "pipeline/ended.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype longestTitle = 80;

struct HtmlDocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::HtmlStage)
};

Outcome<Done> writeLinks(const Document &page, LinkSet set, Payload &payload, const StageContext &context)
{
    ValuesWriter values(context.maxSize);
    std::optional<Fault> fault;
    const bool all = forEachLink(page, payload.url, set, context, [&](const Link &link) {
        fault = values.append(link.toJson());
        return !fault;
    });
    if (fault)
        return *fault;
    if (!all)
        return Cancelled{};
    return values.finish(payload);
}

} // namespace

Outcome<StageResult> HtmlStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const Outcome<Body> text = markupText(whole, context);
    if (!text.succeeded())
        return ended<StageResult>(text);
    const Outcome<Document> page = Document::read(text.value(), Markup::Html, context);
    if (!page.succeeded())
        return ended<StageResult>(page);
    if (m_rules.strict && page.value().complaint())
        return Fault{FaultClass::Parse,
                     {},
                     HtmlDocumentWords::tr("Not valid HTML: %1").arg(*page.value().complaint())};

    qint64 links = 0;
    const LinkSet counted = m_rules.links.value_or(LinkSet::All);
    if (!forEachLink(page.value(), whole.url, counted, context, [&](const Link &) { return ++links > 0; }))
        return Cancelled{};
    if (m_rules.links) {
        const Outcome<Done> done = writeLinks(page.value(), *m_rules.links, whole, context);
        if (!done.succeeded())
            return ended<StageResult>(done);
    }
    const QString title = documentTitle(page.value(), longestTitle);
    const QString what = title.isEmpty() ? HtmlDocumentWords::tr("HTML without a title")
                                         : HtmlDocumentWords::tr("HTML “%1”").arg(title);
    return StageResult{std::move(whole), HtmlDocumentWords::tr("%1, %2").arg(what, linksText(links))};
}

StageKind htmlKind()
{
    StageKind kind;
    kind.name = HtmlStage::stageName;
    kind.description =
        HtmlDocumentWords::tr("reads the body as HTML and hands it on, or its links as values");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &values, Data) {
        return values.flag("links"_L1) ? Data::Values : Data::Text;
    };
    kind.options = {
        StageOption::flag("strict"_L1,
                          HtmlDocumentWords::tr("what browsers pass over in silence is a fault")),
        StageOption::flag("links"_L1,
                          HtmlDocumentWords::tr("each link becomes a value: an object with url (absolute), "
                                                "text, tag and attribute")),
        StageOption::choice(
            "of"_L1,
            HtmlDocumentWords::tr("which links: all, those that lead to other pages, or the pictures, "
                                  "scripts and styles that this page is made of"),
            {u"all"_s, u"pages"_s, u"resources"_s}, u"all"_s),
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        const QString of = values.text("of"_L1);
        const LinkSet set = of == "pages"_L1       ? LinkSet::Pages
                            : of == "resources"_L1 ? LinkSet::Resources
                                                   : LinkSet::All;
        return std::make_unique<const HtmlStage>(
            HtmlRules{values.flag("strict"_L1), values.flag("links"_L1) ? std::optional(set) : std::nullopt});
    };
    return kind;
}

} // namespace inflight
