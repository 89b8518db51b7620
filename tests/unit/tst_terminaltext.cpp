// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/flags.h"
#include "cli/helptext.h"
#include "cli/joblog.h"
#include "cli/summary.h"
#include "jobs/jobrecord.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

RunTotals runningTotals()
{
    RunTotals totals;
    totals.queued = 520;
    totals.running = 64;
    totals.backingOff = 4;
    totals.succeeded = 400;
    totals.failed = 9;
    totals.cancelled = 3;
    totals.slow = 2;
    totals.bytes = 12'400'000;
    return totals;
}

JobView finishedView(JobId id, JobState state, std::optional<Fault> fault = std::nullopt)
{
    auto record = std::make_shared<JobRecord>();
    record->id = id;
    record->url = u"http://u:p@h/%1"_s.arg(id);
    record->state = state;
    record->fault = std::move(fault);
    record->status = 200;
    record->bytes = 292;
    record->durationMs = 35.2;
    record->stages = {{u"fetch"_s, StageState::Done, 0.0, 1.0, {}},
                      {u"parse"_s, StageState::Cancelled, 1.0, 1.0, {}}};
    JobView view;
    view.id = id;
    view.state = state;
    view.record = JobRecordPtr(std::move(record));
    return view;
}

Options optionsWith(bool quiet, bool verbose)
{
    Options options;
    options.quiet = quiet;
    options.verbose = verbose;
    options.settings.pipeline = std::make_shared<const Pipeline>(PipelineDescription{u"none"_s, {}},
                                                                 std::vector<std::unique_ptr<const Stage>>(),
                                                                 std::vector<StageSettings>());
    return options;
}

ChangeBatch batchOf(const QList<JobView> &views)
{
    ChangeBatch batch;
    batch.jobs = views;
    return batch;
}

QList<JobInput> inputs(int count)
{
    QList<JobInput> result;
    for (int i = 0; i < count; ++i)
        result.append({u"http://u:p@h/%1"_s.arg(i), nullptr});
    return result;
}

} // namespace

class TestTerminalText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void exitCodes_data();
    void exitCodes();
    void progressLine();
    void progressLineFits();
    void progressHasRateAndTimeLeft();
    void summaries_data();
    void summaries();
    void printableText_data();
    void printableText();
    void failedJobsAreSaid();
    void quietSaysNothingButCounts();
    void verboseSaysEveryJob();
    void verboseSaysWaitsAndSlowJobs();
    void helpIsComplete();
    void stagesAreDescribed();
};

void TestTerminalText::exitCodes_data()
{
    QTest::addColumn<bool>("lost");
    QTest::addColumn<bool>("interrupted");
    QTest::addColumn<int>("rejected");
    QTest::addColumn<int>("unsuccessful");
    QTest::addColumn<int>("status");
    QTest::newRow("all well") << false << false << 0 << 0 << 0;
    QTest::newRow("some failed") << false << false << 0 << 1 << 2;
    QTest::newRow("some rejected") << false << false << 1 << 0 << 2;
    QTest::newRow("not written") << true << false << 0 << 0 << 3;
    QTest::newRow("not written and failed") << true << false << 1 << 1 << 3;
    QTest::newRow("interrupted") << false << true << 0 << 0 << 130;
    QTest::newRow("interrupted and cancelled") << false << true << 1 << 5 << 130;
    QTest::newRow("interrupted and not written") << true << true << 0 << 5 << 3;
}

void TestTerminalText::exitCodes()
{
    QFETCH(bool, lost);
    QFETCH(bool, interrupted);
    QFETCH(int, rejected);
    QFETCH(int, unsuccessful);
    QTEST(static_cast<int>(exitCodeOf({lost, interrupted, rejected, unsuccessful})), "status");
    QCOMPARE(exitCodeOf({.listCutShort = true}), ExitCode::Incomplete);
}

