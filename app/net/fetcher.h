// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/exchange.h"
#include "net/managerpool.h"
#include "net/proxychoice.h"
#include "net/tlsbook.h"
#include "net/wire/wiremanager.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace inflight {

/// Makes one HTTP request an awaitable. Redirects and retries are its caller's. Lives on the engine's thread
/// and must outlive every fetch.
class Fetcher
{
    Q_DISABLE_COPY_MOVE(Fetcher)

public:
    /// What TLS handshakes find goes into `book`.
    Fetcher(Executor &executor, DeadlineQueue &queue, const TransportSettings &transport,
            const Deadlines &deadlines, std::shared_ptr<TlsBook> book = std::make_shared<TlsBook>());
    ~Fetcher();

    /// Sends `request`, gives its body to `sink` and ends with the whole answer (whatever its status), a
    /// fault of the network, or Cancelled; promptly after `stop`. `progress` is kept up to date and
    /// `onProgress` called for every change of it; both must outlive the fetch.
    QCoro::Task<Outcome<Response>> fetch(Request request, BodySink *sink, ExchangeProgress *progress,
                                         std::function<void()> onProgress, std::stop_token stop);

private:
    void noteTls(const QNetworkReply &reply, const Origin &origin);
    [[nodiscard]] ReplyPointer sendDirectly(const Request &request);
    [[nodiscard]] ReplyPointer sendByProxy(ManagerPool::Lease &lease, const Request &request);
    /// Nothing: the request is to go by HTTP/1.1; the sink has seen nothing, and what `progress` says is of
    /// the way there.
    QCoro::Task<std::optional<Outcome<Response>>> fetchByHttp2(Request request, BodySink *sink,
                                                               ExchangeProgress *progress,
                                                               std::function<void()> onProgress,
                                                               std::stop_token stop);

    Executor &m_executor;
    DeadlineQueue &m_queue;
    TransportSettings m_transport;
    Deadlines m_deadlines;
    ProxyChoice m_proxies;
    std::shared_ptr<TlsBook> m_book;
    WireManager m_wire;  ///< directly
    ManagerPool m_stock; ///< HTTP/1.1 through a proxy
};

} // namespace inflight
