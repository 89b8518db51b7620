// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/serverconnection.h"

#include <QScopedValueRollback>

#include <sys/socket.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

bool wantsClose(const ServerRequest &request)
{
    return headerValue(request.headers, "Connection").toLower().contains("close"_ba);
}

} // namespace

ServerConnection::ServerConnection(std::unique_ptr<QTcpSocket> socket, const RequestHandler &handler,
                                   std::shared_ptr<ServerLog> log, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_handler(handler)
    , m_log(std::move(log))
    , m_player(m_socket.get())
    , m_id(m_log->connectionOpened())
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &ServerConnection::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &ServerConnection::onClosed);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this] {
        if (m_socket->state() == QAbstractSocket::UnconnectedState)
            onClosed();
    });
    connect(&m_player, &ScriptPlayer::finished, this, &ServerConnection::finish);
}

ServerConnection::~ServerConnection()
{
    m_socket->disconnect(this);
    m_player.stop();
    if (m_present)
        m_log->requestEnded(*m_present, false);
    if (!m_closed)
        m_log->connectionClosed();
}

void ServerConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_over)
        return;
    m_parser.feed(bytes);
    while (std::optional<ServerRequest> request = m_parser.next())
        m_waiting.append(*std::move(request));
    startWaiting();
}

void ServerConnection::startWaiting()
{
    // A script may finish before play() returns: the loop starts the next one then, not finish() within it.
    if (m_starting)
        return;
    const QScopedValueRollback guard(m_starting, true);
    while (!m_present && !m_over && !m_waiting.isEmpty())
        start(m_waiting.takeFirst());
    if (!m_present && !m_over && m_parser.malformed())
        refuse();
}

void ServerConnection::start(ServerRequest request)
{
    request.connectionId = m_id;
    m_log->requestStarted(request);
    m_present = request;
    m_player.play(m_handler(request), request.method != "HEAD"_ba);
}

void ServerConnection::refuse()
{
    m_over = true;
    const Script refusal = Script::answer(400, {{"Connection"_ba, "close"_ba}}).close();
    m_player.play(refusal, true);
}

void ServerConnection::finish(ScriptEnd end)
{
    const std::optional<ServerRequest> answered = std::exchange(m_present, std::nullopt);
    if (answered)
        m_log->requestEnded(*answered, false);
    if (end == ScriptEnd::Reset)
        reset();
    else if (end == ScriptEnd::Close || (answered && wantsClose(*answered)))
        close();
    else
        startWaiting();
}

void ServerConnection::close()
{
    m_over = true;
    m_waiting.clear();
    m_socket->disconnectFromHost();
}

void ServerConnection::reset()
{
    m_over = true;
    m_waiting.clear();
    const linger hard{1, 0};
    setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_socket->abort();
    onClosed();
}

void ServerConnection::onClosed()
{
    if (std::exchange(m_closed, true))
        return;
    m_over = true;
    m_player.stop();
    if (m_present)
        m_log->requestEnded(*std::exchange(m_present, std::nullopt), true);
    m_log->connectionClosed();
    deleteLater();
}

} // namespace inflight
