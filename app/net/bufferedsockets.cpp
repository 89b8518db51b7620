// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/bufferedsockets.h"

#include "async/oneshot.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr QByteArrayView checkBody = "buffered";
constexpr std::chrono::milliseconds checkLimit{1000};

bool environmentNamesProxy()
{
    const char *const names[] = {"http_proxy", "https_proxy", "all_proxy",
                                 "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"};
    return std::ranges::any_of(names, [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
}

bool isDirect(const QList<QNetworkProxy> &proxies)
{
    return proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy;
}

/// Answers every connection with the same small response once the request's head is complete.
void answerChecks(QTcpServer &server)
{
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (!socket->peek(4096).contains("\r\n\r\n"))
                    return;
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n");
                socket->write(checkBody.data(), checkBody.size());
                socket->disconnectFromHost();
            });
        }
    });
}

} // namespace

ProxyChoice::ProxyChoice(std::optional<QNetworkProxy> proxy, bool bufferedSockets)
    : m_proxy(std::move(proxy))
    , m_bufferedSockets(bufferedSockets)
    , m_environmentHasProxy(environmentNamesProxy())
{}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    if (m_proxy)
        return {*m_proxy};
    // Asked only when there is something to find: the system's answer may come from a slow look-up.
    if (m_environmentHasProxy) {
        const QList<QNetworkProxy> proxies = systemProxyForQuery(query);
        if (!isDirect(proxies))
            return proxies;
    }
    const bool buffered = m_bufferedSockets && query.protocolTag() == "http"_L1;
    return {QNetworkProxy(buffered ? QNetworkProxy::DefaultProxy : QNetworkProxy::NoProxy)};
}

bool goesThroughProxy(const std::optional<QNetworkProxy> &proxy, const QUrl &url)
{
    return !isDirect(ProxyChoice(proxy, false).queryProxy(QNetworkProxyQuery(url)));
}

QCoro::Task<bool> checkBufferedSockets(Executor *executor, DeadlineQueue *deadlines)
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    answerChecks(server);
    if (!server.listen(QHostAddress::LocalHost))
        co_return false;

    const auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new ProxyChoice(std::nullopt, true));
    QUrl url(u"http://127.0.0.1/"_s);
    url.setPort(server.serverPort());
    const std::unique_ptr<QNetworkReply> reply(manager->get(QNetworkRequest(url)));
    OneShot finished(*executor);
    QObject::connect(reply.get(), &QNetworkReply::finished, reply.get(), [&finished] { finished.set(); });
    const DeadlineQueue::Deadline limit = deadlines->arm(checkLimit, [&reply] { reply->abort(); });
    co_await finished;
    const bool works = reply->error() == QNetworkReply::NoError && reply->readAll() == checkBody;
    co_return works;
}

} // namespace inflight
