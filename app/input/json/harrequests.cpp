// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/json/harrequests.h"

#include "input/json/jsonparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct HarRequestsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::HarRequests)
};

bool belongsToConnection(const QByteArray &name)
{
    constexpr auto names = std::to_array<QByteArrayView>(
        {"host", "connection", "content-length", "transfer-encoding", "keep-alive", "te", "trailer",
         "upgrade", "proxy-connection", "proxy-authorization", "http2-settings", "expect"});
    const bool ofHttp2 = name.startsWith(':');
    return ofHttp2 || std::ranges::any_of(names, [&name](QByteArrayView each) {
               return each.compare(name, Qt::CaseInsensitive) == 0;
           });
}

/// Writers of archives leave the header out now and then, and say of the data alone what it is.
void addTypeOf(const JsonValue &postData, RequestParts &parts)
{
    const auto type = postData.member("mimeType"_L1);
    const bool isGiven = std::ranges::any_of(parts.headers, [](const auto &header) {
        return header.first.compare("content-type", Qt::CaseInsensitive) == 0;
    });
    if (type && type->isString() && !type->string().isEmpty() && !isGiven)
        parts.headers.append({"Content-Type"_ba, type->string().toUtf8()});
}

void take(const JsonValue &request, const JsonValue &url, Intake &intake)
{
    RequestParts parts;
    if (const auto method = request.member("method"_L1))
        parts.method = method->string().toUtf8();
    if (const auto headers = request.member("headers"_L1))
        parts.headers = headersOf(*headers);
    parts.headers.removeIf([](const auto &header) { return belongsToConnection(header.first); });
    if (const auto data = request.member("postData"_L1); data && data->isObject()) {
        parts.body = postDataOf(*data);
        addTypeOf(*data, parts);
    }
    const QString text = url.string();
    intake.take({url.line(), text, {}, std::make_shared<const RequestParts>(std::move(parts))});
}

} // namespace

std::optional<JsonValue> harEntries(const JsonValue &value)
{
    const auto log = value.member("log"_L1);
    const auto entries = log ? log->member("entries"_L1) : std::nullopt;
    return entries && entries->isArray() ? entries : std::nullopt;
}

void readHar(const JsonValue &entries, Intake &intake)
{
    entries.eachItem([&intake](const JsonValue &entry) {
        const auto request = entry.member("request"_L1);
        const auto url = request ? request->member("url"_L1) : std::nullopt;
        if (url && url->isString() && request->isWhole())
            take(*request, *url, intake);
        else if (entry.isWhole())
            intake.reject(entry.line(), entry.written(),
                          HarRequestsText::tr("the entry has no request with a URL"));
    });
}

} // namespace inflight
