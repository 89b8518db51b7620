// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/exchange.h"

#include "net/replyfault.h"
#include "net/retrypolicy.h"
#include "net/wire/messagebody.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

// Qt stops reading the socket past this, so that memory stays flat when bytes come faster than they are
// taken.
constexpr qint64 readBufferSize = 256 * 1024;

double millisecondsBetween(DeadlineQueue::Clock::time_point from, DeadlineQueue::Clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// The method of a reply's request.
QByteArray methodOf(const QNetworkReply &reply)
{
    if (const auto *const wire = qobject_cast<const WireReply *>(&reply))
        return wire->method();
    if (reply.operation() == QNetworkAccessManager::HeadOperation)
        return "HEAD";
    if (reply.operation() == QNetworkAccessManager::GetOperation)
        return "GET";
    return reply.request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
}

} // namespace

Exchange::Exchange(Executor &executor, DeadlineQueue &queue, const Deadlines &deadlines, BodySink &sink,
                   ExchangeProgress &progress, std::function<void()> onProgress, StopCause &cause)
    : m_queue(queue)
    , m_deadlines(deadlines)
    , m_sink(sink)
    , m_progress(progress)
    , m_onProgress(std::move(onProgress))
    , m_cause(cause)
    , m_finished(executor)
{
    m_sink.onRoom([this] { onRoom(); });
}

Exchange::~Exchange()
{
    // The reply lives on until the event loop deletes it: it must not call into this any more.
    if (m_wire)
        m_wire->setListener(nullptr);
    else if (m_reply)
        m_reply->disconnect(this);
    m_sink.onRoom(nullptr);
}

void Exchange::start(ReplyPointer reply)
{
    m_reply = std::move(reply);
    m_wire = qobject_cast<WireReply *>(m_reply.get());
    m_started = Clock::now();
    m_sentAt = m_headAt = m_lastByteAt = m_started;
    m_reply->setReadBufferSize(readBufferSize);
    if (m_wire)
        m_wire->setListener(this);
    else
        listenToQt();
    expect(m_deadlines.connect, FaultClass::TimeoutConnect);
    // By a queued call: abort() emits finished() at once, which has no place inside whoever asked to stop.
    m_onStop.emplace(m_cause.token(),
                     [this] { QMetaObject::invokeMethod(this, &Exchange::abort, Qt::QueuedConnection); });
}

void Exchange::listenToQt()
{
    connect(m_reply.get(), &QNetworkReply::socketStartedConnecting, this, [this] { onConnecting(); });
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] { onRequestSent(); });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, [this] { onHead(); });
    connect(m_reply.get(), &QNetworkReply::readyRead, this, [this] { onReadable(); });
    connect(m_reply.get(), &QNetworkReply::finished, this, [this] { onFinished(); });
    connect(m_reply.get(), &QObject::destroyed, this, [this] { onGone(); });
    if (m_reply->url().scheme() == "https"_L1) {
        connect(m_reply.get(), &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    }
}

void Exchange::onConnecting()
{
    m_connected = true;
    // Qt reconnects and sends again on its own, up to three times. A stale kept-alive connection justifies
    // that once for a request that may be repeated; beyond it the attempt is over, and said.
    if (m_progress.timesSent > (isIdempotent(methodOf(*m_reply)) ? 1 : 0)) {
        m_cause.fail({FaultClass::Truncated,
                      {},
                      tr("%1 closed the connection without an answer. Try again; if it stays, look at the "
                         "server's log.")
                          .arg(m_reply->url().host())});
    }
}

void Exchange::onConnected()
{
    m_lastByteAt = Clock::now();
    m_progress.timings.connect = millisecondsBetween(m_started, m_lastByteAt);
    if (const auto began = m_wire->handshakeBegan())
        m_progress.timings.tls = millisecondsBetween(*began, m_lastByteAt);
    // A large request is on its way for a while: it may take its time as long as it moves.
    expect(m_deadlines.idle, FaultClass::TimeoutIdle);
}

void Exchange::onSending()
{
    m_lastByteAt = Clock::now();
}

void Exchange::onRequestSent()
{
    // Told late, it was taken for granted when the head came.
    if (m_headSeen)
        return;
    ++m_progress.timesSent;
    m_sentAt = m_headAt = Clock::now();
    if (m_connected && !m_wire)
        m_progress.timings.connect = millisecondsBetween(m_started, m_sentAt);
    expect(m_deadlines.firstByte, FaultClass::TimeoutFirstByte);
    notify();
}

void Exchange::onHead()
{
    if (m_headSeen || m_cause.stopped())
        return;
    readHead();
    if (m_progress.head.status == 0)
        return;
    m_headSeen = true;
    m_headAt = m_lastByteAt = Clock::now();
    // Qt does not tell of every request over HTTP/2 that it was sent; what is answered was.
    m_progress.timesSent = std::max(m_progress.timesSent, 1);
    m_progress.timings.wait = millisecondsBetween(m_sentAt, m_headAt);
    expect(m_deadlines.idle, FaultClass::TimeoutIdle);
    notify();
    if (m_cause.stopped())
        return;
    if (std::optional<Fault> fault = m_sink.begin(m_progress.head))
        m_cause.fail(*std::move(fault));
}

void Exchange::onReadable()
{
    // What is not read fills the reply's buffer, and then the connection: the server waits.
    m_paused = m_sink.isFull();
    if (!m_paused)
        read();
}

void Exchange::onRoom()
{
    if (m_paused)
        m_lastByteAt = Clock::now(); // it was not the server that kept it waiting
    onReadable();
    notify();
}

