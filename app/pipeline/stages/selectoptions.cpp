// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/select.h"

#include <QCoreApplication>

#include "pipeline/jsonpath.h"
#include "pipeline/markup/xpath.h"
#include "pipeline/values.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SelectOptionsWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SelectStage)
};

std::optional<QString> cssFault(const QString &selector)
{
    const auto read = readCss(selector);
    const auto *const fault = std::get_if<QString>(&read);
    return fault ? std::optional(*fault) : std::nullopt;
}

/// "h2 a@href" taken apart: an at sign in quotes or brackets is the selector's.
std::pair<QString, QString> attributeApart(const QString &field)
{
    const qsizetype at = field.lastIndexOf(u'@');
    if (at < 0 || field.indexOf(u']', at) >= 0 || field.indexOf(u'"', at) >= 0)
        return {field.trimmed(), {}};
    return {field.first(at).trimmed(), field.sliced(at + 1).trimmed()};
}

std::optional<QString> fieldFault(const QString &field, bool css, const QMap<QString, QString> &namespaces)
{
    if (!css)
        return xpathFault(field, namespaces);
    const auto [selector, name] = attributeApart(field);
    return selector.isEmpty() ? std::nullopt : cssFault(selector);
}

std::optional<OptionFault> checkSelectOptions(const OptionValues &values)
{
    const bool css = values.has("css"_L1);
    const QMap<QString, QString> namespaces = values.map("namespaces"_L1);
    if (css == values.has("xpath"_L1))
        return OptionFault{css ? "xpath"_L1 : "css"_L1,
                           SelectOptionsWords::tr("There must be either “css” or “xpath”, and not both.")};
    for (auto each = namespaces.begin(); each != namespaces.end(); ++each) {
        if (each.key().isEmpty() || each.value().isEmpty())
            return OptionFault{"namespaces"_L1,
                               SelectOptionsWords::tr("A prefix and its URI are not empty.")};
    }
    if (css) {
        if (const auto fault = cssFault(values.text("css"_L1)))
            return OptionFault{"css"_L1, *fault};
    } else if (const auto fault = xpathFault(values.text("xpath"_L1), namespaces)) {
        return OptionFault{"xpath"_L1, *fault};
    }
    const QString give = values.text("give"_L1);
    const bool named = !values.text("attribute"_L1).isEmpty();
    if (give == "attribute"_L1 && !named)
        return OptionFault{"give"_L1, SelectOptionsWords::tr("Which attribute? Name it in “attribute”.")};
    if (give == "fragment"_L1 && named)
        return OptionFault{"attribute"_L1,
                           SelectOptionsWords::tr("What is given is a fragment, not an attribute.")};
    const QMap<QString, QString> fields = values.map("fields"_L1);
    for (auto each = fields.begin(); each != fields.end(); ++each) {
        if (const auto fault = fieldFault(each.value(), css, namespaces))
            return OptionFault{"fields"_L1, *fault, jsonPathMember({}, each.key())};
    }
    return std::nullopt;
}

SelectPath cssPath(const QString &selector, const QString &attribute)
{
    SelectPath path;
    path.attribute = attribute.toUtf8();
    if (!selector.isEmpty())
        path.css = std::get<CssSelector>(readCss(selector));
    return path;
}

SelectRules selectRulesOf(const OptionValues &values)
{
    SelectRules rules;
    const bool css = values.has("css"_L1);
    const QString attribute = values.text("attribute"_L1);
    rules.path = css ? cssPath(values.text("css"_L1), attribute)
                     : SelectPath{{}, values.text("xpath"_L1).toUtf8(), attribute.toUtf8()};
    rules.give =
        values.text("give"_L1) == "fragment"_L1 ? SelectRules::Give::Fragment : SelectRules::Give::Text;
    rules.keepSpace = values.text("space"_L1) == "keep"_L1;
    rules.required = values.flag("required"_L1);
    if (values.text("language"_L1) != "auto"_L1)
        rules.markup = values.text("language"_L1) == "xml"_L1 ? Markup::Xml : Markup::Html;
    rules.namespaces = values.map("namespaces"_L1);
    const QMap<QString, QString> fields = values.map("fields"_L1);
    for (auto each = fields.begin(); each != fields.end(); ++each) {
        const auto [selector, name] = attributeApart(each.value());
        rules.fields.append({jsonString(each.key().toUtf8()),
                             css ? cssPath(selector, name) : SelectPath{{}, each.value().toUtf8(), {}}});
    }
    return rules;
}

} // namespace

StageKind selectKind()
{
    StageKind kind;
    kind.name = SelectStage::stageName;
    kind.description =
        SelectOptionsWords::tr("finds parts of HTML or XML by a CSS selector or an XPath expression");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &, Data) { return Data::Values; };
    kind.options = {
        StageOption::text("css"_L1, SelectOptionsWords::tr("CSS selector, as in h2 > a.title")),
        StageOption::text("xpath"_L1, SelectOptionsWords::tr("XPath 1.0 expression, as in //item/title")),
        StageOption::choice(
            "give"_L1,
            SelectOptionsWords::tr("what of each match: its text, the attribute named in “attribute”, or "
                                   "the fragment of markup"),
            {u"text"_s, u"attribute"_s, u"fragment"_s}, u"text"_s),
        StageOption::text("attribute"_L1, SelectOptionsWords::tr("this attribute of each match that has it")),
        StageOption::of(
            OptionType::TextMap, "fields"_L1,
            SelectOptionsWords::tr("each match becomes an object: names, and for each a selector of the same "
                                   "kind within the match; in CSS, h2@id is an attribute, and @id one of the "
                                   "match itself")),
        StageOption::choice("space"_L1,
                            SelectOptionsWords::tr("white space in texts: made one space, or kept"),
                            {u"collapse"_s, u"keep"_s}, u"collapse"_s),
        StageOption::flag("required"_L1, SelectOptionsWords::tr("to match nothing is a fault")),
        StageOption::choice("language"_L1,
                            SelectOptionsWords::tr("how the body is read; auto: by its type and content"),
                            {u"auto"_s, u"html"_s, u"xml"_s}, u"auto"_s),
        StageOption::of(
            OptionType::TextMap, "namespaces"_L1,
            SelectOptionsWords::tr("prefixes that XPath expressions use, and their namespaces' URIs")),
    };
    kind.check = checkSelectOptions;
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const SelectStage>(selectRulesOf(values));
    };
    return kind;
}

} // namespace inflight
