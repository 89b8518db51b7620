// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/runbounds.h"
#include "ui/waterfall/timescale.h"

#include "jobs/jobrecord.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr double zero = 1'700'000'000'000;
constexpr int width = 1000;

TimeScale scaleOf(const RunSpan &run, double nowMs)
{
    TimeScale scale;
    scale.setWidth(width);
    scale.advance(run, nowMs);
    return scale;
}

RunSpan live(double lastedMs)
{
    return {zero, zero + lastedMs, true};
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 0.01;
}

} // namespace

class TestTimeScale final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aYoungRunIsShownFromItsBeginning()
    {
        const TimeScale scale = scaleOf(live(5000), zero + 5000);
        QCOMPARE(scale.mode(), TimeScale::Mode::Follow);
        QCOMPARE(scale.beginMs(), zero);
        const double now = scale.xOf(zero + 5000);
        QVERIFY(now > 900 && now < width);
    }

    void followingKeepsNowAtTheSamePlace()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        const double x = scale.xOf(zero + 100'000);
        QVERIFY(scale.advance(live(160'000), zero + 160'000));
        QVERIFY(isNear(scale.xOf(zero + 160'000), x));
        QVERIFY(scale.xOf(zero + 100'000) < 0);
    }

    void whatHasEndedMovesNoMore()
    {
        RunSpan run = live(100'000);
        run.isLive = false;
        TimeScale scale = scaleOf(run, zero + 100'000);
        const double begin = scale.beginMs();
        QVERIFY(!scale.advance(run, zero + 900'000));
        QCOMPARE(scale.beginMs(), begin);
    }

    void zoomingKeepsWhatIsAtThePointer()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        const double moment = scale.momentAt(250);
        const double span = scale.spanMs();
        scale.zoom(2, 250);
        QVERIFY(isNear(scale.momentAt(250), moment));
        QVERIFY(isNear(scale.spanMs(), span / 2));
        QCOMPARE(scale.mode(), TimeScale::Mode::Stand);
        QVERIFY(!scale.advance(live(200'000), zero + 200'000));
        scale.zoom(0.5, 250);
        QVERIFY(isNear(scale.spanMs(), span));
    }

    void zoomingOutOfWhatFollowsGoesOnFollowing()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        const double span = scale.spanMs();
        scale.zoom(0.5, 100);
        scale.advance(live(100'000), zero + 100'000);
        QCOMPARE(scale.mode(), TimeScale::Mode::Follow);
        QVERIFY(isNear(scale.spanMs(), 2 * span));
    }

    void zoomingByKeysFollowsOn()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        const double x = scale.xOf(zero + 100'000);
        const double span = scale.spanMs();
        scale.zoom(3);
        scale.advance(live(100'000), zero + 100'000);
        QCOMPARE(scale.mode(), TimeScale::Mode::Follow);
        QVERIFY(isNear(scale.spanMs(), span / 3));
        QVERIFY(isNear(scale.xOf(zero + 100'000), x));
    }

    void draggingStandsAndFollowGoesBack()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        const double moment = scale.momentAt(300);
        scale.pan(120);
        QVERIFY(isNear(scale.momentAt(420), moment));
        QCOMPARE(scale.mode(), TimeScale::Mode::Stand);
        QVERIFY(!scale.advance(live(101'000), zero + 101'000));
        scale.follow();
        QVERIFY(scale.advance(live(101'000), zero + 101'000));
        const double now = scale.xOf(zero + 101'000);
        QVERIFY(now > 900 && now < width);
    }

    void aRangeIsShownExactly()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        scale.show(zero + 20'000, zero + 30'000);
        QVERIFY(isNear(scale.xOf(zero + 20'000), 0));
        QVERIFY(isNear(scale.xOf(zero + 30'000), width));
    }

    void theWholeRunFitsAndGoesOnFitting()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        scale.showWholeRun();
        for (const double lasted : {100'000.0, 500'000.0}) {
            scale.advance(live(lasted), zero + lasted);
            QVERIFY(scale.xOf(zero) >= 0);
            QVERIFY(scale.xOf(zero + lasted) <= width);
            QVERIFY(scale.xOf(zero + lasted) - scale.xOf(zero) > 0.9 * width);
        }
    }

    void zoomHasItsLimits()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        for (int i = 0; i < 200; ++i)
            scale.zoom(10, 500);
        QCOMPARE(scale.spanMs(), TimeScale::leastSpanMs);
        for (int i = 0; i < 200; ++i)
            scale.zoom(0.1, 500);
        QCOMPARE(scale.spanMs(), TimeScale::mostSpanMs);
        QVERIFY(axisTicks(scale, zero, 80).size() <= width / 80 + 1);
    }

    void fromRightToLeft()
    {
        TimeScale scale = scaleOf(live(100'000), zero + 100'000);
        const double x = scale.xOf(zero + 90'000);
        scale.setMirrored(true);
        QVERIFY(isNear(scale.xOf(zero + 90'000), width - x));
        QVERIFY(isNear(scale.momentAt(width - x), zero + 90'000));
        const double moment = scale.momentAt(300);
        scale.pan(50);
        QVERIFY(isNear(scale.momentAt(350), moment));
    }

    void ticksAreRoundAndFarEnoughApart_data()
    {
        QTest::addColumn<double>("fromMs");
        QTest::addColumn<double>("spanMs");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("milliseconds") << 0.0 << 9.0 << QStringList{u"0 ms"_s, u"1 ms"_s, u"2 ms"_s};
        QTest::newRow("parts of them") << 0.0 << 1.0 << QStringList{u"0.0 ms"_s, u"0.1 ms"_s, u"0.2 ms"_s};
        QTest::newRow("seconds") << 0.0 << 9'000.0 << QStringList{u"0 s"_s, u"1 s"_s, u"2 s"_s};
        QTest::newRow("parts of a second")
            << 12'000.0 << 900.0 << QStringList{u"12.0 s"_s, u"12.1 s"_s, u"12.2 s"_s};
        QTest::newRow("minutes") << 0.0 << 3'000'000.0 << QStringList{u"0 s"_s, u"5:00"_s, u"10:00"_s};
        QTest::newRow("late") << 3'725'000.0 << 9'000.0
                              << QStringList{u"1:02:05"_s, u"1:02:06"_s, u"1:02:07"_s};
        QTest::newRow("late, in parts")
            << 83'000.0 << 900.0 << QStringList{u"1:23.0"_s, u"1:23.1"_s, u"1:23.2"_s};
        QTest::newRow("days") << 90'000'000.0 << 9'000.0
                              << QStringList{u"1 d 01:00:00"_s, u"1 d 01:00:01"_s, u"1 d 01:00:02"_s};
        QTest::newRow("before the run") << -2'000.0 << 9'000.0 << QStringList{u"−2 s"_s, u"−1 s"_s, u"0 s"_s};
    }
    void ticksAreRoundAndFarEnoughApart()
    {
        QFETCH(const double, fromMs);
        QFETCH(const double, spanMs);
        QFETCH(const QStringList, labels);
        TimeScale scale;
        scale.setWidth(width);
        scale.show(zero + fromMs, zero + fromMs + spanMs);
        const QList<AxisTick> ticks = axisTicks(scale, zero, 80);
        QVERIFY(ticks.size() >= 4);
        QStringList first;
        for (const AxisTick &tick : ticks.first(3))
            first.append(tick.label);
        QCOMPARE(first, labels);
        for (qsizetype i = 1; i < ticks.size(); ++i)
            QVERIFY(scale.xOf(ticks.at(i).ms) - scale.xOf(ticks.at(i - 1).ms) >= 79.9);
    }

    void aRunReachesFromItsFirstStartToItsLastEnd()
    {
        RunBounds bounds;
        ChangeBatch batch;
        JobView running;
        running.state = JobState::Running;
        running.startedMs = 2000;
        batch.jobs = {running};
        batch.totals.running = 1;
        bounds.follow(batch, zero);
        QVERIFY(bounds.span().isLive);
        QCOMPARE(bounds.span().beginMs, zero + 2000);

        JobRecord record;
        record.started = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(zero) + 1500, Qt::UTC);
        record.durationMs = 9000;
        AttemptRecord early;
        early.started = record.started.addMSecs(-1000);
        record.attempts = {early};
        JobView ended;
        ended.id = 1;
        ended.state = JobState::Failed;
        ended.durationMs = 9000;
        ended.record = std::make_shared<const JobRecord>(record);
        batch.jobs = {ended};
        batch.totals = {};
        bounds.follow(batch, zero);
        QVERIFY(!bounds.span().isLive);
        QVERIFY(bounds.wasLive());
        QCOMPARE(bounds.span().beginMs, zero + 500);
        QCOMPARE(bounds.span().endMs, zero + 10'500);
    }
};

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
