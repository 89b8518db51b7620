// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/fetcher.h"

#include "net/bufferedsockets.h"
#include "net/retrypolicy.h"

#include <QIODevice>

namespace inflight {

namespace {

/// A request body that can be read once. Qt sends a request again by itself when a kept connection turns out
/// to be closed; for one that must not be doubled that has to fail instead, and it does when the body cannot
/// be rewound.
class OnceDevice final : public QIODevice
{
public:
    explicit OnceDevice(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at + QIODevice::bytesAvailable();
    }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, m_bytes.size() - m_at);
        if (size <= 0)
            return m_at >= m_bytes.size() ? -1 : 0;
        std::copy_n(m_bytes.constData() + m_at, size, data);
        m_at += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

ReplyPointer send(QNetworkAccessManager &manager, QNetworkRequest wire, const Request &request)
{
    if (request.method == "GET")
        return ReplyPointer(manager.get(wire));
    if (request.method == "HEAD")
        return ReplyPointer(manager.head(wire));
    if (isIdempotent(request.method))
        return ReplyPointer(manager.sendCustomRequest(wire, request.method, request.body));
    auto *body = new OnceDevice(request.body);
    wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    // Else Qt keeps a copy of the body, which it can rewind.
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    ReplyPointer reply(manager.sendCustomRequest(wire, request.method, body));
    body->setParent(reply.get());
    return reply;
}

} // namespace

Fetcher::Fetcher(Executor &executor, DeadlineQueue &queue, const TransportSettings &transport,
                 const Deadlines &deadlines)
    : m_executor(executor)
    , m_queue(queue)
    , m_transport(transport)
    , m_deadlines(deadlines)
{}

Fetcher::~Fetcher() = default;

QCoro::Task<> Fetcher::prepare()
{
    const bool buffered = co_await checkBufferedSockets(&m_executor, &m_queue);
    m_pool = std::make_unique<ManagerPool>(m_transport, buffered);
}

QNetworkRequest Fetcher::wireRequest(const Request &request, const ManagerPool::Lease &lease) const
{
    QNetworkRequest wire(request.url);
    for (const Header &header : request.headers)
        wire.setRawHeader(header.name, header.value);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_transport.http2);
    lease.prepare(wire);
    return wire;
}

QCoro::Task<Outcome<Response>> Fetcher::fetch(Request request, BodySink *sink, ExchangeProgress *progress,
                                              std::function<void()> onProgress, std::stop_token stop)
{
    Q_ASSERT(m_executor.isCurrent());
    Q_ASSERT_X(m_pool, "Fetcher", "fetch() before prepare()");
    StopCause cause(stop);
    if (cause.stopped())
        co_return Outcome<Response>(Cancelled());
    const ManagerPool::Lease lease(*m_pool, Origin::of(request.url));
    const QNetworkRequest wire = wireRequest(request, lease);
    Exchange exchange(m_executor, m_queue, m_deadlines, *sink, *progress, std::move(onProgress), cause);
    exchange.start(send(lease.manager(), wire, request));
    co_await exchange.finished();
    co_return exchange.outcome(goesThroughProxy(m_transport.proxy, request.url));
}

} // namespace inflight
