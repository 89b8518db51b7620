// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>
#include <vector>

namespace inflight {

/// Durations counted in buckets that grow with what is in them: below 64 µs each is 1 µs wide, above there
/// are 32 a doubling, so that no value is further than 1 in 64 (1.6 %) from the middle of its bucket. At most
/// 1,024 buckets, of which those between the least and the most are held; up to 19 hours, what is longer
/// counts as that. The idea is Gil Tene's HdrHistogram (https://hdrhistogram.org). A value.
class DurationHistogram
{
public:
    using Duration = std::chrono::microseconds;

    static constexpr int bucketsPerDoubling = 32;
    static constexpr int bucketCount = 1024;

    void add(Duration duration);
    /// Takes back what was added before.
    void remove(Duration duration);
    void merge(const DurationHistogram &other);

    [[nodiscard]] qint64 count() const { return m_count; }
    /// What `share` (0 to 1) of the durations did not exceed, by nearest rank; nothing while empty.
    [[nodiscard]] std::optional<Duration> quantile(double share) const;
    /// The shortest one: as it was, or, once one at that end was taken back, as exactly as its bucket tells.
    [[nodiscard]] std::optional<Duration> least() const;
    /// The longest one, likewise.
    [[nodiscard]] std::optional<Duration> most() const;

    [[nodiscard]] static int bucketOf(Duration duration);
    /// The shortest duration of a bucket; of bucketCount, the end of the last one.
    [[nodiscard]] static Duration bucketBegin(int bucket);
    /// Those from firstBucket() to endBucket(), not included, may hold something.
    [[nodiscard]] int firstBucket() const { return m_first; }
    [[nodiscard]] int endBucket() const { return m_first + static_cast<int>(m_counts.size()); }
    /// How many there are in the buckets from `first` to `end`, not included.
    [[nodiscard]] qint64 countIn(int first, int end) const;

private:
    quint32 &counter(int bucket);
    /// The bucket of the one at `rank`, counted from 1.
    [[nodiscard]] int bucketAt(qint64 rank) const;

    int m_first = 0;               ///< bucket of m_counts[0]
    std::vector<quint32> m_counts; ///< as far as it reaches
    qint64 m_count = 0;
    Duration m_least{0};
    Duration m_most{0};
};

} // namespace inflight
