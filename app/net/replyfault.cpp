// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/replyfault.h"

#include <QCoreApplication>
#include <QNetworkReply>

namespace inflight {

namespace {

struct ReplyFaultText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ReplyFault)
};

FaultClass classOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return FaultClass::Dns;
    case QNetworkReply::ConnectionRefusedError:
        return FaultClass::Refused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return FaultClass::Truncated;
    case QNetworkReply::TimeoutError:
        return FaultClass::TimeoutConnect;
    case QNetworkReply::SslHandshakeFailedError:
        return FaultClass::Tls;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return FaultClass::Unreachable;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return FaultClass::Proxy;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::UnknownServerError:
        return FaultClass::Protocol;
    default:
        return FaultClass::Internal;
    }
}

QString tlsMessage(const QString &host, const QString &reason, const QList<QSslError> &errors)
{
    if (errors.isEmpty())
        return ReplyFaultText::tr("No secure connection to %1: %2. Does the server speak TLS on this port?")
            .arg(host, reason);
    QStringList texts;
    for (const QSslError &error : errors)
        texts.append(error.errorString());
    texts.removeDuplicates();
    return ReplyFaultText::tr(
               "The certificate of %1 is not trusted: %2. Name its authority with --cacert, or correct the "
               "server's certificate.")
        .arg(host, texts.join(ReplyFaultText::tr("; ")));
}

} // namespace

Fault connectionFault(FaultClass faultClass, const Origin &origin, const QString &reason,
                      const QList<QSslError> &tlsErrors)
{
    const QString host = origin.host;
    const auto fault = [faultClass](const QString &message) { return Fault{faultClass, {}, message}; };
    switch (faultClass) {
    case FaultClass::Dns:
        return fault(ReplyFaultText::tr(
                         "The name %1 was not found. Check its spelling, and that a name server answers.")
                         .arg(host));
    case FaultClass::Refused:
        return fault(
            ReplyFaultText::tr(
                "%1 refused the connection on port %2. Is the server running, and is the port right?")
                .arg(host)
                .arg(origin.port));
    case FaultClass::Unreachable:
        return fault(ReplyFaultText::tr("%1 cannot be reached: %2. Check the network between here and there.")
                         .arg(host, reason));
    case FaultClass::Tls:
        return fault(tlsMessage(host, reason, tlsErrors));
    case FaultClass::Proxy:
        return fault(ReplyFaultText::tr(
                         "The proxy did not let the request through: %1. Check --proxy and its user name.")
                         .arg(reason));
    case FaultClass::TimeoutConnect:
        return fault(ReplyFaultText::tr("%1 did not take the connection in time: %2.").arg(host, reason));
    case FaultClass::Truncated:
        return fault(ReplyFaultText::tr(
                         "%1 closed the connection before the answer was complete. Try again; if it stays, "
                         "the server or something before it cuts answers off.")
                         .arg(host));
    case FaultClass::Protocol:
        return fault(ReplyFaultText::tr(
                         "%1 did not answer in proper HTTP: %2. Tell whoever runs it, or check the port: "
                         "something else may listen there.")
                         .arg(host, reason));
    default:
        return fault(ReplyFaultText::tr("Unexpected network error from %1: %2.").arg(host, reason));
    }
}

Fault faultOfReply(const QNetworkReply &reply, const QList<QSslError> &tlsErrors, bool proxied)
{
    // Qt reports a proxy for plain http that cannot be reached as if it were the server.
    const FaultClass said = classOf(reply.error());
    const bool noConnection =
        said == FaultClass::Dns || said == FaultClass::Refused || said == FaultClass::Unreachable;
    const FaultClass faultClass = proxied && noConnection ? FaultClass::Proxy : said;
    return connectionFault(faultClass, Origin::of(reply.url()), reply.errorString(), tlsErrors);
}

} // namespace inflight
