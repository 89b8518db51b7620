// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/attemptphases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

/// Which phase an attempt ended in, and how long each took.
class TestAttemptPhases final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openPhases_data();
    void openPhases();
    void thePhaseThatDidNotEndHasTheRest();
    void whatSucceededStaysAsItIs();
    void whatCameBeforeARetryBeganBefore();
};

void TestAttemptPhases::openPhases_data()
{
    using Known = std::optional<AttemptPhase>;
    QTest::addColumn<AttemptState>("state");
    QTest::addColumn<FaultClass>("faultClass"); // Count: none
    QTest::addColumn<PhaseTimes>("times");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<Known>("phase");
    const auto failed = AttemptState::Failed;
    const PhaseTimes none;
    const PhaseTimes connected{0, 5, {}, {}};
    QTest::newRow("refused") << failed << FaultClass::Refused << none << false
                             << Known(AttemptPhase::Connect);
    QTest::newRow("name not found") << failed << FaultClass::Dns << none << false
                                    << Known(AttemptPhase::Connect);
    QTest::newRow("handshake") << failed << FaultClass::Tls << none << false << Known(AttemptPhase::Connect);
    QTest::newRow("proxy") << failed << FaultClass::Proxy << none << false << Known(AttemptPhase::Connect);
    QTest::newRow("silence on a kept connection")
        << failed << FaultClass::TimeoutFirstByte << none << false << Known(AttemptPhase::Wait);
    QTest::newRow("closed after connecting")
        << failed << FaultClass::Truncated << connected << false << Known(AttemptPhase::Wait);
    QTest::newRow("closed on a kept connection")
        << failed << FaultClass::Truncated << none << false << Known();
    QTest::newRow("cut off") << failed << FaultClass::Truncated << PhaseTimes{0, 5, 7, {}} << false
                             << Known(AttemptPhase::Receive);
    QTest::newRow("connects") << AttemptState::Running << FaultClass::Count << none << false
                              << Known(AttemptPhase::Connect);
    QTest::newRow("waits on a kept connection")
        << AttemptState::Running << FaultClass::Count << none << true << Known(AttemptPhase::Wait);
    QTest::newRow("receives") << AttemptState::Running << FaultClass::Count << PhaseTimes{0, {}, 7, {}}
                              << true << Known(AttemptPhase::Receive);
}

void TestAttemptPhases::openPhases()
{
    QFETCH(AttemptState, state);
    QFETCH(FaultClass, faultClass);
    QFETCH(PhaseTimes, times);
    QFETCH(bool, sent);
    QFETCH(std::optional<AttemptPhase>, phase);
    AttemptRecord attempt;
    attempt.state = state;
    attempt.timings = times;
    attempt.sent = sent;
    if (faultClass != FaultClass::Count)
        attempt.fault = Fault{faultClass, u"fetch"_s, {}};
    QVERIFY(openPhase(attempt) == phase);
}

void TestAttemptPhases::thePhaseThatDidNotEndHasTheRest()
{
    AttemptRecord attempt;
    attempt.state = AttemptState::Failed;
    attempt.durationMs = 500;
    attempt.fault = Fault{FaultClass::Refused, u"fetch"_s, {}};
    QCOMPARE(wholeTimes(attempt).connect, 500.0);
    QCOMPARE(wholeTimes(attempt).wait, std::nullopt);
    attempt.fault->faultClass = FaultClass::TimeoutFirstByte;
    attempt.timings.connect = 20;
    QCOMPARE(wholeTimes(attempt).wait, 480.0);
    attempt.timings.wait = 30;
    QCOMPARE(wholeTimes(attempt).receive, 450.0);
    QCOMPARE(wholeTimes(attempt).wait, 30.0);
    attempt.durationMs = 50; // rounded
    attempt.timings.wait = 29.5;
    QCOMPARE(wholeTimes(attempt).receive, std::nullopt);
    attempt.durationMs = 40; // of another clock
    QCOMPARE(wholeTimes(attempt).receive, std::nullopt);
    // Where it is not known, it is most likely the wait.
    attempt.timings = {};
    attempt.fault->faultClass = FaultClass::Truncated;
    QCOMPARE(wholeTimes(attempt).wait, 40.0);
}

void TestAttemptPhases::whatSucceededStaysAsItIs()
{
    AttemptRecord attempt;
    attempt.state = AttemptState::Succeeded;
    attempt.durationMs = 500;
    attempt.timings = {0, 5, 7, {}};
    QCOMPARE(wholeTimes(attempt).receive, std::nullopt);
}

void TestAttemptPhases::whatCameBeforeARetryBeganBefore()
{
    JobRecord record;
    record.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    AttemptRecord attempt;
    attempt.startMs = 5;
    attempt.started = record.started.addMSecs(5);
    QCOMPARE(startMsOf(attempt, record), 5.0);
    attempt.started = record.started.addSecs(-60);
    QCOMPARE(startMsOf(attempt, record), -60'000.0);
}

QTEST_GUILESS_MAIN(TestAttemptPhases)
#include "tst_attemptphases.moc"
