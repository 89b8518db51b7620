// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/serverlog.h"

namespace inflight {

qint64 ServerLog::connectionOpened()
{
    const QMutexLocker lock(&m_mutex);
    ++m_open;
    return m_accepted++;
}

void ServerLog::connectionClosed()
{
    const QMutexLocker lock(&m_mutex);
    --m_open;
}

void ServerLog::requestStarted(ServerRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    request.number = m_requestCount++;
    request.repeat = m_perTarget[request.target]++;
    ++m_perPath[request.path()];
    m_peak = qMax(m_peak, ++m_inProgress);
    if (m_keepsRequests) {
        m_requests.append(request);
        m_changes.append({request.path(), 1});
    }
}

void ServerLog::requestEnded(const ServerRequest &request, bool aborted)
{
    const QMutexLocker lock(&m_mutex);
    --m_inProgress;
    if (aborted)
        ++m_aborted;
    if (m_keepsRequests)
        m_changes.append({request.path(), -1});
}

QList<ServerRequest> ServerLog::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

qint64 ServerLog::requestCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requestCount;
}

int ServerLog::countFor(const QByteArray &path) const
{
    const QMutexLocker lock(&m_mutex);
    return m_perPath.value(path);
}

int ServerLog::inProgress() const
{
    const QMutexLocker lock(&m_mutex);
    return m_inProgress;
}

int ServerLog::peakInProgress() const
{
    const QMutexLocker lock(&m_mutex);
    return m_peak;
}

int ServerLog::peakInProgress(const QByteArray &pathPrefix) const
{
    const QMutexLocker lock(&m_mutex);
    int now = 0;
    int peak = 0;
    for (const Change &change : m_changes) {
        if (change.path.startsWith(pathPrefix))
            peak = qMax(peak, now += change.by);
    }
    return peak;
}

int ServerLog::openConnections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_open;
}

qint64 ServerLog::acceptedConnections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_accepted;
}

int ServerLog::abortedRequests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_aborted;
}

} // namespace inflight
