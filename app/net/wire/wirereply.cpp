// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/wirereply.h"

#include "net/replyfault.h"
#include "net/retrypolicy.h"
#include "net/wire/requestbytes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

// More hints and progress notes than any server has reason to send.
constexpr int mostInterimHeads = 32;

// A request that must not go twice does not gamble on a connection that the server may be closing just now.
constexpr std::chrono::seconds trustInKeptConnection{2};

QByteArray methodName(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    default:
        return "GET";
    }
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

bool saysClose(const ResponseHead &head, int minorVersion)
{
    const QByteArray connection = headerValue(head.headers, "connection").toLower();
    return minorVersion == 0 ? !connection.contains("keep-alive") : connection.contains("close");
}

} // namespace

WireReply::WireReply(ConnectionPool &pool, QNetworkAccessManager::Operation operation,
                     const QNetworkRequest &request, const QByteArray &body, QObject *parent)
    : QNetworkReply(parent)
    , m_pool(pool)
    , m_method(methodName(operation, request))
    , m_origin(Origin::of(request.url()))
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    QNetworkReply::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_request = requestBytes(m_method, request, body).value_or(QByteArray());
    // Nobody is connected to its signals yet.
    QMetaObject::invokeMethod(this, &WireReply::begin, Qt::QueuedConnection);
}

WireReply::~WireReply()
{
    letGo();
}

void WireReply::begin()
{
    if (isFinished())
        return;
    if (m_request.isEmpty()) {
        fail(FaultClass::Protocol, tr("a header of the request has a line break in it, and was not sent"));
        return;
    }
    const auto idle = isIdempotent(m_method) ? ConnectionPool::longestIdle : trustInKeptConnection;
    m_connection = m_pool.take(m_origin, idle);
    if (!m_connection) {
        connectFreshly();
        return;
    }
    m_reused = true;
    m_connection->setUser(this);
    send();
}

void WireReply::connectFreshly()
{
    m_reused = false;
    m_connection = m_pool.make(m_origin);
    if (!m_connection) {
        failForWantOfSockets();
        return;
    }
    m_connection->setUser(this);
    Q_EMIT socketStartedConnecting();
    if (m_connection)
        m_connection->open();
}

void WireReply::onConnectionOpened()
{
    Q_EMIT connected();
    if (m_connection)
        send();
}

void WireReply::send()
{
    m_sent = false;
    m_connection->setReadBufferSize(m_mostContent);
    const WireConnection *const used = m_connection.get();
    m_connection->write(m_request);
    // Writing may find it broken, and then another one is being opened in its place by now.
    if (m_connection.get() == used)
        onConnectionWritten();
}

void WireReply::onConnectionWritten()
{
    if (m_sent)
        return;
    m_sent = m_connection->allWritten();
    if (m_sent)
        Q_EMIT requestSent();
    else
        Q_EMIT sending();
}

void WireReply::onConnectionReadable()
{
    while (m_connection && roomToRead()) {
        const QByteArray piece = m_connection->read(pieceSize);
        if (piece.isEmpty())
            return;
        if (m_headSeen)
            takeBody(piece);
        else
            takeHead(piece);
    }
}

void WireReply::takeHead(QByteArrayView bytes)
{
    m_request = {};
    while (!m_headSeen && !bytes.isEmpty()) {
        if (!m_parser.begun())
            m_parser.expect(m_connection->lastHead.headers);
        bytes = bytes.sliced(m_parser.feed(bytes));
        if (m_parser.state() == HeadParser::State::Incomplete)
            return;
        if (m_parser.state() == HeadParser::State::Broken) {
            fail(FaultClass::Protocol, m_parser.problem());
            return;
        }
        if (m_parser.status() >= 200)
            onHead();
        else
            onInterimHead();
        if (isFinished())
            return;
    }
    if (m_headSeen)
        takeBody(bytes);
}

void WireReply::onInterimHead()
{
    // Nobody asked for another protocol (RFC 9110, section 15.2.2).
    if (m_parser.status() == 101)
        fail(FaultClass::Protocol, tr("it changes to another protocol, which was not asked for"));
    else if (++m_interim > mostInterimHeads)
        fail(FaultClass::Protocol, tr("it sent %1 interim answers and no final one").arg(mostInterimHeads));
    m_parser = {};
}

