// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/throughputhistory.h"
#include "jobs/throughputmeter.h"

#include <QTest>

#include <numeric>

using namespace inflight;

namespace {

OriginStatus origin(quint32 index, quint64 answers, quint32 timeouts = 0)
{
    OriginStatus status;
    status.index = index;
    status.answers = answers;
    status.errors[static_cast<std::size_t>(FaultClass::TimeoutIdle)] = timeouts;
    return status;
}

} // namespace

class TestThroughputHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastMinutesSecondBySecond()
    {
        ThroughputHistory history;
        QVERIFY(history.recent().isEmpty() && history.whole().isEmpty());
        for (int second = 0; second < 1000; ++second)
            history.add({.requests = double(second)});
        QCOMPARE(history.recent().size(), ThroughputHistory::recentSeconds);
        QCOMPARE(history.recent().constFirst().requests, 700.0);
        QCOMPARE(history.recent().constLast().requests, 999.0);
    }

    void aLongRunTakesNoMoreRoomAndLosesNothing()
    {
        ThroughputHistory history;
        constexpr int day = 24 * 3600;
        for (int second = 0; second < day; ++second) {
            history.add({.requests = double(second % 10), .bytes = 1e6, .inFlight = 64, .errors = 1});
            QVERIFY(history.whole().size() <= ThroughputHistory::mostPieces);
        }
        QCOMPARE(history.secondsPerPiece(), 256);
        const QList<ThroughputSample> whole = history.whole();
        QVERIFY(whole.size() >= ThroughputHistory::mostPieces / 2);
        double requests = 0;
        for (const ThroughputSample &piece : whole) {
            QCOMPARE(piece.bytes, 1e6);
            QCOMPARE(piece.inFlight, 64.0);
            QCOMPARE(piece.errors, 1.0);
            requests += piece.requests * history.secondsPerPiece();
        }
        // All but the last piece, which may have begun only, stand for all of their seconds.
        QVERIFY(std::abs(requests - 4.5 * day) <= 4.5 * history.secondsPerPiece());
    }

    void shortRunsAreWholeAndRecentAlike()
    {
        ThroughputHistory history;
        for (int second = 0; second < 100; ++second)
            history.add({.requests = double(second)});
        QCOMPARE(history.whole(), history.recent());
    }

    void whatAnEarlierRunDidIsNotMeasured()
    {
        ThroughputMeter meter;
        meter.begin(0);
        ChangeBatch batch;
        batch.totals.succeeded = 3;
        batch.totals.bytes = batch.totals.bytesBefore = 1'000;
        batch.totals.earlierMs = 250;
        batch.origins = {origin(0, 10, 2)};
        meter.follow(batch);
        QVERIFY(!meter.hasMoved());
        batch.totals.running = 1;
        batch.totals.bytes += 500;
        batch.origins = {origin(0, 11, 2)};
        meter.follow(batch);
        QVERIFY(meter.hasMoved());
        const ThroughputSample sample = meter.take(1000);
        QCOMPARE(sample.requests, 1.0);
        QCOMPARE(sample.bytes, 500.0);
        QCOMPARE(sample.errors, 0.0);
    }

    void measuresWhatWentThroughInBetween()
    {
        ThroughputMeter meter;
        QVERIFY(!meter.isRunning());
        ChangeBatch batch;
        batch.totals.running = 3;
        batch.totals.inFlight = 3;
        batch.totals.bytes = 1'000;
        batch.origins = {origin(0, 10), origin(2, 5, 1)};
        meter.follow(batch);
        QVERIFY(meter.isRunning());
        meter.begin(5'000);
        batch.totals.bytes = 5'000;
        batch.origins = {origin(2, 9, 3)};
        meter.follow(batch);
        batch.origins = {origin(1, 2)};
        meter.follow(batch);
        QVERIFY(meter.hasMoved());
        QCOMPARE(meter.take(7'000), (ThroughputSample{3, 2'000, 3, 1}));
        QVERIFY(!meter.hasMoved());
        QCOMPARE(meter.take(8'000), (ThroughputSample{0, 0, 3, 0}));
    }

    void standsWhenItWaitsForAPerson()
    {
        ThroughputMeter meter;
        ChangeBatch batch;
        batch.totals.queued = 5;
        meter.follow(batch);
        QVERIFY(meter.isRunning());
        batch.totals.paused = true;
        meter.follow(batch);
        QVERIFY(!meter.isRunning());
        batch.totals.running = batch.totals.inFlight = 1;
        meter.follow(batch);
        QVERIFY(meter.isRunning());
        batch.totals = {};
        batch.totals.succeeded = 6;
        meter.follow(batch);
        QVERIFY(!meter.isRunning());
    }
};

QTEST_APPLESS_MAIN(TestThroughputHistory)
#include "tst_throughputhistory.moc"
