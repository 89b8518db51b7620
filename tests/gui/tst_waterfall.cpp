// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobspane.h"
#include "ui/panes/jobsview.h"
#include "ui/waterfall/bardelegate.h"
#include "ui/waterfall/jobbar.h"
#include "ui/waterfall/timeaxis.h"
#include "ui/waterfall/waterfallview.h"

#include <QAccessible>
#include <QAction>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

using Mode = TimeScale::Mode;

constexpr int patience = 10'000;

/// A shown pane of `rows` jobs with the waterfall in front.
struct Window
{
    explicit Window(int rows, JobState state = JobState::Running)
    {
        jobs.append(sampleInputs(rows));
        QObject::connect(&view, &WaterfallView::sightChanged, &view,
                         [this](const QList<JobId> &ids) { inSight = ids; });
        pane.resize(1000, 420);
        pane.show();
        pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pane.showWaterfall(true);
        view.setFocus();
        apply(QList<JobState>(rows, state));
    }

    void apply(const QList<JobState> &states)
    {
        const ChangeBatch batch = sampleBatch(0, states, static_cast<int>(states.size()));
        jobs.apply(batch);
        view.follow(batch);
    }
    [[nodiscard]] const TimeScale &scale() const { return view.scale(); }
    [[nodiscard]] TimeAxis *axis() const { return view.findChild<TimeAxis *>(u"timeAxis"_s); }
    [[nodiscard]] QPoint inBars(double share, int y = 10) const
    {
        const QRect bars = view.barsRect();
        return {bars.left() + static_cast<int>(bars.width() * share), y};
    }
    /// A notch of the wheel over `widget`.
    static void turn(QWidget *widget, const QPoint &at, const QPoint &angle, Qt::KeyboardModifiers keys = {})
    {
        QWheelEvent wheel(at, widget->mapToGlobal(at), {}, angle, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(widget, &wheel);
    }
    static void drag(QWidget *widget, const QPoint &from, const QPoint &to, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(widget, Qt::LeftButton, keys, from);
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(widget, from + (to - from) * step / 4);
        QTest::mouseRelease(widget, Qt::LeftButton, keys, to);
    }
    [[nodiscard]] double momentAt(const QPoint &at) const
    {
        return scale().momentAt(at.x() - view.barsRect().left());
    }
    [[nodiscard]] QAction *action(const QString &name) const { return view.findChild<QAction *>(name); }

    JobModel jobs{{u"fetch"_s, u"decode"_s}};
    JobOrder order{jobs};
    JobsView &table = *new JobsView(jobs, order);
    WaterfallView &view = *new WaterfallView(order, table);
    QList<JobId> inSight; // told until the view is gone
    JobsPane pane{table, view};
};

} // namespace

