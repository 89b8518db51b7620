// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statistics.h"

#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowIsThreeTimesTheMedianOnceTwentyAreKnown()
    {
        StageStatistics statistics;
        for (int i = 0; i < 19; ++i)
            statistics.add(1, 0, 1s);
        QVERIFY(!statistics.median(1, 0));
        QCOMPARE(statistics.slowAfter(1, 0), 5000ms);
        statistics.add(1, 0, 1s);
        QVERIFY(statistics.median(1, 0));
        const auto limit = statistics.slowAfter(1, 0);
        QVERIFY(limit > 2700ms && limit < 3300ms);
        // Other stages and origins know nothing of it.
        QCOMPARE(statistics.slowAfter(1, 1), 5000ms);
        QCOMPARE(statistics.slowAfter(2, 0), 5000ms);
    }

    void whatNobodyCouldSeeIsNotSlow()
    {
        StageStatistics statistics;
        for (int i = 0; i < 30; ++i)
            statistics.add(0, 0, 100us);
        QCOMPARE(statistics.slowAfter(0, 0), StageStatistics::leastThreshold);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
