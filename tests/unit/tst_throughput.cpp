// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/throughput.h"

#include <QTest>

using namespace inflight;

namespace {

RunTotals totals(int finished, int unfinished, qint64 bytes = 0)
{
    RunTotals result;
    result.succeeded = finished;
    result.ended = static_cast<quint64>(finished);
    result.running = std::min(unfinished, 4);
    result.queued = unfinished - result.running;
    result.bytes = bytes;
    return result;
}

/// Feeds a steady run of `all` jobs from `fromMs` to `toMs`, 30 times a second.
void feedSteadily(Throughput &throughput, int all, double jobsPerMs, double bytesPerMs, qint64 fromMs,
                  qint64 toMs)
{
    for (qint64 now = fromMs; now <= toMs; now += 33) {
        const auto spent = static_cast<double>(now - fromMs);
        const int finished = static_cast<int>(spent * jobsPerMs);
        throughput.feed(totals(finished, all - finished, static_cast<qint64>(spent * bytesPerMs)), now);
    }
}

bool isNear(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= expected * tolerance;
}

} // namespace

class TestThroughput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingAtTheStart();
    void measuresASteadyRun();
    void rateFollowsAChange();
    void rateFallsWhenNothingArrives();
    void pausedHasNoTimeLeft();
    void aPauseDoesNotSpoilTheEstimate();
    void finishedHasNeitherRateNorTimeLeft();
    void aSecondBurstDoesNotCountTheIdleTime();
    void retriedJobsDoNotDisturbTheRates();
    void anotherRunStartsAnew();
    void nothingFinishedOfLateGivesNoEstimate();
    void oneThatDoesNotAnswerHasNoTimeLeft();
};

void TestThroughput::saysNothingAtTheStart()
{
    Throughput throughput;
    QCOMPARE(throughput.bytesPerSecond(), 0.0);
    QVERIFY(!throughput.msLeft());
    throughput.feed(totals(0, 100), 1000);
    throughput.feed(totals(50, 50, 1'000'000), 1033);
    QCOMPARE(throughput.bytesPerSecond(), 0.0);
    QVERIFY(!throughput.msLeft());
}

