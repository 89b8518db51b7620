// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "jobs/jobrecord.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

const QStringList stageNames{u"fetch"_s, u"decode"_s, u"parse"_s};

QString cell(const JobModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

/// A batch about one job.
ChangeBatch about(const JobView &view)
{
    ChangeBatch batch;
    batch.jobs.append(view);
    batch.totals.running = 1;
    return batch;
}

} // namespace

class TestJobModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        JobModel model(stageNames);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(sampleInputs(900));
        QCOMPARE(model.rowCount(), 900);
        for (const JobState state : {JobState::Running, JobState::BackingOff, JobState::Succeeded})
            model.apply(sampleBatch(100, QList<JobState>(300, state), 900));
        model.append(sampleInputs(100, 900));
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(model.columnCount(), static_cast<int>(JobModel::ColumnCount));
    }

    void appendsNothingForNothing()
    {
        JobModel model(stageNames);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.append({});
        QCOMPARE(inserted.size(), 0);
    }

    void announcesChangesByRuns()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(100));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ChangeBatch batch = sampleBatch(10, {JobState::Running, JobState::Running}, 100);
        batch.jobs.append(sampleBatch(50, {JobState::Running}, 100).jobs);
        model.apply(batch);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 10);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 11);
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 50);
        QVERIFY(changed.at(1).at(0).toModelIndex().column() > JobModel::Url);
    }

    void announcesOneRangeWhenMostChanged()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(100));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ChangeBatch batch;
        for (JobId id = 0; id < 100; id += 3) // every third
            batch.jobs.append(
                sampleBatch(id, {JobState::Running, JobState::Running}, 100).jobs.first(id < 99 ? 2 : 1));
        model.apply(batch);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 99);
    }

    void refreshesTimesOfRunningRowsAlone()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(3));
        model.apply(sampleBatch(0, {JobState::Running, JobState::Succeeded, JobState::Queued}, 3));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refreshTimes({0, 1, 2});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 2);
    }

    void saysStates()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(6));
        model.apply(sampleBatch(0,
                                {JobState::Queued, JobState::BackingOff, JobState::Running,
                                 JobState::Succeeded, JobState::Failed, JobState::Cancelled},
                                6));
        const QStringList words{u"Queued"_s,    u"Waiting"_s, u"Running"_s,
                                u"Succeeded"_s, u"Failed"_s,  u"Cancelled"_s};
        for (int row = 0; row < 6; ++row)
            QVERIFY2(cell(model, row, JobModel::State).startsWith(words.at(row)),
                     qPrintable(cell(model, row, 1)));
    }

    void saysWhyAJobWaits()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(2));
        ChangeBatch batch = sampleBatch(0, {JobState::Running}, 2);
        batch.totals.paused = true;
        model.apply(batch);
        QCOMPARE(cell(model, 1, JobModel::State), u"Queued · paused"_s);
        QCOMPARE(cell(model, 1, JobModel::State, JobModel::DetailRole), u"paused"_s);
    }

    void saysSlowInWords()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(1));
        JobView view;
        view.state = JobState::Running;
        view.slow = true;
        view.startedMs = 1000;
        view.stages = {{.state = StageState::Running, .startMs = 0}, {}, {}};
        model.apply(about(view));
        QVERIFY(cell(model, 0, JobModel::State).startsWith(u"Running · slow: "_s));
        QCOMPARE(slowText(view, stageNames, 15'200), u"slow: 14.2 s in fetch"_s);

        view.slowMedianMs = 1300;
        view.stages[0] = {.state = StageState::Done, .startMs = 0, .durationMs = 4200};
        view.stages[1] = {.state = StageState::Running, .startMs = 4200};
        QCOMPARE(slowText(view, stageNames, 11'000), u"slow: 5.8 s in decode; median 1.3 s"_s);

        view.slow = false;
        QCOMPARE(slowText(view, stageNames, 11'000), QString());
    }

    void readsStagesOut()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(1));
        QCOMPARE(cell(model, 0, JobModel::Stages, Qt::AccessibleTextRole),
                 u"fetch pending, decode pending, parse pending"_s);
        JobView view;
        view.state = JobState::Running;
        view.startedMs = steadyNowMs();
        view.stages = {{.state = StageState::Running, .permille = 404}, {.state = StageState::Waiting}, {}};
        model.apply(about(view));
        QCOMPARE(cell(model, 0, JobModel::Stages, Qt::AccessibleTextRole),
                 u"fetch running 40 %, decode waiting, parse pending"_s);
    }

    void givesEveryCellToScreenReaders()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(2));
        model.apply(sampleBatch(0, {JobState::Succeeded}, 2));
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < JobModel::ColumnCount; ++column)
                QVERIFY(!cell(model, row, column, Qt::AccessibleTextRole).isEmpty());
        }
        QCOMPARE(cell(model, 1, JobModel::Cancel, Qt::AccessibleTextRole), u"Cancel"_s);
        QVERIFY(cell(model, 0, JobModel::Cancel).isEmpty());
    }

    void hidesSecretsInUrls()
    {
        JobModel model(stageNames);
        model.append({{u"https://me:sesame@a.test/x?api_key=abc123&page=2"_s, nullptr}});
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
            const QString shown = cell(model, 0, JobModel::Url, role);
            QVERIFY2(!shown.contains(u"sesame"_s) && !shown.contains(u"abc123"_s), qPrintable(shown));
            QVERIFY2(shown.contains(u"a.test"_s) && shown.contains(u"page=2"_s), qPrintable(shown));
        }
    }

    void offersCancelUntilFinished()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(4));
        model.apply(sampleBatch(1, {JobState::Running, JobState::BackingOff, JobState::Failed}, 4));
        const QList<bool> expected{true, true, true, false};
        for (int row = 0; row < 4; ++row)
            QCOMPARE(model.index(row, JobModel::Cancel).data(JobModel::CancellableRole).toBool(),
                     expected.at(row));
    }

    void explainsAFailureInTheToolTip()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(1));
        auto record = std::make_shared<JobRecord>();
        record->fault = Fault{FaultClass::Refused, u"fetch"_s, u"Nobody listens there."_s};
        JobView view;
        view.state = JobState::Failed;
        view.faultClass = FaultClass::Refused;
        view.record = JobRecordPtr(record);
        model.apply(about(view));
        QCOMPARE(cell(model, 0, JobModel::State), u"Failed · refused"_s);
        QCOMPARE(cell(model, 0, JobModel::State, Qt::ToolTipRole), u"Nobody listens there."_s);
    }

    void sortsByWhatIsMeant()
    {
        JobModel model(stageNames);
        model.append(sampleInputs(3));
        model.apply(sampleBatch(0, {JobState::Succeeded, JobState::Running, JobState::Failed}, 3));
        const auto key = [&model](int row, int column) { return model.sortKey(row, column, steadyNowMs()); };
        QVERIFY(key(1, JobModel::State) < key(2, JobModel::State));
        QVERIFY(key(2, JobModel::State) < key(0, JobModel::State));
        QVERIFY(key(0, JobModel::Size) < key(2, JobModel::Size));
        QCOMPARE(key(0, JobModel::Time), 100);
        QCOMPARE(model.index(0, JobModel::Time).data(JobModel::SortRole).toLongLong(), 100);
    }
};

QTEST_MAIN(TestJobModel)
#include "tst_jobmodel.moc"
