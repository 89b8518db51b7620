// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2fields.h"

#include "net/wire/requestparts.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace inflight {

namespace {

/// What HTTP/2 says by other means; a peer calls a request with any of these malformed.
bool isOfTheConnection(const Header &field)
{
    static constexpr std::array<QByteArrayView, 7> names{"connection",       "host",    "http2-settings",
                                                         "keep-alive",       "upgrade", "proxy-connection",
                                                         "transfer-encoding"};
    return std::ranges::find(names, QByteArrayView(field.name)) != names.end() ||
           (field.name == "te" && field.value != "trailers");
}

} // namespace

std::optional<HeaderList> http2Fields(const QByteArray &method, const QNetworkRequest &request,
                                      const QByteArray &body)
{
    const QUrl url = request.url();
    const QByteArray host = request.hasRawHeader("Host") ? request.rawHeader("Host") : requestHost(url);
    HeaderList fields{{":method", method},
                      {":scheme", url.scheme().toLatin1()},
                      {":authority", host},
                      {":path", requestTarget(url)}};
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        const Header field{name.toLower(), request.rawHeader(name).trimmed()};
        if (!isOfTheConnection(field))
            fields.append(field);
    }
    if ((!body.isEmpty() || wantsLength(method)) && !request.hasRawHeader("Content-Length"))
        fields.append({"content-length", QByteArray::number(body.size())});
    const bool fit = std::ranges::all_of(
        fields, [](const Header &field) { return fitsALine(field.name) && fitsALine(field.value); });
    return fit ? std::optional(fields) : std::nullopt;
}

} // namespace inflight
