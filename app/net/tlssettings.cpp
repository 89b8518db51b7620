// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tlssettings.h"

#include <QSslSocket>

namespace inflight {

TlsSettings::TlsSettings(const TransportSettings &settings)
    : m_caCertificates(settings.caCertificates)
    , m_insecure(settings.insecure)
{}

const QSslConfiguration &TlsSettings::configuration()
{
    if (!m_configuration) {
        m_configuration = QSslConfiguration::defaultConfiguration();
        if (!m_caCertificates.isEmpty())
            m_configuration->setCaCertificates(m_caCertificates);
        if (m_insecure)
            m_configuration->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    return *m_configuration;
}

} // namespace inflight
