// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/connection.h"

#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

WireConnection::WireConnection(Resolver &resolver, const Origin &origin, std::optional<Tls> tls,
                               std::shared_ptr<const void> place)
    : m_origin(origin)
    , m_tls(std::move(tls))
    , m_place(std::move(place))
    , m_dialer(new Dialer(resolver, origin))
{
    connect(m_dialer.get(), &Dialer::connected, this, &WireConnection::onDialed);
    connect(m_dialer.get(), &Dialer::failed, this,
            [this](QAbstractSocket::SocketError error, const QString &reason) {
                end({false, false, error, reason, {}});
            });
}

WireConnection::~WireConnection()
{
    // At once, since this was put off already: what a thread's last deletions put off again is never deleted.
    delete m_dialer.release();
    close();
    delete m_socket.release();
}

void WireConnection::open()
{
    m_dialer->start();
}

void WireConnection::onDialed()
{
    m_socket = m_dialer->takeSocket();
    m_dialer.reset();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &WireConnection::onError);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &WireConnection::onReadable);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &WireConnection::onWritten);
    auto *const secure = qobject_cast<QSslSocket *>(m_socket.get());
    if (!secure) {
        onOpened();
        return;
    }
    Q_ASSERT(m_tls);
    secure->setSslConfiguration(m_tls->configuration);
    secure->setPeerVerifyName(m_origin.host);
    connect(secure, &QSslSocket::sslErrors, this, [this, secure](const QList<QSslError> &errors) {
        m_tlsErrors = errors;
        Q_EMIT handshaken(TlsFacts::of(secure->sslConfiguration(), errors));
    });
    connect(secure, &QSslSocket::encrypted, this, [this, secure] {
        Q_EMIT handshaken(TlsFacts::of(secure->sslConfiguration(), {}));
        onOpened();
    });
    m_handshakeBegan = Clock::now();
    m_tls->turns.begin(secure);
}

void WireConnection::onOpened()
{
    m_opened = true;
    if (m_user)
        m_user->onConnectionOpened();
}

void WireConnection::onReadable()
{
    // What a server says before its handshake began is for that to read.
    if (m_tls && !m_opened)
        return;
    if (m_user)
        m_user->onConnectionReadable();
    else
        Q_EMIT spoiled();
}

void WireConnection::onWritten()
{
    if (m_user)
        m_user->onConnectionWritten();
}

void WireConnection::onError(QAbstractSocket::SocketError error)
{
    const bool orderly =
        error == QAbstractSocket::RemoteHostClosedError && (!m_peerClose || m_peerClose->wasOrderly());
    end({m_opened, orderly, error, m_socket->errorString(), m_tlsErrors});
}

void WireConnection::end(const ConnectionEnd &how)
{
    if (std::exchange(m_ended, true))
        return;
    if (m_user)
        m_user->onConnectionEnded(how);
    else
        Q_EMIT spoiled();
}

void WireConnection::watchPeerClose()
{
    m_peerClose.emplace(m_socket->socketDescriptor());
}

bool WireConnection::agreedOnHttp2() const
{
    const auto *const secure = qobject_cast<const QSslSocket *>(m_socket.get());
    return isOpen() && secure &&
           secure->sslConfiguration().nextNegotiatedProtocol() == QSslConfiguration::ALPNProtocolHTTP2;
}

bool WireConnection::isClean() const
{
    return isOpen() && m_socket->state() == QAbstractSocket::ConnectedState &&
           m_socket->bytesAvailable() == 0;
}

void WireConnection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    // Else it waits for the event loop to find the socket writable, which it is.
    m_socket->flush();
}

bool WireConnection::allWritten() const
{
    return m_socket->bytesToWrite() == 0;
}

QByteArray WireConnection::read(qint64 most)
{
    if (!m_socket)
        return {};
    // Room for what is there, not for `most`; and for one byte more, since a socket that stopped reading goes
    // on once more is asked for than it has.
    return m_socket->read(std::min(most, m_socket->bytesAvailable() + 1));
}

void WireConnection::setReadBufferSize(qint64 bytes)
{
    m_socket->setReadBufferSize(bytes);
}

void WireConnection::close()
{
    m_ended = true;
    m_user = nullptr;
    m_peerClose.reset();
    if (m_dialer) {
        m_dialer->disconnect(this);
        m_dialer->stop();
        m_dialer.reset();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    m_place.reset();
}

} // namespace inflight
