// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/changemailbox.h"
#include "jobs/jobtable.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QList<JobInput> inputs(int count)
{
    QList<JobInput> list;
    for (int i = 0; i < count; ++i)
        list.append({u"http://h/%1"_s.arg(i), nullptr});
    return list;
}

JobView viewOf(JobId id, JobState state)
{
    JobView view;
    view.id = id;
    view.state = state;
    return view;
}

ChangeBatch batchOf(const QList<JobView> &jobs, int queued, int running)
{
    ChangeBatch batch;
    batch.jobs = jobs;
    batch.totals.queued = queued;
    batch.totals.running = running;
    batch.totals.concurrency = 4;
    batch.totals.perHost = 2;
    return batch;
}

} // namespace

class TestJobTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAreMergedIntoRuns()
    {
        JobTable table;
        table.append(inputs(10));
        const auto running = JobState::Running;
        const QList<JobTable::Rows> rows = table.apply(
            batchOf({viewOf(7, running), viewOf(2, running), viewOf(3, running), viewOf(4, running)}, 6, 4));
        QCOMPARE(rows, (QList<JobTable::Rows>{{2, 4}, {7, 7}}));
        QCOMPARE(table.view(3).state, running);
        QCOMPARE(table.view(5).state, JobState::Queued);
    }

    void rowsThatTheEngineHasNotSeenCountAsQueued()
    {
        JobTable table;
        table.append(inputs(5));
        QCOMPARE(table.totals().queued, 5);
        table.apply(batchOf({viewOf(0, JobState::Running)}, 4, 1));
        table.append(inputs(3));
        QCOMPARE(table.totals().all(), 8);
        table.apply(batchOf({}, 4, 1)); // made before the engine took the three in
        QCOMPARE(table.totals().all(), 8);
        QCOMPARE(table.totals().queued, 7);
        table.apply(batchOf({}, 7, 1));
        QCOMPARE(table.totals().all(), 8);
    }

    void rowsKnowSinceWhenTheyAreQueued()
    {
        JobTable table;
        const qint64 before = steadyNowMs();
        table.append(inputs(2));
        const qint64 first = table.queuedSinceMs(1);
        QVERIFY(first >= before && first <= steadyNowMs());
        QTRY_VERIFY(steadyNowMs() > first);
        table.apply(batchOf({viewOf(1, JobState::Running)}, 1, 1));
        QCOMPARE(table.queuedSinceMs(1), first);
        table.apply(batchOf({viewOf(1, JobState::Failed)}, 1, 0));
        table.apply(batchOf({viewOf(1, JobState::Queued)}, 2, 0)); // again
        QVERIFY(table.queuedSinceMs(1) > first);
        QVERIFY(table.queuedSinceMs(0) <= first);
    }

    void waitingRowsSayWhy()
    {
        JobTable table;
        table.append(inputs(3));
        ChangeBatch batch = batchOf({}, 3, 0);
        batch.accepted = {{0, {}, {0, 0, 1}}};
        OriginStatus full;
        full.inFlight = full.allowed = full.limits.maxInFlight = 2;
        OriginStatus held;
        held.index = 1;
        held.heldUntilMs = 9000;
        batch.origins = {full, held};
        table.apply(batch);
        QCOMPARE(table.waitingReason(0, 1000), u"host cap 2 of 2"_s);
        QCOMPARE(table.waitingReason(2, 1000), u"Retry-After: 8.0 s"_s);
        QCOMPARE(table.waitingReason(2, 9500), u"next in line"_s);

        batch.totals.inFlight = 4;
        table.apply(batch);
        QCOMPARE(table.waitingReason(0, 1000), u"all 4 slots busy"_s);
        batch.totals.paused = true;
        table.apply(batch);
        QCOMPARE(table.waitingReason(0, 1000), u"paused"_s);

        JobView backingOff = viewOf(1, JobState::BackingOff);
        backingOff.attempt = 1;
        backingOff.waitUntilMs = 1800;
        batch.jobs = {backingOff, viewOf(0, JobState::Succeeded)};
        table.apply(batch);
        QCOMPARE(table.waitingReason(1, 1000), u"back-off: attempt 2 in 0.8 s"_s);
        QCOMPARE(table.waitingReason(0, 1000), QString());
    }

    void aBackOffThatTheServerAskedForSaysSo()
    {
        JobTable table;
        table.append(inputs(1));
        JobView waiting = viewOf(0, JobState::BackingOff);
        waiting.attempt = 1;
        waiting.waitUntilMs = 34'000;
        waiting.waitsAsAsked = true;
        ChangeBatch batch = batchOf({waiting}, 0, 0);
        OriginStatus origin;
        origin.heldUntilMs = 34'000;
        batch.origins = {origin};
        table.apply(batch);
        QCOMPARE(table.waitingReason(0, 1000), u"Retry-After: 33 s"_s);

        // What another answer asked for holds it beyond its own back-off.
        batch.jobs[0].waitUntilMs = 1800;
        batch.jobs[0].waitsAsAsked = false;
        table.apply(batch);
        QCOMPARE(table.waitingReason(0, 1000), u"Retry-After: 33 s"_s);
        batch.origins[0].heldUntilMs = -1;
        table.apply(batch);
        QCOMPARE(table.waitingReason(0, 1000), u"back-off: attempt 2 in 0.8 s"_s);
    }

    void theOriginsReasonsInTheirOrder()
    {
        JobTable table;
        table.append(inputs(1));
        QCOMPARE(table.waitingReason(0, 1000), u"next in line"_s); // the engine has not seen it yet
        ChangeBatch batch = batchOf({}, 1, 0);
        batch.accepted = {{0, {}, {0}}};
        OriginStatus origin;
        const auto reason = [&] {
            batch.origins = {origin};
            table.apply(batch);
            return table.waitingReason(0, 1000);
        };
        QCOMPARE(reason(), u"next in line"_s);
        origin.limits.rate = {5, std::chrono::seconds(1)};
        QCOMPARE(reason(), u"rate: next in 0.0 s"_s);
        origin.inFlight = origin.limits.maxInFlight = 8;
        origin.allowed = 8;
        QCOMPARE(reason(), u"host cap 8 of 8"_s);
        origin.inFlight = origin.allowed = 2;
        origin.easedAfter = 429;
        QCOMPARE(reason(), u"host cap 2 of 8: eased off after 429"_s);
        origin.easedAfter = 0;
        QCOMPARE(reason(), u"host cap 2 of 8: eased off after a timeout"_s);
        origin.nextStartMs = 2200;
        QCOMPARE(reason(), u"rate: next in 1.2 s"_s);
        origin.heldUntilMs = 38'000;
        QCOMPARE(reason(), u"Retry-After: 37 s"_s);
        origin.heldUntilMs = 1000 + 24 * 3'600'000;
        QCOMPARE(reason(), u"Retry-After: 1 d 0 h"_s);
        origin.limits.paused = true;
        QCOMPARE(reason(), u"paused: this origin"_s);
        batch.totals.paused = true;
        QCOMPARE(reason(), u"paused"_s);
    }

    void afterARedirectTheOtherOriginsReasonCounts()
    {
        JobTable table;
        table.append(inputs(1));
        JobView waiting = viewOf(0, JobState::BackingOff);
        waiting.attempt = 1;
        waiting.waitOrigin = 1;
        ChangeBatch batch = batchOf({waiting}, 0, 0);
        OriginStatus there;
        there.index = 1;
        there.limits.paused = true;
        batch.origins = {OriginStatus(), there};
        table.apply(batch);
        QCOMPARE(table.originCount(), 2);
        QCOMPARE(table.waitingReason(0, 1000), u"paused: this origin"_s);
    }

    void runningJobsWaitForTheCpuInWords()
    {
        JobTable table;
        table.append(inputs(3));
        JobView between = viewOf(0, JobState::Running);
        between.stages = {{StageState::Done, -1, 0, 5}, {StageState::Waiting, -1, -1, -1}};
        JobView outside = viewOf(1, JobState::Running);
        outside.waitsForCpu = true;
        table.apply(batchOf({between, outside, viewOf(2, JobState::Running)}, 0, 3));
        QCOMPARE(table.waitingReason(0, 1000), u"CPU pool full"_s);
        QCOMPARE(table.waitingReason(1, 1000), u"CPU pool full"_s);
        QCOMPARE(table.waitingReason(2, 1000), QString());
    }

    void theMailboxKeepsTheNewestOfEachOrigin()
    {
        ChangeMailbox mailbox([] {});
        const auto batch = [](quint32 index, int queued) {
            ChangeBatch made;
            made.origins.resize(1);
            made.origins[0].index = index;
            made.origins[0].queued = queued;
            return made;
        };
        for (const int queued : {9, 5, 3}) {
            mailbox.put(batch(7, queued));
            mailbox.put(batch(2, queued + 1));
        }
        const std::optional<ChangeBatch> taken = mailbox.take();
        QVERIFY(taken);
        QCOMPARE(taken->origins.size(), 2);
        QCOMPARE(taken->origins.at(0).queued, 3);
        QCOMPARE(taken->origins.at(1).queued, 4);
        mailbox.put(batch(2, 1));
        QCOMPARE(mailbox.take()->origins.size(), 1);
    }

    void theMailboxGivesALongListInPieces()
    {
        constexpr int most = ChangeMailbox::mostAccepted;
        constexpr int all = 2 * most + 7;
        int woken = 0;
        ChangeMailbox mailbox([&woken] { ++woken; });
        ChangeBatch first = batchOf({viewOf(2, JobState::Running)}, all - 1, 1);
        first.accepted = {{0, inputs(5), QList<quint32>(5, 1)},
                          {5, inputs(all - 5), QList<quint32>(all - 5, 2)}};
        mailbox.put(first);

        JobTable table;
        QList<int> sizes;
        while (mailbox.isFull()) {
            const ChangeBatch batch = *mailbox.take();
            table.apply(batch);
            sizes.append(table.size());
            QCOMPARE(table.totals().all(), table.size());
            QCOMPARE(batch.jobs.isEmpty(), table.size() < all);
            if (sizes.size() == 1) {
                ChangeBatch more = batchOf({viewOf(all, JobState::Running)}, all - 1, 2);
                more.accepted = {{static_cast<JobId>(all), inputs(1), {3}}};
                mailbox.put(more); // while the list is given
            }
        }
        QCOMPARE(sizes, (QList<int>{most, 2 * most, all + 1}));
        QCOMPARE(woken, 1);
        QVERIFY(!mailbox.take());
        QCOMPARE(table.view(2).state, JobState::Running);
        QCOMPARE(table.view(all).state, JobState::Running);
        for (const auto &[row, origin] : {std::pair(4, 1U), {5, 2U}, {most, 2U}, {all - 1, 2U}})
            QCOMPARE(table.view(row).origin, origin);
    }

    void theMailboxKeepsTheNewestOfEachJob()
    {
        int woken = 0;
        ChangeMailbox mailbox([&woken] { ++woken; });
        QVERIFY(!mailbox.take());
        mailbox.put(batchOf({viewOf(1, JobState::Running), viewOf(2, JobState::Running)}, 1, 2));
        mailbox.put(batchOf({viewOf(2, JobState::Failed), viewOf(3, JobState::Running)}, 0, 2));
        QCOMPARE(woken, 1);
        const std::optional<ChangeBatch> batch = mailbox.take();
        QVERIFY(batch);
        QCOMPARE(batch->jobs.size(), 3);
        QCOMPARE(batch->jobs.at(1).state, JobState::Failed);
        QCOMPARE(batch->totals.queued, 0);
        QVERIFY2(!mailbox.take(), "what was taken is not given again");
        mailbox.put(batchOf({}, 0, 0));
        QCOMPARE(woken, 2);
    }
};

QTEST_GUILESS_MAIN(TestJobTable)
#include "tst_jobtable.moc"