void TestTerminalText::progressLine()
{
    QCOMPARE(
        progressText(runningTotals(), Throughput(), 200),
        u"[■■■■■■■■□□□□□□□□□□□□] 412/1,000  running 64  slow 2  to retry 4  ok 400  failed 9  cancelled 3  12.4 MB"_s);
    RunTotals fresh;
    fresh.queued = 3;
    QCOMPARE(progressText(fresh, Throughput(), 200), u"[□□□□□□□□□□□□□□□□□□□□] 0/3  running 0  ok 0  0 B"_s);
    QCOMPARE(progressText(fresh, Throughput(), 30, u"Retry-After: 37 s"_s), u"0/3  Retry-After: 37 s"_s);
}

void TestTerminalText::progressLineFits()
{
    for (int columns = 0; columns < 150; ++columns) {
        const QString line = progressText(runningTotals(), Throughput(), columns);
        QVERIFY2(line.size() <= columns, qPrintable(line));
        if (columns >= 9)
            QVERIFY2(line.contains(u"412/1,000"), qPrintable(line));
        if (columns >= 20)
            QVERIFY2(line.contains(u"failed 9"), qPrintable(line));
    }
}

void TestTerminalText::progressHasRateAndTimeLeft()
{
    Throughput throughput;
    RunTotals totals = runningTotals();
    for (int second = 0; second <= 4; ++second) {
        totals.bytes = 3'100'000LL * second;
        totals.ended = static_cast<quint64>(28 * second);
        throughput.feed(totals, second * 1000);
    }
    const QString line = progressText(totals, throughput, 200);
    QVERIFY2(line.endsWith(u"3.1 MB/s  21 s left"), qPrintable(line));
}

void TestTerminalText::summaries_data()
{
    QTest::addColumn<RunTotals>("totals");
    QTest::addColumn<FaultCounts>("faults");
    QTest::addColumn<int>("rejected");
    QTest::addColumn<QString>("text");

    RunTotals totals;
    totals.succeeded = 988;
    totals.failed = 9;
    totals.cancelled = 3;
    totals.ended = 1000;
    totals.bytes = 12'400'000;
    totals.firstStartMs = 100;
    totals.lastEndMs = 4300;
    QTest::newRow("all kinds")
        << totals << FaultCounts{{FaultClass::HttpStatus, 3}, {FaultClass::TimeoutFirstByte, 6}} << 0
        << u"1,000 jobs: 988 succeeded, 9 failed (timeout.first_byte 6, http.status 3), 3 cancelled; "
           "12.4 MB in 4.2 s (238/s)"_s;
    RunTotals one;
    one.succeeded = 1;
    one.ended = 1;
    one.bytes = 292;
    one.firstStartMs = 0;
    one.lastEndMs = 500;
    QTest::newRow("one") << one << FaultCounts() << 0 << u"1 job: 1 succeeded; 292 B in 500 ms (2.0/s)"_s;
    QTest::newRow("rejected") << one << FaultCounts() << 2
                              << u"1 job: 1 succeeded; 292 B in 500 ms (2.0/s); 2 lines of input rejected"_s;
    RunTotals resumed = one;
    resumed.succeeded = 1001;
    resumed.ended = 1001;
    resumed.endedBefore = 1000;
    QTest::newRow("most of them in an earlier run")
        << resumed << FaultCounts() << 0 << u"1,001 jobs: 1,001 succeeded; 292 B in 500 ms (2.0/s)"_s;
    RunTotals none;
    none.cancelled = 2;
    QTest::newRow("nothing started") << none << FaultCounts() << 1
                                     << u"2 jobs: 0 succeeded, 2 cancelled; 1 line of input rejected"_s;
}

void TestTerminalText::summaries()
{
    QFETCH(RunTotals, totals);
    QFETCH(FaultCounts, faults);
    QFETCH(int, rejected);
    QTEST(summaryText(totals, faults, rejected), "text");
}

void TestTerminalText::printableText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"ä 😀 ✓"_s << u"ä 😀 ✓"_s;
    QTest::newRow("escape") << u"\x1b[31mred\a"_s << u"\\x1b[31mred\\x07"_s;
    QTest::newRow("line breaks") << u"a\r\nb\u2028c"_s << u"a\\x0d\\x0ab\\u2028c"_s;
    QTest::newRow("C1") << u"a\u009bb"_s << u"a\\x9bb"_s;
    QTest::newRow("direction") << u"a\u202Eb"_s << u"a\\u202eb"_s;
    QTest::newRow("long") << QString(400, u'x') << QString(300, u'x') + u'…';
}

