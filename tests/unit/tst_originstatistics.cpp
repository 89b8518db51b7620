// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/originstatistics.h"

#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;

using TimePoint = OriginStatistics::Clock::time_point;

namespace {

constexpr TimePoint begin(1000h);

} // namespace

class TestOriginStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst()
    {
        const OriginStatistics origin;
        QVERIFY(!origin.firstByteMs(0.5));
        QCOMPARE(origin.startedPerSecond(begin), 0.0);
        QCOMPARE(origin.answers(), quint64(0));
        QCOMPARE(origin.errors(), OriginStatistics::Errors{});
    }

    void quantilesAreOfTheNearestRank()
    {
        OriginStatistics origin;
        for (int ms = 100; ms >= 1; --ms)
            origin.answered(ms);
        QCOMPARE(origin.firstByteMs(0.5), std::optional(50.0));
        QCOMPARE(origin.firstByteMs(0.95), std::optional(95.0));
        QCOMPARE(origin.firstByteMs(0.0), std::optional(1.0));
        QCOMPARE(origin.firstByteMs(1.0), std::optional(100.0));
    }

    void onlyTheLatestAnswersCount()
    {
        OriginStatistics origin;
        for (int i = 0; i < 10'000; ++i)
            origin.answered(9000.0);
        for (std::size_t i = 0; i < OriginStatistics::sampleSize; ++i)
            origin.answered(5.0);
        QCOMPARE(origin.firstByteMs(1.0), std::optional(5.0));
        QCOMPARE(origin.samples(), OriginStatistics::sampleSize);
        QCOMPARE(origin.answers(), quint64(10'000 + OriginStatistics::sampleSize));
    }

    void answersWithoutATimeAreCounted()
    {
        OriginStatistics origin;
        origin.answered(std::nullopt);
        QCOMPARE(origin.answers(), quint64(1));
        QVERIFY(!origin.firstByteMs(0.5));
    }

    void errorsAreCountedByClass()
    {
        OriginStatistics origin;
        origin.failed(FaultClass::HttpStatus);
        origin.failed(FaultClass::HttpStatus);
        origin.failed(FaultClass::TimeoutIdle);
        QCOMPARE(origin.errors()[static_cast<std::size_t>(FaultClass::HttpStatus)], 2U);
        QCOMPARE(origin.errors()[static_cast<std::size_t>(FaultClass::TimeoutIdle)], 1U);
        QCOMPARE(origin.errors()[static_cast<std::size_t>(FaultClass::Dns)], 0U);
    }

    void theRateIsOfTheLastSeconds_data()
    {
        QTest::addColumn<int>("perSecond");
        QTest::newRow("1/s") << 1;
        QTest::newRow("10/s") << 10;
        QTest::newRow("500/s") << 500;
    }

    void theRateIsOfTheLastSeconds()
    {
        QFETCH(const int, perSecond);
        OriginStatistics origin;
        TimePoint now = begin + 300ms;
        for (int i = 0; i < 20 * perSecond; ++i) {
            origin.started(now);
            now += std::chrono::microseconds(1'000'000 / perSecond);
        }
        const double measured = origin.startedPerSecond(now);
        QVERIFY2(measured > 0.75 * perSecond && measured < 1.25 * perSecond,
                 qPrintable(QString::number(measured)));
        QVERIFY(origin.startedPerSecond(now + 2s) < measured);
        QVERIFY(origin.startedPerSecond(now + 2s) > 0);
        QCOMPARE(origin.startedPerSecond(now + 6s), 0.0);
        // What came before a long silence is forgotten.
        origin.started(now + 1h);
        QCOMPARE(origin.startedPerSecond(now + 1h), 1.0);
    }
};

QTEST_APPLESS_MAIN(TestOriginStatistics)
#include "tst_originstatistics.moc"
