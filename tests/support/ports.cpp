// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ports.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace inflight {

namespace {

/// A socket bound to a free port of 127.0.0.1, or -1.
int boundSocket()
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

quint16 portOf(int descriptor)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

/// A connection that is under way to `port`.
int startConnecting(quint16 port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    // In progress is what is wanted: nobody waits for its end.
    (void)connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return descriptor;
}

} // namespace

quint16 rawClosedPort()
{
    static const int descriptor = boundSocket();
    return portOf(descriptor);
}

quint16 freePort()
{
    const int descriptor = boundSocket();
    const quint16 port = portOf(descriptor);
    ::close(descriptor);
    return port;
}

bool isListenedOn(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(200);
}

SilentPort::SilentPort()
    : m_descriptor(boundSocket())
{
    if (listen(m_descriptor, 1024) == 0)
        m_port = portOf(m_descriptor);
}

SilentPort::~SilentPort()
{
    ::close(m_descriptor);
}

UnansweredPort::UnansweredPort()
{
    const int listener = boundSocket();
    m_descriptors.append(listener);
    if (listen(listener, 0) != 0)
        return;
    m_port = portOf(listener);
    for (int i = 0; i < 4; ++i)
        m_descriptors.append(startConnecting(m_port));
}

UnansweredPort::~UnansweredPort()
{
    for (const int descriptor : std::as_const(m_descriptors))
        ::close(descriptor);
}

} // namespace inflight
