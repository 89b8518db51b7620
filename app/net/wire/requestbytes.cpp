// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/requestbytes.h"

#include "net/wire/requestparts.h"

#include <QUrl>

#include <initializer_list>

namespace inflight {

namespace {

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
    append(bytes, {method, " ", requestTarget(url), " HTTP/1.1\r\n"});
    if (!request.hasRawHeader("Host"))
        append(bytes, {"Host: ", requestHost(url), "\r\n"});
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