void TestThroughput::measuresASteadyRun()
{
    Throughput throughput;
    feedSteadily(throughput, 1000, 0.05, 2000, 10'000, 20'000); // 50 jobs and 2 MB a second
    QVERIFY(isNear(throughput.bytesPerSecond(), 2e6, 0.05));
    QVERIFY(isNear(throughput.jobsPerSecond(), 50, 0.05));
    QVERIFY(throughput.msLeft());
    QVERIFY2(isNear(static_cast<double>(*throughput.msLeft()), 10'000, 0.05),
             qPrintable(QString::number(*throughput.msLeft())));
}

void TestThroughput::rateFollowsAChange()
{
    Throughput throughput;
    feedSteadily(throughput, 1000, 0.001, 1000, 0, 5000);
    for (qint64 now = 5033; now <= 9000; now += 33)
        throughput.feed(totals(5, 995, 5'000'000 + (now - 5000) * 4000), now);
    QVERIFY(isNear(throughput.bytesPerSecond(), 4e6, 0.05));
}

void TestThroughput::rateFallsWhenNothingArrives()
{
    Throughput throughput;
    feedSteadily(throughput, 1000, 0.05, 2000, 0, 5000);
    for (qint64 now = 5500; now <= 9000; now += 500)
        throughput.feed(totals(250, 750, 10'000'000), now);
    QCOMPARE(throughput.bytesPerSecond(), 0.0);
    QCOMPARE(throughput.jobsPerSecond(), 0.0);
}

void TestThroughput::pausedHasNoTimeLeft()
{
    Throughput throughput;
    feedSteadily(throughput, 1000, 0.05, 2000, 0, 5000);
    QVERIFY(throughput.msLeft());
    RunTotals paused = totals(251, 749, 10'100'000);
    paused.paused = true;
    throughput.feed(paused, 5033);
    QVERIFY(!throughput.msLeft());
    QVERIFY(throughput.bytesPerSecond() > 0); // what is in flight goes on
}

void TestThroughput::aPauseDoesNotSpoilTheEstimate()
{
    Throughput throughput;
    feedSteadily(throughput, 1000, 0.05, 0, 0, 5000);
    RunTotals paused = totals(250, 750);
    paused.paused = true;
    paused.queued += paused.running;
    paused.running = 0;
    throughput.feed(paused, 5100);
    throughput.feed(paused, 60'000);
    for (qint64 now = 61'000; now <= 63'000; now += 33) {
        const int finished = 250 + static_cast<int>((now - 61'000) / 20);
        throughput.feed(totals(finished, 1000 - finished), now);
    }
    QVERIFY(throughput.msLeft());
    QVERIFY(isNear(static_cast<double>(*throughput.msLeft()), 13'000, 0.05));
}

void TestThroughput::finishedHasNeitherRateNorTimeLeft()
{
    Throughput throughput;
    feedSteadily(throughput, 250, 0.05, 2000, 0, 4900);
    throughput.feed(totals(250, 0, 10'000'000), 5000);
    QCOMPARE(throughput.bytesPerSecond(), 0.0);
    QCOMPARE(throughput.jobsPerSecond(), 0.0);
    QVERIFY(!throughput.msLeft());
}

void TestThroughput::aSecondBurstDoesNotCountTheIdleTime()
{
    Throughput throughput;
    feedSteadily(throughput, 50, 0.05, 2000, 0, 990);
    throughput.feed(totals(50, 0, 2'000'000), 1000);
    for (qint64 now = 100'000; now <= 102'000; now += 33) {
        const int finished = 50 + static_cast<int>((now - 100'000) / 20);
        throughput.feed(totals(finished, 1050 - finished, 2'000'000 + (now - 100'000) * 2000), now);
    }
    QVERIFY(isNear(throughput.bytesPerSecond(), 2e6, 0.05));
    QVERIFY(isNear(throughput.jobsPerSecond(), 50, 0.05));
}

void TestThroughput::retriedJobsDoNotDisturbTheRates()
{
    Throughput throughput;
    feedSteadily(throughput, 100, 0.05, 2000, 0, 1980);
    // Ninety of them were queued again and go on ending at the same pace.
    for (qint64 now = 2013; now <= 4000; now += 33) {
        const int again = static_cast<int>((now - 1980) / 20);
        RunTotals retried = totals(9 + again, 91 - again, now * 2000);
        retried.ended = static_cast<quint64>(99 + again);
        throughput.feed(retried, now);
    }
    QVERIFY(isNear(throughput.jobsPerSecond(), 50, 0.05));
    QVERIFY(isNear(throughput.bytesPerSecond(), 2e6, 0.05));
}

void TestThroughput::anotherRunStartsAnew()
{
    Throughput throughput;
    feedSteadily(throughput, 100, 0.05, 2000, 0, 1900);
    throughput.feed(totals(1, 99, 100), 1933);
    QCOMPARE(throughput.jobsPerSecond(), 0.0);
    QCOMPARE(throughput.bytesPerSecond(), 0.0);
    QVERIFY(!throughput.msLeft());
}

void TestThroughput::nothingFinishedOfLateGivesNoEstimate()
{
    Throughput throughput;
    for (qint64 now = 0; now <= 5000; now += 33)
        throughput.feed(totals(0, 10, now * 100), now);
    QVERIFY(throughput.bytesPerSecond() > 0);
    QVERIFY(!throughput.msLeft());
}

/// Nine of ten are done in the first second; the pace says nothing of the last one.
void TestThroughput::oneThatDoesNotAnswerHasNoTimeLeft()
{
    Throughput throughput;
    bool hadOne = false;
    for (qint64 now = 0; now <= 5000; now += 100) {
        const int finished = static_cast<int>(std::min<qint64>(9, now / 100));
        RunTotals seen = totals(finished, 10 - finished);
        seen.lastEndMs = finished == 0 ? -1 : std::min<qint64>(now, 900);
        throughput.feed(seen, now);
        hadOne = hadOne || throughput.msLeft();
        QVERIFY2(now < 1600 || !throughput.msLeft(), qPrintable(QString::number(now)));
    }
    QVERIFY(hadOne);
}

QTEST_APPLESS_MAIN(TestThroughput)
#include "tst_throughput.moc"
