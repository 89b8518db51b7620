// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/mediatype.h"

#include <algorithm>
#include <array>

namespace inflight {

namespace {

constexpr auto textApplications = std::to_array<QByteArrayView>(
    {"application/javascript", "application/x-javascript", "application/ecmascript", "application/typescript",
     "application/x-ndjson", "application/jsonl", "application/json-seq", "application/x-json-stream",
     "application/yaml", "application/x-yaml", "application/toml", "application/sql", "application/graphql",
     "application/x-sh", "application/x-www-form-urlencoded", "application/x-subrip", "application/x-tex",
     "application/csv"});

bool isEssence(QByteArrayView text)
{
    const qsizetype slash = text.indexOf('/');
    return slash > 0 && slash < text.size() - 1 &&
           std::ranges::none_of(text, [](char c) { return c <= ' ' || c == '"' || c == ',' || c == 0x7f; });
}

/// The text up to the next `;` that is not inside quotes; `header` is what follows it.
QByteArrayView takePart(QByteArrayView &header)
{
    bool quoted = false;
    qsizetype end = 0;
    for (; end < header.size() && (quoted || header[end] != ';'); ++end) {
        if (header[end] == '"')
            quoted = !quoted;
    }
    const QByteArrayView part = header.first(end);
    header = header.sliced(std::min(end + 1, header.size()));
    return part.trimmed();
}

QByteArray unquoted(QByteArrayView value)
{
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.sliced(1, value.size() - 2).trimmed();
    return value.toByteArray();
}

} // namespace

MediaType MediaType::parse(QByteArrayView header)
{
    MediaType type;
    if (const QByteArrayView essence = takePart(header); isEssence(essence))
        type.essence = essence.toByteArray().toLower();
    while (!header.isEmpty()) {
        const QByteArrayView parameter = takePart(header);
        const qsizetype equals = parameter.indexOf('=');
        if (equals < 0 || !type.charset.isEmpty())
            continue;
        if (parameter.first(equals).trimmed().compare("charset", Qt::CaseInsensitive) == 0)
            type.charset = unquoted(parameter.sliced(equals + 1).trimmed());
    }
    return type;
}

bool MediaType::isJson() const
{
    return essence == "application/json" || essence == "text/json" || essence.endsWith("+json");
}

bool MediaType::isXml() const
{
    return essence == "text/xml" || essence == "application/xml" || essence.endsWith("+xml");
}

bool MediaType::isHtml() const
{
    return essence == "text/html";
}

bool MediaType::isTable() const
{
    return essence == "text/csv" || essence == "application/csv" || essence == "text/tab-separated-values";
}

bool MediaType::isImage() const
{
    return essence.startsWith("image/") && !isXml();
}

bool MediaType::isText() const
{
    return essence.startsWith("text/") || isJson() || isXml() || essence.endsWith("+yaml") ||
           std::ranges::find(textApplications, QByteArrayView(essence)) != textApplications.end();
}

bool MediaType::isGeneric() const
{
    return essence.isEmpty() || essence == "application/octet-stream" || essence == "binary/octet-stream" ||
           essence == "application/unknown" || essence == "unknown/unknown" || essence == "*/*";
}

} // namespace inflight
