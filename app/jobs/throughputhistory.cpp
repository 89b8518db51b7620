// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/throughputhistory.h"

namespace inflight {

namespace {

ThroughputSample sum(const ThroughputSample &a, const ThroughputSample &b)
{
    return {a.requests + b.requests, a.bytes + b.bytes, a.inFlight + b.inFlight, a.errors + b.errors};
}

ThroughputSample mean(const ThroughputSample &sum, int count)
{
    const double n = count;
    return {sum.requests / n, sum.bytes / n, sum.inFlight / n, sum.errors / n};
}

} // namespace

void ThroughputHistory::add(const ThroughputSample &second)
{
    m_recent.append(second);
    if (m_recent.size() > recentSeconds)
        m_recent.removeFirst();
    m_open = sum(m_open, second);
    if (++m_openSeconds < m_secondsPerPiece)
        return;
    m_pieces.append(mean(m_open, m_openSeconds));
    m_open = {};
    m_openSeconds = 0;
    if (m_pieces.size() == mostPieces)
        halve();
}

void ThroughputHistory::halve()
{
    for (qsizetype i = 0; i < mostPieces / 2; ++i)
        m_pieces[i] = mean(sum(m_pieces.at(2 * i), m_pieces.at(2 * i + 1)), 2);
    m_pieces.resize(mostPieces / 2);
    m_secondsPerPiece *= 2;
}

QList<ThroughputSample> ThroughputHistory::whole() const
{
    QList<ThroughputSample> all = m_pieces;
    if (m_openSeconds > 0)
        all.append(mean(m_open, m_openSeconds));
    return all;
}

} // namespace inflight
