// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/requestbytes.h"

#include "net/origin.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace inflight {

namespace {

bool fitsALine(const QByteArray &text)
{
    constexpr std::array forbidden{'\r', '\n', '\0'};
    return std::ranges::find_first_of(text, forbidden) == text.end();
}

QByteArray targetOf(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

QByteArray hostOf(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray shown = host.contains(':') ? '[' + host + ']' : host;
    return url.port() < 0 ? shown : shown + ':' + QByteArray::number(url.port());
}

/// A request whose method has a meaning for its body says that there is none (RFC 9110, section 8.6).
bool wantsLength(const QByteArray &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

/// Room for the head of most requests. Pieces that are put together with + move all that is there each time.
constexpr qsizetype usualHead = 512;

void append(QByteArray &bytes, std::initializer_list<QByteArrayView> pieces)
{
    for (const QByteArrayView piece : pieces)
        bytes.append(piece);
}

} // namespace

std::optional<QByteArray> requestBytes(const QByteArray &method, const QNetworkRequest &request,
                                       const QByteArray &body)
{
    if (!fitsALine(method))
        return std::nullopt;
    const QUrl url = request.url();
    QByteArray bytes;
    bytes.reserve(usualHead + body.size());
    append(bytes, {method, " ", targetOf(url), " HTTP/1.1\r\n"});
    if (!request.hasRawHeader("Host"))
        append(bytes, {"Host: ", hostOf(url), "\r\n"});
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        const QByteArray value = request.rawHeader(name);
        if (!fitsALine(name) || !fitsALine(value))
            return std::nullopt;
        append(bytes, {name, ": ", value, "\r\n"});
    }
    if ((!body.isEmpty() || wantsLength(method)) && !request.hasRawHeader("Content-Length"))
        append(bytes, {"Content-Length: ", QByteArray::number(body.size()), "\r\n"});
    append(bytes, {"\r\n", body});
    return bytes;
}

} // namespace inflight
