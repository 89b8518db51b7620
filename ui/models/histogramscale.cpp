// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/histogramscale.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

using Duration = DurationHistogram::Duration;

constexpr int perDoubling = DurationHistogram::bucketsPerDoubling;

QString tickText(qint64 us)
{
    const auto text = [](const char *unit, qint64 number) {
        return QCoreApplication::translate("inflight::HistogramScale", unit).arg(QLocale().toString(number));
    };
    if (us < 1000)
        return text(QT_TRANSLATE_NOOP("inflight::HistogramScale", "%1 µs"), us);
    if (us < 1'000'000)
        return text(QT_TRANSLATE_NOOP("inflight::HistogramScale", "%1 ms"), us / 1000);
    return text(QT_TRANSLATE_NOOP("inflight::HistogramScale", "%1 s"), us / 1'000'000);
}

} // namespace

HistogramScale::HistogramScale(const DurationHistogram &histogram, int barsThatFit)
{
    if (histogram.count() == 0)
        return;
    m_first = histogram.firstBucket() / perDoubling * perDoubling;
    m_end = (histogram.endBucket() + perDoubling - 1) / perDoubling * perDoubling;
    if (m_end - m_first < 2 * perDoubling) {
        m_end = std::min(m_end + perDoubling, DurationHistogram::bucketCount);
        m_first = std::min(m_first, m_end - 2 * perDoubling);
    }
    while (barCount() > barsThatFit && m_bucketsPerBar < perDoubling)
        m_bucketsPerBar *= 2;
}

BucketRange HistogramScale::bar(int index) const
{
    const int first = m_first + index * m_bucketsPerBar;
    return {first, first + m_bucketsPerBar};
}

int HistogramScale::barOf(int bucket) const
{
    return (std::clamp(bucket, m_first, m_end - 1) - m_first) / m_bucketsPerBar;
}

int HistogramScale::barAt(double place) const
{
    return std::clamp(static_cast<int>(place * barCount()), 0, barCount() - 1);
}

double HistogramScale::placeOf(int bucket) const
{
    return std::clamp(static_cast<double>(bucket - m_first) / (m_end - m_first), 0.0, 1.0);
}

double HistogramScale::placeOf(Duration duration) const
{
    const int bucket = DurationHistogram::bucketOf(duration);
    const Duration begin = DurationHistogram::bucketBegin(bucket);
    const Duration width = DurationHistogram::bucketBegin(bucket + 1) - begin;
    const double within =
        static_cast<double>((duration - begin).count()) / static_cast<double>(width.count());
    return std::clamp((bucket + within - m_first) / (m_end - m_first), 0.0, 1.0);
}

QList<HistogramScale::Tick> HistogramScale::ticks(int wordsThatFit) const
{
    const qint64 least = DurationHistogram::bucketBegin(m_first).count();
    const qint64 most = DurationHistogram::bucketBegin(m_end).count();
    QList<Tick> ticks;
    QList<int> decades;
    for (qint64 power = 1; power <= most; power *= 10) {
        for (const qint64 digit : {1, 2, 5}) {
            const qint64 us = power * digit;
            if (us < least || us > most)
                continue;
            if (digit == 1)
                decades.append(static_cast<int>(ticks.size()));
            ticks.append({placeOf(Duration(us)), tickText(us)});
        }
    }
    if (ticks.size() <= wordsThatFit)
        return ticks;
    const int step = std::max(1, static_cast<int>(decades.size()) / std::max(1, wordsThatFit) + 1);
    for (int i = 0; i < ticks.size(); ++i) {
        const auto decade = decades.indexOf(i);
        const bool fits = decades.size() <= wordsThatFit || decade % step == 0;
        if (decade < 0 || !fits)
            ticks[i].text.clear();
    }
    return ticks;
}

} // namespace inflight
