// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2fields.h"

#include "net/wire/requestparts.h"

#include <algorithm>
#include <array>

namespace inflight {

namespace {

/// What HTTP/2 says by other means; a peer calls a request with any of these malformed.
bool isOfTheConnection(const Header &field)
{
    static constexpr std::array<QByteArrayView, 6> names{"connection", "host",    "http2-settings",
                                                         "keep-alive", "upgrade", "proxy-connection"};
    return std::ranges::find(names, QByteArrayView(field.name)) != names.end() ||
           (field.name == "te" && field.value != "trailers");
}

} // namespace

std::optional<HeaderList> http2Fields(const Request &request)
{
    const HeaderList given = sentFields(request.headers);
    const QByteArray host = headerValue(given, "Host");
    HeaderList fields{{":method", request.method},
                      {":scheme", request.url.scheme().toLatin1()},
                      {":authority", host.isNull() ? requestHost(request.url) : host},
                      {":path", requestTarget(request.url)}};
    for (const Header &header : given) {
        const Header field{header.name.toLower(), header.value.trimmed()};
        if (!isOfTheConnection(field) && !isOfFraming(field))
            fields.append(field);
    }
    if (!request.body.isEmpty() || wantsLength(request.method))
        fields.append({"content-length", QByteArray::number(request.body.size())});
    const bool fit = std::ranges::all_of(
        fields, [](const Header &field) { return fitsALine(field.name) && fitsALine(field.value); });
    return fit ? std::optional(fields) : std::nullopt;
}

} // namespace inflight
