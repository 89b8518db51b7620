// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"

#include <QByteArray>
#include <QCache>
#include <QDateTime>
#include <QMutex>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <optional>

namespace inflight {

/// What a TLS handshake with an origin found.
struct TlsFacts
{
    QSsl::SslProtocol protocol = QSsl::UnknownProtocol; ///< unknown when the handshake failed
    QString cipher;               ///< OpenSSL's name of the suite; empty when the handshake failed
    QByteArray application;       ///< agreed on by ALPN (RFC 7301), such as "h2"; empty: nothing was
    QList<QSslCertificate> chain; ///< the server's own first; empty when none came
    QList<QSslError> errors;      ///< why it is not to be trusted; none with --insecure, which does not look
    QDateTime seen;               ///< UTC

    static TlsFacts of(const QSslConfiguration &connection, const QList<QSslError> &errors);
};

/// What the newest handshake with each origin found, of the origins that were noted or looked for last. Safe
/// on any thread.
class TlsBook
{
public:
    /// So that 100,000 origins do not fill the memory: a chain takes some 10 KB.
    static constexpr qsizetype mostOrigins = 1000;

    void note(const Origin &origin, TlsFacts facts);
    [[nodiscard]] std::optional<TlsFacts> find(const Origin &origin) const;

private:
    mutable QMutex m_mutex;
    mutable QCache<Origin, TlsFacts> m_facts{mostOrigins};
};

} // namespace inflight
