// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/http2peer.h"

#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr QByteArrayView preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr qsizetype frameHead = 9;

enum FrameType : quint8 {
    Data = 0,
    Headers = 1,
    ResetStream = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9
};
constexpr quint8 endStream = 1; ///< on Data and Headers
constexpr quint8 ack = 1;       ///< on Settings and Ping
constexpr quint8 endHeaders = 4;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray frame(FrameType type, quint8 flags, quint32 stream, const QByteArray &payload)
{
    QByteArray bytes = number(static_cast<quint32>(payload.size())).sliced(1);
    bytes += static_cast<char>(type);
    bytes += static_cast<char>(flags);
    return bytes + number(stream) + payload;
}

// The least that a peer may say it takes (RFC 9113, section 4.2).
constexpr qsizetype mostInFrame = 16384;

/// An integer with a prefix of seven bits (RFC 7541, section 5.1).
QByteArray prefixed(qsizetype value)
{
    constexpr qsizetype inPrefix = 127;
    if (value < inPrefix)
        return QByteArray(1, static_cast<char>(value));
    QByteArray bytes(1, static_cast<char>(inPrefix));
    for (value -= inPrefix; value >= 128; value >>= 7)
        bytes += static_cast<char>(value % 128 + 128);
    return bytes + static_cast<char>(value);
}

/// ":status: 200" and "content-length: …" by the static table, without Huffman codes (RFC 7541).
QByteArray headBlock(qsizetype length)
{
    const QByteArray digits = QByteArray::number(length);
    return "\x88\x0f\x0d"_ba + static_cast<char>(digits.size()) + digits;
}

} // namespace

QByteArray http2Answer(quint32 stream, const QByteArray &body)
{
    return frame(Headers, endHeaders, stream, headBlock(body.size())) + frame(Data, endStream, stream, body);
}

QByteArray http2Head(quint32 stream, const QList<std::pair<QByteArray, QByteArray>> &fields, bool last)
{
    QByteArray block;
    for (const auto &[name, value] : fields)
        block += '\0' + prefixed(name.size()) + name + prefixed(value.size()) + value;
    QByteArray frames;
    for (qsizetype at = 0; at < block.size(); at += mostInFrame) {
        const bool ends = at + mostInFrame >= block.size();
        const int flags = (ends ? endHeaders : 0) | (last && at == 0 ? endStream : 0);
        frames += frame(at == 0 ? Headers : Continuation, static_cast<quint8>(flags), stream,
                        block.sliced(at, qMin(mostInFrame, block.size() - at)));
    }
    return frames;
}

QByteArray http2Data(quint32 stream, const QByteArray &data, bool last)
{
    return frame(Data, last ? endStream : 0, stream, data);
}

QByteArray http2Beginning(quint32 stream, qsizetype length, const QByteArray &body)
{
    return frame(Headers, endHeaders, stream, headBlock(length)) + frame(Data, 0, stream, body);
}

QByteArray http2Reset(quint32 stream, Http2Error error)
{
    return frame(ResetStream, 0, stream, number(static_cast<quint32>(error)));
}

QByteArray http2GoAway(quint32 lastStream, Http2Error error)
{
    return frame(GoAway, 0, 0, number(lastStream) + number(static_cast<quint32>(error)));
}

Http2Peer::Http2Peer(const QSslConfiguration &tls, Handler handler, quint32 mostStreams)
    : m_handler(std::move(handler))
    , m_mostStreams(mostStreams)
    , m_home(new QObject)
{
    m_home->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_home, [this, tls] { listen(tls); }, Qt::BlockingQueuedConnection);
}

