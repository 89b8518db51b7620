// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestgiven.h"

#include <algorithm>
#include <array>

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
    static constexpr std::array<QByteArrayView, 4> automatic{"User-Agent", "Accept", "Accept-Encoding",
                                                             "Content-Type"};
    const bool isAutomatic =
        std::ranges::any_of(automatic, [&header](QByteArrayView name) { return isNamed(header.name, name); });
    return isAutomatic || !header.value.isNull() ? std::optional(std::move(header)) : std::nullopt;
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

std::shared_ptr<const RequestTemplate> requestChanged(const std::shared_ptr<const RequestTemplate> &request,
                                                      const RequestTemplate &now)
{
    RequestTemplate changed = request ? *request : RequestTemplate{};
    changed.headers.removeIf([&now](const Header &header) {
        return std::ranges::any_of(
            now.headers, [&header](const Header &other) { return isNamed(other.name, header.name); });
    });
    changed.headers += now.headers;
    if (!now.body.isEmpty())
        changed.body = now.body;
    if (now.method != "GET")
        changed.method = now.method;
    return std::make_shared<const RequestTemplate>(std::move(changed));
}

} // namespace inflight
