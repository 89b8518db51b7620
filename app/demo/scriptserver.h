// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/serverconnection.h"

#include <QSslConfiguration>
#include <QThread>

#include <memory>
#include <optional>

namespace inflight {

class ServerListener;

/// A small HTTP/1.1 server on a free port of 127.0.0.1, for demonstrations and tests: what each request is
/// answered is a Script. It runs on a thread of its own; every member may be called from any other thread.
/// The constructor and destructor wait for that thread, a few milliseconds.
class ScriptServer final
{
    Q_DISABLE_COPY_MOVE(ScriptServer)

public:
    struct Config
    {
        std::optional<QSslConfiguration> tls =
            std::nullopt;          ///< certificate chain and key of an https server; nothing: http
        bool keepsRequests = true; ///< off: requests() and the peaks by path stay empty
    };

    /// `handler` is called on the server's thread alone, so what it owns needs no lock.
    explicit ScriptServer(RequestHandler handler, Config config = defaultConfig());
    /// Closes every connection and joins the thread.
    ~ScriptServer();

    /// False when no port was to be had; then nothing answers.
    [[nodiscard]] bool isListening() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// "http://127.0.0.1:PORT" or https, then `path`, which begins with a slash.
    [[nodiscard]] QString url(const QString &path) const;

    /// Lets every hold step pass, those to come too.
    void release();
    /// Lets the hold steps pass that hold at this moment; those to come hold.
    void releaseHeld();
    /// Closes every open connection, as a server that restarts would.
    void dropConnections();

    /// Every request so far, in the order of their start.
    [[nodiscard]] QList<ServerRequest> requests() const { return m_log->requests(); }
    [[nodiscard]] qint64 requestCount() const { return m_log->requestCount(); }
    /// Requests for `path`, whatever their query.
    [[nodiscard]] int countFor(const QByteArray &path) const { return m_log->countFor(path); }
    /// Requests begun and not yet answered whole.
    [[nodiscard]] int inProgress() const { return m_log->inProgress(); }
    /// Most requests in progress at one moment.
    [[nodiscard]] int peakInProgress() const { return m_log->peakInProgress(); }
    /// The same of the requests whose path begins with `pathPrefix`.
    [[nodiscard]] int peakInProgress(const QByteArray &pathPrefix) const
    {
        return m_log->peakInProgress(pathPrefix);
    }
    [[nodiscard]] int openConnections() const { return m_log->openConnections(); }
    [[nodiscard]] qint64 acceptedConnections() const { return m_log->acceptedConnections(); }
    /// Requests whose connection the peer closed before the answer was complete.
    [[nodiscard]] int abortedRequests() const { return m_log->abortedRequests(); }

private:
    static Config defaultConfig();
    void onListener(const std::function<void(ServerListener &)> &call);

    std::shared_ptr<ServerLog> m_log;
    QThread m_thread;
    ServerListener *m_listener; ///< lives on m_thread and is deleted there
    bool m_tls;
    quint16 m_port = 0;
};

} // namespace inflight
