// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/wire/http2/http2pool.h"
#include "net/wire/wirereply.h"

namespace inflight {

/// One HTTP/2 exchange: a stream of a session that it shares with others to the same origin. It never sends
/// its request twice; when that may be done, it says so.
class Http2Reply final : public WireReply, private Http2StreamUser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Http2Reply)

public:
    /// `pool` must outlive it.
    Http2Reply(Http2Pool &pool, const Request &request, QObject *parent);
    ~Http2Reply() override;

    /// Once finished: no server can have acted on the request, or it may be repeated and none has begun to
    /// answer. It may go again by HTTP/1.1.
    [[nodiscard]] bool mayGoAgain() const { return m_mayGoAgain; }

    [[nodiscard]] bool answerBegun() const override { return m_begun; }
    [[nodiscard]] std::optional<Clock::time_point> handshakeBegan() const override;

private:
    void begin();
    void send();
    void onSessionOpened() override;
    void onStreamSent(bool all) override;
    void onInterimHead() override;
    void onStreamHead(const ResponseHead &head) override;
    void onStreamData(QByteArrayView data) override;
    void onStreamEnded(const Http2StreamEnd &end) override;
    void failAs(const Http2StreamEnd &end);
    void letGo() override;
    void onContentRead(qint64 size) override;

    Http2Pool &m_pool;
    const QByteArray m_requestBody;
    std::optional<HeaderList> m_fields; ///< until they are sent; nothing when they cannot be
    Http2Session *m_session = nullptr;  ///< lives until it was told that the stream ended
    Clock::time_point m_joined;
    qint64 m_received = 0; ///< of the body
    qint32 m_stream = 0;   ///< 0: it has none
    bool m_reused = false;
    bool m_begun = false;
    bool m_mayGoAgain = false;
};

} // namespace inflight
