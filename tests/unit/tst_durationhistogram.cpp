// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/durationhistogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace inflight;
using namespace std::chrono_literals;

namespace {

using Duration = DurationHistogram::Duration;

/// Durations over six decades, as latencies are: a long tail.
std::vector<Duration> randomDurations(unsigned seed, int count)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> any(9, 2.5);
    std::vector<Duration> durations;
    for (int i = 0; i < count; ++i)
        durations.emplace_back(std::llround(std::min(any(random), 6e10)));
    return durations;
}

DurationHistogram histogramOf(const std::vector<Duration> &durations)
{
    DurationHistogram histogram;
    for (const Duration duration : durations)
        histogram.add(duration);
    return histogram;
}

Duration exactQuantile(std::vector<Duration> durations, double share)
{
    std::ranges::sort(durations);
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(durations.size())));
    return durations[std::max<std::size_t>(rank, 1) - 1];
}

bool same(const DurationHistogram &a, const DurationHistogram &b)
{
    bool equal = a.count() == b.count() && a.least() == b.least() && a.most() == b.most();
    for (int bucket = 0; equal && bucket < DurationHistogram::bucketCount; ++bucket)
        equal = a.countIn(bucket, bucket + 1) == b.countIn(bucket, bucket + 1);
    return equal;
}

} // namespace

class TestDurationHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketsFollowOneAnotherWithoutGap()
    {
        for (int bucket = 0; bucket < DurationHistogram::bucketCount; ++bucket) {
            const Duration begin = DurationHistogram::bucketBegin(bucket);
            const Duration end = DurationHistogram::bucketBegin(bucket + 1);
            QVERIFY(begin < end);
            QCOMPARE(DurationHistogram::bucketOf(begin), bucket);
            QCOMPARE(DurationHistogram::bucketOf(end - 1us), bucket);
            // Half of a bucket is at most 1/64 of what is in it.
            QVERIFY(end - begin == 1us || (end - begin) * 32 <= begin);
        }
        QVERIFY(DurationHistogram::bucketBegin(DurationHistogram::bucketCount) > 19h);
    }

    void quantilesAreWithinTheBound()
    {
        for (const unsigned seed : {1U, 2U, 3U}) {
            const std::vector<Duration> durations = randomDurations(seed, 5'000);
            const DurationHistogram histogram = histogramOf(durations);
            QCOMPARE(histogram.count(), 5'000);
            QCOMPARE(histogram.least(), *std::ranges::min_element(durations));
            QCOMPARE(histogram.most(), *std::ranges::max_element(durations));
            for (const double share : {0.0, 0.01, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
                const auto exact = static_cast<double>(exactQuantile(durations, share).count());
                const auto told = static_cast<double>(histogram.quantile(share)->count());
                QVERIFY2(std::abs(told - exact) <= std::max(exact / 64, 1.0),
                         qPrintable(QStringLiteral("%1: %2, not %3").arg(share).arg(told).arg(exact)));
            }
        }
    }

    void countsRangesOfBucketsExactly()
    {
        const std::vector<Duration> durations = randomDurations(4, 2'000);
        const DurationHistogram histogram = histogramOf(durations);
        for (const auto &[first, end] : {std::pair{0, 1024}, {300, 310}, {310, 400}, {64, 500}, {20, 20}}) {
            const Duration from = DurationHistogram::bucketBegin(first);
            const Duration to = DurationHistogram::bucketBegin(end);
            QCOMPARE(histogram.countIn(first, end), std::ranges::count_if(durations, [&](Duration each) {
                         return each >= from && each < to;
                     }));
        }
        QCOMPARE(DurationHistogram().countIn(0, DurationHistogram::bucketCount), 0);
    }

    void mergedIsAsIfAddedToOne()
    {
        const std::vector<Duration> some = randomDurations(5, 1'000);
        const std::vector<Duration> others = randomDurations(6, 700);
        std::vector<Duration> all = some;
        all.insert(all.end(), others.begin(), others.end());
        DurationHistogram merged = histogramOf(some);
        merged.merge(histogramOf(others));
        QVERIFY(same(merged, histogramOf(all)));
        merged.merge({});
        QVERIFY(same(merged, histogramOf(all)));
        DurationHistogram empty;
        empty.merge(merged);
        QVERIFY(same(empty, merged));
    }

    void anEndThatIsTakenBackTwiceIsNotKept()
    {
        DurationHistogram histogram = histogramOf({Duration(1009), Duration(1010), Duration(50'000)});
        histogram.remove(Duration(1009));
        histogram.remove(Duration(1010));
        QCOMPARE(DurationHistogram::bucketOf(*histogram.least()),
                 DurationHistogram::bucketOf(Duration(50'000)));
    }

    void whatIsTakenBackIsGone()
    {
        const std::vector<Duration> stay = randomDurations(7, 500);
        DurationHistogram histogram = histogramOf(stay);
        const std::vector<Duration> go = randomDurations(8, 500);
        for (const Duration each : go)
            histogram.add(each);
        for (const Duration each : go)
            histogram.remove(each);
        const DurationHistogram expected = histogramOf(stay);
        QCOMPARE(histogram.count(), expected.count());
        QCOMPARE(histogram.quantile(0.5), expected.quantile(0.5));
        // The ends are known as exactly as their buckets tell.
        QCOMPARE(DurationHistogram::bucketOf(*histogram.least()),
                 DurationHistogram::bucketOf(*expected.least()));
        QCOMPARE(DurationHistogram::bucketOf(*histogram.most()),
                 DurationHistogram::bucketOf(*expected.most()));
        for (const Duration each : stay)
            histogram.remove(each);
        QCOMPARE(histogram.count(), 0);
        QVERIFY(!histogram.quantile(0.5) && !histogram.least() && !histogram.most());
        histogram.remove(1s);
        QCOMPARE(histogram.count(), 0);
        histogram.add(3s);
        QCOMPARE(histogram.least(), Duration(3s));
        QCOMPARE(histogram.quantile(0.999), Duration(3s));
    }

    void extremesHaveABucket()
    {
        DurationHistogram histogram;
        histogram.add(-1us);
        histogram.add(std::chrono::hours(1'000'000));
        QCOMPARE(histogram.count(), 2);
        QCOMPARE(histogram.least(), Duration(0));
        QVERIFY(*histogram.most() > 19h);
        QCOMPARE(histogram.endBucket(), DurationHistogram::bucketCount);
    }
};

QTEST_APPLESS_MAIN(TestDurationHistogram)
#include "tst_durationhistogram.moc"
