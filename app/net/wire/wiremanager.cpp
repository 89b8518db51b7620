// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/wiremanager.h"

#include "net/wire/http1reply.h"
#include "net/wire/http2/http2reply.h"

#include <QIODevice>

namespace inflight {

namespace {

QByteArray methodName(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    default:
        return "GET";
    }
}

} // namespace

WireManager::WireManager(TlsSettings tls, std::shared_ptr<TlsBook> book)
    : m_pool(std::move(tls), std::move(book))
{}

QNetworkReply *WireManager::start(const Request &request)
{
    return new Http1Reply(m_pool, request, this);
}

Http2Reply *WireManager::startHttp2(const Request &request)
{
    return new Http2Reply(m_http2, request, this);
}

QNetworkReply *WireManager::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *outgoingData)
{
    Request made{.url = request.url(), .method = methodName(operation, request)};
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        made.headers.append({name, request.rawHeader(name)});
    if (outgoingData)
        made.body = outgoingData->readAll();
    return start(made);
}

} // namespace inflight
