// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/wirereply.h"

#include "net/replyfault.h"
#include "net/retrypolicy.h"
#include "net/wire/connectionpool.h"

#include <algorithm>

namespace inflight {

namespace {

QNetworkAccessManager::Operation operationOf(const QByteArray &method)
{
    if (method == "GET")
        return QNetworkAccessManager::GetOperation;
    return method == "HEAD" ? QNetworkAccessManager::HeadOperation : QNetworkAccessManager::CustomOperation;
}

FaultClass classOf(const ConnectionEnd &end)
{
    using Error = QAbstractSocket::SocketError;
    switch (end.error) {
    case Error::HostNotFoundError:
        return FaultClass::Dns;
    case Error::ConnectionRefusedError:
        return FaultClass::Refused;
    case Error::SslHandshakeFailedError:
    case Error::SslInternalError:
    case Error::SslInvalidUserDataError:
        return end.opened ? FaultClass::Truncated : FaultClass::Tls;
    case Error::RemoteHostClosedError:
        // Closed in the handshake: what listens there speaks no TLS, or none that suits.
        return end.opened ? FaultClass::Truncated : FaultClass::Tls;
    case Error::SocketTimeoutError:
        return end.opened ? FaultClass::Truncated : FaultClass::TimeoutConnect;
    default:
        return end.opened ? FaultClass::Truncated : FaultClass::Unreachable;
    }
}

} // namespace

WireReply::WireReply(const Request &request, QObject *parent)
    : QNetworkReply(parent)
    , m_method(request.method)
    , m_origin(Origin::of(request.url))
{
    setOperation(operationOf(request.method));
    setUrl(request.url);
    QNetworkReply::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

WireReply::~WireReply()
{
    if (m_listener)
        m_listener->onGone();
}

void WireReply::tellConnecting()
{
    if (m_listener)
        m_listener->onConnecting();
    Q_EMIT socketStartedConnecting();
}

void WireReply::tellConnected()
{
    if (m_listener)
        m_listener->onConnected();
    Q_EMIT connected();
}

void WireReply::tellSending()
{
    if (m_listener)
        m_listener->onSending();
    Q_EMIT sending();
}

void WireReply::tellRequestSent()
{
    if (m_listener)
        m_listener->onRequestSent();
    Q_EMIT requestSent();
}

void WireReply::tellHead()
{
    if (m_listener)
        m_listener->onHead();
    Q_EMIT metaDataChanged();
}

void WireReply::tellReadable()
{
    if (m_listener)
        m_listener->onReadable();
    Q_EMIT readyRead();
}

std::chrono::milliseconds WireReply::longestTrust(const QByteArray &method)
{
    // A request that must not go twice does not gamble on a connection that the server may be closing now.
    constexpr std::chrono::seconds trustInKeptConnection{2};
    return isIdempotent(method) ? ConnectionPool::longestIdle : trustInKeptConnection;
}

void WireReply::fail(FaultClass faultClass, const QString &reason, const QList<QSslError> &tlsErrors)
{
    m_endedEarly = faultClass == FaultClass::Truncated;
    fail(connectionFault(faultClass, m_origin, reason, tlsErrors));
}

void WireReply::fail(const ConnectionEnd &end)
{
    if (end.error == QAbstractSocket::SocketResourceError)
        failForWantOfSockets();
    else
        fail(classOf(end), end.reason, end.tlsErrors);
}

void WireReply::fail(const Fault &fault)
{
    m_fault = fault;
    finish(fault.faultClass == FaultClass::Protocol ? ProtocolFailure : UnknownNetworkError, fault.message);
}

void WireReply::failForWantOfSockets()
{
    fail(FaultClass::Unreachable,
         tr("this machine lets the program open no more sockets; use fewer --jobs, or raise ulimit -n"));
}

void WireReply::failForLineBreak()
{
    fail(FaultClass::Protocol, tr("a header of the request has a line break in it, and was not sent"));
}

QString WireReply::tooManyInterimHeads()
{
    return tr("it sent %1 interim answers and no final one").arg(mostInterimHeads);
}

void WireReply::finish(NetworkError error, const QString &text)
{
    letGo();
    setFinished(true);
    if (error != NoError) {
        setError(error, text);
        Q_EMIT errorOccurred(error);
    }
    if (m_listener)
        m_listener->onFinished();
    Q_EMIT finished();
}

void WireReply::abort()
{
    if (!isFinished())
        finish(OperationCanceledError, tr("Aborted"));
}

qint64 WireReply::bytesAvailable() const
{
    return unread() + QNetworkReply::bytesAvailable();
}

qint64 WireReply::readData(char *data, qint64 most)
{
    const qint64 here = unread();
    if (here == 0)
        return isFinished() ? -1 : 0;
    const qint64 size = std::min(most, here);
    std::copy_n(m_content.constData() + m_contentRead, size, data);
    m_contentRead += size;
    if (m_contentRead == m_content.size()) {
        m_content.resize(0);
        m_contentRead = 0;
    }
    onContentRead(size);
    return size;
}

} // namespace inflight
