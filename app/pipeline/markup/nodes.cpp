// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/nodes.h"

#include <algorithm>
#include <memory>

#include <libxml/HTMLtree.h>
#include <libxml/tree.h>

#include "pipeline/text/utf8.h"

namespace inflight {

namespace {

constexpr int mostBriefNodes = 10'000;

QByteArrayView viewOf(const xmlChar *text)
{
    return {reinterpret_cast<const char *>(text), text ? xmlStrlen(text) : 0};
}

struct FreeText
{
    void operator()(xmlChar *text) const { xmlFree(text); }
};
using Text = std::unique_ptr<xmlChar, FreeText>;

struct FreeBuffer
{
    void operator()(xmlBuffer *buffer) const { xmlBufferFree(buffer); }
};

bool isText(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/// Makes one space of each stretch of white space.
class Collapser
{
public:
    /// False once there are more than `longest` bytes.
    bool add(QByteArrayView piece, qsizetype longest)
    {
        for (const char c : piece) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                m_space = !m_text.isEmpty();
                continue;
            }
            if (m_space)
                m_text += ' ';
            m_space = false;
            m_text += c;
            if (m_text.size() > longest)
                return false;
        }
        return true;
    }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
    bool m_space = false;
};

} // namespace

QByteArrayView nodeName(const _xmlNode *node)
{
    return viewOf(node->name);
}

bool isElement(const _xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE;
}

const _xmlNode *elementBefore(const _xmlNode *node)
{
    const xmlNode *at = node->prev;
    while (at && !isElement(at))
        at = at->prev;
    return at;
}

const _xmlNode *elementFrom(const _xmlNode *node)
{
    while (node && !isElement(node))
        node = node->next;
    return node;
}

const _xmlNode *nodeAfter(const _xmlNode *node, const _xmlNode *root)
{
    // What is below an entity is the entity's, not the tree's.
    if (node->children &&
        (isElement(node) || node->type == XML_DOCUMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE))
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? nullptr : node->next;
}

std::optional<QByteArray> attribute(const _xmlNode *element, QByteArrayView name)
{
    for (const xmlAttr *each = element->properties; each; each = each->next) {
        if (each->ns || viewOf(each->name) != name)
            continue;
        const xmlNode *const value = each->children;
        if (!value)
            return QByteArray("");
        if (isText(value) && !value->next)
            return viewOf(value->content).toByteArray();
        return nodeText(reinterpret_cast<const xmlNode *>(each));
    }
    return std::nullopt;
}

QByteArray nodeText(const _xmlNode *node)
{
    const Text text(xmlNodeGetContent(node));
    return viewOf(text.get()).toByteArray();
}

QByteArray collapsed(QByteArrayView text)
{
    Collapser out;
    out.add(text, text.size());
    return out.text();
}

QByteArray briefText(const _xmlNode *node, qsizetype longest)
{
    Collapser out;
    int seen = 0;
    for (const xmlNode *at = node; at && ++seen < mostBriefNodes; at = nodeAfter(at, node)) {
        if (isText(at) && !out.add(viewOf(at->content), longest))
            break;
    }
    const QByteArrayView text = QByteArrayView(out.text()).first(std::min(out.text().size(), longest));
    return text.first(validUtf8Prefix(text)).toByteArray();
}

QByteArray nodeMarkup(_xmlNode *node)
{
    const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
    if (!buffer)
        return {};
    if (node->doc && node->doc->type == XML_HTML_DOCUMENT_NODE)
        htmlNodeDump(buffer.get(), node->doc, node);
    else
        xmlNodeDump(buffer.get(), node->doc, node, 0, 0);
    return QByteArrayView(reinterpret_cast<const char *>(xmlBufferContent(buffer.get())),
                          xmlBufferLength(buffer.get()))
        .toByteArray();
}

} // namespace inflight
