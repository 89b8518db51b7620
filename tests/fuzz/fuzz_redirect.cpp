// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "net/origin.h"
#include "net/redirect.h"

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;

namespace {

Request requestTo(const char *url, const QByteArray &method)
{
    Request request;
    request.url = QUrl(QLatin1StringView(url));
    request.method = method;
    request.headers = {{"Authorization", "secret"}, {"Cookie", "secret"}, {"Accept", "*/*"}};
    request.body = "body";
    return request;
}

void checkNext(const Request &before, const Request &next)
{
    require(next.url.isValid() && !next.url.host().isEmpty(), "it goes to a URL");
    require(next.url.scheme() == "https"_L1 || next.url.scheme() == before.url.scheme(),
            "only http and https, and never from https to http");
    require(next.url.userInfo().isEmpty() && !next.url.hasFragment(), "neither user nor fragment are sent");
    require(std::ranges::all_of(next.url.toEncoded(), [](char c) { return c > ' ' && c < '\x7f'; }),
            "nothing in it ends a line or a header");
    const bool hasSecret =
        std::ranges::any_of(next.headers, [](const Header &h) { return h.value == "secret"; });
    require(hasSecret == (Origin::of(next.url) == Origin::of(before.url)),
            "credentials go to the same origin and to no other");
    require(next.method == before.method || (next.method == "GET" && next.body.isEmpty()),
            "the method stays or becomes GET");
}

} // namespace

/// A byte to choose by, then a Location.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.takeByte();
    constexpr int statuses[] = {301, 302, 303, 307, 308};
    ResponseHead head;
    head.status = statuses[choice % 5];
    head.headers = {{"location", input.rest()}};
    for (const char *const url : {"http://a.example:8080/b/c?d", "https://a.example/b/c?d"}) {
        const Request before = requestTo(url, (choice & 128) != 0 ? "POST" : "GET");
        const auto next = followRedirect(before, head);
        if (const auto *const fault = std::get_if<Fault>(&next))
            require(!fault->message.isEmpty() && fault->faultClass == FaultClass::Redirect,
                    "a refusal says why");
        else
            checkNext(before, std::get<Request>(next));
    }
    return 0;
}
