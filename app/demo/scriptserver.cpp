// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"

#include "demo/serverlistener.h"

#include <QHostAddress>

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

ScriptServer::ScriptServer(RequestHandler handler, Config config)
    : m_log(std::make_shared<ServerLog>(config.keepsRequests))
    , m_listener(new ServerListener(std::move(handler), config.tls, m_log))
    , m_tls(config.tls.has_value())
{
    m_thread.setObjectName(u"script server"_s);
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    onListener([this](ServerListener &listener) {
        if (listener.listen(QHostAddress::LocalHost))
            m_port = listener.serverPort();
    });
}

ScriptServer::~ScriptServer()
{
    m_thread.quit();
    m_thread.wait();
}

ScriptServer::Config ScriptServer::defaultConfig()
{
    return {};
}

QString ScriptServer::url(const QString &path) const
{
    const QLatin1StringView scheme = m_tls ? "https"_L1 : "http"_L1;
    return scheme + "://127.0.0.1:"_L1 + QString::number(m_port) + path;
}

void ScriptServer::release()
{
    onListener([](ServerListener &listener) { listener.setReleased(true); });
}

void ScriptServer::releaseHeld()
{
    // In one call: what an answer sets off at the client may ask again before a second one comes.
    onListener([](ServerListener &listener) {
        listener.setReleased(true);
        listener.setReleased(false);
    });
}

void ScriptServer::dropConnections()
{
    onListener([](ServerListener &listener) { listener.dropConnections(); });
}

void ScriptServer::onListener(const std::function<void(ServerListener &)> &call)
{
    ServerListener *listener = m_listener;
    const auto onItsThread = [listener, &call] { call(*listener); };
    QMetaObject::invokeMethod(listener, onItsThread, Qt::BlockingQueuedConnection);
}

} // namespace inflight
