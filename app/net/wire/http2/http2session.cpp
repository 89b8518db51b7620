// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2session.h"

#include <algorithm>
#include <utility>

namespace inflight {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

} // namespace

Http2Session::Http2Session(ConnectionPointer connection, int mostRequests, std::size_t mostAtFirst)
    : m_connection(std::move(connection))
    , m_mostRequests(mostRequests)
    , m_mostAtFirst(mostAtFirst)
{
    m_connection->setUser(this);
}

Http2Session::~Http2Session()
{
    close();
    // At once, since this was put off already: what a thread's last deletions put off again is never deleted.
    delete m_connection.release();
}

std::size_t Http2Session::mostAtOnce() const
{
    return isReady() ? std::min(mostStreams, m_streams->mostAllowed()) : m_mostAtFirst;
}

bool Http2Session::hasRoom() const
{
    const std::size_t present = m_waiting.size() + (m_streams ? m_streams->size() : 0);
    return !m_ended && !m_retired && present < mostAtOnce() &&
           m_requests + static_cast<int>(m_waiting.size()) < m_mostRequests;
}

bool Http2Session::isIdle() const
{
    return m_waiting.empty() && (!m_streams || m_streams->size() == 0);
}

std::optional<Http2Session::Clock::time_point> Http2Session::handshakeBegan() const
{
    return m_connection ? m_connection->handshakeBegan() : std::nullopt;
}

void Http2Session::join(Http2StreamUser &user)
{
    Q_ASSERT(!isReady() && !m_ended);
    m_waiting.push_back(&user);
    if (!std::exchange(m_dialed, true))
        m_connection->open();
}

Http2StreamUser *Http2Session::takeWaiting()
{
    Http2StreamUser *const user = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    return user;
}

void Http2Session::onConnectionOpened()
{
    if (!m_connection->agreedOnHttp2()) {
        m_connection->setUser(nullptr);
        endAll({.kind = Http2StreamEnd::Kind::Http1});
        Q_EMIT spokeHttp1();
        return;
    }
    m_streams = std::make_unique<Http2Streams>([this] { onStreamsChanged(); });
    sendSoon();
    admit();
}

/// One at first, more when the server has said how many it takes at once: what is too many it would refuse.
void Http2Session::admit()
{
    const std::size_t most = isReady() ? mostAtOnce() : 1;
    while (isOpen() && !m_waiting.empty() && m_streams->size() < most)
        takeWaiting()->onSessionOpened();
    while (isReady() && !m_waiting.empty())
        takeWaiting()->onStreamEnded({.kind = Http2StreamEnd::Kind::Full});
}

ConnectionPointer Http2Session::takeConnection()
{
    return std::move(m_connection);
}

qint32 Http2Session::request(Http2StreamUser &user, const HeaderList &fields, const QByteArray &body)
{
    Q_ASSERT(isOpen());
    m_retired = ++m_requests >= m_mostRequests || m_retired;
    const qint32 id = m_streams->request(user, fields, body);
    sendSoon();
    return id;
}

void Http2Session::consume(qint32 stream, qint64 size)
{
    if (!isOpen())
        return;
    m_streams->consume(stream, size);
    sendSoon();
}

void Http2Session::leave(const Http2StreamUser &user, qint32 stream)
{
    std::erase(m_waiting, &user);
    if (isOpen()) {
        m_streams->cancel(stream);
        sendSoon();
    }
    noteIdle();
}

void Http2Session::onStreamsChanged()
{
    if (isReady() && !std::exchange(m_settled, true)) {
        Q_EMIT settled(mostAtOnce());
        admit();
    }
    const std::optional<qint32> lastSeen = m_streams->lastSeen();
    if (lastSeen && !std::exchange(m_retired, true)) {
        // The first of two may only say that there will be another one (RFC 9113, section 6.8). A client's
        // streams have odd numbers.
        const int seen = *lastSeen / 2 + *lastSeen % 2;
        if (seen > 0 && seen <= m_requests)
            Q_EMIT wentAway(seen);
    }
    noteIdle();
}

void Http2Session::noteIdle()
{
    if (!isIdle())
        return;
    m_idleSince = Clock::now();
    // One that is still being dialed has nobody left who wants it.
    if (m_retired || m_ended || !m_streams)
        Q_EMIT spent();
}

void Http2Session::close()
{
    m_ended = true;
    m_waiting.clear();
    if (m_streams)
        m_streams->clear();
    if (m_connection)
        m_connection->close();
}

void Http2Session::onConnectionReadable()
{
    while (isOpen()) {
        const QByteArray piece = m_connection->read(pieceSize);
        if (piece.isEmpty())
            return;
        if (!m_streams->feed(piece))
            endBroken();
        else
            sendSoon();
    }
}

void Http2Session::sendSoon()
{
    if (m_sendDue || !m_streams->wantsToSend())
        return;
    m_sendDue = true;
    QMetaObject::invokeMethod(this, &Http2Session::send, Qt::QueuedConnection);
}

void Http2Session::send()
{
    m_sendDue = false;
    while (isOpen()) {
        const QByteArray bytes = m_streams->output(pieceSize);
        if (bytes.isEmpty())
            break;
        m_connection->write(bytes);
    }
    if (isOpen() && m_streams->isOver())
        endBroken();
}

void Http2Session::endBroken()
{
    m_connection->close();
    endAll({.kind = Http2StreamEnd::Kind::Malformed, .reason = m_streams->problem()});
}

void Http2Session::onConnectionEnded(const ConnectionEnd &end)
{
    onConnectionReadable();
    endAll({.kind = Http2StreamEnd::Kind::Disconnected, .connection = end});
}

void Http2Session::endAll(const Http2StreamEnd &end)
{
    m_ended = true;
    while (!m_waiting.empty())
        takeWaiting()->onStreamEnded(end);
    if (m_streams)
        m_streams->endAll(end);
    noteIdle();
}

} // namespace inflight
