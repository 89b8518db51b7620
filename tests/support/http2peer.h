// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QString>
#include <QThread>

#include <atomic>
#include <chrono>
#include <functional>
#include <utility>

class QSslServer;
class QSslSocket;

namespace inflight {

/// Error codes of HTTP/2 (RFC 9113, section 7) that tests send.
enum class Http2Error : quint32 {
    None = 0,
    Protocol = 1,
    Internal = 2,
    RefusedStream = 7,
    Cancel = 8,
    Http11Required = 13
};

// Frames (RFC 9113, section 6) as bytes, to be put one after the other.
QByteArray http2Answer(quint32 stream, const QByteArray &body);
/// A head, in as many frames as it takes.
QByteArray http2Head(quint32 stream, const QList<std::pair<QByteArray, QByteArray>> &fields,
                     bool last = false);
QByteArray http2Data(quint32 stream, const QByteArray &data, bool last = false);
/// An answer that lacks its end: 200 and `body` of `length` bytes that are announced.
QByteArray http2Beginning(quint32 stream, qsizetype length, const QByteArray &body);
QByteArray http2Reset(quint32 stream, Http2Error error);
/// `lastStream` is the last one that counts as seen.
QByteArray http2GoAway(quint32 lastStream, Http2Error error);

/// What a request is answered.
struct Http2Reaction
{
    QByteArray frames;
    bool thenClose = false; ///< the connection
    std::chrono::milliseconds after{0};
};

/// A peer that speaks raw HTTP/2 over TLS on a free port of 127.0.0.1, for what no real server would do, and
/// just enough HTTP/1.1 to answer "by 1.1" with 200 to everything. On a thread of its own.
class Http2Peer final
{
    Q_DISABLE_COPY_MOVE(Http2Peer)

public:
    /// Called on the peer's thread with the request's stream and how many came before on all connections.
    using Handler = std::function<Http2Reaction(quint32 stream, int before)>;

    /// `tls`: certificate chain and key. With `mostStreams` it says that it takes so many at once, and
    /// refuses what is more.
    Http2Peer(const QSslConfiguration &tls, Handler handler, quint32 mostStreams = 0);
    ~Http2Peer();

    /// 0 when it could not listen.
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url(const QString &path) const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Bytes of their bodies.
    [[nodiscard]] int http2Uploaded() const { return m_http2Uploaded; }
    [[nodiscard]] int http2Requests() const { return m_http2Requests; }
    [[nodiscard]] int http1Requests() const { return m_http1Requests; }

private:
    void listen(const QSslConfiguration &tls);
    void accept(QSslSocket *socket);
    void readFrames(QSslSocket *socket);
    void onFrame(QSslSocket *socket, quint8 type, quint8 flags, quint32 stream, const QByteArray &payload);
    void readHttp1(QSslSocket *socket);

    Handler m_handler;
    const quint32 m_mostStreams;
    QHash<QSslSocket *, int> m_unanswered; ///< on m_thread
    QThread m_thread;
    QObject *m_home;                            ///< lives on m_thread, parent of all that does
    QHash<QSslSocket *, QByteArray> m_received; ///< on m_thread
    quint16 m_port = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_http2Uploaded = 0;
    std::atomic<int> m_http2Requests = 0;
    std::atomic<int> m_http1Requests = 0;
};

} // namespace inflight
