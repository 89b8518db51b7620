// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <chrono>
#include <optional>

namespace inflight {

using std::chrono::milliseconds;

/// Time limits, one phase each; nothing means no limit.
struct Deadlines
{
    std::optional<milliseconds> connect = milliseconds{10'000};   ///< name look-up, connection and TLS
    std::optional<milliseconds> firstByte = milliseconds{30'000}; ///< request sent to the end of the headers
    std::optional<milliseconds> idle = milliseconds{30'000};      ///< between two pieces of the body
    std::optional<milliseconds> total;                            ///< one job over all its attempts
};

/// How requests travel. Shared by all jobs of an engine.
struct TransportSettings
{
    QList<QSslCertificate> caCertificates; ///< empty: the system's
    bool insecure = false;                 ///< do not verify TLS
    std::optional<QNetworkProxy> proxy;    ///< nothing: the environment's
    bool http2 = false;
    int maxRedirects = 10;
    bool followDowngrades = false; ///< redirects from https to http
};

} // namespace inflight
