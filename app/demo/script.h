// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>
#include <variant>

namespace inflight {

/// Gives bytes of a generated body: at least one and at most `most`, from `offset` on. Called on the server's
/// thread, in order of offset.
using BytesSource = std::function<QByteArray(qint64 offset, qint64 most)>;

/// How the script server answers one request: steps taken in order. A value; each builder gives a longer
/// copy. When the steps are over the connection is kept alive, unless the request asked otherwise. Bytes of a
/// body are left out in the answer to HEAD (RFC 9110, section 9.3.2), all else is sent as it stands: the
/// script may break every rule of HTTP, and for tests it does.
class Script
{
public:
    struct Send
    {
        QByteArray bytes;
        bool isBody = false;
    };
    struct Stream
    {
        qint64 size = 0;
        BytesSource source;
        qint64 chunk = 0;
        std::chrono::milliseconds interval{0}; ///< between two chunks; 0: as fast as the peer reads
    };
    struct Wait
    {
        std::chrono::milliseconds time{0};
    };
    struct Hold
    {};
    struct Close
    {};
    struct Reset
    {};
    struct Stall
    {};
    using Step = std::variant<Send, Stream, Wait, Hold, Close, Reset, Stall>;

    /// A whole answer; Content-Length is added unless `headers` has one or the status has no body (RFC 9110,
    /// section 8.6).
    static Script answer(int status, const HeaderList &headers = {}, const QByteArray &body = {});
    /// The same with Transfer-Encoding: chunked (RFC 9112, section 7.1), `interval` between two chunks.
    static Script chunked(int status, const HeaderList &headers, const QList<QByteArray> &chunks,
                          std::chrono::milliseconds interval = {});
    /// Status line and headers alone, just as given; the body is up to the steps that follow.
    static Script head(int status, const HeaderList &headers);
    /// Any bytes.
    static Script raw(const QByteArray &bytes);
    /// Never answers.
    static Script never();

    /// Then the steps of `next`.
    [[nodiscard]] Script then(const Script &next) const;
    /// All of the above begins `delay` later.
    [[nodiscard]] Script after(std::chrono::milliseconds delay) const;

    /// All waits take `factor` times as long.
    [[nodiscard]] Script paced(double factor) const;

    /// Then bytes of a body, with back-pressure.
    [[nodiscard]] Script send(const QByteArray &bytes) const;
    /// Then `chunk` bytes of a body at a time, `interval` between two.
    [[nodiscard]] Script drip(const QByteArray &bytes, qint64 chunk,
                              std::chrono::milliseconds interval) const;
    /// Then `size` bytes of a body that are made while they are sent, `chunk` at a time.
    [[nodiscard]] Script stream(qint64 size, const BytesSource &source, qint64 chunk = 64 * 1024,
                                std::chrono::milliseconds interval = {}) const;
    /// Then nothing for a time.
    [[nodiscard]] Script wait(std::chrono::milliseconds time) const;
    /// Then nothing until ScriptServer::release().
    [[nodiscard]] Script hold() const;
    /// Then nothing for ever.
    [[nodiscard]] Script stall() const;
    /// Then the connection ends in good order (FIN).
    [[nodiscard]] Script close() const;
    /// Then the connection is torn down (RST).
    [[nodiscard]] Script reset() const;

    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }

private:
    [[nodiscard]] Script with(Step step) const;

    QList<Step> m_steps;
};

} // namespace inflight
