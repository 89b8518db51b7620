// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/serverrequest.h"

#include <QHash>
#include <QList>
#include <QMutex>

namespace inflight {

/// What the script server saw. Every call is safe from any thread.
class ServerLog
{
public:
    /// Without `keepsRequests` only the sums are kept, for servers that live long.
    explicit ServerLog(bool keepsRequests)
        : m_keepsRequests(keepsRequests)
    {}
    ~ServerLog() = default;
    Q_DISABLE_COPY_MOVE(ServerLog)

    /// Numbers the connection.
    qint64 connectionOpened();
    void connectionClosed();
    /// Numbers the request (number, repeat) and counts it as in progress.
    void requestStarted(ServerRequest &request);
    void requestEnded(const ServerRequest &request, bool aborted);

    [[nodiscard]] QList<ServerRequest> requests() const;
    [[nodiscard]] qint64 requestCount() const;
    [[nodiscard]] int countFor(const QByteArray &path) const;
    [[nodiscard]] int inProgress() const;
    [[nodiscard]] int peakInProgress() const;
    [[nodiscard]] int peakInProgress(const QByteArray &pathPrefix) const;
    [[nodiscard]] int openConnections() const;
    [[nodiscard]] qint64 acceptedConnections() const;
    [[nodiscard]] int abortedRequests() const;

private:
    /// A request began (+1) or ended (-1).
    struct Change
    {
        QByteArray path;
        int by = 0;
    };

    const bool m_keepsRequests;
    mutable QMutex m_mutex;
    QList<ServerRequest> m_requests;
    QList<Change> m_changes;
    QHash<QByteArray, int> m_perPath;
    QHash<QByteArray, int> m_perTarget;
    qint64 m_requestCount = 0;
    qint64 m_accepted = 0;
    int m_open = 0;
    int m_inProgress = 0;
    int m_peak = 0;
    int m_aborted = 0;
};

} // namespace inflight
