// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"
#include "ui/waterfall/barwords.h"
#include "ui/waterfall/jobbar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// The epoch's moment at which the steady clock was 0 here.
constexpr double zeroMs = 1'700'000'000'000;

QDateTime at(double ms)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(zeroMs + ms), Qt::UTC);
}

using Ms = std::optional<double>;

PhaseTimes times(Ms queued, Ms connect, Ms tls, Ms wait, Ms receive)
{
    PhaseTimes all;
    all.queued = queued;
    all.connect = connect;
    all.tls = tls;
    all.wait = wait;
    all.receive = receive;
    return all;
}

/// A job that began at 1,000 on the steady clock and was queued at 400.
struct Sample
{
    Sample()
    {
        job.state = JobState::Running;
        job.startedMs = 1000;
        record.started = at(1000);
        record.state = JobState::Running;
    }
    AttemptRecord &attempt(double startMs, qint32 durationMs, AttemptState state)
    {
        AttemptRecord attempt;
        attempt.started = at(startMs);
        attempt.startMs = static_cast<qint32>(startMs - 1000);
        attempt.durationMs = durationMs;
        attempt.state = state;
        record.attempts.append(attempt);
        return record.attempts.last();
    }
    void stage(const QString &name, StageState state, std::optional<double> start, std::optional<double> took)
    {
        record.stages.append({name, state, start, took, {}});
        StageView view;
        view.state = state;
        view.startMs = start ? static_cast<qint32>(*start) : -1;
        view.durationMs = took ? static_cast<qint32>(*took) : -1;
        job.stages.append(view);
    }
    void finish(JobState state, double durationMs)
    {
        job.state = record.state = state;
        job.startedMs = -1;
        job.durationMs = static_cast<float>(durationMs);
        record.durationMs = durationMs;
    }
    [[nodiscard]] JobBar bar(double nowMs)
    {
        job.record = hasRecord ? std::make_shared<const JobRecord>(record) : nullptr;
        return layOutBar({.job = job, .queuedSinceMs = 400, .nowMs = zeroMs + nowMs, .steadyZeroMs = zeroMs});
    }
    /// "connect 1000-1010", one a segment.
    [[nodiscard]] QStringList told(double nowMs)
    {
        QStringList all;
        const JobBar laidOut = bar(nowMs);
        for (const BarSegment &segment : laidOut.segments)
            all.append(u"%1 %2-%3"_s.arg(phaseWord(segment.phase))
                           .arg(segment.beginMs - zeroMs)
                           .arg(segment.endMs - zeroMs));
        return all;
    }

    JobView job;
    JobRecord record;
    bool hasRecord = true;
};

} // namespace

class TestJobBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueuedJobGrowsFromItsQueueToNow()
    {
        Sample sample;
        sample.hasRecord = false;
        sample.job.state = JobState::Queued;
        sample.job.startedMs = -1;
        QCOMPARE(sample.told(900), QStringList{u"queued 400-900"_s});
        QCOMPARE(sample.told(1400), QStringList{u"queued 400-1400"_s});
        QCOMPARE(sample.bar(900).segments.constFirst().fate, SegmentFate::Open);
        QVERIFY(sample.bar(900).segments.constFirst().isLast);
    }

    void phasesOfAnAttemptFollowOneAnother()
    {
        Sample sample;
        sample.attempt(1000, 60, AttemptState::Succeeded).timings = times(600, 20, 15, 30, 10);
        sample.stage(u"fetch"_s, StageState::Done, 0, 60);
        sample.stage(u"json"_s, StageState::Done, 60, 5);
        sample.finish(JobState::Succeeded, 65);
        QCOMPARE(sample.told(5000), (QStringList{u"queued 400-1000"_s, u"connect 1000-1005"_s,
                                                 u"TLS 1005-1020"_s, u"wait for first byte 1020-1050"_s,
                                                 u"receive 1050-1060"_s, u"stage 1060-1065"_s}));
        const JobBar bar = sample.bar(5000);
        QCOMPARE(bar.beginMs() - zeroMs, 400);
        QCOMPARE(bar.endMs() - zeroMs, 1065);
        QCOMPARE(bar.segments.at(1).attempt, 1);
        QCOMPARE(bar.segments.at(1).isLast, false);
        QCOMPARE(bar.segments.at(4).isLast, true);
        QCOMPARE(bar.segments.at(5).stage, 1);
    }

    void fractionsOfAMillisecondAreKept()
    {
        Sample sample;
        sample.attempt(1000, 0, AttemptState::Succeeded).timings = times({}, {}, {}, 0.25, 0.5);
        sample.stage(u"fetch"_s, StageState::Done, 0, 0.8);
        sample.finish(JobState::Succeeded, 0.8);
        QCOMPARE(sample.told(5000),
                 (QStringList{u"wait for first byte 1000-1000.25"_s, u"receive 1000.25-1000.75"_s}));
    }

    void whatIsInFlightGrows_data()
    {
        QTest::addColumn<bool>("sent");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<QString>("phase");
        QTest::newRow("connects") << false << false << u"connect"_s;
        QTest::newRow("waits") << true << false << u"wait for first byte"_s;
        QTest::newRow("receives") << true << true << u"receive"_s;
    }
    void whatIsInFlightGrows()
    {
        QFETCH(const bool, sent);
        QFETCH(const bool, answered);
        QFETCH(const QString, phase);
        Sample sample;
        AttemptRecord &attempt = sample.attempt(1000, 3, AttemptState::Running);
        attempt.sent = sent;
        if (answered)
            attempt.timings.wait = 50;
        sample.stage(u"fetch"_s, StageState::Running, 0, {});
        const double from = answered ? 1050 : 1000;
        QCOMPARE(sample.told(1100).last(), u"%1 %2-1100"_s.arg(phase).arg(from));
        QCOMPARE(sample.told(1900).last(), u"%1 %2-1900"_s.arg(phase).arg(from));
        QCOMPARE(sample.bar(1900).segments.constLast().fate, SegmentFate::Open);
        // Its queue is known from the table: the attempt tells of it at its end.
        QCOMPARE(sample.told(1900).first(), u"queued 400-1000"_s);
    }

    void everyAttemptAndEveryBackOffIsThere()
    {
        Sample sample;
        AttemptRecord &first = sample.attempt(1000, 100, AttemptState::Failed);
        first.fault = Fault{FaultClass::Refused, u"fetch"_s, {}};
        AttemptRecord &second = sample.attempt(1700, 40, AttemptState::Failed);
        second.backOffMs = 500;
        second.timings = times(100, {}, {}, 40, {});
        second.status = 503;
        AttemptRecord &third = sample.attempt(2000, 50, AttemptState::Succeeded);
        third.backOffMs = 260;
        third.timings = times(0, {}, {}, 30, 20);
        sample.stage(u"fetch"_s, StageState::Done, 0, 1050);
        sample.finish(JobState::Succeeded, 1050);
        QCOMPARE(sample.told(9000),
                 (QStringList{u"connect 1000-1100"_s, u"back-off 1100-1600"_s, u"queued 1600-1700"_s,
                              u"wait for first byte 1700-1740"_s, u"back-off 1740-2000"_s,
                              u"wait for first byte 2000-2030"_s, u"receive 2030-2050"_s}));
        const JobBar bar = sample.bar(9000);
        QCOMPARE(bar.segments.at(0).fate, SegmentFate::Failed);
        QCOMPARE(bar.segments.at(3).attempt, 2);
        QCOMPARE(bar.segments.at(6).fate, SegmentFate::Done);
        QCOMPARE(segmentText(bar.segments.at(3), {}), u"attempt 2: wait for first byte, failed"_s);
    }

    void aBackOffGoesOnAndThenItsTurnIsWaitedFor()
    {
        Sample sample;
        sample.attempt(1000, 100, AttemptState::Failed);
        sample.stage(u"fetch"_s, StageState::Waiting, {}, {});
        sample.job.state = JobState::BackingOff;
        sample.job.waitUntilMs = 1600;
        QCOMPARE(sample.told(1300).last(), u"back-off 1100-1300"_s);
        QCOMPARE(sample.bar(1300).segments.constLast().fate, SegmentFate::Open);
        QCOMPARE(sample.told(1900).mid(sample.told(1900).size() - 2),
                 (QStringList{u"back-off 1100-1600"_s, u"queued 1600-1900"_s}));
    }

    void aHedgedAttemptLiesBesideTheOther()
    {
        Sample sample;
        AttemptRecord &first = sample.attempt(1000, 300, AttemptState::Cancelled);
        first.lostTo = LostTo::Hedge;
        first.sent = true;
        AttemptRecord &hedge = sample.attempt(1200, 100, AttemptState::Succeeded);
        hedge.hedge = true;
        hedge.timings = times({}, {}, {}, 90, 10);
        sample.stage(u"fetch"_s, StageState::Done, 0, 300);
        sample.finish(JobState::Succeeded, 300);
        const JobBar bar = sample.bar(9000);
        QVERIFY(bar.hasHedge);
        QCOMPARE(sample.told(9000),
                 (QStringList{u"wait for first byte 1000-1300"_s, u"wait for first byte 1200-1290"_s,
                              u"receive 1290-1300"_s}));
        QCOMPARE(bar.segments.at(0).fate, SegmentFate::Lost);
        QVERIFY(!bar.segments.at(0).hedge);
        QVERIFY(bar.segments.at(1).hedge);
        QCOMPARE(bar.segments.at(1).attempt, 1); // it counts as no further one
        QCOMPARE(segmentText(bar.segments.at(2), {}), u"beside attempt 1: receive"_s);
    }

    void aStageThatWaitsForItsPlaceIsTold()
    {
        Sample sample;
        sample.attempt(1000, 100, AttemptState::Succeeded).timings = times({}, {}, {}, 90, 10);
        sample.stage(u"fetch"_s, StageState::Done, 0, 100);
        sample.stage(u"json"_s, StageState::Done, 130, 20);
        sample.stage(u"jq"_s, StageState::Waiting, {}, {});
        QCOMPARE(sample.told(1400).mid(2),
                 (QStringList{u"waiting for a place 1100-1130"_s, u"stage 1130-1150"_s,
                              u"waiting for a place 1150-1400"_s}));
        QCOMPARE(segmentText(sample.bar(1400).segments.constLast(), {u"fetch"_s, u"json"_s, u"jq"_s}),
                 u"waiting before jq, going on"_s);
    }

    void stagesThatWereRunAgainLieWhereTheyWereRun()
    {
        Sample sample;
        sample.attempt(1000, 100, AttemptState::Succeeded).timings = times({}, {}, {}, 90, 10);
        // Begun again at 9,000: what was before that has negative times.
        sample.record.started = at(9000);
        sample.job.startedMs = 9000;
        sample.stage(u"fetch"_s, StageState::Done, -8000, 100);
        sample.stage(u"json"_s, StageState::Done, -7900, 20);
        sample.stage(u"jq"_s, StageState::Done, 5, 30);
        sample.finish(JobState::Succeeded, 35);
        QCOMPARE(
            sample.told(9500).mid(2),
            (QStringList{u"stage 1100-1120"_s, u"waiting for a place 9000-9005"_s, u"stage 9005-9035"_s}));
    }

    void withoutARecordTheStagesAreShown()
    {
        Sample sample;
        sample.hasRecord = false;
        sample.stage(u"fetch"_s, StageState::Done, 0, 100);
        sample.stage(u"json"_s, StageState::Running, 100, {});
        QCOMPARE(sample.told(1400),
                 (QStringList{u"queued 400-1000"_s, u"stage 1000-1100"_s, u"stage 1100-1400"_s}));
    }

    void whatWasCancelledEndsThere()
    {
        Sample sample;
        AttemptRecord &attempt = sample.attempt(1000, 80, AttemptState::Cancelled);
        attempt.timings.connect = 20;
        sample.stage(u"fetch"_s, StageState::Cancelled, 0, 80);
        sample.stage(u"json"_s, StageState::Skipped, {}, {});
        sample.finish(JobState::Cancelled, 80);
        QCOMPARE(sample.told(9000),
                 (QStringList{u"connect 1000-1020"_s, u"wait for first byte 1020-1080"_s}));
        QCOMPARE(sample.bar(9000).segments.constLast().fate, SegmentFate::Cancelled);
        QVERIFY(sample.bar(9000).segments.constLast().isLast);
    }

    void whatWasCancelledInItsBackOffEndsThere()
    {
        Sample sample;
        sample.attempt(1000, 80, AttemptState::Failed);
        sample.stage(u"fetch"_s, StageState::Cancelled, 0, 80);
        sample.finish(JobState::Cancelled, 400);
        QCOMPARE(sample.told(9000).last(), u"back-off 1080-1400"_s);
        QCOMPARE(sample.bar(9000).segments.constLast().fate, SegmentFate::Cancelled);
    }

    void whatWasCancelledInItsQueueHasNoBar()
    {
        Sample sample;
        sample.record.started = {};
        sample.stage(u"fetch"_s, StageState::Cancelled, {}, {});
        sample.finish(JobState::Cancelled, 0);
        QVERIFY(sample.bar(9000).isEmpty());
    }

    void aFailedStageFails()
    {
        Sample sample;
        sample.attempt(1000, 100, AttemptState::Succeeded).timings.wait = 100;
        sample.stage(u"fetch"_s, StageState::Done, 0, 100);
        sample.stage(u"json"_s, StageState::Failed, 100, 7);
        sample.finish(JobState::Failed, 107);
        const BarSegment last = sample.bar(9000).segments.constLast();
        QCOMPARE(last.phase, Phase::Stage);
        QCOMPARE(last.fate, SegmentFate::Failed);
        QCOMPARE(segmentText(last, {u"fetch"_s, u"json"_s}), u"json, failed"_s);
    }

    /// A clock that was set back, or a record from elsewhere: nothing ends before it begins.
    void clocksThatDisagreeDoNoHarm()
    {
        Sample sample;
        AttemptRecord &attempt = sample.attempt(5000, -30, AttemptState::Running);
        attempt.timings = times(-5, 10, 50, -3, {});
        sample.attempt(500, 10, AttemptState::Failed).backOffMs = 100'000;
        sample.stage(u"fetch"_s, StageState::Running, -7, -3);
        sample.stage(u"json"_s, StageState::Running, 4000, {});
        const JobBar bar = sample.bar(1200);
        QVERIFY(!bar.isEmpty());
        for (const BarSegment &segment : bar.segments)
            QVERIFY2(segment.endMs >= segment.beginMs, qPrintable(segmentText(segment, {})));
    }

    void theTableTellsEverySegment()
    {
        Sample sample;
        sample.attempt(1000, 100, AttemptState::Succeeded).timings = times(600, {}, {}, 90, 10);
        sample.stage(u"fetch"_s, StageState::Done, 0, 100);
        sample.stage(u"json"_s, StageState::Done, 100, 1234);
        sample.finish(JobState::Succeeded, 1334);
        const QString text =
            barTable(sample.bar(9000), u"Succeeded"_s, {u"fetch"_s, u"json"_s}, Theme(QPalette()));
        for (const QString &part : {u"Succeeded"_s, u"queued"_s, u"attempt 1: wait for first byte"_s,
                                    u"+600 ms"_s, u"90.0 ms"_s, u"json"_s, u"1.2 s"_s, u"1.9 s in all"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u": "_s + text));
    }

    void aTableOfVeryManySegmentsIsCut()
    {
        Sample sample;
        for (int i = 0; i < 1000; ++i)
            sample.attempt(1000 + i * 10, 5, AttemptState::Failed);
        sample.stage(u"fetch"_s, StageState::Failed, 0, 10'000);
        sample.finish(JobState::Failed, 10'000);
        const QString text = barTable(sample.bar(20'000), {}, {u"fetch"_s}, Theme(QPalette()));
        QVERIFY(text.contains(u"attempt 1000"_s));
        QVERIFY(text.contains(u"…"_s));
        QVERIFY(text.count(u"<tr"_s) < 40);
    }
};

QTEST_GUILESS_MAIN(TestJobBar)
#include "tst_jobbar.moc"
