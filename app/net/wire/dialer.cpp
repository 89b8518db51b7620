// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/dialer.h"

#include "net/wire/resolver.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

// RFC 8305, section 5: the recommended Connection Attempt Delay.
constexpr std::chrono::milliseconds attemptDelay{250};

} // namespace

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> ordered = addresses;
    for (qsizetype i = 1; i < ordered.size(); ++i) {
        const auto before = ordered[i - 1].protocol();
        const auto other =
            std::find_if(ordered.begin() + i, ordered.end(),
                         [before](const QHostAddress &each) { return each.protocol() != before; });
        if (other != ordered.end())
            std::rotate(ordered.begin() + i, other, other + 1);
    }
    return ordered;
}

Dialer::Dialer(Resolver &resolver, Origin origin)
    : m_resolver(resolver)
    , m_origin(std::move(origin))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(attemptDelay);
    connect(&m_patience, &QTimer::timeout, this, &Dialer::tryNext);
}

Dialer::~Dialer()
{
    for (SocketPointer &socket : m_trying) {
        socket->disconnect(this);
        socket->abort();
        // At once, since this was put off already.
        delete socket.release();
    }
    m_trying.clear();
    stop();
    delete m_connected.release();
}

void Dialer::stop()
{
    if (std::exchange(m_lookingUp, false))
        m_resolver.forget(this);
    m_patience.stop();
    for (const SocketPointer &socket : m_trying) {
        socket->disconnect(this);
        socket->abort();
    }
    m_trying.clear();
}

void Dialer::start()
{
    const QHostAddress literal(m_origin.host);
    if (!literal.isNull()) {
        m_addresses = {literal};
        tryNext();
        return;
    }
    m_lookingUp = true;
    m_resolver.lookUp(m_origin.host, this, [this](const QHostInfo &info) { onFound(info); });
}

void Dialer::onFound(const QHostInfo &info)
{
    m_lookingUp = false;
    m_addresses = interleaved(info.addresses());
    if (m_addresses.isEmpty())
        Q_EMIT failed(QAbstractSocket::HostNotFoundError, info.errorString());
    else
        tryNext();
}

void Dialer::tryNext()
{
    SocketPointer made(m_origin.scheme == "https"_L1 ? new QSslSocket : new QTcpSocket);
    QTcpSocket *const socket = made.get();
    m_trying.push_back(std::move(made));
    // Proxies are other people's business: whoever dials here was told to go directly.
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { onSocketConnected(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { onSocketFailed(socket); });
    const QHostAddress address = m_addresses.takeFirst();
    if (!m_addresses.isEmpty())
        m_patience.start();
    socket->connectToHost(address, static_cast<quint16>(m_origin.port));
}

void Dialer::onSocketConnected(QTcpSocket *socket)
{
    m_connected = release(socket);
    stop();
    Q_EMIT connected();
}

void Dialer::onSocketFailed(QTcpSocket *socket)
{
    const SocketPointer failedOne = release(socket);
    if (!m_addresses.isEmpty()) {
        m_patience.stop();
        tryNext();
    } else if (m_trying.empty()) {
        Q_EMIT failed(failedOne->error(), failedOne->errorString());
    }
}

SocketPointer Dialer::release(QTcpSocket *socket)
{
    socket->disconnect(this);
    const auto place = std::ranges::find(m_trying, socket, &SocketPointer::get);
    SocketPointer released = std::move(*place);
    m_trying.erase(place);
    return released;
}

} // namespace inflight
