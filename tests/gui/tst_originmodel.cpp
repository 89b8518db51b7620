// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/originmodel.h"

#include "ui/models/origincolumn.h"
#include "ui/models/origintext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;
using namespace std::chrono_literals;

namespace {

OriginStatus originOf(quint32 index, int queued = 0)
{
    OriginStatus origin;
    origin.index = index;
    origin.text = u"https://h%1.test"_s.arg(index, 4, 10, QChar(u'0'));
    origin.queued = queued;
    return origin;
}

ChangeBatch batchOf(const QList<OriginStatus> &origins)
{
    ChangeBatch batch;
    batch.origins = origins;
    batch.totals.concurrency = 64;
    return batch;
}

ChangeBatch manyOrigins(quint32 count)
{
    QList<OriginStatus> origins;
    for (quint32 index = 0; index < count; ++index)
        origins.append(originOf(index, static_cast<int>(index)));
    return batchOf(origins);
}

void setError(OriginStatus &origin, FaultClass faultClass, quint32 count)
{
    origin.errors[static_cast<std::size_t>(faultClass)] = count;
}

QString cell(const OriginModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

QStringList shownOrigins(const OriginModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(cell(model, row, OriginColumn::Origin).mid(9, 4));
    return texts;
}

constexpr auto fatally = QAbstractItemModelTester::FailureReportingMode::Fatal;

} // namespace

class TestOriginModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        OriginModel model;
        const QAbstractItemModelTester tester(&model, fatally);
        model.apply(manyOrigins(20));
        QCOMPARE(model.rowCount(), 20);
        model.sort(OriginColumn::Waiting, Qt::DescendingOrder);
        model.apply(batchOf({originOf(25), originOf(3, 99)})); // what lies between comes later
        QCOMPARE(model.rowCount(), 26);
        model.sort(OriginColumn::Waiting, Qt::DescendingOrder);
        QCOMPARE(cell(model, 0, OriginColumn::Origin), u"https://h0003.test"_s);
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(cell(model, 3, OriginColumn::Origin), u"https://h0003.test"_s);
    }

    void announcesChangedRowsAlone()
    {
        OriginModel model;
        model.apply(manyOrigins(5000));
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.apply(batchOf({originOf(10, 1), originOf(4000, 1), originOf(11, 1)}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 10);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 11);
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 4000);
    }

    void sortsByEveryColumn()
    {
        OriginModel model;
        OriginStatus big = originOf(0, 9);
        big.inFlight = 9;
        big.startedPerSecond = 9;
        big.ttfbMedianMs = big.ttfbP95Ms = 9;
        setError(big, FaultClass::Truncated, 9);
        big.heldUntilMs = steadyNowMs() + 60'000;
        big.limits = {.maxInFlight = 9, .rate = {}, .paused = true};
        OriginStatus small = originOf(1, 1);
        small.limits = {.maxInFlight = 1, .rate = {.count = 1, .period = 1h}};
        model.apply(batchOf({big, small}));
        for (int column = OriginColumn::NextStart; column < OriginColumn::Count; ++column) {
            model.sort(column, Qt::AscendingOrder);
            QVERIFY2(shownOrigins(model) == (QStringList{u"0001"_s, u"0000"_s}),
                     qPrintable(OriginColumn::title(column)));
            model.sort(column, Qt::DescendingOrder);
            QCOMPARE(shownOrigins(model), (QStringList{u"0000"_s, u"0001"_s}));
        }
        model.sort(OriginColumn::Origin, Qt::DescendingOrder);
        QCOMPARE(shownOrigins(model), (QStringList{u"0001"_s, u"0000"_s}));
    }

    void rowsMoveLaterAndNotWhileHeld()
    {
        OriginModel model;
        model.apply(batchOf({originOf(0, 1), originOf(1, 2)}));
        model.sort(OriginColumn::Waiting, Qt::AscendingOrder);
        const QPersistentModelIndex first(model.index(0, OriginColumn::MaxRate));
        model.setHeld(true);
        const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.apply(batchOf({originOf(0, 3)}));
        model.sort(OriginColumn::Waiting, Qt::AscendingOrder);
        QCOMPARE(moved.size(), 0);
        QCOMPARE(shownOrigins(model), (QStringList{u"0000"_s, u"0001"_s}));
        model.setHeld(false);
        QTRY_COMPARE(shownOrigins(model), (QStringList{u"0001"_s, u"0000"_s}));
        QCOMPARE(first.row(), 1);

        model.apply(batchOf({originOf(0, 0)}));
        QCOMPARE(shownOrigins(model), (QStringList{u"0001"_s, u"0000"_s}));
        QTRY_COMPARE(shownOrigins(model), (QStringList{u"0000"_s, u"0001"_s}));
    }

    void countsBackOffAsWaiting()
    {
        OriginModel model;
        OriginStatus origin = originOf(0, 5);
        model.apply(batchOf({origin}));
        const QModelIndex waiting = model.index(0, OriginColumn::Waiting);
        QVERIFY(waiting.data(Qt::ToolTipRole).toString().isEmpty());
        origin.backingOff = 2;
        model.apply(batchOf({origin, originOf(1, 6)}));
        QCOMPARE(waiting.data().toString(), u"7"_s);
        QCOMPARE(waiting.data(Qt::ToolTipRole).toString(), u"2 of them in back-off"_s);
        model.sort(OriginColumn::Waiting, Qt::DescendingOrder);
        QCOMPARE(shownOrigins(model), (QStringList{u"0000"_s, u"0001"_s}));
    }

    void takesLimits()
    {
        OriginModel model;
        model.apply(manyOrigins(2));
        const QSignalSpy edited(&model, &OriginModel::limitsEdited);
        QVERIFY(model.setData(model.index(1, OriginColumn::MaxInFlight), 12, Qt::EditRole));
        QVERIFY(model.setData(model.index(1, OriginColumn::MaxRate), u"5/15s"_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(1, OriginColumn::Paused), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(edited.size(), 3);
        QCOMPARE(edited.last().at(0).toUInt(), 1U);
        const OriginLimits wanted{.maxInFlight = 12, .rate = {.count = 5, .period = 15s}, .paused = true};
        QCOMPARE(edited.last().at(1).value<OriginLimits>(), wanted);
        QCOMPARE(cell(model, 1, OriginColumn::MaxInFlight), u"12"_s);
        QCOMPARE(cell(model, 1, OriginColumn::MaxRate), u"5/15s"_s);
        QCOMPARE(cell(model, 1, OriginColumn::Paused), u"paused"_s);
        QCOMPARE(cell(model, 0, OriginColumn::MaxRate), u"none"_s);

        QVERIFY(model.setData(model.index(1, OriginColumn::MaxRate), QString(), Qt::EditRole));
        QCOMPARE(cell(model, 1, OriginColumn::MaxRate), u"none"_s);
        QVERIFY(!model.setData(model.index(1, OriginColumn::MaxRate), u"fast"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, OriginColumn::Waiting), 5, Qt::EditRole));
        QCOMPARE(edited.size(), 4);
    }

    void saysWhenTheNextMayStart_data()
    {
        QTest::addColumn<OriginStatus>("origin");
        QTest::addColumn<RunTotals>("run");
        QTest::addColumn<QString>("text");
        RunTotals run;
        run.concurrency = 64;
        OriginStatus idle = originOf(0);
        OriginStatus waiting = originOf(0, 5);
        QTest::newRow("nothing waits") << idle << run << QString();
        QTest::newRow("nothing holds") << waiting << run << u"next in line"_s;
        OriginStatus held = waiting;
        held.heldUntilMs = 137'000;
        QTest::newRow("Retry-After") << held << run << u"Retry-After: 37 s"_s;
        held.heldUntilMs = 100'000 + 125'000;
        QTest::newRow("a long Retry-After") << held << run << u"Retry-After: 2 min 5 s"_s;
        OriginStatus rated = waiting;
        rated.nextStartMs = 101'200;
        QTest::newRow("rate") << rated << run << u"rate: next in 1.2 s"_s;
        rated.heldUntilMs = 105'000;
        QTest::newRow("Retry-After before the rate") << rated << run << u"Retry-After: 5.0 s"_s;
        OriginStatus full = waiting;
        full.inFlight = full.allowed = 8;
        QTest::newRow("its cap") << full << run << u"host cap 8 of 8"_s;
        RunTotals busy = run;
        busy.inFlight = 64;
        QTest::newRow("all slots") << waiting << busy << u"all 64 slots busy"_s;
        OriginStatus stopped = held;
        stopped.limits.paused = true;
        QTest::newRow("paused") << stopped << run << u"paused: this origin"_s;
        RunTotals pausedRun = run;
        pausedRun.paused = true;
        QTest::newRow("everything paused") << held << pausedRun << u"paused"_s;
    }

    void saysWhenTheNextMayStart()
    {
        QFETCH(const OriginStatus, origin);
        QFETCH(const RunTotals, run);
        QFETCH(const QString, text);
        QCOMPARE(nextStartText(origin, run, 100'000), text);
    }

    void countsErrorsByFamilyAndInFull()
    {
        OriginModel model;
        OriginStatus origin = originOf(0);
        setError(origin, FaultClass::HttpStatus, 2);
        setError(origin, FaultClass::TimeoutConnect, 1);
        setError(origin, FaultClass::TimeoutIdle, 3);
        model.apply(batchOf({origin}));
        QCOMPARE(cell(model, 0, OriginColumn::Errors), u"timeout × 4, http.status × 2"_s);
        QCOMPARE(cell(model, 0, OriginColumn::Errors, Qt::ToolTipRole),
                 u"timeout.idle × 3\nhttp.status × 2\ntimeout.connect × 1"_s);
    }

    void saysThatItEasesOff()
    {
        OriginModel model;
        OriginStatus origin = originOf(0);
        origin.inFlight = 3;
        model.apply(batchOf({origin}));
        QCOMPARE(cell(model, 0, OriginColumn::InFlight), u"3 of 8"_s);
        origin.allowed = 4;
        origin.easedAfter = 429;
        model.apply(batchOf({origin}));
        QCOMPARE(cell(model, 0, OriginColumn::InFlight), u"3 of 4, eased off"_s);
        QVERIFY(cell(model, 0, OriginColumn::InFlight, Qt::ToolTipRole).contains(u"429"_s));
    }

    void everyCellIsSpoken()
    {
        OriginModel model;
        model.apply(manyOrigins(1));
        for (int column = 0; column < OriginColumn::Count; ++column)
            QVERIFY(!cell(model, 0, column, Qt::AccessibleTextRole).isEmpty());
    }
};

QTEST_MAIN(TestOriginModel)
#include "tst_originmodel.moc"
