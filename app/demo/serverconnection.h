// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/requestparser.h"
#include "demo/script.h"
#include "demo/scriptplayer.h"
#include "demo/serverlog.h"

#include <QObject>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <optional>

namespace inflight {

/// Gives the script for a request. Called on the server's thread, one request at a time.
using RequestHandler = std::function<Script(const ServerRequest &)>;

/// One accepted connection: reads requests and plays their scripts, in order. Deletes itself once the
/// connection is over. Lives on the server's thread.
class ServerConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerConnection)

public:
    ServerConnection(std::unique_ptr<QTcpSocket> socket, const RequestHandler &handler,
                     std::shared_ptr<ServerLog> log, QObject *parent);
    ~ServerConnection() override;

    void setReleased(bool released) { m_player.setReleased(released); }

private:
    void read();
    void startWaiting();
    void start(ServerRequest request);
    void refuse();
    void finish(ScriptEnd end);
    void close();
    void reset();
    void onClosed();

    std::unique_ptr<QTcpSocket> m_socket;
    RequestHandler m_handler;
    std::shared_ptr<ServerLog> m_log;
    ScriptPlayer m_player; ///< after the socket that it uses
    RequestParser m_parser;
    QList<ServerRequest> m_waiting;         ///< pipelined behind the present one
    std::optional<ServerRequest> m_present; ///< being answered
    qint64 m_id = 0;
    bool m_starting = false;
    bool m_over = false; ///< nothing more is read or answered
    bool m_closed = false;
};

} // namespace inflight
