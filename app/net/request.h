// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"
#include "net/phasetimes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUrl>

#include "async/fault.h"

#include <functional>
#include <optional>

namespace inflight {

/// One request as it goes on the wire: no redirects, no retries behind it.
struct Request
{
    QUrl url; ///< http or https, without userinfo and fragment
    QByteArray method = "GET";
    HeaderList headers = {};
    QByteArray body = {};
};

/// Status line and headers of an answer.
struct ResponseHead
{
    int status = 0;
    QString reason;
    QString httpVersion; ///< "1.1" or "2"
    HeaderList headers;
    qint64 contentLength = -1; ///< of the body as sent; -1: not announced
};

/// Whether an answer has no body whatever its headers say (RFC 9112, section 6.3).
inline bool answerHasNoBody(const QByteArray &method, int status)
{
    return method == "HEAD" || status == 204 || status == 304;
}

/// An answer whose body was given to the sink in full.
struct Response
{
    ResponseHead head;
    qint64 wireBytes = 0; ///< body bytes received
};

/// Where a body goes, piece by piece, on the fetcher's thread. A fault stops the transfer and is its outcome.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    /// Headers are here; the body follows.
    [[nodiscard]] virtual std::optional<Fault> begin(const ResponseHead &head) = 0;
    [[nodiscard]] virtual std::optional<Fault> write(const QByteArray &piece) = 0;
    /// Whether it would rather have nothing more just now: the transfer pauses, its last bytes come all the
    /// same.
    [[nodiscard]] virtual bool isFull() const { return false; }
    /// Called when it is no longer full, never inside write(); null: by nobody any more.
    void onRoom(std::function<void()> room) { m_room = std::move(room); }

protected:
    void tellRoom() const
    {
        if (m_room)
            m_room();
    }

private:
    std::function<void()> m_room;
};

} // namespace inflight
