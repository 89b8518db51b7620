// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/movedbar.h"
#include "ui/panes/notice.h"

#include <QAbstractItemModelTester>
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int rowCount = 1000;

/// A table of 1,000 jobs sorted by size, with the bar below it and a box above it that has the keyboard.
struct Window
{
    Window()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&box);
        layout->addWidget(&view, 1);
        layout->addWidget(&bar);
        for (int i = 0; i < rowCount; ++i)
            bytes.append(i * qint64{10});
        jobs.append(sampleInputs(rowCount));
        apply();
        window.resize(900, 500);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        box.setFocus();
        QTest::mouseMove(&box);
        view.sortByColumn(JobModel::Size, Qt::AscendingOrder);
        QTRY_VERIFY(!order.isFrozen());
    }

    void apply()
    {
        ChangeBatch batch = sampleBatch(0, QList<JobState>(bytes.size(), JobState::Succeeded),
                                        static_cast<int>(bytes.size()));
        for (qsizetype i = 0; i < bytes.size(); ++i)
            batch.jobs[i].bytes = bytes.at(i);
        jobs.apply(batch);
    }
    /// Makes `count` of the rows, beginning with `first`, the largest ones.
    void grow(int first, int count)
    {
        for (int i = first; i < first + count; ++i)
            bytes[i] = 100'000 + i;
        apply();
    }
    [[nodiscard]] int lastRow() const { return order.sourceRow(order.rowCount() - 1); }
    [[nodiscard]] int topRow() const { return order.sourceRow(view.rowAt(0)); }
    [[nodiscard]] QString barText() const
    {
        const auto *notice = window.findChild<Notice *>(u"movedRows"_s);
        return bar.isVisible() ? notice->accessibleName() : QString();
    }
    [[nodiscard]] QPushButton *button() const { return window.findChild<QPushButton *>(u"applyMoves"_s); }
    [[nodiscard]] QList<int> selected() const
    {
        QList<int> rows;
        for (const QModelIndex &index : view.selectionModel()->selectedRows())
            rows.append(order.sourceRow(index.row()));
        std::ranges::sort(rows);
        return rows;
    }
    void scrollTo(int place) { view.scrollTo(order.index(place, 0), QAbstractItemView::PositionAtTop); }
    void filter(QStringView text) { order.setFilter(std::get<JobFilter>(JobFilter::parse(text))); }

    QWidget window;
    QList<qint64> bytes;
    JobModel jobs{{u"fetch"_s, u"decode"_s}};
    JobOrder order{jobs};
    QAbstractItemModelTester tester{&order, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QLineEdit box;
    JobsView view{jobs, order};
    MovedBar bar{order, view, *view.selectionModel()};
};

} // namespace

