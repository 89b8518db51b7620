// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/wire/connection.h"
#include "net/wire/http2/http2streams.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace inflight {

/// One HTTP/2 connection to an origin (RFC 9113), whose frames are nghttp2's matter: dials when somebody
/// wants it, then carries many requests at once. It goes away of itself: after a GOAWAY, and after as many
/// requests as it may take, it retires, which lets what is on it go on. Lives on the engine's thread.
class Http2Session final : public QObject, private ConnectionUser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Http2Session)

public:
    using Clock = WireConnection::Clock;

    /// `connection` was not opened yet and offers HTTP/2.
    /// As long as the server has not said how many streams it takes at once, `mostAtFirst` may wait.
    Http2Session(ConnectionPointer connection, int mostRequests, std::size_t mostAtFirst);
    /// Nobody hears of it.
    ~Http2Session() override;

    /// `user` waits for a place until it hears that there is one; it may from within. Not once it is ready.
    void join(Http2StreamUser &user);
    /// Whether requests can be made at once.
    [[nodiscard]] bool isReady() const { return isOpen() && m_streams->isSettled(); }
    /// Whether one more may join or make a request.
    [[nodiscard]] bool hasRoom() const;
    /// Nobody waits for it or has a stream.
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] Clock::time_point idleSince() const { return m_idleSince; }
    [[nodiscard]] std::optional<Clock::time_point> handshakeBegan() const;

    /// Begins a stream; gives its number. Only when it is ready, or by who has waited.
    [[nodiscard]] qint32 request(Http2StreamUser &user, const HeaderList &fields, const QByteArray &body);
    /// The user took so many bytes of its data: as many more may come.
    void consume(qint32 stream, qint64 size);
    /// `user` hears no more, and its stream, if it has one, is cancelled.
    void leave(const Http2StreamUser &user, qint32 stream);
    /// Ends it at once, with all that is on it; nobody hears of it.
    void close();
    /// After spokeHttp1().
    [[nodiscard]] ConnectionPointer takeConnection();

    /// Most requests that share a connection; servers are to allow 100 and more (RFC 9113, section 6.5.2).
    static constexpr std::size_t mostStreams = 64;

Q_SIGNALS:
    /// The server turned out to speak HTTP/1.1 alone.
    void spokeHttp1();
    /// The server takes so many streams at once, `mostStreams` at most.
    void settled(std::size_t streams);
    /// The server ends the connection with the last of so many requests.
    void wentAway(int requests);
    /// It takes nothing more, and nothing is on it.
    void spent();

private:
    void onConnectionOpened() override;
    void onConnectionReadable() override;
    void onConnectionWritten() override {}
    void onConnectionEnded(const ConnectionEnd &end) override;

    [[nodiscard]] bool isOpen() const { return m_streams != nullptr && !m_ended; }
    [[nodiscard]] std::size_t mostAtOnce() const;
    void admit();
    [[nodiscard]] Http2StreamUser *takeWaiting();
    void onStreamsChanged();
    void noteIdle();
    void sendSoon();
    void send();
    void endBroken();
    void endAll(const Http2StreamEnd &end);

    ConnectionPointer m_connection;
    std::unique_ptr<Http2Streams> m_streams; ///< from the handshake on
    std::vector<Http2StreamUser *> m_waiting;
    Clock::time_point m_idleSince = Clock::now();
    const int m_mostRequests;
    const std::size_t m_mostAtFirst;
    int m_requests = 0;
    bool m_dialed = false;
    bool m_settled = false; ///< settled() was emitted
    bool m_sendDue = false;
    bool m_retired = false;
    bool m_ended = false;
};

using Http2SessionPointer = std::unique_ptr<Http2Session, QScopedPointerDeleteLater>;

} // namespace inflight
