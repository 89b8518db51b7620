// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/origin.h"

#include <QHashFunctions>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

int defaultPort(const QString &scheme)
{
    return scheme == "https"_L1 ? 443 : 80;
}

} // namespace

Origin Origin::of(const QUrl &url)
{
    const QString scheme = url.scheme();
    return {scheme, url.host(QUrl::FullyEncoded), url.port(defaultPort(scheme))};
}

QString Origin::text() const
{
    const QString shownHost = host.contains(u':') ? u'[' + host + u']' : host;
    const QString base = scheme + "://"_L1 + shownHost;
    return port == defaultPort(scheme) ? base : base + u':' + QString::number(port);
}

size_t qHash(const Origin &origin, size_t seed) noexcept
{
    return qHashMulti(seed, origin.scheme, origin.host, origin.port);
}

} // namespace inflight
