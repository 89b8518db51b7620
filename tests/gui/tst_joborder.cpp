// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "ui/models/joborder.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QList<int> shown(const JobOrder &order)
{
    QList<int> rows;
    for (int row = 0; row < order.rowCount(); ++row)
        rows.append(order.sourceRow(row));
    return rows;
}

QList<int> range(int first, int last)
{
    QList<int> rows;
    for (int row = first; row <= last; ++row)
        rows.append(row);
    return rows;
}

JobFilter filter(QStringView text)
{
    return std::get<JobFilter>(JobFilter::parse(text));
}

JobInput child(int number, JobId parent, quint16 depth)
{
    JobInput input = sampleInputs(1, number).constFirst();
    input.parent = parent;
    input.depth = depth;
    return input;
}

/// Batch for jobs that differ in size.
ChangeBatch sizes(const QList<qint64> &bytes)
{
    ChangeBatch batch =
        sampleBatch(0, QList<JobState>(bytes.size(), JobState::Succeeded), static_cast<int>(bytes.size()));
    for (qsizetype i = 0; i < bytes.size(); ++i)
        batch.jobs[i].bytes = bytes.at(i);
    return batch;
}

struct Table
{
    explicit Table(int rows) { jobs.append(sampleInputs(rows)); }

    JobModel jobs{{u"fetch"_s}};
    JobOrder order{jobs};
    QAbstractItemModelTester tester{&order, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestJobOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheOrderOfInput()
    {
        Table table(20);
        QCOMPARE(shown(table.order), range(0, 19));
        table.jobs.append(sampleInputs(5, 20));
        QCOMPARE(shown(table.order), range(0, 24));
        QCOMPARE(table.order.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"URL"_s);
    }

    void childrenAreBelowTheirParents()
    {
        Table table(3);
        QSignalSpy moved(&table.order, &QAbstractItemModel::layoutChanged);
        table.jobs.append({child(3, 0, 1), child(4, 1, 1), child(5, 0, 1)});
        QTRY_COMPARE(shown(table.order), (QList<int>{0, 3, 5, 1, 4, 2}));
        table.jobs.append(sampleInputs(1, 6));
        table.jobs.append({child(7, 3, 2), child(8, 7, 3), child(9, 1, 1)});
        QTRY_COMPARE(shown(table.order), (QList<int>{0, 3, 7, 8, 5, 1, 4, 9, 2, 6}));
        QVERIFY(moved.size() <= 4);
        const auto depth = [&](int row) { return table.order.index(row, 0).data(JobModel::DepthRole); };
        QCOMPARE(depth(0), 0);
        QCOMPARE(depth(3), 3);
        // What a column sorts knows no families.
        table.order.sort(JobModel::Url, Qt::AscendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QCOMPARE(depth(8), 0);
        table.order.sort(-1, Qt::AscendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{0, 3, 7, 8, 5, 1, 4, 9, 2, 6}));
    }

    void childrenSayWhereTheyWereFound()
    {
        Table table(1);
        table.jobs.append({child(1, 0, 1)});
        const QModelIndex cell = table.order.index(1, JobModel::Url);
        QCOMPARE(cell.data(Qt::DisplayRole), u"https://h1.test/item/1"_s);
        QCOMPARE(cell.data(Qt::AccessibleTextRole),
                 u"https://h1.test/item/1, found in https://h0.test/item/0"_s);
        QCOMPARE(cell.data(Qt::ToolTipRole), u"https://h1.test/item/1\nFound in https://h0.test/item/0"_s);
    }

    void childrenMatchTheFilterByThemselves()
    {
        Table table(2);
        table.jobs.append({child(2, 0, 1), child(3, 0, 1)});
        QTRY_COMPARE(shown(table.order), (QList<int>{0, 2, 3, 1}));
        table.order.setFilter(filter(u"item/3"));
        QCOMPARE(shown(table.order), QList<int>{3});
        table.order.setFilter({});
        QCOMPARE(shown(table.order), (QList<int>{0, 2, 3, 1}));
    }

    void aLargeFamilyIsQuicklyInOrder()
    {
        constexpr int parents = 1000;
        constexpr int children = 100'000;
        JobModel jobs{{u"fetch"_s}};
        JobOrder order{jobs};
        jobs.append(sampleInputs(parents));
        QList<JobInput> found;
        for (int i = 0; i < children; ++i)
            found.append(child(parents + i, static_cast<JobId>(i % parents), 1));
        jobs.append(found);
        QTRY_COMPARE(order.sourceRow(1), parents);
        QCOMPARE(order.rowCount(), parents + children);
        QList<int> seen = shown(order);
        for (int row = 1; row < seen.size(); ++row) {
            const int parent = jobs.jobs().parent(seen.at(row));
            const int before = seen.at(row - 1);
            QVERIFY(parent < 0 || before == parent || jobs.jobs().parent(before) == parent);
        }
        std::ranges::sort(seen);
        QCOMPARE(seen, range(0, parents + children - 1));
    }

    void takesOverRowsThatAreThereAlready()
    {
        JobModel jobs({u"fetch"_s});
        jobs.append(sampleInputs(7));
        const JobOrder order(jobs);
        QCOMPARE(shown(order), range(0, 6));
    }

    void sortsBothWaysAndBack()
    {
        Table table(5);
        table.jobs.apply(sizes({30, 10, 20, 10, 0}));
        table.order.sort(JobModel::Size, Qt::AscendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{4, 1, 3, 2, 0}));
        table.order.sort(JobModel::Size, Qt::DescendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{0, 2, 1, 3, 4})); // equal ones stay in order of input
        table.order.sort(-1, Qt::AscendingOrder);
        QCOMPARE(shown(table.order), range(0, 4));
    }

    void sortsByUrlText()
    {
        JobModel jobs({u"fetch"_s});
        JobOrder order(jobs);
        jobs.append({{u"https://b.test/"_s, nullptr},
                     {u"https://a.test/"_s, nullptr},
                     {u"http://c.test/"_s, nullptr}});
        order.sort(JobModel::Url, Qt::AscendingOrder);
        QCOMPARE(shown(order), (QList<int>{2, 1, 0}));
    }

    void filtersByText()
    {
        Table table(20);
        table.order.setFilter(filter(u"item/1"));
        QCOMPARE(shown(table.order), QList<int>{1} + range(10, 19));
        QVERIFY(table.order.isFiltered());
        QCOMPARE(table.order.shownRow(10), 1);
        QCOMPARE(table.order.shownRow(2), -1);
        QVERIFY(!table.order.mapFromSource(table.jobs.index(2, 0)).isValid());
        table.order.setFilter({});
        QCOMPARE(shown(table.order), range(0, 19));
    }

    void filtersNewRowsAtOnce()
    {
        Table table(3);
        table.order.setFilter(filter(u"domain:h4"));
        QCOMPARE(table.order.rowCount(), 0);
        table.jobs.append(sampleInputs(3, 3));
        QCOMPARE(shown(table.order), QList<int>{4});
    }

    void followsStatesWhileFiltered()
    {
        Table table(10);
        table.order.setFilter(filter(u"is:running"));
        QCOMPARE(table.order.rowCount(), 0);
        table.jobs.apply(sampleBatch(2, {JobState::Running, JobState::Running, JobState::Running}, 10));
        QTRY_COMPARE(shown(table.order), (QList<int>{2, 3, 4}));
        table.jobs.apply(sampleBatch(3, {JobState::Succeeded}, 10));
        QTRY_COMPARE(shown(table.order), (QList<int>{2, 4}));
    }

    void sortsAgainWhenKeysChange()
    {
        Table table(3);
        table.jobs.apply(sizes({1, 2, 3}));
        table.order.sort(JobModel::Size, Qt::DescendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{2, 1, 0}));
        table.jobs.apply(sizes({9, 2, 3}));
        QCOMPARE(shown(table.order), (QList<int>{2, 1, 0})); // holds still at first
        QTRY_COMPARE(shown(table.order), (QList<int>{0, 2, 1}));
    }

    void holdsStillWhileHeld()
    {
        Table table(3);
        table.order.setHeld(true);
        table.jobs.apply(sizes({3, 1, 2}));
        table.order.sort(JobModel::Size, Qt::AscendingOrder);
        table.order.setFilter(filter(u"-item/0"));
        QCOMPARE(shown(table.order), range(0, 2));
        table.order.setHeld(false);
        QCOMPARE(shown(table.order), (QList<int>{1, 2}));
    }

    void passesChangesOnByPlace()
    {
        Table table(6);
        table.jobs.apply(sizes({6, 5, 4, 3, 2, 1}));
        table.order.sort(JobModel::Size, Qt::AscendingOrder);
        QSignalSpy changed(&table.order, &QAbstractItemModel::dataChanged);
        table.jobs.apply(sampleBatch(0, {JobState::Succeeded, JobState::Succeeded}, 6));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 4);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 5);
    }

    void keepsTheSelection()
    {
        Table table(50);
        QItemSelectionModel selection(&table.order);
        selection.select(table.order.index(7, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection.select(table.order.index(30, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const auto selected = [&] {
            QList<int> rows;
            for (const QModelIndex &index : selection.selectedRows())
                rows.append(table.order.sourceRow(index.row()));
            std::ranges::sort(rows);
            return rows;
        };
        table.order.sort(JobModel::Url, Qt::DescendingOrder);
        QCOMPARE(selected(), (QList<int>{7, 30}));
        table.order.setFilter(filter(u"-domain:h3"));
        QCOMPARE(selected(), (QList<int>{7, 30}));
        table.order.setFilter(filter(u"domain:h7"));
        QCOMPARE(selected(), (QList<int>{7}));
        table.order.setFilter({});
        QCOMPARE(selected(), (QList<int>{7}));
    }

    void sortsManyOnAThreadAndTakesInWhatComesMeanwhile()
    {
        JobModel jobs({u"fetch"_s});
        JobOrder order(jobs);
        constexpr int many = 40'000;
        jobs.append(sampleInputs(many));
        order.sort(JobModel::Url, Qt::DescendingOrder);
        jobs.append(sampleInputs(10, many));
        QCOMPARE(order.rowCount(), many + 10);
        const auto isSorted = [&] {
            QStringList urls;
            for (int row = 0; row < order.rowCount(); ++row)
                urls.append(jobs.jobs().url(order.sourceRow(row)));
            return std::ranges::is_sorted(urls, std::greater<>());
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSorted(), 10'000);
        QCOMPARE(order.rowCount(), many + 10);
    }

    void countsWhatWouldMoveWhileFrozen()
    {
        Table table(1000);
        QList<qint64> bytes;
        for (int i = 0; i < 1000; ++i)
            bytes.append(i * qint64{10});
        table.jobs.apply(sizes(bytes));
        table.order.sort(JobModel::Size, Qt::AscendingOrder);
        table.order.setFrozen(true);
        const QSignalSpy moved(&table.order, &JobOrder::rearranged);
        for (int i = 0; i < 14; ++i)
            bytes[i * 50] = 20'000 - i;
        table.jobs.apply(sizes(bytes));
        QTRY_COMPARE(table.order.waitingMoves(), 14);
        QCOMPARE(shown(table.order), range(0, 999));
        QCOMPARE(moved.size(), 0);
        table.order.applyMoves();
        QCOMPARE(table.order.waitingMoves(), 0);
        QCOMPARE(shown(table.order).last(), 0);
        QCOMPARE(shown(table.order).first(), 1);
        QVERIFY(table.order.isFrozen());
    }

    void whoeverLeavesFindsTheOrderApplied()
    {
        Table table(3);
        table.order.sort(JobModel::Size, Qt::AscendingOrder);
        table.order.setFrozen(true);
        table.jobs.apply(sizes({3, 1, 2}));
        QTRY_COMPARE(table.order.waitingMoves(), 1);
        table.order.setFrozen(false);
        QCOMPARE(shown(table.order), (QList<int>{1, 2, 0}));
        QCOMPARE(table.order.waitingMoves(), 0);
    }

    void rowsThatCeaseToMatchStayWhileFrozen()
    {
        Table table(10);
        table.jobs.apply(sampleBatch(0, QList<JobState>(10, JobState::Running), 10));
        table.order.setFilter(filter(u"is:running"));
        table.order.setFrozen(true);
        table.jobs.apply(sampleBatch(4, {JobState::Succeeded, JobState::Failed}, 10));
        QTRY_COMPARE(table.order.waitingMoves(), 2);
        QCOMPARE(table.order.rowCount(), 10);
        table.order.applyMoves();
        QCOMPARE(shown(table.order), range(0, 3) + range(6, 9));
    }

    void doesWhatAPersonAsksForWhileFrozen()
    {
        Table table(5);
        table.jobs.apply(sizes({30, 10, 20, 10, 0}));
        table.order.setFrozen(true);
        table.order.sort(JobModel::Size, Qt::AscendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{4, 1, 3, 2, 0}));
        table.order.setFilter(filter(u"-item/3"));
        QCOMPARE(shown(table.order), (QList<int>{4, 1, 2, 0}));
    }

    void removedRowsThatRunAgainComeBackWhenApplied()
    {
        Table table(4);
        table.jobs.apply(sampleBatch(0, QList<JobState>(4, JobState::Failed), 4));
        table.order.setRemoved({1}, true);
        QTRY_COMPARE(shown(table.order), (QList<int>{0, 2, 3}));
        table.order.setFrozen(true);
        table.jobs.apply(sampleBatch(1, {JobState::Running}, 4));
        QTRY_COMPARE(table.order.waitingMoves(), 1);
        table.order.applyMoves();
        QTRY_COMPARE(shown(table.order), range(0, 3));
        QCOMPARE(table.order.waitingMoves(), 0);
    }

    void anEmptyTableFillsWhileFrozen()
    {
        Table table(3);
        table.order.setFilter(filter(u"is:running"));
        table.order.setFrozen(true);
        table.jobs.apply(sampleBatch(1, {JobState::Running}, 3));
        QTRY_COMPARE(shown(table.order), QList<int>{1});
    }

    void rowsMoveAsTheirJobsGrowOlder()
    {
        Table table(2);
        ChangeBatch batch = sampleBatch(0, {JobState::Running, JobState::Succeeded}, 2);
        batch.jobs[1].durationMs = 300;
        table.jobs.apply(batch);
        table.order.sort(JobModel::Time, Qt::AscendingOrder);
        QCOMPARE(shown(table.order), (QList<int>{0, 1}));
        QTRY_COMPARE(shown(table.order), (QList<int>{1, 0}));
    }

    void isTheSameWhateverWayItCameAbout()
    {
        Table table(300);
        table.order.sort(JobModel::Size, Qt::DescendingOrder);
        table.order.setFilter(filter(u"-is:cancelled"));
        QList<qint64> bytes(300, 0);
        for (int step = 0; step < 5; ++step) {
            ChangeBatch batch = sizes(bytes);
            for (int i = 0; i < 300; ++i) {
                bytes[i] = (i * 7919 + step * 31) % 97;
                batch.jobs[i].bytes = bytes.at(i);
                if ((i + step) % 11 == 0)
                    batch.jobs[i].state = JobState::Cancelled;
            }
            batch.jobs = batch.jobs.mid(step, 60 + step);
            table.jobs.apply(batch);
            table.order.setFrozen(true);
            QTRY_VERIFY(table.order.waitingMoves() > 0);
            table.order.applyMoves();
            QCOMPARE(table.order.waitingMoves(), 0);
        }
        QList<int> expected;
        for (int row = 0; row < 300; ++row) {
            if (table.jobs.jobs().view(row).state != JobState::Cancelled)
                expected.append(row);
        }
        std::ranges::stable_sort(expected, std::greater<>(),
                                 [&](int row) { return table.jobs.jobs().view(row).bytes; });
        QCOMPARE(shown(table.order), expected);
    }

    void answersFiltersOfManyRows()
    {
        JobModel jobs({u"fetch"_s});
        JobOrder order(jobs);
        constexpr int many = 100'000;
        jobs.append(sampleInputs(many));
        for (const auto &text : {u"is:running"_s, QString(), u"item/7"_s, QString()}) {
            QSignalSpy answered(&order, &JobOrder::answered);
            order.setFilter(filter(text));
            QVERIFY(answered.wait(10'000));
        }
        QCOMPARE(order.rowCount(), many);
    }
};

QTEST_MAIN(TestJobOrder)
#include "tst_joborder.moc"