Http2Peer::~Http2Peer()
{
    QMetaObject::invokeMethod(
        m_home, [this] { delete m_home; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString Http2Peer::url(const QString &path) const
{
    return u"https://127.0.0.1:%1%2"_s.arg(m_port).arg(path);
}

void Http2Peer::listen(const QSslConfiguration &tls)
{
    auto *const server = new QSslServer(m_home);
    QSslConfiguration configuration = tls;
    configuration.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    server->setSslConfiguration(configuration);
    QObject::connect(server, &QSslServer::pendingConnectionAvailable, m_home,
                     [this, server] { accept(static_cast<QSslSocket *>(server->nextPendingConnection())); });
    if (server->listen(QHostAddress::LocalHost))
        m_port = server->serverPort();
}

void Http2Peer::accept(QSslSocket *socket)
{
    ++m_connections;
    socket->setParent(m_home);
    const bool http2 =
        socket->sslConfiguration().nextNegotiatedProtocol() == QSslConfiguration::ALPNProtocolHTTP2;
    if (http2)
        socket->write(
            frame(Settings, 0, 0,
                  m_mostStreams > 0 ? QByteArray("\0\3", 2) + number(m_mostStreams) : QByteArray()));
    const auto read = [this, socket, http2] {
        m_received[socket] += socket->readAll();
        http2 ? readFrames(socket) : readHttp1(socket);
    };
    QObject::connect(socket, &QSslSocket::readyRead, m_home, read);
    QObject::connect(socket, &QSslSocket::disconnected, m_home, [this, socket] {
        m_received.remove(socket);
        m_unanswered.remove(socket);
        socket->deleteLater();
    });
    read();
}

void Http2Peer::readFrames(QSslSocket *socket)
{
    QByteArray &received = m_received[socket];
    if (preface.startsWith(received.first(qMin(received.size(), preface.size()))) &&
        received.size() < preface.size())
        return;
    if (received.startsWith(preface))
        received.remove(0, preface.size());
    while (received.size() >= frameHead) {
        const qsizetype size = qFromBigEndian<quint32>(received.constData()) >> 8; // 24 bits
        if (received.size() < frameHead + size)
            return;
        const QByteArray head = received.first(frameHead);
        const QByteArray payload = received.sliced(frameHead, size);
        received.remove(0, frameHead + size);
        onFrame(socket, static_cast<quint8>(head[3]), static_cast<quint8>(head[4]),
                qFromBigEndian<quint32>(head.constData() + 5), payload);
    }
}

void Http2Peer::onFrame(QSslSocket *socket, quint8 type, quint8 flags, quint32 stream,
                        const QByteArray &payload)
{
    if (type == Settings && (flags & ack) == 0)
        socket->write(frame(Settings, ack, 0, {}));
    if (type == Ping && (flags & ack) == 0)
        socket->write(frame(Ping, ack, 0, payload));
    if (type == Data && !payload.isEmpty()) {
        m_http2Uploaded += static_cast<int>(payload.size());
        const QByteArray taken = number(static_cast<quint32>(payload.size()));
        socket->write(frame(WindowUpdate, 0, 0, taken));
        if ((flags & endStream) == 0)
            socket->write(frame(WindowUpdate, 0, stream, taken));
    }
    const bool request = (type == Headers || type == Data) && (flags & endStream) != 0;
    if (!request)
        return;
    if (m_mostStreams > 0 && m_unanswered[socket] >= static_cast<int>(m_mostStreams)) {
        socket->write(http2Reset(stream, Http2Error::RefusedStream));
        return;
    }
    ++m_unanswered[socket];
    const Http2Reaction reaction = m_handler(stream, m_http2Requests++);
    QTimer::singleShot(reaction.after, Qt::PreciseTimer, socket, [this, socket, reaction] {
        --m_unanswered[socket];
        socket->write(reaction.frames);
        if (reaction.thenClose)
            socket->disconnectFromHost();
    });
}

void Http2Peer::readHttp1(QSslSocket *socket)
{
    // Requests of tests have no body, or one that is answered before it is looked at.
    QByteArray &received = m_received[socket];
    for (qsizetype end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
        received.remove(0, end + 4);
        ++m_http1Requests;
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nby 1.1");
    }
}

} // namespace inflight
