// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace inflight {

/// Finds where the body of an HTTP/1.1 answer ends and takes it out of its framing (RFC 9112, sections 6.3
/// and 7.1). A value, for one body.
class MessageBody
{
public:
    enum class State : quint8 { Receiving, Complete, Broken };
    enum class Framing : quint8 {
        None,
        Length,    ///< Content-Length
        Chunked,   ///< Transfer-Encoding: chunked
        UntilClose ///< ends with the connection
    };

    MessageBody() = default;
    /// For the answer to a `method` request.
    MessageBody(const QByteArray &method, int status, const HeaderList &headers);

    /// Takes what belongs to the body from the front of `bytes` and appends its content to `content`; gives
    /// how many bytes that are.
    qsizetype feed(QByteArrayView bytes, QByteArray &content);
    /// The connection ended in good order: completes a body that ends with it.
    void connectionEnded();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Framing framing() const { return m_framing; }
    /// Of Length: how much of it is to come.
    [[nodiscard]] qint64 left() const { return m_left; }
    /// When Broken: what is wrong, in translated words.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    enum class Part : quint8 { Size, Data, DataEnd, Trailer };

    [[nodiscard]] qsizetype takeData(QByteArrayView bytes, QByteArray &content);
    [[nodiscard]] qsizetype takeLine(QByteArrayView bytes);
    void onLine(QByteArrayView line);
    void onSize(QByteArrayView line);
    void fail(const QString &problem);

    State m_state = State::Complete;
    Framing m_framing = Framing::None;
    Part m_part = Part::Size;
    qint64 m_left = 0; ///< of the body or of the chunk
    QByteArray m_line; ///< as far as it has come
    qsizetype m_trailerBytes = 0;
    QString m_problem;
};

/// Content-Length (RFC 9110, section 8.6): −1 when there is none, −2 when it is not valid. The same number
/// several times over counts as one.
qint64 announcedLength(const HeaderList &headers);

} // namespace inflight
