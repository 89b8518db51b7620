// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/timescale.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Room after now while it follows: for what goes on to be seen to go on.
constexpr double leadShare = 0.06;
/// A run that has just begun is not shown larger than this.
constexpr double leastFollowedMs = 2'000;
/// Around the whole run.
constexpr double marginShare = 0.02;

struct TimeScaleText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::TimeScale)
};

constexpr double second = 1000;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;

constexpr std::array steps{0.1,     0.2,        0.5,        1.0,         2.0,         5.0,
                           10.0,    20.0,       50.0,       100.0,       200.0,       500.0,
                           second,  2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
                           minute,  2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                           hour,    2 * hour,   3 * hour,   6 * hour,    12 * hour,   day,
                           2 * day, 5 * day,    10 * day,   30 * day,    100 * day,   365 * day};

int decimalsFor(double step, double unit)
{
    const double share = step / unit;
    return share >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(share) - 1e-9));
}

QString clockText(double ms, double step)
{
    const auto whole = static_cast<qint64>(std::floor(ms / second));
    const int decimals = decimalsFor(step, second);
    const double seconds =
        (ms - static_cast<double>(whole) * second) / second + static_cast<double>(whole % 60);
    const QString tail =
        QLocale().toString(seconds, 'f', decimals).rightJustified(decimals > 0 ? 3 + decimals : 2, u'0');
    const auto twoDigits = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const qint64 hours = whole / 3600;
    if (hours == 0)
        return u"%1:%2"_s.arg(whole / 60).arg(tail);
    const QString time = u"%1:%2:%3"_s.arg(hours < 24 ? QString::number(hours) : twoDigits(hours % 24),
                                           twoDigits(whole / 60 % 60), tail);
    return hours < 24 ? time : TimeScaleText::tr("%1 d %2").arg(hours / 24).arg(time);
}

QString tickText(double ms, double step)
{
    const QString sign = ms < 0 ? u"−"_s : QString();
    const double size = std::abs(ms);
    if (step < second && size < second)
        return TimeScaleText::tr("%1 ms").arg(sign + QLocale().toString(size, 'f', decimalsFor(step, 1)));
    if (size < minute)
        return TimeScaleText::tr("%1 s").arg(
            sign + QLocale().toString(size / second, 'f', decimalsFor(step, second)));
    return sign + clockText(size, step);
}

} // namespace

void TimeScale::setWidth(int pixels)
{
    m_width = std::max(pixels, 1);
}

double TimeScale::xOf(double ms) const
{
    const double x = (ms - m_beginMs) / m_spanMs * m_width;
    return m_mirrored ? m_width - x : x;
}

double TimeScale::momentAt(double x) const
{
    return m_beginMs + (m_mirrored ? m_width - x : x) / m_width * m_spanMs;
}

void TimeScale::setRange(double beginMs, double spanMs)
{
    m_spanMs = std::clamp(spanMs, leastSpanMs, mostSpanMs);
    m_beginMs = beginMs;
}

void TimeScale::follow()
{
    m_mode = Mode::Follow;
}

void TimeScale::showWholeRun()
{
    m_mode = Mode::WholeRun;
}

void TimeScale::zoom(double factor, double x)
{
    const double at = momentAt(x);
    if (m_mode == Mode::Follow && (factor < 1 || at >= m_nowMs)) {
        zoom(factor);
        return;
    }
    const double span = std::clamp(m_spanMs / factor, leastSpanMs, mostSpanMs);
    setRange(at - (at - m_beginMs) * span / m_spanMs, span);
    m_mode = Mode::Stand;
}

void TimeScale::zoom(double factor)
{
    if (m_mode == Mode::Follow)
        m_followedMs = std::clamp(m_spanMs / factor, leastSpanMs, mostSpanMs);
    else
        zoom(factor, m_width / 2.0);
}

void TimeScale::show(double beginMs, double endMs)
{
    setRange(std::min(beginMs, endMs), std::abs(endMs - beginMs));
    m_mode = Mode::Stand;
}

void TimeScale::pan(double pixels)
{
    m_beginMs += (m_mirrored ? pixels : -pixels) * msPerPixel();
    m_mode = Mode::Stand;
}

bool TimeScale::advance(const RunSpan &run, double nowMs)
{
    const double begin = m_beginMs;
    const double span = m_spanMs;
    const double end = run.isLive ? nowMs : run.endMs;
    m_nowMs = end;
    if (m_mode == Mode::Follow) {
        // Until the run is as long as what is shown, it begins at the left.
        const double lasted = std::max(end - run.beginMs, std::min(leastFollowedMs, m_followedMs));
        const double shown = std::min(m_followedMs, lasted / (1 - leadShare));
        setRange(end - shown * (1 - leadShare), shown);
        if (run.beginMs > m_beginMs)
            m_beginMs = run.beginMs;
    } else if (m_mode == Mode::WholeRun) {
        const double length = std::max(end - run.beginMs, leastSpanMs);
        setRange(run.beginMs - length * marginShare,
                 length * (1 + (run.isLive ? leadShare : marginShare) + marginShare));
    }
    return begin != m_beginMs || span != m_spanMs;
}

QList<AxisTick> axisTicks(const TimeScale &scale, double zeroMs, int leastPixels)
{
    const double least = scale.msPerPixel() * leastPixels;
    const auto *const found = std::ranges::lower_bound(steps, least);
    const double step = found == steps.end() ? steps.back() * std::ceil(least / steps.back()) : *found;
    QList<AxisTick> ticks;
    const double first = std::ceil((scale.beginMs() - zeroMs) / step);
    for (double place = first; zeroMs + place * step <= scale.endMs(); ++place)
        ticks.append({zeroMs + place * step, tickText(place * step, step)});
    return ticks;
}

} // namespace inflight
