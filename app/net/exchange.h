// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/oneshot.h"
#include "async/outcome.h"
#include "async/stopcause.h"
#include "net/phasetimes.h"
#include "net/request.h"
#include "net/transport.h"
#include "net/wire/wirereply.h"

#include <QNetworkReply>
#include <QObject>
#include <QScopedPointer>
#include <QSslError>

#include <functional>
#include <memory>

namespace inflight {

using ReplyPointer = std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater>;

/// What an observer hears of a request under way.
struct ExchangeProgress
{
    ResponseHead head;    ///< status 0 until the headers are here
    qint64 wireBytes = 0; ///< body bytes received so far
    PhaseTimes timings;   ///< of the phases that are over
    int timesSent = 0;    ///< Qt sends again on its own when a kept connection turns out closed
};

/// One reply from request to last byte: turns its signals into an awaitable, takes its phase times, watches
/// its deadlines, gives its body to a sink. Lives on the engine's thread, for the length of one fetch.
class Exchange final : public QObject, private WireReplyListener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    /// `cause` ends it early, and is how its deadlines end it. All references must outlive it.
    Exchange(Executor &executor, DeadlineQueue &queue, const Deadlines &deadlines, BodySink &sink,
             ExchangeProgress &progress, std::function<void()> onProgress, StopCause &cause);
    ~Exchange() override;

    /// Starts to watch `reply`, which was just sent.
    void start(ReplyPointer reply);
    /// Await it: set once the reply has finished, been aborted or been destroyed.
    [[nodiscard]] OneShot &finished() { return m_finished; }
    /// After finished(). `proxied`: the connection was one to a proxy.
    [[nodiscard]] Outcome<Response> outcome(bool proxied) const;

private:
    using Clock = DeadlineQueue::Clock;

    void onConnecting() override;
    void onConnected() override;
    void onSending() override;
    void onRequestSent() override;
    void onHead() override;
    void onReadable() override;
    void onFinished() override;
    void onGone() override;
    void listenToQt();
    void onRoom();
    void read();
    void abort();

    void expect(std::optional<milliseconds> limit, FaultClass faultClass);
    void expire(milliseconds limit, FaultClass faultClass);
    void readHead();
    void notify();
    [[nodiscard]] std::optional<Fault> shortBody() const;

    DeadlineQueue &m_queue;
    const Deadlines &m_deadlines;
    BodySink &m_sink;
    ExchangeProgress &m_progress;
    std::function<void()> m_onProgress;
    StopCause &m_cause;
    OneShot m_finished;
    ReplyPointer m_reply;
    WireReply *m_wire = nullptr; ///< the same, when it is one of ours
    QList<QSslError> m_tlsErrors;
    DeadlineQueue::Deadline m_deadline; ///< of the present phase
    Clock::time_point m_started;
    Clock::time_point m_sentAt;
    Clock::time_point m_headAt;
    Clock::time_point m_lastByteAt;
    bool m_connected = false; ///< this exchange opened a connection of its own
    bool m_completed = false; ///< finished by itself, before anybody stopped it
    bool m_headSeen = false;
    bool m_paused = false; ///< bytes are not read, for want of room in the sink
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace inflight
