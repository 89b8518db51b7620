// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/humantext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct HumanTextText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::HumanText)
};

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

/// The C locale leaves thousands ungrouped unless told.
QLocale numerals()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

QString tenths(double value)
{
    return numerals().toString(value, 'f', 1);
}

/// A minute and more: the two largest units.
QString longDuration(qint64 ms)
{
    const qint64 seconds = ms / secondMs;
    if (ms < hourMs)
        return HumanTextText::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (ms < dayMs)
        return HumanTextText::tr("%1 h %2 min").arg(ms / hourMs).arg(ms % hourMs / minuteMs);
    return HumanTextText::tr("%1 d %2 h").arg(formatCount(ms / dayMs)).arg(ms % dayMs / hourMs);
}

} // namespace

QString formatCount(qint64 count)
{
    return numerals().toString(count);
}

QString formatCounted(qint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(formatCount(count));
}

QString formatBytes(qint64 bytes)
{
    if (bytes < 0)
        return {};
    if (bytes < 1000)
        return HumanTextText::tr("%1 B").arg(bytes);
    static constexpr std::array units{"kB"_L1, "MB"_L1, "GB"_L1, "TB"_L1, "PB"_L1, "EB"_L1};
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    // What would be rounded to "1000.0 kB" is a megabyte.
    while (value >= 999.95 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return u"%1 %2"_s.arg(tenths(value), units[unit]);
}

QString formatDuration(qint64 ms)
{
    if (ms < 0)
        return {};
    if (ms < secondMs)
        return HumanTextText::tr("%1 ms").arg(ms);
    if (ms < minuteMs - 50)
        return HumanTextText::tr("%1 s").arg(tenths(static_cast<double>(ms) / 1000));
    return longDuration(std::max(ms, minuteMs));
}

QString formatSeconds(qint64 ms)
{
    if (ms < 0)
        return {};
    const qint64 rounded = (ms + secondMs / 2) / secondMs * secondMs;
    return rounded < minuteMs ? HumanTextText::tr("%1 s").arg(rounded / secondMs) : longDuration(rounded);
}

QString formatLatency(std::chrono::microseconds time)
{
    const double ms = static_cast<double>(time.count()) / 1000;
    if (ms >= 10)
        return formatDuration(std::llround(ms));
    return HumanTextText::tr("%1 ms").arg(numerals().toString(ms, 'f', ms < 1 ? 2 : 1));
}

QString formatRate(double bytesPerSecond)
{
    return HumanTextText::tr("%1/s").arg(formatBytes(std::llround(bytesPerSecond)));
}

} // namespace inflight
