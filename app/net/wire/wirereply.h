// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"
#include "net/request.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

#include <chrono>
#include <optional>

namespace inflight {

struct ConnectionEnd;

/// Hears of a reply under way. To connect eight signals for each request, and to disconnect them, took a
/// fourteenth of what the engine's thread computes.
class WireReplyListener
{
public:
    WireReplyListener() = default;
    Q_DISABLE_COPY_MOVE(WireReplyListener)

    virtual void onConnecting() = 0;
    virtual void onConnected() = 0;
    virtual void onSending() = 0;
    virtual void onRequestSent() = 0;
    virtual void onHead() = 0;
    virtual void onReadable() = 0;
    virtual void onFinished() = 0;
    /// The reply is being destroyed.
    virtual void onGone() = 0;

protected:
    ~WireReplyListener() = default;
};

/// An exchange with an origin, over connections of our own, as a QNetworkReply: the signals and the reading
/// are those of Qt's own replies. Status and headers are in head(): a reply's own copies of them are not
/// made. It says exactly what went wrong. Made by WireManager; lives on its thread.
class WireReply : public QNetworkReply
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireReply)

public:
    ~WireReply() override;

    using Clock = std::chrono::steady_clock;

    /// More hints and progress notes than any server has reason to send.
    static constexpr int mostInterimHeads = 32;
    /// What is wrong with an answer that has more of them.
    [[nodiscard]] static QString tooManyInterimHeads();

    /// Hears what the signals tell as well, and quicker; null: nobody. Lives until it is set to null.
    void setListener(WireReplyListener *listener) { m_listener = listener; }

    [[nodiscard]] const QByteArray &method() const { return m_method; }
    /// Once metaDataChanged() was emitted: the answer's status line and headers.
    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    /// Whether something of the answer is here.
    [[nodiscard]] virtual bool answerBegun() const = 0;
    /// When the TLS handshake of the connection it has now began; nothing where there was none.
    [[nodiscard]] virtual std::optional<Clock::time_point> handshakeBegan() const = 0;
    /// Why it failed; nothing while it runs, when it was aborted and when the answer came whole.
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }
    /// It failed because the answer ended too early, and nobody said why.
    [[nodiscard]] bool endedEarly() const { return m_endedEarly; }

    void abort() final;
    [[nodiscard]] bool isSequential() const final { return true; }
    [[nodiscard]] qint64 bytesAvailable() const final;

Q_SIGNALS:
    /// A connection that was opened for it is ready; the request goes out now.
    void connected();
    /// A part of the request went out.
    void sending();

protected:
    WireReply(const Request &request, QObject *parent);

    qint64 readData(char *data, qint64 most) final;

    /// Its connection is not its own any more; also when it has none.
    virtual void letGo() = 0;
    /// So many bytes of the content were read.
    virtual void onContentRead(qint64 size) = 0;

    /// How long a connection may have been idle that takes such a request.
    [[nodiscard]] static std::chrono::milliseconds longestTrust(const QByteArray &method);
    [[nodiscard]] const Origin &origin() const { return m_origin; }
    // What there is to tell, to the listener and by the signals. Any of these may have it aborted.
    void tellConnecting();
    void tellConnected();
    void tellSending();
    void tellRequestSent();
    void tellHead();
    void tellReadable();
    /// Of the content, not read yet.
    [[nodiscard]] qint64 unread() const { return m_content.size() - m_contentRead; }
    void fail(FaultClass faultClass, const QString &reason, const QList<QSslError> &tlsErrors = {});
    /// The connection ended before the answer was whole.
    void fail(const ConnectionEnd &end);
    void fail(const Fault &fault);
    void failForWantOfSockets();
    /// The request cannot be put into words.
    void failForLineBreak();
    void finish(NetworkError error = NoError, const QString &text = {});

    ResponseHead m_head;
    QByteArray m_content; ///< of the body; what was read is taken out once all of it was

private:
    const QByteArray m_method;
    const Origin m_origin;
    qsizetype m_contentRead = 0;
    std::optional<Fault> m_fault;
    bool m_endedEarly = false;
    WireReplyListener *m_listener = nullptr;
};

} // namespace inflight
