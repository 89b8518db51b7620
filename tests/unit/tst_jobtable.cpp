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

    void waitingRowsSayWhy()
    {
        JobTable table;
        table.append(inputs(3));
        ChangeBatch batch = batchOf({}, 3, 0);
        batch.accepted = {{0, {0, 0, 1}}};
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
