// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http1reply.h"

#include "net/retrypolicy.h"
#include "net/wire/requestbytes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qint64 readSize = 64 * 1024;

bool saysClose(const ResponseHead &head, int minorVersion)
{
    const QByteArray connection = headerValue(head.headers, "connection").toLower();
    return minorVersion == 0 ? !connection.contains("keep-alive") : connection.contains("close");
}

} // namespace

Http1Reply::Http1Reply(ConnectionPool &pool, const Request &request, QObject *parent)
    : WireReply(request, parent)
    , m_pool(pool)
    , m_request(requestBytes(request).value_or(QByteArray()))
{
    // Nobody is connected to its signals yet.
    QMetaObject::invokeMethod(this, &Http1Reply::begin, Qt::QueuedConnection);
}

Http1Reply::~Http1Reply()
{
    letGo();
}

void Http1Reply::begin()
{
    if (isFinished())
        return;
    if (m_request.isEmpty()) {
        failForLineBreak();
        return;
    }
    m_connection = m_pool.take(origin(), longestTrust(method()));
    if (!m_connection) {
        connectFreshly();
        return;
    }
    m_reused = true;
    m_connection->setUser(this);
    send();
}

void Http1Reply::connectFreshly()
{
    m_reused = false;
    m_connection = m_pool.make(origin());
    if (!m_connection) {
        failForWantOfSockets();
        return;
    }
    m_connection->setUser(this);
    tellConnecting();
    if (m_connection)
        m_connection->open();
}

void Http1Reply::onConnectionOpened()
{
    tellConnected();
    if (m_connection)
        send();
}

void Http1Reply::send()
{
    m_sent = false;
    m_connection->setReadBufferSize(m_mostContent);
    const WireConnection *const used = m_connection.get();
    m_connection->write(m_request);
    // Writing may find it broken, and then another one is being opened in its place by now.
    if (m_connection.get() == used)
        onConnectionWritten();
}

void Http1Reply::onConnectionWritten()
{
    if (m_sent)
        return;
    m_sent = m_connection->allWritten();
    if (m_sent)
        tellRequestSent();
    else
        tellSending();
}

void Http1Reply::onConnectionReadable()
{
    while (m_connection && hasRoom(unread())) {
        const QByteArray piece = m_connection->read(readSize);
        if (piece.isEmpty())
            return;
        if (m_headSeen)
            takeBody(piece);
        else
            takeHead(piece);
    }
}

void Http1Reply::takeHead(QByteArrayView bytes)
{
    m_request = {};
    while (!m_headSeen && !bytes.isEmpty()) {
        if (!m_parser.begun())
            m_parser.expect(m_connection->lastHead);
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

void Http1Reply::onInterimHead()
{
    // Nobody asked for another protocol (RFC 9110, section 15.2.2).
    if (m_parser.status() == 101)
        fail(FaultClass::Protocol, tr("it changes to another protocol, which was not asked for"));
    else if (++m_interim > mostInterimHeads)
        fail(FaultClass::Protocol, tooManyInterimHeads());
    m_parser = {};
}

void Http1Reply::onHead()
{
    m_headSeen = true;
    m_head.status = m_parser.status();
    if (m_parser.reason() != m_connection->lastHead.reason)
        m_connection->lastReason = QString::fromLatin1(m_parser.reason());
    m_head.reason = m_connection->lastReason;
    m_head.httpVersion = m_parser.minorVersion() == 1 ? u"1.1"_s : u"1.%1"_s.arg(m_parser.minorVersion());
    m_head.headers = m_parser.headers();
    m_body = MessageBody(method(), m_head.status, m_head.headers);
    if (m_body.framing() == MessageBody::Framing::Length)
        m_head.contentLength = std::max<qint64>(-1, m_body.left());
    if (m_body.framing() == MessageBody::Framing::UntilClose)
        m_connection->watchPeerClose();
    m_connection->lastHead = m_parser.head();
    tellHead();
}

void Http1Reply::takeBody(QByteArrayView bytes)
{
    const qsizetype before = m_content.size();
    const qsizetype taken = m_body.feed(bytes, m_content);
    m_surplus = taken < bytes.size();
    if (m_content.size() > before)
        tellReadable();
    if (isFinished())
        return;
    if (m_body.state() == MessageBody::State::Broken)
        fail(FaultClass::Protocol, m_body.problem());
    else if (m_body.state() == MessageBody::State::Complete)
        onBodyEnd();
}

void Http1Reply::onBodyEnd()
{
    if (mayKeepConnection()) {
        m_connection->setUser(nullptr);
        m_pool.keep(std::move(m_connection));
    }
    finish();
}

bool Http1Reply::mayKeepConnection() const
{
    return m_connection->isClean() && !m_surplus && m_sent &&
           m_body.framing() != MessageBody::Framing::UntilClose &&
           !saysClose(m_head, m_parser.minorVersion());
}

void Http1Reply::onConnectionEnded(const ConnectionEnd &end)
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
    if (m_reused && !answerBegun() && isIdempotent(method())) {
        letGo();
        connectFreshly();
        return;
    }
    fail(end);
}

bool Http1Reply::hasRoom(qint64 unreadBytes) const
{
    return m_mostContent == 0 || unreadBytes < m_mostContent;
}

void Http1Reply::letGo()
{
    if (m_connection)
        m_connection->close();
    m_connection.reset();
}

void Http1Reply::setReadBufferSize(qint64 size)
{
    m_mostContent = size;
    WireReply::setReadBufferSize(size);
}

void Http1Reply::onContentRead(qint64 size)
{
    if (!hasRoom(unread() + size) && hasRoom(unread()))
        QMetaObject::invokeMethod(this, &Http1Reply::onConnectionReadable, Qt::QueuedConnection);
}

} // namespace inflight