class TestWaterfall final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfTwoViewsIsShown()
    {
        Window window(5);
        QVERIFY(window.view.isVisible());
        QVERIFY(!window.table.isVisible());
        QCOMPARE(window.view.accessibleName(), u"Waterfall"_s);
        QVERIFY(window.pane.waterfallAction()->isChecked());
        auto *const tabs = window.pane.findChild<QTabBar *>(u"jobsTabs"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        QVERIFY(window.table.isVisible());
        QVERIFY(!window.view.isVisible());
        QVERIFY(!window.pane.waterfallAction()->isChecked());
        window.pane.waterfallAction()->trigger();
        QVERIFY(window.view.isVisible());
    }

    void theKeyboardGoesWithTheView()
    {
        Window window(5);
        QVERIFY(window.view.hasFocus());
        window.pane.showWaterfall(false);
        QVERIFY(window.table.hasFocus());
        window.pane.findChild<QTabBar *>(u"jobsTabs"_s)->setFocus();
        window.pane.setFocus();
        QVERIFY(window.table.hasFocus());
        window.pane.showWaterfall(true);
        QVERIFY(window.view.hasFocus());
    }

    void selectionAndPlaceAreShared()
    {
        Window window(200);
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {},
                          window.view.visualRect(window.order.index(3, JobModel::Stages)).center());
        QVERIFY(window.table.selectionModel()->isRowSelected(3));
        QCOMPARE(window.table.currentJob(), std::optional<JobId>(3));
        QTest::keyClick(&window.view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(window.table.selectionModel()->selectedRows().size(), 2);
        window.view.verticalScrollBar()->setValue(777);
        window.pane.showWaterfall(false);
        QCOMPARE(window.table.verticalScrollBar()->value(), 777);
        window.table.setCurrentIndex(window.order.index(40, JobModel::Url));
        window.pane.showWaterfall(true);
        QCOMPARE(window.view.currentIndex().row(), 40);
        QVERIFY(window.view.selectionModel()->isRowSelected(40));
    }

    void whatActsOnRowsActsHere()
    {
        Window window(5);
        const QSignalSpy cancelled(&window.view, &WaterfallView::cancelRequested);
        const QSignalSpy details(&window.view, &WaterfallView::detailsRequested);
        const QSignalSpy bySelection(&window.table, &JobsView::cancelRequested);
        window.view.setCurrentIndex(window.order.index(2, JobModel::Cancel));
        QTest::keyClick(&window.view, Qt::Key_Space);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.at(0).at(0).value<QList<JobId>>(), QList<JobId>{2});
        window.view.setCurrentIndex(window.order.index(1, JobModel::Url));
        QTest::keyClick(&window.view, Qt::Key_Return);
        QCOMPARE(details.size(), 1);
        QTest::keyClick(&window.view, Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(bySelection.size(), 1);
        QCOMPARE(bySelection.at(0).at(0).value<QList<JobId>>(), QList<JobId>{1});
        // The context menu is that of the table, and what belongs to the axis.
        for (QAction *const each : window.table.actions())
            QVERIFY(window.view.actions().contains(each));
        QVERIFY(window.view.actions().contains(window.action(u"followNowAction"_s)));
    }

    void aScreenReaderActsOnItsRows()
    {
        Window window(5);
        const QSignalSpy cancelled(&window.view, &WaterfallView::cancelRequested);
        QAccessibleInterface *const rows = QAccessible::queryAccessibleInterface(&window.view);
        QVERIFY(rows && rows->tableInterface());
        QCOMPARE(rows->tableInterface()->rowCount(), 5);
        QAccessibleInterface *const bar = rows->tableInterface()->cellAt(1, JobModel::Stages);
        QVERIFY2(bar->text(QAccessible::Name).contains(u"fetch"_s), qPrintable(bar->text(QAccessible::Name)));
        QAccessibleInterface *const cancel = rows->tableInterface()->cellAt(1, JobModel::Cancel);
        QVERIFY(cancel->actionInterface());
        cancel->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.at(0).at(0).value<QList<JobId>>(), QList<JobId>{1});
    }

    void itFollowsTheOrderOfTheTable()
    {
        Window window(20, JobState::Succeeded);
        window.table.sortByColumn(JobModel::Time, Qt::DescendingOrder);
        QTRY_COMPARE(window.order.sourceRow(0), 19);
        window.view.scrollToTop(); // it went with the current row
        const QModelIndex top = window.view.indexAt(window.inBars(0.5));
        QCOMPARE(window.order.sourceRow(top.row()), 19);
        QCOMPARE(window.axis()->sortIndicatorSection(), static_cast<int>(JobModel::Time));
        // A click on its own header sorts the table.
        const int x = window.axis()->sectionViewportPosition(JobModel::Url) + 20;
        QTest::mouseClick(window.axis()->viewport(), Qt::LeftButton, {}, QPoint(x, 5));
        QTRY_COMPARE(window.table.horizontalHeader()->sortIndicatorSection(),
                     static_cast<int>(JobModel::Url));
        QVERIFY(!window.view.selectionModel()->hasSelection());
    }

    void itFollowsNowAndTheBarsGrow()
    {
        Window window(3);
        QCOMPARE(window.scale().mode(), Mode::Follow);
        QVERIFY(window.view.isTicking());
        const QModelIndex bar = window.order.index(1, JobModel::Stages);
        const double end = window.view.bars().barOf(bar).endMs();
        const int painted = window.view.bars().barsPainted();
        QTRY_VERIFY_WITH_TIMEOUT(window.view.bars().barOf(bar).endMs() > end + 50, patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.view.bars().barsPainted() > painted, patience);
    }

    void nothingTicksOnceAllHasEnded()
    {
        Window window(3);
        QVERIFY(window.view.isTicking());
        window.apply(QList<JobState>(3, JobState::Succeeded));
        QTRY_VERIFY_WITH_TIMEOUT(!window.view.isTicking(), patience);
    }

    void nothingTicksWhileItIsHidden()
    {
        Window window(3);
        window.pane.showWaterfall(false);
        QVERIFY(!window.view.isTicking());
        window.apply(QList<JobState>(3, JobState::Running));
        QVERIFY(!window.view.isTicking());
        window.pane.showWaterfall(true);
        QVERIFY(window.view.isTicking());
    }

    void nothingTicksWhereAllInSightHasEndedAndTheAxisStands()
    {
        Window window(300);
        QList<JobState> states(300, JobState::Succeeded);
        states.last() = JobState::Running;
        window.apply(states);
        QVERIFY(window.view.isTicking()); // the axis goes on
        Window::drag(window.view.viewport(), window.inBars(0.5), window.inBars(0.6));
        QCOMPARE(window.scale().mode(), Mode::Stand);
        QTRY_VERIFY_WITH_TIMEOUT(!window.view.isTicking(), patience);
        window.view.scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(window.view.isTicking(), patience);
    }

    void aRunThatIsOpenedIsShownWhole()
    {
        Window window(3, JobState::Succeeded);
        QCOMPARE(window.scale().mode(), Mode::WholeRun);
        window.apply({JobState::Running, JobState::Succeeded, JobState::Succeeded});
        QCOMPARE(window.scale().mode(), Mode::Follow);
    }

    void draggingTheBarsStandsAndFollowGoesBack()
    {
        Window window(5);
        const double moment = window.momentAt(window.inBars(0.4));
        Window::drag(window.view.viewport(), window.inBars(0.4), window.inBars(0.6));
        QCOMPARE(window.scale().mode(), Mode::Stand);
        QVERIFY(std::abs(window.momentAt(window.inBars(0.6)) - moment) < 5 * window.scale().msPerPixel());
        QVERIFY(!window.action(u"followNowAction"_s)->isChecked());
        const double begin = window.scale().beginMs();
        window.apply(QList<JobState>(5, JobState::Running));
        QCOMPARE(window.scale().beginMs(), begin);
        QTest::keyClick(&window.view, Qt::Key_N);
        QCOMPARE(window.scale().mode(), Mode::Follow);
        QVERIFY(window.action(u"followNowAction"_s)->isChecked());
    }

    void draggingDownSelectsRows()
    {
        Window window(20);
        const int tall = window.view.rowHeight(0);
        Window::drag(window.view.viewport(), window.inBars(0.5, tall / 2),
                     window.inBars(0.5, 3 * tall + tall / 2));
        QCOMPARE(window.scale().mode(), Mode::Follow);
        QCOMPARE(window.view.selectionModel()->selectedRows().size(), 4);
    }

    void theWheelScrollsRowsAndWithCtrlZooms()
    {
        Window window(200);
        const double span = window.scale().spanMs();
        Window::turn(window.view.viewport(), window.inBars(0.3), {0, -120});
        QVERIFY(window.view.verticalScrollBar()->value() > 0);
        QCOMPARE(window.scale().mode(), Mode::Follow);
        Window::drag(window.view.viewport(), window.inBars(0.5), window.inBars(0.6));
        const QPoint at = window.inBars(0.3);
        const double moment = window.momentAt(at);
        Window::turn(window.view.viewport(), at, {0, 120}, Qt::ControlModifier);
        QCOMPARE(window.scale().mode(), Mode::Stand);
        QVERIFY(window.scale().spanMs() < span);
        QVERIFY(std::abs(window.momentAt(at) - moment) < window.scale().msPerPixel());
        const double begin = window.scale().beginMs();
        Window::turn(window.view.viewport(), at, {0, -120}, Qt::ShiftModifier);
        QVERIFY(window.scale().beginMs() > begin);
    }

    void overTheAxisTheWheelZooms()
    {
        Window window(5);
        Window::drag(window.view.viewport(), window.inBars(0.5), window.inBars(0.6));
        const QPoint at(window.inBars(0.25).x(), 5);
        const double moment = window.momentAt(at);
        const double span = window.scale().spanMs();
        Window::turn(window.axis()->viewport(), at, {0, 240});
        QVERIFY(window.scale().spanMs() < span);
        QVERIFY(std::abs(window.momentAt(at) - moment) < window.scale().msPerPixel());
        QCOMPARE(window.scale().mode(), Mode::Stand);
    }

    void draggingOverTheAxisZoomsToTheRange()
    {
        Window window(5);
        const QPoint from(window.inBars(0.2).x(), 5);
        const QPoint to(window.inBars(0.4).x(), 5);
        const double begin = window.momentAt(from);
        const double end = window.momentAt(to);
        const double pixel = window.scale().msPerPixel();
        Window::drag(window.axis()->viewport(), to, from); // either way
        QCOMPARE(window.scale().mode(), Mode::Stand);
        QVERIFY(std::abs(window.scale().beginMs() - begin) < 2 * pixel);
        QVERIFY(std::abs(window.scale().endMs() - end) < 2 * pixel);
        QTest::mouseDClick(window.axis()->viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(window.scale().mode(), Mode::WholeRun);
    }

    void aClickOnTheAxisDoesNothing()
    {
        Window window(5);
        QTest::mouseClick(window.axis()->viewport(), Qt::LeftButton, {}, QPoint(window.inBars(0.5).x(), 5));
        QCOMPARE(window.scale().mode(), Mode::Follow);
        QCOMPARE(window.table.horizontalHeader()->sortIndicatorSection(), -1);
        QVERIFY(!window.view.selectionModel()->hasSelection());
    }

    void withShiftTheAxisIsMoved()
    {
        Window window(5);
        const double moment = window.momentAt(window.inBars(0.4));
        Window::drag(window.axis()->viewport(), QPoint(window.inBars(0.4).x(), 5),
                     QPoint(window.inBars(0.5).x(), 5), Qt::ShiftModifier);
        QCOMPARE(window.scale().mode(), Mode::Stand);
        QVERIFY(std::abs(window.momentAt(window.inBars(0.5)) - moment) < 3 * window.scale().msPerPixel());
    }

    void keysZoomAndMove()
    {
        Window window(5);
        const double span = window.scale().spanMs();
        QTest::keyClick(&window.view, Qt::Key_Plus);
        QVERIFY(window.scale().spanMs() < span);
        QCOMPARE(window.scale().mode(), Mode::Follow);
        QTest::keyClick(&window.view, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(window.scale().mode(), Mode::Stand);
        const double begin = window.scale().beginMs();
        QTest::keyClick(&window.view, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(window.scale().beginMs() > begin);
        const double near = window.scale().spanMs();
        QTest::keyClick(&window.view, Qt::Key_Minus);
        QVERIFY(window.scale().spanMs() > near);
        QTest::keyClick(&window.view, Qt::Key_0);
        QCOMPARE(window.scale().mode(), Mode::WholeRun);
    }

    void hoveringTellsExactTimes()
    {
        Window window(5, JobState::Succeeded);
        const QPoint at = window.view.visualRect(window.order.index(2, JobModel::Stages)).center();
        QHelpEvent help(QEvent::ToolTip, at, window.view.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(window.view.viewport(), &help);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(u"Succeeded"_s));
        QToolTip::hideText();

        window.apply(QList<JobState>(5, JobState::Queued));
        const QString text =
            window.view.bars().describe(window.order.index(2, JobModel::Stages), window.view.palette());
        QVERIFY2(text.contains(u"queued"_s), qPrintable(text));
        QVERIFY2(text.contains(u"+0.0 ms"_s), qPrintable(text));
    }

    void itTellsWhichUnfinishedJobsAreInSight()
    {
        Window window(300);
        QTRY_VERIFY_WITH_TIMEOUT(!window.inSight.isEmpty(), patience);
        QCOMPARE(window.inSight.first(), JobId(0));
        QVERIFY(window.inSight.size() < 30);
        window.view.scrollToBottom();
        QTRY_COMPARE_WITH_TIMEOUT(window.inSight.last(), JobId(299), patience);
        QVERIFY(window.inSight.size() < 30);
        window.pane.showWaterfall(false);
        QVERIFY(window.inSight.isEmpty());
        window.pane.showWaterfall(true);
        window.apply(QList<JobState>(300, JobState::Succeeded));
        QTRY_VERIFY_WITH_TIMEOUT(window.inSight.isEmpty(), patience);
    }

    void aFrameOfManyJobsPaintsThoseInSight()
    {
        constexpr int many = 100'000;
        Window window(many);
        const auto [first, last] = window.view.rowsInSight();
        const int seen = last - first + 1;
        QVERIFY(seen > 5 && seen < 40);
        for (int frame = 0; frame < 20; ++frame) {
            window.view.verticalScrollBar()->setValue(window.view.verticalScrollBar()->maximum() / 20 *
                                                      frame);
            const int before = window.view.bars().barsPainted();
            window.view.viewport()->repaint();
            QVERIFY(window.view.bars().barsPainted() - before <= seen + 2);
        }
        // What changes out of sight paints nothing.
        window.view.scrollToTop();
        window.view.viewport()->repaint();
        const int before = window.view.bars().barsPainted();
        window.jobs.apply(sampleBatch(50'000, QList<JobState>(1000, JobState::Succeeded), many));
        QCOMPARE(window.view.bars().barsPainted(), before);
    }

    void rowsThatComeAboveDoNotMoveWhatIsLookedAt()
    {
        Window window(100);
        window.view.verticalScrollBar()->setValue(500);
        window.view.setCurrentIndex({});
        const QModelIndex top = window.view.indexAt(QPoint(5, 5));
        const QPersistentModelIndex looked = top;
        const int y = window.view.visualRect(top).top();
        window.table.sortByColumn(JobModel::Url, Qt::AscendingOrder);
        QTRY_VERIFY(window.order.sourceRow(1) != 1);
        QCOMPARE(window.view.visualRect(looked).top(), y);
    }
};

QTEST_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
