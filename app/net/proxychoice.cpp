// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/proxychoice.h"

#include <QUrl>

#include <algorithm>

namespace inflight {

namespace {

bool environmentNamesProxy()
{
    const char *const names[] = {"http_proxy", "https_proxy", "all_proxy",
                                 "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"};
    return std::ranges::any_of(names, [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
}

} // namespace

ProxyChoice::ProxyChoice(std::optional<QNetworkProxy> proxy)
    : m_proxy(std::move(proxy))
    , m_environmentHasProxy(environmentNamesProxy())
{}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    if (m_proxy)
        return {*m_proxy};
    // Asked only when there is something to find: the system's answer may come from a slow look-up.
    if (m_environmentHasProxy)
        return systemProxyForQuery(query);
    return {QNetworkProxy(QNetworkProxy::NoProxy)};
}

bool ProxyChoice::isDirect(const QUrl &url)
{
    if (!m_proxy && !m_environmentHasProxy)
        return true;
    const QList<QNetworkProxy> proxies = queryProxy(QNetworkProxyQuery(url));
    return proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy;
}

} // namespace inflight
