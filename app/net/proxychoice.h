// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxyFactory>

#include <optional>

namespace inflight {

/// Which proxy a request takes: the one that was set, else the environment's (http_proxy and its kin), else
/// none.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(std::optional<QNetworkProxy> proxy);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    /// Whether a request for `url` goes to its origin without one.
    [[nodiscard]] bool isDirect(const QUrl &url);

private:
    std::optional<QNetworkProxy> m_proxy;
    bool m_environmentHasProxy;
};

} // namespace inflight
