// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/wiremanager.h"

#include "net/wire/wirereply.h"

#include <QIODevice>

namespace inflight {

WireManager::WireManager(TlsSettings tls, std::shared_ptr<TlsBook> book)
    : m_pool(std::move(tls), std::move(book))
{}

QNetworkReply *WireManager::start(const QByteArray &method, QNetworkRequest request, const QByteArray &body)
{
    Operation operation = CustomOperation;
    if (method == "GET")
        operation = GetOperation;
    else if (method == "HEAD")
        operation = HeadOperation;
    else
        request.setAttribute(QNetworkRequest::CustomVerbAttribute, method);
    return new WireReply(m_pool, operation, request, body, this);
}

QNetworkReply *WireManager::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *outgoingData)
{
    const QByteArray body = outgoingData ? outgoingData->readAll() : QByteArray();
    return new WireReply(m_pool, operation, request, body, this);
}

} // namespace inflight
