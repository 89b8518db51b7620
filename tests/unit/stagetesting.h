// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <stop_token>

#include <QString>
#include <QUrl>

#include "pipeline/stage.h"

namespace inflight::testing {

inline constexpr qint64 megabyte = 1024 * 1024;

/// A payload as the fetch stage would give it.
inline Payload payloadOf(const QByteArray &body, const QByteArray &type = {}, const QByteArray &encoding = {},
                         const QString &url = QStringLiteral("http://example.org/"))
{
    Payload payload;
    payload.body = Body(body);
    payload.url = QUrl(url);
    payload.contentType = type;
    payload.contentEncoding = encoding;
    return payload;
}

/// A body of `size` bytes that repeats `pattern`, made a piece at a time.
inline Body repeatedBody(const QByteArray &pattern, qint64 size)
{
    BodyWriter writer(size);
    const QByteArray piece = pattern.repeated(megabyte / pattern.size() + 1);
    while (writer.size() < size) {
        if (writer.append(QByteArrayView(piece).first(qMin<qint64>(piece.size(), size - writer.size()))))
            qFatal("the test's body could not be written");
    }
    return writer.finish().value();
}

/// Runs stages and keeps what they report; may stop them on the way.
class StageTrial
{
public:
    explicit StageTrial(qint64 maxSize = 1024 * megabyte)
    {
        context.stop = m_stop.get_token();
        context.maxSize = maxSize;
        context.progress = [this](qint64 nowDone, qint64 nowTotal) { note(nowDone, nowTotal); };
    }

    /// Requests the stop as soon as progress has come to `place`.
    void stopAt(qint64 place) { m_stopAt = place; }
    void stopNow() { m_stop.request_stop(); }

    StageContext context;
    qint64 done = -1; ///< as last reported
    qint64 total = -1;
    int reports = 0;
    bool wentBack = false; ///< progress got less at some time

private:
    void note(qint64 nowDone, qint64 nowTotal)
    {
        wentBack = wentBack || nowDone < done;
        done = nowDone;
        total = nowTotal;
        ++reports;
        if (m_stopAt && done >= *m_stopAt)
            m_stop.request_stop();
    }

    std::stop_source m_stop;
    std::optional<qint64> m_stopAt;
};

/// The class of the fault that `outcome` ended in; empty when it did not fail.
template <typename T>
QString faultName(const Outcome<T> &outcome)
{
    return outcome.failed() ? QString(faultClassName(outcome.fault().faultClass)) : QString();
}

/// The message of the fault that `outcome` ended in; empty when it did not fail.
template <typename T>
QString faultMessage(const Outcome<T> &outcome)
{
    return outcome.failed() ? outcome.fault().message : QString();
}

} // namespace inflight::testing
