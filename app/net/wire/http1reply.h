// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/wire/connectionpool.h"
#include "net/wire/headparser.h"
#include "net/wire/messagebody.h"
#include "net/wire/wirereply.h"

#include <optional>

namespace inflight {

/// One HTTP/1.1 exchange. A kept connection that turns out closed before a byte came back is replaced once,
/// and only for a request that may be repeated (RFC 9112, section 9.3.1).
class Http1Reply final : public WireReply, private ConnectionUser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Http1Reply)

public:
    /// `pool` must outlive it.
    Http1Reply(ConnectionPool &pool, const Request &request, QObject *parent);
    ~Http1Reply() override;

    [[nodiscard]] bool answerBegun() const override { return m_interim > 0 || m_parser.begun(); }
    [[nodiscard]] std::optional<Clock::time_point> handshakeBegan() const override
    {
        return m_connection ? m_connection->handshakeBegan() : std::nullopt;
    }
    void setReadBufferSize(qint64 size) override;

private:
    void begin();
    void connectFreshly();
    void send();
    void onConnectionOpened() override;
    void onConnectionReadable() override;
    void onConnectionWritten() override;
    void onConnectionEnded(const ConnectionEnd &end) override;
    void letGo() override;
    void onContentRead(qint64 size) override;

    void takeHead(QByteArrayView bytes);
    void takeBody(QByteArrayView bytes);
    void onHead();
    void onInterimHead();
    void onBodyEnd();
    [[nodiscard]] bool hasRoom(qint64 unreadBytes) const;
    [[nodiscard]] bool mayKeepConnection() const;

    ConnectionPool &m_pool;
    QByteArray m_request; ///< until the answer begins: a stale connection makes it go again
    ConnectionPointer m_connection;
    HeadParser m_parser;
    MessageBody m_body;
    qint64 m_mostContent = 0; ///< 0: any
    int m_interim = 0;        ///< 1xx heads so far
    bool m_reused = false;
    bool m_sent = false;
    bool m_headSeen = false;
    bool m_surplus = false;
};

} // namespace inflight
