// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/json/jsonrequests.h"

#include "input/json/jsonparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JsonRequestsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JsonRequests)
};

bool isUrl(QStringView text)
{
    const bool hasScheme = text.startsWith("http://"_L1, Qt::CaseInsensitive) ||
                           text.startsWith("https://"_L1, Qt::CaseInsensitive);
    return hasScheme && std::ranges::none_of(text, [](QChar c) { return c.isSpace(); });
}

/// The member that is an object's URL. "url" is meant as one whatever stands there.
std::optional<JsonValue> urlOf(const JsonValue &object)
{
    const auto url = object.member("url"_L1);
    if (url && url->isString())
        return url;
    if (const auto raw = url && url->isObject() ? url->member("raw"_L1) : std::nullopt;
        raw && raw->isString())
        return raw; // Postman's
    for (const QLatin1StringView key : {"uri"_L1, "href"_L1, "link"_L1, "loc"_L1}) {
        if (const auto other = object.member(key); other && other->isString() && isUrl(other->string()))
            return other;
    }
    return std::nullopt;
}

bool isAnyOf(const QString &key, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::any_of(
        names, [&key](QLatin1StringView name) { return key.compare(name, Qt::CaseInsensitive) == 0; });
}

/// Whether a list is one that partsOf() reads, and none of further requests.
bool isPartOfRequest(const QString &key, bool ofRequest)
{
    return isAnyOf(key, {"headers"_L1, "header"_L1}) ||
           (ofRequest && isAnyOf(key, {"body"_L1, "json"_L1, "payload"_L1, "data"_L1}));
}

QString nameOf(const JsonValue &object)
{
    for (const QLatin1StringView key : {"name"_L1, "title"_L1, "label"_L1}) {
        if (const auto name = object.member(key); name && name->isString())
            return name->string().simplified();
    }
    return {};
}

} // namespace

void JsonRequests::read(const JsonValue &value)
{
    if (value.isArray())
        value.eachItem([this](const JsonValue &item) { readItem(item); });
    else
        readItem(value);
}

void JsonRequests::readItem(const JsonValue &value)
{
    if (value.isString()) {
        const QString url = value.string();
        return m_intake.take({.line = value.line(), .text = url});
    }
    m_found = 0;
    find(value, {});
    if (m_found == 0 && value.isWhole())
        m_intake.reject(value.line(), value.written(), JsonRequestsText::tr("there is no URL in it"));
}

void JsonRequests::find(const JsonValue &value, const QString &name)
{
    if (value.isObject())
        return findInObject(value, name);
    if (value.isArray())
        return value.eachItem([&](const JsonValue &item) { find(item, name); });
    if (!value.isString() || !isUrl(value.written().first(std::min<qsizetype>(value.written().size(), 8))))
        return;
    const QString text = value.string();
    if (!isUrl(text))
        return;
    ++m_found;
    m_intake.take({.line = value.line(), .text = text, .name = name});
}

void JsonRequests::findInObject(const JsonValue &object, const QString &name)
{
    const QString own = nameOf(object);
    const QString &its = own.isEmpty() ? name : own;
    const auto url = object.isWhole() ? urlOf(object) : std::nullopt;
    if (url)
        take(object, *url, its);
    if (url && isRecord(object))
        return; // Its lists tell how it went.
    const bool asks = url && isRequest(object);
    object.eachMember([&](const JsonValue &key, const JsonValue &value) {
        // Of an object that is cut off nobody knows what else it would have said; of what one with a URL has
        // beside it, lists are of further things.
        if (!object.isWhole() && value.isString())
            return;
        if (!url)
            find(value, value.isString() ? key.string() : its);
        else if (value.isArray() && !isPartOfRequest(key.string(), asks))
            find(value, {});
    });
}

void JsonRequests::take(const JsonValue &object, const JsonValue &url, const QString &name)
{
    ++m_found;
    auto parts = std::make_shared<const RequestParts>(partsOf(object));
    const QString text = url.string();
    m_intake.take({url.line(), text, name, std::move(parts), Globs::Literal});
}

} // namespace inflight