void TestTerminalText::printableText()
{
    QFETCH(QString, text);
    QTEST(printable(text), "shown");
}

void TestTerminalText::failedJobsAreSaid()
{
    JobLog log(optionsWith(false, false));
    log.append(inputs(3));
    const Fault fault{FaultClass::HttpStatus, u"fetch"_s, u"http://u:p@h/1 answered\n404."_s};
    const QStringList lines =
        log.take(batchOf({finishedView(0, JobState::Succeeded), finishedView(1, JobState::Failed, fault),
                          finishedView(2, JobState::Cancelled)}),
                 0);
    QCOMPARE(lines,
             QStringList{u"failed #1 http://•••@h/1: http.status: http://•••@h/1 answered\\x0a404."_s});
    QCOMPARE(log.faults(), (FaultCounts{{FaultClass::HttpStatus, 1}}));
}

void TestTerminalText::quietSaysNothingButCounts()
{
    JobLog log(optionsWith(true, true));
    const Fault fault{FaultClass::Dns, u"fetch"_s, u"x"_s};
    QVERIFY(log.take(batchOf({finishedView(0, JobState::Failed, fault)}), 0).isEmpty());
    QCOMPARE(log.faults().value(FaultClass::Dns), 1);
}

void TestTerminalText::verboseSaysEveryJob()
{
    JobLog log(optionsWith(false, true));
    log.append(inputs(2));
    const QStringList lines =
        log.take(batchOf({finishedView(0, JobState::Succeeded), finishedView(1, JobState::Cancelled)}), 0);
    QCOMPARE(lines, (QStringList{u"ok #0 http://•••@h/0: 200, 292 B, 35 ms"_s,
                                 u"#1 http://•••@h/1 cancelled in parse"_s}));
}

void TestTerminalText::verboseSaysWaitsAndSlowJobs()
{
    JobLog log(optionsWith(false, true));
    log.append(inputs(2));
    JobView waiting;
    waiting.id = 0;
    waiting.state = JobState::BackingOff;
    waiting.attempt = 1;
    waiting.waitUntilMs = 1800;
    JobView slow;
    slow.id = 1;
    slow.state = JobState::Running;
    slow.slow = true;
    slow.slowMedianMs = 300;
    slow.startedMs = 0;
    slow.stages = {{StageState::Running, -1, 0, -1}};
    slow.stageNames = QStringList{u"fetch"_s};
    const QStringList lines = log.take(batchOf({waiting, slow}), 1000);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], u"waiting #0 http://•••@h/0: back-off: attempt 2 in 0.8 s"_s);
    QCOMPARE(lines[1], u"slow #1 http://•••@h/1: 1.0 s in fetch; median 300 ms"_s);
    QVERIFY(log.take(batchOf({slow}), 1100).isEmpty()); // said once
}

void TestTerminalText::helpIsComplete()
{
    const QString help = helpText();
    for (const FlagGroup &group : flagGroups()) {
        for (const Flag &flag : group.flags)
            QVERIFY2(help.contains(u"--%1"_s.arg(flag.names.last())), qPrintable(flag.names.last()));
    }
    const QStringList lines = help.split(u'\n');
    for (const QString &line : lines) {
        QVERIFY2(line.size() <= 80, qPrintable(line));
        QVERIFY2(!line.endsWith(u' '), qPrintable(line));
    }
    QVERIFY(help.contains(u"130"));
    QVERIFY(versionText().startsWith(u"inflight "));
}

void TestTerminalText::stagesAreDescribed()
{
    QVERIFY(stageListText().contains(u"decode"));
    const auto delay = stageText(u"delay"_s);
    QVERIFY(delay);
    QVERIFY2(delay->contains(u"ms") && delay->contains(u"required"), qPrintable(*delay));
    QVERIFY(!stageText(u"no-such-stage"_s));
}

QTEST_GUILESS_MAIN(TestTerminalText)
#include "tst_terminaltext.moc"