void Exchange::read()
{
    if (m_cause.stopped() || !m_reply)
        return;
    if (!m_headSeen)
        onHead();
    // readAll() makes room in steps of 16 KB.
    const QByteArray piece = m_wire ? m_wire->read(m_wire->bytesAvailable()) : m_reply->readAll();
    if (piece.isEmpty())
        return;
    m_lastByteAt = Clock::now();
    m_progress.wireBytes += piece.size();
    if (std::optional<Fault> fault = m_sink.write(piece))
        m_cause.fail(*std::move(fault));
    notify();
}

void Exchange::onFinished()
{
    m_deadline.disarm();
    if (!m_cause.stopped()) {
        if (!m_headSeen)
            onHead();
        read();
        m_completed = !m_cause.stopped();
        if (m_headSeen)
            m_progress.timings.receive = millisecondsBetween(m_headAt, Clock::now());
    }
    m_finished.set();
}

void Exchange::onGone()
{
    m_wire = nullptr;
    std::ignore = m_reply.release();
    m_finished.set();
}

void Exchange::abort()
{
    if (m_reply && m_reply->isRunning())
        m_reply->abort();
}

void Exchange::expect(std::optional<milliseconds> limit, FaultClass faultClass)
{
    m_deadline.disarm();
    if (limit)
        m_deadline = m_queue.arm(*limit, [this, limit = *limit, faultClass] { expire(limit, faultClass); });
}

void Exchange::expire(milliseconds limit, FaultClass faultClass)
{
    // Bytes do not re-arm the idle deadline, which would be work for every piece; it looks at the last one
    // instead.
    if (faultClass == FaultClass::TimeoutIdle) {
        if (m_sink.isFull())
            m_lastByteAt = Clock::now();
        const auto idle = std::chrono::floor<milliseconds>(Clock::now() - m_lastByteAt);
        if (idle < limit) {
            m_deadline = m_queue.arm(limit - idle, [this, limit, faultClass] { expire(limit, faultClass); });
            return;
        }
    }
    const QString seconds = tr("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
    const QString host = m_reply->url().host();
    QString message;
    if (faultClass == FaultClass::TimeoutConnect)
        message = tr("No connection to %1 within %2. Check that the host is up, or allow more with "
                     "--connect-timeout.");
    else if (faultClass == FaultClass::TimeoutFirstByte && m_wire && m_wire->answerBegun())
        message = tr("%1 began to answer but did not finish its headers within %2. It may be overloaded, or "
                     "mean no good; allow more with --first-byte-timeout.");
    else if (faultClass == FaultClass::TimeoutFirstByte)
        message = tr("%1 did not begin to answer within %2. It may be overloaded; allow more with "
                     "--first-byte-timeout.");
    else
        message =
            m_headSeen
                ? tr("%1 sent nothing more for %2. Try again, or allow longer pauses with --idle-timeout.")
                : tr("%1 took nothing more of the request for %2. Try again, or allow longer pauses with "
                     "--idle-timeout.");
    m_cause.fail({faultClass, {}, message.arg(host, seconds)});
}

void Exchange::readHead()
{
    ResponseHead &head = m_progress.head;
    if (m_wire) {
        head = m_wire->head();
        return;
    }
    head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (head.status == 0)
        return;
    head.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    head.httpVersion =
        m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool() ? u"2"_s : u"1.1"_s;
    const QList<QNetworkReply::RawHeaderPair> &pairs = m_reply->rawHeaderPairs();
    head.headers.reserve(pairs.size());
    for (const auto &[name, value] : pairs) {
        // Qt joins repeated fields with a line feed where a comma would change their meaning.
        for (const QByteArray &each : value.split('\n'))
            head.headers.append({name.toLower(), each});
    }
    const bool chunked = headerValue(head.headers, "transfer-encoding").toLower().contains("chunked");
    if (chunked || answerHasNoBody(methodOf(*m_reply), head.status))
        return;
    const qint64 length = announcedLength(head.headers);
    if (length < -1) {
        m_cause.fail({FaultClass::Protocol,
                      {},
                      tr("%1 announces a length that is no number (Content-Length: %2).")
                          .arg(m_reply->url().host(),
                               QString::fromLatin1(headerValue(head.headers, "content-length")))});
        return;
    }
    head.contentLength = length;
}

void Exchange::notify()
{
    if (m_onProgress)
        m_onProgress();
}

std::optional<Fault> Exchange::shortBody() const
{
    const qint64 promised = m_progress.head.contentLength;
    if (promised < 0 || m_progress.wireBytes >= promised)
        return std::nullopt;
    return Fault{
        FaultClass::Truncated,
        {},
        tr("The answer is cut off: %L1 of %L2 bytes came. Try again; if it stays, the server or something "
           "before it cuts answers off.")
            .arg(m_progress.wireBytes)
            .arg(promised)};
}

Outcome<Response> Exchange::outcome(bool proxied) const
{
    Q_ASSERT(m_finished.isSet());
    if (!m_completed) {
        if (m_cause.fault())
            return *m_cause.fault();
        return Cancelled();
    }
    if (m_wire && m_wire->fault()) {
        const std::optional<Fault> cutOff = m_wire->endedEarly() ? shortBody() : std::nullopt;
        return cutOff ? *cutOff : *m_wire->fault();
    }
    const bool answered = m_progress.head.status != 0;
    // Qt calls 404 and its like errors, too; an answer that came whole is an answer.
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool byConnection = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    const bool transportFailed = byConnection || error == QNetworkReply::ProtocolFailure;
    if (answered) {
        if (const std::optional<Fault> fault = shortBody())
            return *fault;
    }
    if (!answered || transportFailed)
        return faultOfReply(*m_reply, m_tlsErrors, proxied);
    return Response{m_progress.head, m_progress.wireBytes};
}

} // namespace inflight
