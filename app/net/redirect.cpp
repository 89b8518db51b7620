// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redirect.h"

#include "net/origin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct RedirectText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Redirect)
};

Fault refused(const QString &message)
{
    return {FaultClass::Redirect, {}, message};
}

/// Whether a plain GET follows: in place of a POST, and of a GET that was given a body, as with curl.
bool becomesGet(int status, const Request &request)
{
    if (status == 303)
        return request.method != "HEAD";
    return (status == 301 || status == 302) &&
           (request.method == "POST" || (request.method == "GET" && !request.body.isEmpty()));
}

void removeHeaders(HeaderList &headers, std::initializer_list<QByteArrayView> names)
{
    headers.removeIf([names](const Header &header) {
        return std::ranges::any_of(names, [&header](QByteArrayView name) { return hasName(header, name); });
    });
}

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::variant<Request, Fault> followRedirect(const Request &request, const ResponseHead &head,
                                            Downgrade downgrade)
{
    const QByteArray location = headerValue(head.headers, "location").trimmed();
    if (location.isEmpty())
        return refused(RedirectText::tr(
                           "The server answered %1 but did not say where to go: there is no Location header.")
                           .arg(head.status));
    QUrl target = request.url.resolved(QUrl::fromEncoded(location));
    if (!target.isValid() || target.host().isEmpty())
        return refused(RedirectText::tr("The server redirects to “%1”, which is not a URL.")
                           .arg(QString::fromUtf8(location)));
    if (target.scheme() != "http"_L1 && target.scheme() != "https"_L1)
        return refused(
            RedirectText::tr(
                "The server redirects to a URL with the scheme “%1”; only http and https are followed.")
                .arg(target.scheme()));
    if (downgrade == Downgrade::Refused && request.url.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return refused(RedirectText::tr(
            "The server redirects from https to http, which would give up encryption. Follow it "
            "with --allow-downgrade if that is what you want."));

    target.setFragment({});
    target.setUserInfo({});
    Request next = request;
    next.url = target;
    if (becomesGet(head.status, request)) {
        next.method = "GET";
        next.body.clear();
        removeHeaders(next.headers, {"content-type", "content-length", "content-encoding"});
    }
    if (Origin::of(target) != Origin::of(request.url))
        removeHeaders(next.headers, {"authorization", "cookie", "proxy-authorization", "host"});
    return next;
}

} // namespace inflight
