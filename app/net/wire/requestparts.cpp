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
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray shown = host.contains(':') ? '[' + host + ']' : host;
    return url.port() < 0 ? shown : shown + ':' + QByteArray::number(url.port());
}

bool wantsLength(const QByteArray &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

} // namespace inflight
