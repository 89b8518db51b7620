// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/outcome.h"
#include "async/stopcause.h"
#include "net/http2lanes.h"
#include "net/request.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>

namespace inflight {

/// Watches one reply on a lane of HTTP/2. Qt 6.4.2 forgets requests that it gets around the time of a GOAWAY:
/// they are never sent, no signal follows, and they would wait for a deadline of 10 s. A request that was not
/// sent `patience` after it was handed over, on a connection that is open, counts as lost. One that was sent
/// is left alone, however long its server takes.
class Http2Watch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Http2Watch)

public:
    /// `cause` ends a lost request. All references must outlive it.
    Http2Watch(DeadlineQueue &queue, Http2Lanes::Lease &lease, StopCause &cause);

    /// `reply` was just sent.
    void start(QNetworkReply &reply);
    /// After the reply's end: whether no server can have acted on the request, which then may go again by
    /// HTTP/1.1 whatever its method. `head` is what came of an answer.
    [[nodiscard]] bool mayGoAgain(const ResponseHead &head) const;
    /// After the reply's end, when it may not go again: what `outcome` is in the contract's classes. A stream
    /// that the server reset is cut off, not an answer, whatever Qt takes the code of the reset for.
    [[nodiscard]] Outcome<Response> judged(Outcome<Response> outcome, const ResponseHead &head) const;

    static constexpr milliseconds patience{2000};

private:
    [[nodiscard]] bool wasCutOff(const Outcome<Response> &outcome, const ResponseHead &head) const;
    void expect();
    void expire();
    void onConnecting();
    void onSent();
    void onFinished();

    DeadlineQueue &m_queue;
    Http2Lanes::Lease &m_lease;
    StopCause &m_cause;
    DeadlineQueue::Deadline m_deadline;
    QPointer<QNetworkReply> m_reply;
    QNetworkReply::NetworkError m_error = QNetworkReply::NoError;
    QString m_reason;
    bool m_sent = false;
    bool m_http2 = false;
    bool m_lost = false;
};

} // namespace inflight
