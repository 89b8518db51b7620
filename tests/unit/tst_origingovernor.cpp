// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/origingovernor.h"

#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;

using TimePoint = OriginGovernor::TimePoint;

namespace {

constexpr int cap = 8;

/// The governor's clock in these tests: time passes when they say so.
constexpr TimePoint begin(1000h);

OriginGovernor governor(RateLimit rate = {})
{
    return OriginGovernor({cap, rate, false}, true);
}

/// A round trip: as many requests as are allowed start, and all end `later` in the same way.
void roundTrip(OriginGovernor &governor, TimePoint start, std::chrono::milliseconds later, int status)
{
    const int inFlight = governor.allowed();
    for (int left = inFlight; left > 0; --left) {
        if (status == 200)
            governor.answered(start);
        else
            governor.overloaded(start, start + later, left, status);
    }
}

} // namespace

class TestOriginGovernor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitsNothingWaits()
    {
        OriginGovernor origin = governor();
        QCOMPARE(origin.allowed(), cap);
        for (int i = 0; i < 1000; ++i)
            origin.started(begin);
        QVERIFY(origin.earliestStart() <= begin);
    }

    void startsAreEvenlySpaced()
    {
        OriginGovernor origin = governor({5, 1s});
        QVERIFY(origin.earliestStart() <= begin);
        TimePoint now = begin;
        for (int i = 0; i < 20; ++i) {
            origin.started(now);
            QCOMPARE(origin.nextByRate(), now + 200ms);
            now = origin.nextByRate();
        }
        QCOMPARE(now, begin + 4s);
    }

    void idleTimeIsNotSavedUp()
    {
        OriginGovernor origin = governor({5, 1s});
        origin.started(begin);
        origin.started(begin + 1h);
        QCOMPARE(origin.nextByRate(), begin + 1h + 200ms);
        origin.started(origin.nextByRate());
        QCOMPARE(origin.nextByRate(), begin + 1h + 400ms);
    }

    void lateTimersDoNotLowerTheRate()
    {
        OriginGovernor origin = governor({1000, 1s});
        TimePoint now = begin;
        for (int i = 0; i < 1000; ++i) {
            origin.started(now);
            // The timer rings at the next whole millisecond, and one late.
            while (now < origin.nextByRate())
                now += 2ms;
        }
        QVERIFY(now - begin >= 995ms);
        QVERIFY(now - begin <= 1005ms);
    }

    void aNewRateCountsFromTheLastStart()
    {
        OriginGovernor origin = governor({1, 1h});
        origin.started(begin);
        QCOMPARE(origin.nextByRate(), begin + 1h);
        origin.setLimits({cap, {10, 1s}, false});
        QCOMPARE(origin.nextByRate(), begin + 100ms);
        origin.setLimits({cap, {}, false});
        QVERIFY(origin.nextByRate() <= begin);
        origin.setLimits({cap, {1, 24h}, false});
        QCOMPARE(origin.nextByRate(), begin + 24h);
        origin.setLimits({3, {1, 24h}, true}); // the same rate: nothing changes for it
        QCOMPARE(origin.nextByRate(), begin + 24h);
    }

    void aHoldIsNeverShortened()
    {
        OriginGovernor origin = governor({1, 1min});
        origin.hold(begin + 10s);
        origin.hold(begin + 3s);
        QCOMPARE(origin.heldUntil(), begin + 10s);
        QCOMPARE(origin.earliestStart(), begin + 10s);
        origin.started(begin + 10s);
        QCOMPARE(origin.earliestStart(), begin + 70s);
    }

    void overloadHalvesOnceARoundTrip_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("429") << 429;
        QTest::newRow("503") << 503;
        QTest::newRow("timeout") << 0;
    }

    void overloadHalvesOnceARoundTrip()
    {
        QFETCH(const int, status);
        OriginGovernor origin = governor();
        TimePoint now = begin;
        for (const int expected : {4, 2, 1, 1, 1}) {
            roundTrip(origin, now, 100ms, status);
            QCOMPARE(origin.allowed(), expected);
            QCOMPARE(origin.easedAfter(), status);
            now += 101ms;
        }
    }

    void whatWasSentBeforeSaysNothing()
    {
        OriginGovernor origin = governor();
        origin.overloaded(begin, begin + 1s, cap, 503);
        QCOMPARE(origin.allowed(), 4);
        for (int i = 0; i < 100; ++i)
            origin.answered(begin + 900ms);
        QCOMPARE(origin.allowed(), 4);
    }

    void aHalfFullWindowIsNotTrusted()
    {
        OriginGovernor origin({1000, {}, false}, true);
        origin.overloaded(begin, begin + 1s, 6, 429);
        QCOMPARE(origin.allowed(), 6);
        origin.overloaded(begin + 2s, begin + 3s, 1, 429);
        QCOMPARE(origin.allowed(), 1);
    }

    void itRecoversByOneARoundTripToTheCap()
    {
        OriginGovernor origin = governor();
        for (TimePoint now = begin; origin.allowed() > 1; now += 1s)
            roundTrip(origin, now, 100ms, 503);
        TimePoint now = begin + 1h;
        for (int trips = 1; origin.allowed() < cap; ++trips) {
            const int before = origin.allowed();
            roundTrip(origin, now, 100ms, 200);
            QVERIFY(origin.allowed() <= before + 1);
            QVERIFY2(trips <= 2 * cap, "it never recovers");
            now += 100ms;
        }
        for (int i = 0; i < 1000; ++i)
            origin.answered(now);
        QCOMPARE(origin.allowed(), cap);
    }

    void thePersonsCapIsTheMost()
    {
        OriginGovernor origin = governor();
        origin.setLimits({20, {}, false});
        QCOMPARE(origin.allowed(), 20);
        roundTrip(origin, begin, 100ms, 429);
        QCOMPARE(origin.allowed(), 10);
        origin.setLimits({40, {}, false}); // eased off: more is allowed, but has to be earned
        QCOMPARE(origin.allowed(), 10);
        origin.setLimits({3, {}, false});
        QCOMPARE(origin.allowed(), 3);
        origin.setLimits({5, {}, false});
        QCOMPARE(origin.allowed(), 5);
    }

    void itCanBeSwitchedOff()
    {
        OriginGovernor origin = governor();
        roundTrip(origin, begin, 100ms, 429);
        QCOMPARE(origin.allowed(), 4);
        origin.setAdaptive(false);
        QCOMPARE(origin.allowed(), cap);
        roundTrip(origin, begin + 1s, 100ms, 429);
        QCOMPARE(origin.allowed(), cap);
        origin.setAdaptive(true);
        roundTrip(origin, begin + 2s, 100ms, 429);
        QCOMPARE(origin.allowed(), 4);
    }
};

QTEST_APPLESS_MAIN(TestOriginGovernor)
#include "tst_origingovernor.moc"
