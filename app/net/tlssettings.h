// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/transport.h"

#include <QSslConfiguration>

#include <optional>

namespace inflight {

/// The TLS settings of an engine. Made when first needed: loading OpenSSL and the system's certificates takes
/// 100 ms and more. Copies share nothing. Lives on one thread.
class TlsSettings
{
public:
    explicit TlsSettings(const TransportSettings &settings);

    /// The authorities, and whether the peer is verified.
    [[nodiscard]] const QSslConfiguration &configuration();

private:
    QList<QSslCertificate> m_caCertificates;
    bool m_insecure;
    std::optional<QSslConfiguration> m_configuration;
};

} // namespace inflight
