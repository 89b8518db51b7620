// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/requestparts.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace inflight {

bool fitsALine(const QByteArray &text)
{
    constexpr std::array forbidden{'\r', '\n', '\0'};
    return std::ranges::find_first_of(text, forbidden) == text.end();
}

HeaderList sentFields(const HeaderList &headers)
{
    HeaderList fields;
    fields.reserve(headers.size());
    for (const Header &header : headers) {
        if (header.value.isNull())
            continue;
        const auto same = std::ranges::find_if(
            fields, [&header](const Header &field) { return hasName(field, header.name); });
        if (same == fields.end())
            fields.append(header);
        else if (same->value.isEmpty())
            same->value = header.value;
        else
            same->value += (hasName(header, "cookie") ? "; " : ", ") + header.value;
    }
    return fields;
}

QByteArray requestTarget(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

QByteArray requestHost(const QUrl &url)
{
    // Putting a name into ASCII takes it apart, and most are.
    const QString name = url.host();
    const bool isAscii = std::ranges::all_of(name, [](QChar c) { return c.unicode() < 0x80; });
    const QByteArray host = (isAscii ? name : url.host(QUrl::FullyEncoded)).toLatin1();
    const QByteArray shown = host.contains(':') ? '[' + host + ']' : host;
    return url.port() < 0 ? shown : shown + ':' + QByteArray::number(url.port());
}

bool isOfFraming(const Header &field)
{
    return hasName(field, "content-length") || hasName(field, "transfer-encoding");
}

bool wantsChunks(const HeaderList &fields)
{
    const QByteArray codings = headerValue(fields, "Transfer-Encoding");
    return codings.sliced(codings.lastIndexOf(',') + 1).trimmed().toLower() == "chunked";
}

bool wantsLength(const QByteArray &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

} // namespace inflight
