// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/wire/http2/http2stream.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

struct nghttp2_session;

namespace inflight {

/// The streams of one HTTP/2 connection and the frames in which they travel (RFC 9113, sections 4 to 6),
/// which are nghttp2's matter: takes what was received, gives what is to be sent, and tells the streams'
/// users. Lives on the engine's thread.
class Http2Streams
{
    Q_DISABLE_COPY_MOVE(Http2Streams)

public:
    /// `changed` is called when a stream has ended, when the server has said what it allows, and when it
    /// begins to end the connection; never may it destroy this.
    explicit Http2Streams(std::function<void()> changed);
    ~Http2Streams();

    [[nodiscard]] std::size_t size() const { return m_streams.size(); }
    /// Whether the server has said how many it allows at once, as the first that it says.
    [[nodiscard]] bool isSettled() const { return m_settled; }
    /// How many the server allows at once.
    [[nodiscard]] std::size_t mostAllowed() const;
    /// Begins one; gives its number.
    [[nodiscard]] qint32 request(Http2StreamUser &user, const HeaderList &fields, const QByteArray &body);
    /// Its user took so many bytes of its data: as many more may come.
    void consume(qint32 id, qint64 size);
    /// Its user hears no more; the server is told.
    void cancel(qint32 id);
    /// All of them end like this, here alone.
    void endAll(const Http2StreamEnd &end);
    /// Nobody hears of it.
    void clear() { m_streams.clear(); }

    /// Takes what was received. False: it makes no sense, and nothing after it will.
    [[nodiscard]] bool feed(QByteArrayView bytes);
    [[nodiscard]] bool wantsToSend() const;
    /// What is to be sent next, around `most` bytes; empty when there is nothing.
    [[nodiscard]] QByteArray output(qsizetype most);
    /// Nothing more will come or go: either side has said GOAWAY.
    [[nodiscard]] bool isOver() const;
    /// The last stream that the server acts on, once it has said so.
    [[nodiscard]] std::optional<qint32> lastSeen() const { return m_lastSeen; }
    /// What is wrong with what came, beside any stream, in translated words.
    [[nodiscard]] QString problem() const;

private:
    struct Callbacks; ///< what nghttp2 calls
    struct Deleter
    {
        void operator()(nghttp2_session *session) const;
    };

    [[nodiscard]] Http2Stream *find(qint32 id) const;
    void onHead(qint32 id, bool last);
    void onClosed(qint32 id, quint32 error);
    void onGoAway(qint32 lastStream);
    void end(qint32 id, const Http2StreamEnd &end);

    std::function<void()> m_changed;
    std::unique_ptr<nghttp2_session, Deleter> m_session;
    std::unordered_map<qint32, std::unique_ptr<Http2Stream>> m_streams;
    HeaderList m_lastHeaders;
    std::optional<qint32> m_lastSeen;
    QString m_problem;
    bool m_settled = false;
};

} // namespace inflight
