// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/wiremanager.h"

#include "net/wire/http1reply.h"
#include "net/wire/http2/http2reply.h"

#include <QIODevice>

namespace inflight {

namespace {

/// A method, in the two parts that QNetworkAccessManager makes of it.
struct Verb
{
    QNetworkAccessManager::Operation operation;
    QNetworkRequest request;
};

Verb verbOf(const QByteArray &method, QNetworkRequest request)
{
    if (method == "GET")
        return {QNetworkAccessManager::GetOperation, std::move(request)};
    if (method == "HEAD")
        return {QNetworkAccessManager::HeadOperation, std::move(request)};
    request.setAttribute(QNetworkRequest::CustomVerbAttribute, method);
    return {QNetworkAccessManager::CustomOperation, std::move(request)};
}

} // namespace

WireManager::WireManager(TlsSettings tls, std::shared_ptr<TlsBook> book)
    : m_pool(std::move(tls), std::move(book))
{}

QNetworkReply *WireManager::start(const QByteArray &method, const QNetworkRequest &request,
                                  const QByteArray &body)
{
    const Verb verb = verbOf(method, request);
    return new Http1Reply(m_pool, verb.operation, verb.request, body, this);
}

Http2Reply *WireManager::startHttp2(const QByteArray &method, const QNetworkRequest &request,
                                    const QByteArray &body)
{
    const Verb verb = verbOf(method, request);
    return new Http2Reply(m_http2, verb.operation, verb.request, body, this);
}

QNetworkReply *WireManager::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *outgoingData)
{
    const QByteArray body = outgoingData ? outgoingData->readAll() : QByteArray();
    return new Http1Reply(m_pool, operation, request, body, this);
}

} // namespace inflight
