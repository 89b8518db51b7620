// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/http2watch.h"

namespace inflight {

Http2Watch::Http2Watch(DeadlineQueue &queue, Http2Lanes::Lease &lease, StopCause &cause)
    : m_queue(queue)
    , m_lease(lease)
    , m_cause(cause)
{}

void Http2Watch::start(QNetworkReply &reply)
{
    m_reply = &reply;
    connect(&reply, &QNetworkReply::socketStartedConnecting, this, &Http2Watch::onConnecting);
    connect(&reply, &QNetworkReply::requestSent, this, &Http2Watch::onSent);
    connect(&reply, &QNetworkReply::finished, this, &Http2Watch::onFinished);
    expect();
}

void Http2Watch::expect()
{
    m_deadline = m_queue.arm(patience, [this] { expire(); });
}

void Http2Watch::expire()
{
    // A connection that is being opened is the connect deadline's matter.
    if (!m_lease.isOpen()) {
        expect();
        return;
    }
    m_lost = true;
    m_lease.retire();
    m_cause.cancel();
}

void Http2Watch::onConnecting()
{
    m_lease.noteConnecting();
}

void Http2Watch::onSent()
{
    m_sent = true;
    m_lease.noteSent();
    m_deadline.disarm();
}

void Http2Watch::onFinished()
{
    m_deadline.disarm();
    if (m_lost || m_cause.stopped())
        return;
    m_error = m_reply->error();
    m_reason = m_reply->errorString();
    m_http2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    const bool answered = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    if (answered && !m_http2)
        m_lease.noteHttp1();
}

bool Http2Watch::mayGoAgain(const ResponseHead &head) const
{
    // The stream's number is past the last that a GOAWAY names as seen, or there was a GOAWAY before it.
    const bool unseen =
        m_error == QNetworkReply::ContentReSendError || m_error == QNetworkReply::ProtocolUnknownError;
    if (unseen)
        m_lease.retire();
    return head.status == 0 && (m_lost || unseen);
}

bool Http2Watch::wasCutOff(const Outcome<Response> &outcome, const ResponseHead &head) const
{
    if (head.status != 0)
        return m_http2 && m_error != QNetworkReply::NoError && head.status < 400;
    const bool garbled = outcome.failed() && (outcome.fault().faultClass == FaultClass::Protocol ||
                                              outcome.fault().faultClass == FaultClass::Internal);
    return m_sent && garbled;
}

Outcome<Response> Http2Watch::judged(Outcome<Response> outcome, const ResponseHead &head) const
{
    if (outcome.failed() && outcome.fault().faultClass == FaultClass::TimeoutConnect)
        m_lease.retire();
    if (!wasCutOff(outcome, head))
        return outcome;
    m_lease.retire();
    return Fault{FaultClass::Truncated,
                 {},
                 tr("%1 cut the answer off: %2. Try again; if it stays, try without --http2.")
                     .arg(m_reply ? m_reply->url().host() : QString(), m_reason)};
}

} // namespace inflight
