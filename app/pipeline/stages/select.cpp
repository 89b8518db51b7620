// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/select.h"

#include <QCoreApplication>

#include <libxml/tree.h>

#include "pipeline/ended.h"
#include "pipeline/markup/cssmatcher.h"
#include "pipeline/markup/nodes.h"
#include "pipeline/markup/xpath.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SelectStageWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SelectStage)
};

/// Finds and writes what is wanted of one document.
class Selection
{
public:
    Selection(const SelectRules &rules, const Document &document, const StageContext &context)
        : m_rules(rules)
        , m_context(context)
        , m_root(reinterpret_cast<xmlNode *>(document.tree()))
        , m_matcher(document, context)
        , m_xpath(document, rules.namespaces)
        , m_values(context.maxSize)
    {}

    Outcome<Done> run(Payload &payload)
    {
        if (m_root)
            forEach(m_rules.path, m_root, [this](const Found &found) { return write(found); });
        if (m_context.stop.stop_requested())
            return Cancelled{};
        if (m_matcher.gaveUp())
            m_fault =
                transformFault(SelectStageWords::tr("The CSS selectors are too much work in this document."));
        if (!m_fault && m_rules.required && m_matches == 0)
            m_fault = transformFault(SelectStageWords::tr("Nothing in the document is what is selected."));
        if (m_fault)
            return *m_fault;
        return m_values.finish(payload);
    }

    [[nodiscard]] qint64 matches() const { return m_matches; }
    [[nodiscard]] qint64 count() const { return m_values.count(); }

private:
    /// A node, or what an expression computed.
    struct Found
    {
        xmlNode *node = nullptr;
        QByteArray value;
    };
    using Take = std::function<bool(const Found &)>;

    static Fault transformFault(const QString &message) { return {FaultClass::Transform, {}, message}; }

    void forEach(const SelectPath &path, xmlNode *from, const Take &take)
    {
        if (path.css) {
            m_matcher.forEach(*path.css, from, [&](xmlNode *node) { return take({node, {}}); });
        } else if (path.xpath.isEmpty()) {
            take({from, {}});
        } else {
            Outcome<XPathResult> result = m_xpath.evaluate(path.xpath, from);
            if (result.failed()) {
                m_fault = result.fault();
                return;
            }
            if (result.value().value)
                take({nullptr, *result.value().value});
            for (xmlNode *const node : result.value().nodes) {
                if (m_context.stop.stop_requested() || !take({node, {}}))
                    return;
            }
        }
    }

    /// Writes one value; false to end.
    bool write(const Found &found)
    {
        ++m_matches;
        const std::optional<QByteArray> json =
            m_rules.fields.isEmpty() ? jsonOf(found, m_rules.path.attribute) : object(found);
        if (json && !m_fault)
            m_fault = m_values.append(*json);
        return !m_fault && !m_context.stop.stop_requested();
    }

    [[nodiscard]] QByteArray object(const Found &match)
    {
        QByteArray json = "{";
        for (const SelectRules::Field &field : m_rules.fields) {
            std::optional<QByteArray> value;
            if (match.node && !m_fault)
                forEach(field.path, match.node, [&](const Found &found) {
                    value = jsonOf(found, field.path.attribute);
                    return !value;
                });
            json += (json.size() > 1 ? "," : "") + field.key + ':' + value.value_or("null");
        }
        return json + '}';
    }

    /// What is wanted of a node as JSON; nothing where it is an attribute that it does not have.
    [[nodiscard]] std::optional<QByteArray> jsonOf(const Found &found, const QByteArray &name) const
    {
        if (!found.node)
            return found.value;
        if (!name.isEmpty()) {
            const auto text = isElement(found.node) ? attribute(found.node, name) : std::nullopt;
            return text ? std::optional(jsonString(*text)) : std::nullopt;
        }
        if (m_rules.give == SelectRules::Give::Fragment && found.node->type != XML_ATTRIBUTE_NODE)
            return jsonString(nodeMarkup(found.node));
        const QByteArray text = nodeText(found.node);
        return jsonString(m_rules.keepSpace ? text : collapsed(text));
    }

    const SelectRules &m_rules;
    const StageContext &m_context;
    xmlNode *m_root;
    CssMatcher m_matcher;
    XPath m_xpath;
    ValuesWriter m_values;
    qint64 m_matches = 0;
    std::optional<Fault> m_fault;
};

} // namespace

Outcome<StageResult> SelectStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const Outcome<Body> text = markupText(whole, context);
    if (!text.succeeded())
        return ended<StageResult>(text);
    const Outcome<Document> document =
        Document::read(text.value(), m_rules.markup.value_or(markupOf(whole)), context);
    if (!document.succeeded())
        return ended<StageResult>(document);
    Selection selection(m_rules, document.value(), context);
    const Outcome<Done> done = selection.run(whole);
    if (!done.succeeded())
        return ended<StageResult>(done);
    const qint64 without = selection.matches() - selection.count();
    QString detail = valuesText(selection.count());
    if (without > 0)
        detail += SelectStageWords::tr("; %1 without the attribute").arg(elementsText(without));
    return StageResult{std::move(whole), detail};
}

} // namespace inflight
