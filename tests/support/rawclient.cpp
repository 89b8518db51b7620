// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/rawclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace inflight {

RawClient::RawClient(quint16 port)
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_got += m_socket.readAll(); });
    m_socket.connectToHost(u"127.0.0.1"_s, port);
}

RawClient::RawClient(quint16 port, const QByteArray &path)
    : RawClient(port)
{
    get(path);
}

RawClient::~RawClient()
{
    m_socket.abort();
}

void RawClient::get(const QByteArray &path, const QByteArray &headers, const QByteArray &method)
{
    send(method + ' ' + path + " HTTP/1.1\r\nHost: test\r\n"_ba + headers + "\r\n"_ba);
}

QByteArray RawClient::body() const
{
    const qsizetype end = m_got.indexOf("\r\n\r\n"_ba);
    return end < 0 ? QByteArray() : m_got.mid(end + 4);
}

int errorAfterReading(quint16 port, const QByteArray &request)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    int error = 0;
    if (connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::send(descriptor, request.constData(), static_cast<size_t>(request.size()), MSG_NOSIGNAL) < 0)
        error = errno;
    std::array<char, 4096> buffer{};
    ssize_t size = error == 0 ? 1 : 0;
    while (size > 0)
        size = recv(descriptor, buffer.data(), buffer.size(), 0);
    if (size < 0)
        error = errno;
    ::close(descriptor);
    return error;
}

} // namespace inflight
