// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/links.h"

#include <algorithm>
#include <array>

#include <QList>

#include <libxml/tree.h>

#include "pipeline/markup/nodes.h"
#include "pipeline/values.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype longestText = 500;
constexpr qsizetype longestUrl = 64 * 1024;

/// An attribute that holds a link.
struct Place
{
    QByteArrayView tag;
    QByteArrayView attribute;
    LinkSet set;
    bool many = false; ///< a list of candidates (HTML Standard, section 4.8.4.2.1)
};

constexpr std::array linkPlaces{
    Place{"a", "href", LinkSet::Pages},         Place{"area", "href", LinkSet::Pages},
    Place{"frame", "src", LinkSet::Pages},      Place{"iframe", "src", LinkSet::Pages},
    Place{"img", "src", LinkSet::Resources},    Place{"img", "srcset", LinkSet::Resources, true},
    Place{"script", "src", LinkSet::Resources}, Place{"link", "href", LinkSet::Resources},
    Place{"source", "src", LinkSet::Resources}, Place{"source", "srcset", LinkSet::Resources, true},
    Place{"video", "src", LinkSet::Resources},  Place{"video", "poster", LinkSet::Resources},
    Place{"audio", "src", LinkSet::Resources},  Place{"track", "src", LinkSet::Resources},
    Place{"embed", "src", LinkSet::Resources},  Place{"object", "data", LinkSet::Resources},
    Place{"input", "src", LinkSet::Resources},  Place{"body", "background", LinkSet::Resources},
};

/// A link element names what belongs to the page, or another page.
LinkSet setOf(const Place &place, const xmlNode *element)
{
    if (place.tag != "link")
        return place.set;
    const QByteArray relation = attribute(element, "rel").value_or(QByteArray()).toLower();
    static constexpr std::array pages{"next", "prev", "canonical", "alternate", "help", "author", "license"};
    return std::ranges::any_of(collapsed(relation).split(' '),
                               [](const QByteArray &word) {
                                   return std::ranges::find(pages, QByteArrayView(word)) != pages.end();
                               }) &&
                   !relation.contains("stylesheet")
               ? LinkSet::Pages
               : LinkSet::Resources;
}

/// The URLs of a srcset: each up to white space, with a width or density up to the next comma.
QList<QByteArray> candidates(const QByteArray &list)
{
    const QByteArray text = collapsed(list);
    QList<QByteArray> urls;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == ',') {
            ++at;
            continue;
        }
        qsizetype end = text.indexOf(' ', at);
        if (end < 0)
            end = text.size();
        QByteArray url = text.sliced(at, end - at);
        at = end;
        if (url.endsWith(',')) {
            while (url.endsWith(','))
                url.chop(1);
        } else {
            const qsizetype comma = text.indexOf(',', at);
            at = comma < 0 ? text.size() : comma + 1;
        }
        urls.append(url);
    }
    return urls;
}

/// As browsers read an attribute: without white space around it, and without line breaks in it.
QString written(const QByteArray &value)
{
    QByteArray plain = value.trimmed();
    plain.removeIf([](char c) { return c == '\n' || c == '\r' || c == '\t'; });
    return QString::fromUtf8(plain);
}

/// The URL that links of the page are relative to.
QUrl baseOf(const Document &page, const QUrl &url)
{
    const auto *const root = reinterpret_cast<const xmlNode *>(page.tree());
    int seen = 0;
    for (const xmlNode *at = root; at && ++seen < 10'000; at = nodeAfter(at, root)) {
        if (!isElement(at) || nodeName(at) != "base")
            continue;
        if (const std::optional<QByteArray> href = attribute(at, "href"))
            return url.resolved(QUrl(written(*href)));
    }
    return url;
}

std::optional<QString> resolvedLink(const QByteArray &value, const QUrl &base)
{
    if (value.size() > longestUrl)
        return std::nullopt;
    const QString reference = written(value);
    if (reference.isEmpty() || reference.startsWith(u'#'))
        return std::nullopt;
    const QUrl link = base.resolved(QUrl(reference));
    if ((link.scheme() != "http"_L1 && link.scheme() != "https"_L1) || link.host().isEmpty())
        return std::nullopt;
    return QString::fromLatin1(link.toEncoded(QUrl::RemoveFragment));
}

QByteArray textOf(const xmlNode *element)
{
    const QByteArray text = briefText(element, longestText);
    if (!text.isEmpty())
        return text;
    // A picture speaks by its alternative.
    const xmlNode *const inside =
        nodeName(element) == "a" && element->children ? elementFrom(element->children) : nullptr;
    const QByteArray alternative = attribute(inside ? inside : element, "alt").value_or(QByteArray());
    return collapsed(QByteArrayView(alternative).first(std::min(alternative.size(), longestText)));
}

} // namespace

QByteArray Link::toJson() const
{
    return "{\"url\":" + jsonString(url.toUtf8()) + ",\"text\":" + jsonString(text) +
           ",\"tag\":" + jsonString(tag) + ",\"attribute\":" + jsonString(attribute) + '}';
}

bool forEachLink(const Document &page, const QUrl &url, LinkSet set, const StageContext &context,
                 const std::function<bool(const Link &)> &work)
{
    if (!page.tree())
        return true;
    const QUrl base = baseOf(page, url);
    const auto *const root = reinterpret_cast<const xmlNode *>(page.tree());
    for (const xmlNode *at = root; at; at = nodeAfter(at, root)) {
        if (context.stop.stop_requested())
            return false;
        if (!isElement(at) || !at->properties)
            continue;
        for (const Place &place : linkPlaces) {
            if (nodeName(at) != place.tag || (set != LinkSet::All && set != setOf(place, at)))
                continue;
            const std::optional<QByteArray> value = attribute(at, place.attribute);
            if (!value)
                continue;
            for (const QByteArray &each : place.many ? candidates(*value) : QList<QByteArray>{*value}) {
                const std::optional<QString> link = resolvedLink(each, base);
                if (link &&
                    !work({*link, textOf(at), place.tag.toByteArray(), place.attribute.toByteArray()}))
                    return false;
            }
        }
    }
    return true;
}

QString documentTitle(const Document &page, qsizetype longest)
{
    if (!page.tree())
        return {};
    const auto *const root = reinterpret_cast<const xmlNode *>(page.tree());
    for (const xmlNode *at = root; at; at = nodeAfter(at, root)) {
        if (isElement(at) && nodeName(at) == "title") {
            const QString title = QString::fromUtf8(briefText(at, 4 * longest));
            return title.size() <= longest ? title : title.left(longest - 1) + u'…';
        }
    }
    return {};
}

} // namespace inflight