class TestHoldingStill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsMoveWhileNobodyIsThere()
    {
        Window window;
        window.grow(0, 14);
        QTRY_COMPARE(window.lastRow(), 13);
        QVERIFY(!window.bar.isVisible());
    }

    void theMouseFreezesTheOrder()
    {
        Window window;
        QTest::mouseMove(window.view.viewport(), {50, 50});
        QTRY_VERIFY(window.order.isFrozen());
        window.grow(0, 14);
        QTRY_COMPARE(window.barText(), u"14 rows moved:"_s);
        QCOMPARE(window.lastRow(), rowCount - 1);
        QTest::mouseMove(&window.box);
        QTRY_COMPARE(window.lastRow(), 13);
        QTRY_VERIFY(!window.bar.isVisible());
    }

    void theMouseGoesToTheButton()
    {
        Window window;
        QTest::mouseMove(window.view.viewport(), {50, 50});
        window.grow(0, 1);
        QTRY_COMPARE(window.barText(), u"1 row moved:"_s);
        QTest::mouseMove(window.button());
        QTRY_VERIFY(window.order.isFrozen());
        QCOMPARE(window.lastRow(), rowCount - 1);
        QTest::mouseClick(window.button(), Qt::LeftButton);
        QCOMPARE(window.lastRow(), 0);
        QTRY_VERIFY(!window.bar.isVisible());
    }

    void aSelectedRowFreezesTheOrder()
    {
        Window window;
        window.view.selectRow(5);
        QTRY_VERIFY(window.order.isFrozen());
        window.grow(0, 3);
        QTRY_COMPARE(window.barText(), u"3 rows moved:"_s);
        window.view.clearSelection();
        QTRY_COMPARE(window.lastRow(), 2);
    }

    void theKeyboardFreezesTheOrderAndApplies()
    {
        Window window;
        QTest::keyClick(&window.box, Qt::Key_Tab);
        QTRY_VERIFY(window.order.isFrozen());
        QVERIFY(window.view.hasFocus());
        window.grow(0, 2);
        QTRY_COMPARE(window.barText(), u"2 rows moved:"_s);
        QTest::keyClick(&window.view, Qt::Key_Tab);
        QVERIFY(window.button()->hasFocus());
        QVERIFY(!window.button()->accessibleName().isEmpty());
        QTest::keyClick(window.button(), Qt::Key_Space);
        QCOMPARE(window.lastRow(), 1);
        QTRY_VERIFY(!window.bar.isVisible());
        QVERIFY(window.view.hasFocus());
        QVERIFY(window.order.isFrozen());
    }

    void selectionCurrentRowAndPlaceSurviveEverything()
    {
        Window window;
        window.scrollTo(400);
        window.view.selectRow(405);
        for (const int row : {407, 409, 700})
            window.view.selectionModel()->select(window.order.index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QList<int> selected{405, 407, 409, 700};
        const auto y = [&] { return window.view.visualRect(window.view.currentIndex()).top(); };
        const int place = y();
        const auto isKept = [&] {
            return window.selected() == selected && window.view.currentJob() == JobId{405} && y() == place;
        };
        QVERIFY(isKept());
        window.grow(0, 200);
        QVERIFY(isKept());
        window.order.sort(JobModel::Size, Qt::DescendingOrder);
        QVERIFY(isKept());
        window.order.sort(JobModel::Url, Qt::AscendingOrder);
        QVERIFY(isKept());
        window.order.sort(-1, Qt::AscendingOrder);
        QVERIFY(isKept());
        window.filter(u"-item/1");
        QVERIFY(isKept());
        window.filter({});
        QVERIFY(isKept());
        window.jobs.append(sampleInputs(300, rowCount));
        QVERIFY(isKept());
    }

    void theSelectionComesBackFromTheFilter()
    {
        Window window;
        window.view.selectRow(12);
        window.view.selectionModel()->select(window.order.index(14, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        window.filter(u"item/3");
        QCOMPARE(window.selected(), QList<int>());
        window.filter({});
        QCOMPARE(window.selected(), (QList<int>{12, 14}));
        QCOMPARE(window.view.currentJob(), std::optional<JobId>(12));
        // Whoever selects another row meanwhile means that one alone.
        window.filter(u"item/3");
        window.view.selectRow(0);
        window.filter({});
        QCOMPARE(window.selected(), QList<int>{3});
    }

    void newRowsPushNothingAway()
    {
        Window window;
        window.order.sort(JobModel::Size, Qt::DescendingOrder);
        window.scrollTo(500);
        const int top = window.topRow();
        const int y = window.view.rowViewportPosition(window.view.rowAt(0));
        window.jobs.append(sampleInputs(200, rowCount));
        for (int i = 0; i < 200; ++i)
            window.bytes.append(100'000 + i);
        window.apply();
        QTRY_COMPARE(window.order.sourceRow(0), rowCount + 199);
        QCOMPARE(window.topRow(), top);
        QCOMPARE(window.view.rowViewportPosition(window.view.rowAt(0)), y);
    }

    void rowsThatComeToMatchPushNothingAwayAtTheTop()
    {
        Window window;
        window.order.sort(-1, Qt::AscendingOrder);
        ChangeBatch batch = sampleBatch(100, QList<JobState>(100, JobState::Running), rowCount);
        window.jobs.apply(batch);
        window.filter(u"is:running");
        QCOMPARE(window.view.verticalScrollBar()->value(), 0);
        window.jobs.apply(sampleBatch(20, QList<JobState>(30, JobState::Running), rowCount));
        QTRY_COMPARE(window.order.rowCount(), 130);
        QCOMPARE(window.topRow(), 100);
    }
};

QTEST_MAIN(TestHoldingStill)
#include "tst_holdingstill.moc"
