// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/durationhistogram.h"

#include <QList>
#include <QString>

namespace inflight {

/// A run of buckets, the end not included.
struct BucketRange
{
    int first = 0;
    int end = 0;

    friend bool operator==(const BucketRange &, const BucketRange &) = default;
};

/// How a histogram is laid on an axis: its buckets, side by side, are the axis, which is logarithmic because
/// they are; so many neighbours stand in one bar as there is room for. Whole doublings are shown, so that the
/// axis holds still while times come in. A value.
class HistogramScale
{
public:
    /// A mark of the axis.
    struct Tick
    {
        double place = 0; ///< 0 to 1
        QString text;     ///< empty: between those with words
    };

    HistogramScale() = default;
    HistogramScale(const DurationHistogram &histogram, int barsThatFit);

    [[nodiscard]] int barCount() const { return (m_end - m_first) / m_bucketsPerBar; }
    [[nodiscard]] BucketRange bar(int index) const;
    /// Clamped to those that there are.
    [[nodiscard]] int barOf(int bucket) const;
    [[nodiscard]] int barAt(double place) const;
    /// Where a bucket begins, 0 to 1 on the axis; clamped.
    [[nodiscard]] double placeOf(int bucket) const;
    [[nodiscard]] double placeOf(DurationHistogram::Duration duration) const;
    /// Where a duration is 1, 2 or 5 times a power of ten; those of them with words that few enough have.
    [[nodiscard]] QList<Tick> ticks(int wordsThatFit) const;

private:
    int m_first = 0;
    int m_end = 2 * DurationHistogram::bucketsPerDoubling;
    int m_bucketsPerBar = 1;
};

} // namespace inflight
