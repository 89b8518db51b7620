// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/tlssettings.h"
#include "net/wire/connectionpool.h"
#include "net/wire/http2/http2pool.h"

#include <QNetworkAccessManager>

namespace inflight {

class Http2Reply;

/// A network manager whose replies speak HTTP/1.1, or HTTP/2 where that is asked for, to the origin by
/// themselves (see WireReply), by way of QNetworkAccessManager's own door for it, createRequest(). Qt's own
/// replies hide what a fetcher that is to be trusted must see: bytes that are no HTTP, broken chunks, headers
/// without end, how often a request was sent; and Qt 6.4's lose requests over HTTP/2 when the server ends a
/// connection. Goes directly, never through a proxy; follows no redirect, keeps no cookie, decodes nothing.
/// Lives on the engine's thread.
class WireManager final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireManager)

public:
    /// What TLS handshakes find goes into `book`.
    explicit WireManager(TlsSettings tls, std::shared_ptr<TlsBook> book = std::make_shared<TlsBook>());

    /// As get(), head() and sendCustomRequest(), but without a QNetworkRequest between, which takes headers
    /// apart and looks them up by name, and the manager's own signals tell nothing of the reply: Qt connects
    /// it to them by name, which took a twelfth of the engine's time, and nobody listens.
    [[nodiscard]] QNetworkReply *start(const Request &request);
    /// The same over HTTP/2, for https alone.
    [[nodiscard]] Http2Reply *startHttp2(const Request &request);
    /// Whether the origin was found not to speak HTTP/2.
    [[nodiscard]] bool isHttp1(const Origin &origin) const { return m_http2.isHttp1(origin); }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoingData) override;

private:
    ConnectionPool m_pool;
    Http2Pool m_http2{m_pool};
};

} // namespace inflight
