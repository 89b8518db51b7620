// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestof.h"

#include <algorithm>

namespace inflight {

namespace {

void addUnlessGiven(HeaderList &headers, const QByteArray &name, const QByteArray &value)
{
    for (const Header &header : std::as_const(headers)) {
        if (hasName(header, name))
            return;
    }
    headers.append({name, value});
}

bool isLeftOut(const Header &header)
{
    return header.value.isNull();
}

/// An empty value is sent and a missing one is not, which == does not tell apart.
bool isAsGiven(const HeaderList &headers, const HeaderList &given)
{
    return headers.isSharedWith(given) ||
           (headers == given && std::ranges::equal(headers, given, {}, isLeftOut, isLeftOut));
}

/// With what every request says. Jobs mostly ask in the same way, and their records share the list then.
HeaderList completed(const HeaderList &given)
{
    thread_local HeaderList lastGiven;
    thread_local HeaderList last;
    if (!last.isEmpty() && isAsGiven(lastGiven, given))
        return last;
    lastGiven = given;
    last = given;
    addUnlessGiven(last, "User-Agent", "Inflight/" INFLIGHT_VERSION);
    addUnlessGiven(last, "Accept", "*/*");
    // Said by us, Qt leaves the body as it comes, and the decode stage undoes the coding on the CPU pool.
    addUnlessGiven(last, "Accept-Encoding", "gzip, deflate, br, zstd");
    return last;
}

} // namespace

Request requestOf(const JobInput &input)
{
    Request request;
    request.url = QUrl(input.url);
    if (input.request) {
        request.method = input.request->method;
        request.headers = input.request->headers;
        request.body = input.request->body;
    }
    if (!request.url.userInfo().isEmpty()) {
        const QByteArray user = request.url.userName(QUrl::FullyDecoded).toUtf8();
        const QByteArray password = request.url.password(QUrl::FullyDecoded).toUtf8();
        addUnlessGiven(request.headers, "Authorization", "Basic " + (user + ':' + password).toBase64());
        request.url.setUserInfo({});
    }
    if (request.url.hasFragment())
        request.url.setFragment({});
    request.headers = completed(request.headers);
    return request;
}

} // namespace inflight
