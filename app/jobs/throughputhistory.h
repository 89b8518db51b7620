// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace inflight {

/// How fast a run went in one stretch of it.
struct ThroughputSample
{
    double requests = 0; ///< that were answered, a second
    double bytes = 0;    ///< of bodies received, a second
    double inFlight = 0; ///< jobs that held a slot, at its end; of several seconds, their mean
    double errors = 0;   ///< requests that failed, a second

    friend bool operator==(const ThroughputSample &, const ThroughputSample &) = default;
};

/// The throughput of a run over time in bounded memory: its last minutes second by second, and all of it in
/// at most 600 pieces, which become twice as long whenever they fill up. Seconds in which nothing runs are
/// not in it. A value.
class ThroughputHistory
{
public:
    static constexpr qsizetype recentSeconds = 300;
    static constexpr qsizetype mostPieces = 600;

    /// Of the second that has just gone by.
    void add(const ThroughputSample &second);

    /// Oldest first, a second each.
    [[nodiscard]] const QList<ThroughputSample> &recent() const { return m_recent; }
    /// Oldest first, secondsPerPiece() each; the last piece may have begun only.
    [[nodiscard]] QList<ThroughputSample> whole() const;
    [[nodiscard]] int secondsPerPiece() const { return m_secondsPerPiece; }

private:
    void halve();

    QList<ThroughputSample> m_recent;
    QList<ThroughputSample> m_pieces;
    ThroughputSample m_open; ///< sums over m_openSeconds
    int m_openSeconds = 0;
    int m_secondsPerPiece = 1;
};

} // namespace inflight
