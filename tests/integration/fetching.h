// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fetcher.h"
#include "support/testsupport.h"

#include <optional>

namespace inflight {

/// Keeps a body, up to a limit.
class MemorySink final : public BodySink
{
public:
    std::optional<Fault> begin(const ResponseHead &) override
    {
        ++begun;
        return std::nullopt;
    }
    std::optional<Fault> write(const QByteArray &piece) override
    {
        bytes.append(piece);
        if (bytes.size() > limit)
            return Fault{FaultClass::TooLarge, {}, QStringLiteral("too large")};
        return std::nullopt;
    }
    QByteArray bytes;
    qint64 limit = 1 << 30;
    int begun = 0;
};

/// A fetcher with what it needs, for the length of one test.
struct Net
{
    explicit Net(Deadlines limits = {}, TransportSettings transport = {})
        : fetcher(executor, queue, transport, limits)
    {}
    std::optional<Outcome<Response>> get(const QString &url, QByteArray method = "GET", QByteArray body = {})
    {
        Request request;
        request.url = QUrl(url);
        request.method = method;
        request.body = body;
        return fetch(request);
    }
    std::optional<Outcome<Response>> fetch(const Request &request)
    {
        progress = {};
        sink.bytes.clear();
        return runTask(fetcher.fetch(request, &sink, &progress, {}, stop.get_token()), 15'000);
    }

    Executor executor;
    DeadlineQueue queue{executor};
    Fetcher fetcher;
    MemorySink sink;
    ExchangeProgress progress;
    std::stop_source stop;
};

} // namespace inflight
