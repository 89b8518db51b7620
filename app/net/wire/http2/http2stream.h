// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"
#include "net/wire/connection.h"
#include "net/wire/fieldafter.h"
#include "net/wire/headparser.h"

#include <QByteArrayView>

namespace inflight {

/// How a stream, or the wait for one, came to its end.
struct Http2StreamEnd
{
    enum class Kind : quint8 {
        Complete,    ///< the answer is whole
        Http1,       ///< the server speaks HTTP/1.1 alone
        Full,        ///< the server takes fewer at once than waited: nothing was sent
        Unseen,      ///< no server has acted on the request: it may go again (RFC 9113, section 8.7)
        Reset,       ///< by the server
        Malformed,   ///< what the server sent is no proper HTTP/2
        Disconnected ///< with the connection
    };

    Kind kind = Kind::Complete;
    QString reason = {};           ///< when Reset: the error's name; when Malformed: what is wrong
    bool inLastFrame = false;      ///< when Malformed: what is wrong is in the answer's last frame
    ConnectionEnd connection = {}; ///< when Disconnected
};

/// Who has a stream of a session, or waits for one, hears from it.
class Http2StreamUser
{
public:
    Http2StreamUser() = default;
    Q_DISABLE_COPY_MOVE(Http2StreamUser)

    /// It waited, and may make its request now.
    virtual void onSessionOpened() = 0;
    /// A part of the request goes out; with `all`, the last.
    virtual void onStreamSent(bool all) = 0;
    virtual void onInterimHead() = 0;
    virtual void onStreamHead(const ResponseHead &head) = 0;
    virtual void onStreamData(QByteArrayView data) = 0;
    /// The last that it hears.
    virtual void onStreamEnded(const Http2StreamEnd &end) = 0;

protected:
    ~Http2StreamUser() = default;
};

/// One request of a session and as much of its answer's head as is here.
class Http2Stream
{
public:
    Http2Stream(Http2StreamUser &user, QByteArray body)
        : m_user(user)
        , m_body(std::move(body))
    {}

    /// Copies the next part of the request's body, at most `most` bytes.
    [[nodiscard]] std::size_t copyBody(unsigned char *to, std::size_t most);
    [[nodiscard]] bool hasBodyLeft() const { return m_bodySent < m_body.size(); }

    /// A head begins. `before` is an answer's that came before it.
    void beginHead(const HeaderList &before);
    /// False: the head is longer than anybody may make it.
    [[nodiscard]] bool addField(QByteArrayView name, QByteArrayView value);
    /// Of the head that is here now: 1xx, the final one's, or 0 for trailers.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] ResponseHead takeHead();

    [[nodiscard]] Http2StreamUser &user() const { return m_user; }
    int interimHeads = 0;
    bool headSeen = false;
    bool sent = false;
    bool lastFrame = false; ///< the last frame of the answer has begun
    bool resetByPeer = false;
    QString problem; ///< what is wrong with what the server sent, in translated words

private:
    Http2StreamUser &m_user;
    QByteArray m_body;
    qsizetype m_bodySent = 0;
    HeaderList m_before;
    HeaderList m_fields;
    qsizetype m_headBytes = 0;
    int m_status = 0;
};

} // namespace inflight
