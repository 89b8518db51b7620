// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/fetcher.h"

#include "net/retrypolicy.h"
#include "net/wire/http2/http2reply.h"
#include "net/wire/requestparts.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

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

/// Without these Qt would name Mozilla and say what it takes, and then undo the coding. It leaves no way to
/// send neither; what is put in their place says the least.
void addWhatQtWouldSay(QNetworkRequest &made)
{
    if (made.rawHeader("User-Agent").isEmpty())
        made.setRawHeader("User-Agent", " ");
    if (!made.hasRawHeader("Accept-Encoding"))
        made.setRawHeader("Accept-Encoding", "identity");
}

/// With what keeps one of Qt's own replies from doing more than it is told.
QNetworkRequest requestForQt(const Request &request)
{
    QNetworkRequest made(request.url);
    const HeaderList fields = sentFields(request.headers);
    for (const Header &field : fields)
        made.setRawHeader(field.name, field.value);
    addWhatQtWouldSay(made);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return made;
}

ReplyPointer sendByQt(QNetworkAccessManager &manager, QNetworkRequest made, const Request &request)
{
    // Neither of these two takes a body.
    if (request.method == "GET" && request.body.isEmpty())
        return ReplyPointer(manager.get(made));
    if (request.method == "HEAD" && request.body.isEmpty())
        return ReplyPointer(manager.head(made));
    if (isIdempotent(request.method))
        return ReplyPointer(manager.sendCustomRequest(made, request.method, request.body));
    auto *body = new OnceDevice(request.body);
    made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    // Else Qt keeps a copy of the body, which it can rewind.
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    ReplyPointer reply(manager.sendCustomRequest(made, request.method, body));
    body->setParent(reply.get());
    return reply;
}

/// A proxy for plain http reads the request itself, so its credentials are one of its fields; asked for them,
/// Qt would have to send a body twice. Never for https, where the origin would read them.
void addProxyCredentials(QNetworkRequest &made, const QNetworkProxy &proxy)
{
    const bool reads = proxy.type() == QNetworkProxy::HttpProxy && made.url().scheme() == "http"_L1;
    if (!reads || proxy.user().isEmpty() || made.hasRawHeader("Proxy-Authorization"))
        return;
    const QString credentials = proxy.user() + u':' + proxy.password();
    made.setRawHeader("Proxy-Authorization", "Basic " + credentials.toUtf8().toBase64());
}

} // namespace

Fetcher::Fetcher(Executor &executor, DeadlineQueue &queue, const TransportSettings &transport,
                 const Deadlines &deadlines, std::shared_ptr<TlsBook> book)
    : m_executor(executor)
    , m_queue(queue)
    , m_transport(transport)
    , m_deadlines(deadlines)
    , m_proxies(transport.proxy)
    , m_book(std::move(book))
    , m_wire(TlsSettings(transport), m_book)
    , m_stock(transport)
{}

Fetcher::~Fetcher() = default;

/// One of Qt's own: it tells of the handshake of a connection with its first request, or never.
void Fetcher::noteTls(const QNetworkReply &reply, const Origin &origin)
{
    const auto note = [&reply, origin, book = m_book](const QList<QSslError> &errors) {
        book->note(origin, TlsFacts::of(reply.sslConfiguration(), errors));
    };
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply, note);
    QObject::connect(&reply, &QNetworkReply::encrypted, &reply, [note] { note({}); });
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &reply, [note, origin, book = m_book] {
        if (!book->find(origin))
            note({});
    });
}

ReplyPointer Fetcher::sendDirectly(const Request &request)
{
    return ReplyPointer(m_wire.start(request));
}

ReplyPointer Fetcher::sendByProxy(ManagerPool::Lease &lease, const Request &request)
{
    QNetworkRequest made = requestForQt(request);
    lease.prepare(made);
    addProxyCredentials(made, m_proxies.queryProxy(QNetworkProxyQuery(request.url)).first());
    return sendByQt(lease.manager(), made, request);
}

QCoro::Task<std::optional<Outcome<Response>>> Fetcher::fetchByHttp2(Request request, BodySink *sink,
                                                                    ExchangeProgress *progress,
                                                                    std::function<void()> onProgress,
                                                                    std::stop_token stop)
{
    StopCause cause(stop);
    Exchange exchange(m_executor, m_queue, m_deadlines, *sink, *progress, std::move(onProgress), cause);
    Http2Reply *const reply = m_wire.startHttp2(request);
    exchange.start(ReplyPointer(reply));
    co_await exchange.finished();
    if (reply->mayGoAgain() && !stop.stop_requested())
        co_return std::nullopt;
    co_return exchange.outcome(false);
}

QCoro::Task<Outcome<Response>> Fetcher::fetch(Request request, BodySink *sink, ExchangeProgress *progress,
                                              std::function<void()> onProgress, std::stop_token stop)
{
    Q_ASSERT(m_executor.isCurrent());
    StopCause cause(stop);
    if (cause.stopped())
        co_return Outcome<Response>(Cancelled());
    const bool direct = m_proxies.isDirect(request.url);
    const Origin origin = Origin::of(request.url);
    if (m_transport.http2 && direct && origin.scheme == "https"_L1 && !m_wire.isHttp1(origin)) {
        std::optional<Outcome<Response>> answer =
            co_await fetchByHttp2(request, sink, progress, onProgress, stop);
        if (answer)
            co_return *std::move(answer);
        // The connection that found it out is the one to use now.
        const PhaseTimes opened = m_wire.isHttp1(origin) ? progress->timings : PhaseTimes();
        *progress = {};
        progress->timings = opened;
    }
    std::optional<ManagerPool::Lease> lease;
    if (!direct)
        lease.emplace(m_stock, origin);
    Exchange exchange(m_executor, m_queue, m_deadlines, *sink, *progress, std::move(onProgress), cause);
    ReplyPointer reply = lease ? sendByProxy(*lease, request) : sendDirectly(request);
    if (lease && origin.scheme == "https"_L1)
        noteTls(*reply, origin);
    exchange.start(std::move(reply));
    co_await exchange.finished();
    co_return exchange.outcome(!direct);
}

} // namespace inflight
