// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"
#include "net/origin.h"

#include <QList>
#include <QSslError>

class QNetworkReply;

namespace inflight {

/// A failure of the class, between here and `origin`, in a sentence to act on. `reason` is the system's or
/// the parser's word; `tlsErrors` are what the handshake found wrong with the certificate.
Fault connectionFault(FaultClass faultClass, const Origin &origin, const QString &reason,
                      const QList<QSslError> &tlsErrors = {});

/// Why a finished reply without a usable answer failed, in the contract's classes and in a sentence to act
/// on. `tlsErrors` are what sslErrors() reported; `proxied` says that the connection was one to a proxy.
Fault faultOfReply(const QNetworkReply &reply, const QList<QSslError> &tlsErrors, bool proxied);

} // namespace inflight
