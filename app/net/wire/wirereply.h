// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"
#include "net/wire/connectionpool.h"
#include "net/wire/headparser.h"
#include "net/wire/messagebody.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <optional>

namespace inflight {

/// One HTTP/1.1 exchange as a QNetworkReply: the signals and the reading are those of Qt's own replies.
/// Status and headers are in head(): a reply's own copies of them are not made. It says exactly what went
/// wrong. A kept connection that turns out closed before a byte came back is replaced once, and only for a
/// request that may be repeated (RFC 9112, section 9.3.1). Made by WireManager; lives on its thread.
class WireReply final : public QNetworkReply, private ConnectionUser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireReply)

public:
    /// `pool` must outlive it.
    WireReply(ConnectionPool &pool, QNetworkAccessManager::Operation operation,
              const QNetworkRequest &request, const QByteArray &body, QObject *parent);
    ~WireReply() override;

    /// Once metaDataChanged() was emitted: the answer's status line and headers.
    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    /// Whether a first byte of the answer is here.
    [[nodiscard]] bool answerBegun() const { return m_interim > 0 || m_parser.begun(); }
    /// When the TLS handshake of the connection it has now began; nothing where there was none.
    [[nodiscard]] std::optional<WireConnection::Clock::time_point> handshakeBegan() const
    {
        return m_connection ? m_connection->handshakeBegan() : std::nullopt;
    }
    /// Why it failed; nothing while it runs, when it was aborted and when the answer came whole.
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }

    void abort() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    void setReadBufferSize(qint64 size) override;

Q_SIGNALS:
    /// A connection of its own is ready; the request goes out now.
    void connected();
    /// A part of the request went out.
    void sending();

protected:
    qint64 readData(char *data, qint64 most) override;

private:
    void begin();
    void connectFreshly();
    void send();
    void onConnectionOpened() override;
    void onConnectionReadable() override;
    void onConnectionWritten() override;
    void onConnectionEnded(const ConnectionEnd &end) override;

    void takeHead(QByteArrayView bytes);
    void takeBody(QByteArrayView bytes);
    void onHead();
    void onInterimHead();
    void onBodyEnd();
    [[nodiscard]] bool roomToRead() const;
    [[nodiscard]] bool mayKeepConnection() const;
    void fail(FaultClass faultClass, const QString &reason, const QList<QSslError> &tlsErrors = {});
    void failForWantOfSockets();
    void finish(NetworkError error, const QString &text);
    void letGo();

    ConnectionPool &m_pool;
    const QByteArray m_method;
    const Origin m_origin;
    QByteArray m_request; ///< until the answer begins: a stale connection makes it go again
    ConnectionPointer m_connection;
    HeadParser m_parser;
    MessageBody m_body;
    ResponseHead m_head;
    QByteArray m_content; ///< of the body, not read yet
    qsizetype m_contentRead = 0;
    qint64 m_mostContent = 0; ///< 0: any
    std::optional<Fault> m_fault;
    int m_interim = 0; ///< 1xx heads so far
    bool m_reused = false;
    bool m_sent = false;
    bool m_headSeen = false;
    bool m_surplus = false;
};

} // namespace inflight
