// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2reply.h"

#include "net/retrypolicy.h"
#include "net/wire/http2/http2fields.h"
#include "net/wire/messagebody.h"

#include <algorithm>

namespace inflight {

Http2Reply::Http2Reply(Http2Pool &pool, const Request &request, QObject *parent)
    : WireReply(request, parent)
    , m_pool(pool)
    , m_requestBody(request.body)
    , m_fields(http2Fields(request))
{
    // Nobody is connected to its signals yet.
    QMetaObject::invokeMethod(this, &Http2Reply::begin, Qt::QueuedConnection);
}

Http2Reply::~Http2Reply()
{
    letGo();
}

void Http2Reply::begin()
{
    if (isFinished())
        return;
    if (!m_fields) {
        failForLineBreak();
        return;
    }
    m_session = m_pool.take(origin(), longestTrust(method()));
    if (!m_session) {
        failForWantOfSockets();
        return;
    }
    m_reused = m_session->isReady();
    if (m_reused) {
        send();
        return;
    }
    m_joined = Clock::now();
    tellConnecting();
    if (m_session)
        m_session->join(*this);
}

void Http2Reply::onSessionOpened()
{
    tellConnected();
    if (m_session)
        send();
}

void Http2Reply::send()
{
    m_stream = m_session->request(*this, *m_fields, m_requestBody);
    m_fields = HeaderList();
}

std::optional<WireReply::Clock::time_point> Http2Reply::handshakeBegan() const
{
    const auto began = m_session ? m_session->handshakeBegan() : std::nullopt;
    // Another one may have had it dialed before this one came.
    return began ? std::optional(std::max(*began, m_joined)) : std::nullopt;
}

void Http2Reply::onStreamSent(bool all)
{
    if (all)
        tellRequestSent();
    else
        tellSending();
}

void Http2Reply::onInterimHead()
{
    m_begun = true;
}

void Http2Reply::onStreamHead(const ResponseHead &head)
{
    m_begun = true;
    m_head = head;
    if (!answerHasNoBody(method(), head.status))
        m_head.contentLength = std::max<qint64>(-1, announcedLength(head.headers));
    tellHead();
}

void Http2Reply::onStreamData(QByteArrayView data)
{
    m_received += data.size();
    m_content.append(data);
    tellReadable();
}

void Http2Reply::onContentRead(qint64 size)
{
    if (m_session)
        m_session->consume(m_stream, size);
}

void Http2Reply::onStreamEnded(const Http2StreamEnd &end)
{
    using Kind = Http2StreamEnd::Kind;
    if (end.kind == Kind::Http1)
        tellConnected(); // to that end the connection was opened
    m_stream = 0;
    m_session = nullptr;
    if (end.kind == Kind::Full)
        begin();
    else if (end.kind == Kind::Complete)
        finish();
    else
        failAs(end);
}

void Http2Reply::failAs(const Http2StreamEnd &end)
{
    using Kind = Http2StreamEnd::Kind;
    const bool wasStale = end.kind == Kind::Disconnected && m_reused && !m_begun && isIdempotent(method());
    const bool isShort = end.inLastFrame && m_received < m_head.contentLength;
    m_mayGoAgain = end.kind == Kind::Http1 || end.kind == Kind::Unseen || wasStale;
    if (end.kind == Kind::Disconnected)
        fail(end.connection);
    else if (end.kind == Kind::Reset)
        fail(Fault{FaultClass::Truncated,
                   {},
                   tr("%1 cut the answer off: %2. Try again; if it stays, try without --http2.")
                       .arg(origin().host, end.reason)});
    else if (end.kind == Kind::Malformed && !isShort)
        fail(FaultClass::Protocol, end.reason);
    else
        fail(FaultClass::Truncated, end.reason);
}

void Http2Reply::letGo()
{
    if (m_session)
        m_session->leave(*this, m_stream);
    m_session = nullptr;
}

} // namespace inflight
