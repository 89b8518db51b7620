// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/durationhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace inflight {

namespace {

using Duration = DurationHistogram::Duration;

constexpr int perDoubling = DurationHistogram::bucketsPerDoubling;
/// Of the bits of a value, those that tell its bucket.
constexpr int bitsKept = std::bit_width(static_cast<unsigned>(perDoubling));
constexpr Duration longest = DurationHistogram::Duration((qint64{1} << 36) - 1);

Duration clamped(Duration duration)
{
    return std::clamp(duration, Duration(0), longest);
}

} // namespace

int DurationHistogram::bucketOf(Duration duration)
{
    const auto value = static_cast<quint64>(clamped(duration).count());
    const int shift = std::max(0, static_cast<int>(std::bit_width(value)) - bitsKept);
    return shift * perDoubling + static_cast<int>(value >> shift);
}

DurationHistogram::Duration DurationHistogram::bucketBegin(int bucket)
{
    const int shift = std::max(0, bucket / perDoubling - 1);
    return Duration(static_cast<qint64>(bucket - shift * perDoubling) << shift);
}

void DurationHistogram::add(Duration duration)
{
    const Duration value = clamped(duration);
    ++counter(bucketOf(value));
    m_least = m_count == 0 ? value : std::min(m_least, value);
    m_most = m_count == 0 ? value : std::max(m_most, value);
    ++m_count;
}

void DurationHistogram::remove(Duration duration)
{
    const Duration value = clamped(duration);
    const int bucket = bucketOf(value);
    if (countIn(bucket, bucket + 1) == 0)
        return;
    --counter(bucket);
    if (--m_count == 0)
        return;
    m_least = std::max(m_least, bucketBegin(bucketAt(1)));
    m_most = std::min(m_most, bucketBegin(bucketAt(m_count) + 1) - Duration(1));
}

void DurationHistogram::merge(const DurationHistogram &other)
{
    if (other.m_count == 0)
        return;
    for (int bucket = other.firstBucket(); bucket < other.endBucket(); ++bucket) {
        if (const quint32 more = other.m_counts[static_cast<std::size_t>(bucket - other.m_first)])
            counter(bucket) += more;
    }
    m_least = m_count == 0 ? other.m_least : std::min(m_least, other.m_least);
    m_most = m_count == 0 ? other.m_most : std::max(m_most, other.m_most);
    m_count += other.m_count;
}

std::optional<DurationHistogram::Duration> DurationHistogram::quantile(double share) const
{
    if (m_count == 0)
        return std::nullopt;
    const auto rank = static_cast<qint64>(std::ceil(share * static_cast<double>(m_count)));
    const int bucket = bucketAt(std::clamp<qint64>(rank, 1, m_count));
    const Duration middle = (bucketBegin(bucket) + bucketBegin(bucket + 1)) / 2;
    return std::clamp(middle, m_least, m_most);
}

std::optional<DurationHistogram::Duration> DurationHistogram::least() const
{
    return m_count == 0 ? std::nullopt : std::optional(m_least);
}

std::optional<DurationHistogram::Duration> DurationHistogram::most() const
{
    return m_count == 0 ? std::nullopt : std::optional(m_most);
}

qint64 DurationHistogram::countIn(int first, int end) const
{
    const int from = std::max(first, firstBucket());
    const int to = std::min(end, endBucket());
    if (from >= to)
        return 0;
    const auto begin = m_counts.begin();
    return std::accumulate(begin + (from - m_first), begin + (to - m_first), qint64{0});
}

quint32 &DurationHistogram::counter(int bucket)
{
    if (m_counts.empty())
        m_first = bucket;
    if (bucket < m_first) {
        m_counts.insert(m_counts.begin(), static_cast<std::size_t>(m_first - bucket), 0);
        m_first = bucket;
    }
    const auto place = static_cast<std::size_t>(bucket - m_first);
    if (place >= m_counts.size())
        m_counts.resize(place + 1);
    return m_counts[place];
}

int DurationHistogram::bucketAt(qint64 rank) const
{
    qint64 seen = 0;
    for (std::size_t place = 0; place < m_counts.size(); ++place) {
        seen += m_counts[place];
        if (seen >= rank)
            return m_first + static_cast<int>(place);
    }
    return m_first;
}

} // namespace inflight
