// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>

namespace inflight {

/// What a TLS handshake with an origin found.
struct TlsFacts
{
    QSsl::SslProtocol protocol = QSsl::UnknownProtocol; ///< unknown when the handshake failed
    QString cipher;               ///< OpenSSL's name of the suite; empty when the handshake failed
    QByteArray application;       ///< agreed on by ALPN (RFC 7301), such as "h2"; empty: nothing was
    QList<QSslCertificate> chain; ///< the server's own first; empty when none came
    QList<QSslError> errors;      ///< why it is not to be trusted; none with --insecure, which does not look
    bool verified = true;         ///< the peer was checked; not with --insecure
    QDateTime seen;               ///< UTC

    static TlsFacts of(const QSslConfiguration &connection, const QList<QSslError> &errors);
};

} // namespace inflight
