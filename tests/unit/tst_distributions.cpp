// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/distributions.h"
#include "jobs/filter/distributionword.h"
#include "jobs/jobfilter.h"
#include "jobs/jobledger.h"
#include "jobs/jobmeasures.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace inflight;
using namespace std::chrono_literals;

namespace {

using Of = Distribution::Of;

JobRecord record(JobId id, double fetchMs, double parseMs, JobState state = JobState::Succeeded)
{
    JobRecord made;
    made.id = id;
    made.url = u"http://h%1.test/%2"_s.arg(id % 2).arg(id);
    made.method = "GET";
    made.state = state;
    made.durationMs = fetchMs + parseMs;
    AttemptRecord attempt;
    attempt.timings.wait = fetchMs / 2;
    made.attempts = {attempt};
    made.stages = {{u"fetch"_s, StageState::Done, 0.0, fetchMs, {}},
                   {u"parse"_s, StageState::Done, fetchMs, parseMs, {}}};
    return made;
}

QStringList names(const std::vector<Distribution> &distributions)
{
    QStringList all;
    for (const Distribution &each : distributions)
        all.append(each.of == Of::WholeTime   ? u"whole"_s
                   : each.of == Of::FirstByte ? u"first"_s
                                              : each.stage);
    return all;
}

} // namespace

class TestDistributions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOverAllAndByOrigin()
    {
        Distributions distributions;
        QVERIFY(distributions.snapshot({}).empty());
        QVERIFY(distributions.snapshot(7).empty());
        const quint64 before = distributions.version();
        distributions.add(record(0, 100, 1), 0);
        distributions.add(record(1, 200, 2), 1);
        QVERIFY(distributions.version() != before);
        const auto all = distributions.snapshot({});
        QCOMPARE(names(all), (QStringList{u"whole"_s, u"first"_s, u"fetch"_s, u"parse"_s}));
        QCOMPARE(all[0].times.least(), 101ms);
        QCOMPARE(all[0].times.most(), 202ms);
        QCOMPARE(all[1].times.most(), 100ms);
        QCOMPARE(all[3].times.count(), 2);
        const auto one = distributions.snapshot(1);
        QCOMPARE(names(one), (QStringList{u"whole"_s, u"first"_s, u"fetch"_s}));
        QCOMPARE(one[2].times.count(), 1);
        QCOMPARE(one[2].times.least(), 200ms);
    }

    void whatWasCancelledOrSkippedIsNoMeasure()
    {
        Distributions distributions;
        JobRecord cancelled = record(0, 100, 1, JobState::Cancelled);
        cancelled.attempts.clear();
        cancelled.stages[0].state = StageState::Cancelled;
        cancelled.stages[1] = {u"parse"_s, StageState::Skipped, {}, {}, {}};
        distributions.add(cancelled, 0);
        QVERIFY(distributions.snapshot({}).empty());
        JobRecord failed = record(1, 100, 1, JobState::Failed);
        failed.stages[1].state = StageState::Failed;
        distributions.add(failed, 0);
        QCOMPARE(distributions.snapshot({}).size(), 4U);
    }

    void aStageThatComesTwiceCountsOnce()
    {
        JobRecord twice = record(0, 100, 1);
        twice.stages.append({u"parse"_s, StageState::Done, 101.0, 2.5, {}});
        QCOMPARE(timeInStage(twice, u"parse"), std::chrono::microseconds(3500));
        QVERIFY(!timeInStage(twice, u"save"));
        Distributions distributions;
        distributions.add(twice, 0);
        QCOMPARE(names(distributions.snapshot({})),
                 (QStringList{u"whole"_s, u"first"_s, u"fetch"_s, u"parse"_s}));
        QCOMPARE(distributions.snapshot({})[3].times.count(), 1);
    }

    void aJobThatBeginsAnewCountsAsItEndedLast()
    {
        const auto distributions = std::make_shared<Distributions>();
        JobLedger ledger(distributions);
        ledger.append({{u"http://h0.test/0"_s, nullptr}, {u"http://h1.test/1"_s, nullptr}}, {0, 1});
        for (const JobId id : {0U, 1U}) {
            ledger.setState(id, JobState::Running);
            ledger.finish(std::make_shared<const JobRecord>(record(id, 100, 1)));
        }
        ledger.setState(1, JobState::Queued);
        QCOMPARE(distributions->snapshot({})[0].times.count(), 1);
        QCOMPARE(distributions->snapshot(1)[0].times.count(), 0);
        ledger.setState(1, JobState::Running);
        QCOMPARE(distributions->snapshot({})[0].times.count(), 1);
        ledger.finish(std::make_shared<const JobRecord>(record(1, 300, 1)));
        QCOMPARE(distributions->snapshot({})[0].times.count(), 2);
        QCOMPARE(distributions->snapshot(1)[0].times.quantile(1), 301ms);
    }

    void aRangeIsAWordOfTheFilter_data()
    {
        QTest::addColumn<int>("of");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("word");
        const auto row = [](Of of, int first, int end, const QString &word) {
            QTest::newRow(qPrintable(word)) << static_cast<int>(of) << first << end << word;
        };
        row(Of::WholeTime, 0, 1, u"duration:0ms..<0.001ms"_s);
        row(Of::FirstByte, 64, 70, u"ttfb:0.064ms..<0.076ms"_s);
        row(Of::Stage, 192, 320, u"stage-time:parse:1.024ms..<16.384ms"_s);
        row(Of::Stage, 352, 368, u"stage-time:parse:32.768ms..<49.152ms"_s);
        row(Of::WholeTime, 300, DurationHistogram::bucketCount, u"duration:11.264ms.."_s);
    }

    void aRangeIsAWordOfTheFilter()
    {
        QFETCH(int, of);
        QFETCH(int, first);
        QFETCH(int, end);
        const QString word = distributionWord({static_cast<Of>(of), u"parse"_s, {}}, first, end);
        QTEST(word, "word");
        QVERIFY(std::holds_alternative<JobFilter>(JobFilter::parse(word)));
    }

    void aRangeOfBucketsFiltersExactlyItsJobs()
    {
        std::mt19937 random(1);
        std::lognormal_distribution<double> any(3, 2);
        Distributions distributions;
        QList<JobRecordPtr> records;
        for (JobId id = 0; id < 2'000; ++id) {
            records.append(std::make_shared<const JobRecord>(record(id, any(random), any(random) / 10)));
            distributions.add(*records.constLast(), id % 2);
        }
        for (const Distribution &each : distributions.snapshot({})) {
            for (int first = each.times.firstBucket(); first < each.times.endBucket(); first += 8) {
                const QString word = distributionWord(each, first, first + 8);
                const JobFilter filter = std::get<JobFilter>(JobFilter::parse(word));
                const auto shown = std::ranges::count_if(
                    records, [&filter](const JobRecordPtr &job) { return filter.matches(job, false); });
                QVERIFY2(shown == each.times.countIn(first, first + 8), qPrintable(word));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestDistributions)
#include "tst_distributions.moc"
