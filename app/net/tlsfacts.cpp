// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tlsfacts.h"

#include <QSslCipher>
#include <QSslSocket>

namespace inflight {

TlsFacts TlsFacts::of(const QSslConfiguration &connection, const QList<QSslError> &errors)
{
    return {.protocol = connection.sessionProtocol(),
            .cipher = connection.sessionCipher().name(),
            .application = connection.nextNegotiatedProtocol(),
            .chain = connection.peerCertificateChain(),
            .errors = errors,
            .verified = connection.peerVerifyMode() != QSslSocket::VerifyNone,
            .seen = QDateTime::currentDateTimeUtc()};
}

} // namespace inflight
