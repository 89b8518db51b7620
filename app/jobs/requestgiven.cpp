// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestgiven.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

bool isNamed(const QByteArray &name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool has(const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &name)
{
    return std::ranges::any_of(headers, [&name](const auto &header) { return isNamed(header.first, name); });
}

void addDefaults(RequestTemplate &request, const QList<QPair<QByteArray, QByteArray>> &headers,
                 const RequestTemplate &defaults, bool takesBody)
{
    for (const Header &header : defaults.headers) {
        const bool ofBody = isNamed(header.name, "Content-Type");
        if (!has(headers, header.name) && (takesBody || !ofBody))
            request.headers.append(header);
    }
    if (takesBody)
        request.body = defaults.body;
}

} // namespace

std::optional<Header> headerToSend(Header header)
{
    // An absent or empty User-Agent would get a name of the engine's own in its place; a blank one goes out
    // as it is.
    if (isNamed(header.name, "User-Agent") && header.value.isEmpty())
        return Header{header.name, " "_ba};
    if (!header.value.isNull())
        return header;
    // Without the header the engine would say what it takes.
    if (isNamed(header.name, "Accept-Encoding"))
        return Header{header.name, "identity"_ba};
    const bool automatic = isNamed(header.name, "Accept") || isNamed(header.name, "Content-Type");
    return automatic ? std::optional(std::move(header)) : std::nullopt;
}

std::shared_ptr<const RequestTemplate> requestGiven(const QByteArray &method,
                                                    const QList<QPair<QByteArray, QByteArray>> &headers,
                                                    const QByteArray &body,
                                                    const std::shared_ptr<const RequestTemplate> &defaults)
{
    if (method.isEmpty() && headers.isEmpty() && body.isEmpty())
        return defaults;
    const bool saysHow = !method.isEmpty() || !body.isEmpty();
    RequestTemplate request;
    request.method = method;
    request.body = body;
    for (const auto &[name, value] : headers) {
        if (auto header = headerToSend({name, value}))
            request.headers.append(*std::move(header));
    }
    if (defaults)
        addDefaults(request, headers, *defaults, !saysHow);
    if (request.method.isEmpty() && defaults && (!saysHow || defaults->method != "GET"))
        request.method = defaults->method;
    if (request.method.isEmpty())
        request.method = body.isEmpty() ? "GET"_ba : "POST"_ba;
    if (request.method == "GET" && request.headers.isEmpty() && request.body.isEmpty())
        return nullptr;
    return std::make_shared<const RequestTemplate>(std::move(request));
}

} // namespace inflight
