// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/serverlistener.h"

#include <QSslSocket>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace inflight {

ServerListener::ServerListener(RequestHandler handler, std::optional<QSslConfiguration> tls,
                               std::shared_ptr<ServerLog> log)
    : m_handler(std::move(handler))
    , m_tls(std::move(tls))
    , m_log(std::move(log))
    , m_resume(this) // a child, so that it moves to the server's thread too
{
    setListenBacklogSize(4096);
    // Qt stops accepting for good when the process is out of descriptors; some will be free again soon.
    m_resume.setSingleShot(true);
    m_resume.setInterval(20ms);
    connect(this, &QTcpServer::acceptError, &m_resume, qOverload<>(&QTimer::start));
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
}

void ServerListener::setReleased(bool released)
{
    m_released = released;
    const auto connections = findChildren<ServerConnection *>(Qt::FindDirectChildrenOnly);
    for (ServerConnection *connection : connections)
        connection->setReleased(released);
}

void ServerListener::dropConnections()
{
    qDeleteAll(findChildren<ServerConnection *>(Qt::FindDirectChildrenOnly));
}

void ServerListener::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket = makeSocket(descriptor);
    if (socket->state() != QAbstractSocket::ConnectedState)
        return;
    auto *connection = new ServerConnection(std::move(socket), m_handler, m_log, this);
    connection->setReleased(m_released);
}

std::unique_ptr<QTcpSocket> ServerListener::makeSocket(qintptr descriptor) const
{
    if (!m_tls) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->setSocketDescriptor(descriptor);
        return socket;
    }
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*m_tls);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
    return socket;
}

} // namespace inflight
