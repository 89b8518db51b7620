// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/cssmatcher.h"

#include <algorithm>

#include <QList>

#include <libxml/tree.h>

#include "pipeline/markup/nodes.h"

namespace inflight {

namespace {

// About two seconds: what is not done by then is not meant to be.
constexpr qint64 mostSteps = 100'000'000;
constexpr qint64 stepsPerPoll = 4096;
constexpr qint64 bytesPerStep = 64;

bool isElementIn(const xmlNode *parent)
{
    return parent && parent->type == XML_ELEMENT_NODE;
}

bool hasWord(const QByteArray &text, const QByteArray &word)
{
    if (word.isEmpty())
        return false;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const auto isBreak = [&](qsizetype i) {
            return i < 0 || i >= text.size() || text[i] == ' ' || text[i] == '\t' || text[i] == '\n' ||
                   text[i] == '\r' || text[i] == '\f';
        };
        if (isBreak(at - 1) && isBreak(at + word.size()))
            return true;
    }
    return false;
}

bool compares(const QByteArray &text, CssAttribute::How how, const QByteArray &value)
{
    using enum CssAttribute::How;
    switch (how) {
    case There:
        return true;
    case Equals:
        return text == value;
    case HasWord:
        return hasWord(text, value);
    case Dashed:
        return text == value ||
               (text.startsWith(value) && text.size() > value.size() && text[value.size()] == '-');
    case Begins:
        return !value.isEmpty() && text.startsWith(value);
    case Ends:
        return !value.isEmpty() && text.endsWith(value);
    case Contains:
        return !value.isEmpty() && text.contains(value);
    }
    Q_UNREACHABLE();
}

bool isEmpty(const xmlNode *element)
{
    for (const xmlNode *each = element->children; each; each = each->next) {
        const bool isText = each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE;
        if (isElement(each) || each->type == XML_ENTITY_REF_NODE ||
            (isText && each->content && *each->content))
            return false;
    }
    return true;
}

} // namespace

CssMatcher::CssMatcher(const Document &document, const StageContext &context)
    : m_html(document.markup() == Markup::Html)
    , m_context(context)
{}

void CssMatcher::forEach(const CssSelector &selector, _xmlNode *root,
                         const std::function<bool(_xmlNode *)> &work)
{
    const xmlNode *at = root;
    while (!m_gaveUp && (at = nodeAfter(at, root))) {
        if (!step() || !isElement(at))
            continue;
        const bool meant = std::ranges::any_of(selector, [&](const CssComplex &complex) {
            return matches(complex, complex.compounds.size() - 1, at);
        });
        if (meant && !m_gaveUp && !work(const_cast<xmlNode *>(at)))
            return;
    }
}

/// Whether `element` is what `complex` says up to that compound; from the right to the left.
bool CssMatcher::matches(const CssComplex &complex, std::size_t compound, const _xmlNode *element)
{
    if (!step() || !matches(complex.compounds[compound], element))
        return false;
    if (compound == 0)
        return true;
    const CssComplex::Combinator relation = complex.combinators[compound - 1];
    const bool up =
        relation == CssComplex::Combinator::Descendant || relation == CssComplex::Combinator::Child;
    const bool near =
        relation == CssComplex::Combinator::Child || relation == CssComplex::Combinator::NextSibling;
    const auto next = [&](const xmlNode *from) -> const xmlNode * {
        if (!up)
            return elementBefore(from);
        return isElementIn(from->parent) ? from->parent : nullptr;
    };
    for (const xmlNode *other = next(element); other && !m_gaveUp; other = next(other)) {
        if (matches(complex, compound - 1, other))
            return true;
        if (near)
            return false;
    }
    return false;
}

bool CssMatcher::matches(const CssCompound &compound, const _xmlNode *element)
{
    if (!compound.type.isEmpty() && nodeName(element) != (m_html ? compound.lowerType : compound.type))
        return false;
    return (!compound.root || !isElementIn(element->parent)) && (!compound.empty || isEmpty(element)) &&
           std::ranges::all_of(compound.attributes,
                               [&](const CssAttribute &each) { return matches(each, element); }) &&
           std::ranges::all_of(compound.places,
                               [&](const CssPlace &each) { return matches(each, element); }) &&
           std::ranges::none_of(compound.excluded,
                                [&](const CssCompound &each) { return matches(each, element); });
}

bool CssMatcher::matches(const CssAttribute &wanted, const _xmlNode *element)
{
    const std::optional<QByteArray> text = attribute(element, m_html ? wanted.lowerName : wanted.name);
    if (!text)
        return false;
    m_steps += text->size() / bytesPerStep;
    return wanted.anyCase ? compares(text->toLower(), wanted.how, wanted.value.toLower())
                          : compares(*text, wanted.how, wanted.value);
}

bool CssMatcher::matches(const CssPlace &place, const _xmlNode *element)
{
    const Standing &found = standing(element);
    const qint64 index = (place.ofType ? found.ofType : found.ofAll)[place.fromEnd ? 1 : 0];
    const qint64 over = index - place.offset;
    return place.step == 0 ? over == 0 : over % place.step == 0 && over / place.step >= 0;
}

const CssMatcher::Standing &CssMatcher::standing(const _xmlNode *element)
{
    if (!m_standings.contains(element)) {
        const xmlNode *first = element;
        while (first->prev)
            first = first->prev;
        count(elementFrom(first));
    }
    return m_standings[element];
}

/// Counts all siblings at once: one by one, that would take the square of their number.
void CssMatcher::count(const _xmlNode *first)
{
    QList<const xmlNode *> siblings;
    QHash<QByteArrayView, int> names;
    for (const xmlNode *each = first; each; each = elementFrom(each->next)) {
        siblings.append(each);
        Standing &standing = m_standings[each];
        standing.ofAll[0] = static_cast<int>(siblings.size());
        standing.ofType[0] = ++names[nodeName(each)];
    }
    for (const xmlNode *each : std::as_const(siblings)) {
        Standing &standing = m_standings[each];
        standing.ofAll[1] = static_cast<int>(siblings.size()) - standing.ofAll[0] + 1;
        standing.ofType[1] = names.value(nodeName(each)) - standing.ofType[0] + 1;
    }
}

bool CssMatcher::step()
{
    if (++m_steps - m_polled >= stepsPerPoll) {
        m_polled = m_steps;
        m_gaveUp = m_gaveUp || m_steps > mostSteps || m_context.stop.stop_requested();
    }
    return !m_gaveUp;
}

} // namespace inflight
