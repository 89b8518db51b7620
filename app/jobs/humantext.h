// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace inflight {

// Figures as people read them, in the numerals of the default locale. Safe on any thread.

/// "1,000".
QString formatCount(qint64 count);

/// `one` for a count of one, else `many` with the count in place of %1.
QString formatCounted(qint64 count, const QString &one, const QString &many);
/// "292 B", "12.4 MB"; decimal units. Below 0: an empty text.
QString formatBytes(qint64 bytes);
/// "850 ms", "4.2 s", "3 min 12 s", "2 h 5 min", "3 d 4 h". Below 0: an empty text.
QString formatDuration(qint64 ms);
/// The same in whole seconds, for figures that are estimates or tick: "0 s", "21 s", "3 min 12 s".
QString formatSeconds(qint64 ms);
/// A time as people compare it: "0.31 ms", "4.2 ms", "320 ms", "4.2 s".
QString formatLatency(std::chrono::microseconds time);
/// "3.1 MB/s".
QString formatRate(double bytesPerSecond);

} // namespace inflight