void WireReply::onHead()
{
    m_headSeen = true;
    m_head.status = m_parser.status();
    const ResponseHead &last = m_connection->lastHead;
    const QLatin1StringView reason(m_parser.reason());
    m_head.reason = last.reason == reason ? last.reason : QString(reason);
    m_head.httpVersion = m_parser.minorVersion() == 1 ? u"1.1"_s : u"1.%1"_s.arg(m_parser.minorVersion());
    m_head.headers = m_parser.headers();
    m_body = MessageBody(m_method, m_head.status, m_head.headers);
    if (m_body.framing() == MessageBody::Framing::Length)
        m_head.contentLength = std::max<qint64>(-1, announcedLength(m_head.headers));
    if (m_body.framing() == MessageBody::Framing::UntilClose)
        m_connection->watchPeerClose();
    m_connection->lastHead = m_head;
    Q_EMIT metaDataChanged();
}

void WireReply::takeBody(QByteArrayView bytes)
{
    const qsizetype before = m_content.size();
    const qsizetype taken = m_body.feed(bytes, m_content);
    m_surplus = taken < bytes.size();
    if (m_content.size() > before)
        Q_EMIT readyRead();
    if (isFinished())
        return;
    if (m_body.state() == MessageBody::State::Broken)
        fail(FaultClass::Protocol, m_body.problem());
    else if (m_body.state() == MessageBody::State::Complete)
        onBodyEnd();
}

void WireReply::onBodyEnd()
{
    if (mayKeepConnection()) {
        m_connection->setUser(nullptr);
        m_pool.keep(std::move(m_connection));
    }
    finish(NoError, {});
}

bool WireReply::mayKeepConnection() const
{
    return m_connection->isClean() && !m_surplus && m_sent &&
           m_body.framing() != MessageBody::Framing::UntilClose &&
           !saysClose(m_head, m_parser.minorVersion());
}

void WireReply::onConnectionEnded(const ConnectionEnd &end)
{
    // What came before the end counts; a reader that is behind is not waited for any longer.
    m_mostContent = 0;
    onConnectionReadable();
    if (isFinished())
        return;
    if (end.orderly)
        m_body.connectionEnded();
    if (m_headSeen && m_body.state() == MessageBody::State::Complete) {
        onBodyEnd();
        return;
    }
    if (m_reused && !answerBegun() && isIdempotent(m_method)) {
        letGo();
        connectFreshly();
        return;
    }
    if (end.error == QAbstractSocket::SocketResourceError)
        failForWantOfSockets();
    else
        fail(classOf(end), end.reason, end.tlsErrors);
}

bool WireReply::roomToRead() const
{
    return m_mostContent == 0 || m_content.size() - m_contentRead < m_mostContent;
}

void WireReply::fail(FaultClass faultClass, const QString &reason, const QList<QSslError> &tlsErrors)
{
    m_fault = connectionFault(faultClass, m_origin, reason, tlsErrors);
    finish(faultClass == FaultClass::Protocol ? ProtocolFailure : UnknownNetworkError, m_fault->message);
}

void WireReply::failForWantOfSockets()
{
    fail(FaultClass::Unreachable,
         tr("this machine lets the program open no more sockets; use fewer --jobs, or raise ulimit -n"));
}

void WireReply::finish(NetworkError error, const QString &text)
{
    letGo();
    setFinished(true);
    if (error != NoError) {
        setError(error, text);
        Q_EMIT errorOccurred(error);
    }
    Q_EMIT finished();
}

void WireReply::letGo()
{
    if (m_connection)
        m_connection->close();
    m_connection.reset();
}

void WireReply::abort()
{
    if (!isFinished())
        finish(OperationCanceledError, tr("Aborted"));
}

qint64 WireReply::bytesAvailable() const
{
    return m_content.size() - m_contentRead + QNetworkReply::bytesAvailable();
}

void WireReply::setReadBufferSize(qint64 size)
{
    m_mostContent = size;
    QNetworkReply::setReadBufferSize(size);
}

qint64 WireReply::readData(char *data, qint64 most)
{
    const qint64 here = m_content.size() - m_contentRead;
    if (here == 0)
        return isFinished() ? -1 : 0;
    const bool wasFull = !roomToRead();
    const qint64 size = std::min(most, here);
    std::copy_n(m_content.constData() + m_contentRead, size, data);
    m_contentRead += size;
    if (m_contentRead == m_content.size()) {
        m_content.resize(0);
        m_contentRead = 0;
    }
    if (wasFull && roomToRead())
        QMetaObject::invokeMethod(this, &WireReply::onConnectionReadable, Qt::QueuedConnection);
    return size;
}

} // namespace inflight
