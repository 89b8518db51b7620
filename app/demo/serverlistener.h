// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/serverconnection.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <optional>

namespace inflight {

/// Accepts connections and hands each to a ServerConnection. Lives on the server's thread.
class ServerListener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerListener)

public:
    ServerListener(RequestHandler handler, std::optional<QSslConfiguration> tls,
                   std::shared_ptr<ServerLog> log);

    /// Whether hold steps let pass, now and from now on.
    void setReleased(bool released);
    /// Closes every connection at once.
    void dropConnections();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    [[nodiscard]] std::unique_ptr<QTcpSocket> makeSocket(qintptr descriptor) const;

    RequestHandler m_handler;
    std::optional<QSslConfiguration> m_tls;
    std::shared_ptr<ServerLog> m_log;
    QTimer m_resume;
    bool m_released = false;
};

} // namespace inflight
