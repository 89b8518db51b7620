// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/json/jsonparts.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QByteArray valueOf(const JsonValue &value)
{
    return (value.isString() ? value.string() : value.written().toString()).toUtf8();
}

bool isNull(const JsonValue &value)
{
    return !value.isString() && value.written() == "null"_L1;
}

QPair<QByteArray, QByteArray> headerOfLine(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return {text.toUtf8(), ""_ba};
    return {text.first(colon).trimmed().toUtf8(), text.sliced(colon + 1).trimmed().toUtf8()};
}

QPair<QByteArray, QByteArray> headerOfItem(const JsonValue &item)
{
    if (item.isString())
        return headerOfLine(item.string());
    if (item.isArray()) {
        QByteArrayList parts;
        item.eachItem([&parts](const JsonValue &part) { parts.append(valueOf(part)); });
        return {parts.value(0), parts.value(1, ""_ba)};
    }
    const auto name = item.member("name"_L1);
    const auto key = name ? name : item.member("key"_L1);
    const auto value = item.member("value"_L1);
    return {key ? valueOf(*key) : QByteArray(), value ? valueOf(*value) : ""_ba};
}

bool isSwitchedOff(const JsonValue &item)
{
    const auto off = item.member("disabled"_L1);
    return off && off->written() == "true"_L1;
}

QByteArray methodOf(const JsonValue &object)
{
    const auto method = object.member("method"_L1);
    return method && method->isString() ? method->string().trimmed().toUpper().toUtf8() : QByteArray();
}

/// Whether every member is one that requests have.
bool isRequestAlone(const JsonValue &object)
{
    static constexpr auto known = std::to_array<QLatin1StringView>(
        {"id"_L1, "url"_L1, "uri"_L1, "href"_L1, "link"_L1, "name"_L1, "title"_L1, "label"_L1, "method"_L1,
         "headers"_L1, "header"_L1, "body"_L1, "json"_L1, "data"_L1, "payload"_L1, "body_base64"_L1,
         "description"_L1, "comment"_L1});
    bool alone = true;
    object.eachMember([&alone](const JsonValue &key, const JsonValue &) {
        alone = alone && std::ranges::any_of(known, [&key](QLatin1StringView each) {
                    return key.written().compare(each, Qt::CaseInsensitive) == 0;
                });
    });
    return alone;
}

void addBody(const JsonValue &body, RequestParts &parts)
{
    if (isNull(body))
        return;
    if (body.isString()) {
        parts.body = body.string().toUtf8();
        return;
    }
    if (const auto raw = body.member("raw"_L1); raw && body.member("mode"_L1)) { // Postman's
        parts.body = raw->string().toUtf8();
        return;
    }
    parts.body = body.written().toUtf8();
    if (!parts.hasHeader("Content-Type"))
        parts.headers.append({"Content-Type"_ba, "application/json"_ba});
}

} // namespace

QList<QPair<QByteArray, QByteArray>> headersOf(const JsonValue &headers)
{
    QList<QPair<QByteArray, QByteArray>> found;
    if (headers.isObject()) {
        headers.eachMember([&found](const JsonValue &key, const JsonValue &value) {
            const QByteArray name = key.string().toUtf8();
            if (value.isArray())
                value.eachItem([&](const JsonValue &item) { found.append({name, valueOf(item)}); });
            else if (!isNull(value))
                found.append({name, valueOf(value)});
        });
    } else if (headers.isArray()) {
        headers.eachItem([&found](const JsonValue &item) {
            if (!isSwitchedOff(item))
                found.append(headerOfItem(item));
        });
    }
    return found;
}

QByteArray postDataOf(const JsonValue &postData)
{
    if (const auto text = postData.member("text"_L1); text && text->isString()) {
        const auto encoding = postData.member("encoding"_L1);
        const QByteArray bytes = text->string().toUtf8();
        return encoding && encoding->string() == "base64"_L1 ? QByteArray::fromBase64(bytes) : bytes;
    }
    QByteArrayList pairs;
    if (const auto params = postData.member("params"_L1); params && params->isArray()) {
        params->eachItem([&pairs](const JsonValue &param) {
            const auto [name, value] = headerOfItem(param);
            pairs.append(name + '=' + value); // as they are written: encoded already
        });
    }
    return pairs.join('&');
}

bool isRequest(const JsonValue &object)
{
    return !methodOf(object).isEmpty() || isRequestAlone(object);
}

bool isRecord(const JsonValue &object)
{
    const auto isA = [&object](QLatin1StringView key, bool (JsonValue::*type)() const) {
        const auto member = object.member(key);
        return member && ((*member).*type)();
    };
    return isA("state"_L1, &JsonValue::isString) &&
           (isA("attempts"_L1, &JsonValue::isArray) || isA("stages"_L1, &JsonValue::isArray));
}

RequestParts partsOf(const JsonValue &object)
{
    RequestParts parts;
    parts.method = methodOf(object);
    if (isRecord(object) || !isRequest(object))
        return parts;
    const auto headers = object.member("headers"_L1);
    if (const auto given = headers ? headers : object.member("header"_L1))
        parts.headers = headersOf(*given);
    if (const auto bytes = object.member("body_base64"_L1); bytes && bytes->isString()) {
        parts.body = QByteArray::fromBase64(bytes->string().toLatin1());
        return parts;
    }
    for (const QLatin1StringView key : {"body"_L1, "json"_L1, "payload"_L1, "data"_L1}) {
        if (const auto body = object.member(key); body && parts.body.isEmpty())
            addBody(*body, parts);
    }
    if (const auto postData = object.member("postData"_L1); postData && postData->isObject())
        parts.body = postDataOf(*postData);
    return parts;
}

} // namespace inflight
