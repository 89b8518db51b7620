// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "ui/delegates/canceldelegate.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobsview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// A shown table of `rows` jobs.
struct Window
{
    explicit Window(int rows)
    {
        jobs.append(sampleInputs(rows));
        view.resize(900, 400);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    [[nodiscard]] QModelIndex cell(int row, int column) const { return order.index(row, column); }
    void goTo(int row, int column) { view.setCurrentIndex(cell(row, column)); }
    void clickCancel(int row)
    {
        const QRect button = CancelDelegate::buttonIn(view.visualRect(cell(row, JobModel::Cancel)));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, button.center());
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return view.actionsOnJobs().findChild<QAction *>(name);
    }

    JobModel jobs{{u"fetch"_s, u"decode"_s}};
    JobOrder order{jobs};
    JobsView view{jobs, order};
    QSignalSpy cancelled{&view, &JobsView::cancelRequested};
    QSignalSpy retried{&view, &JobsView::retryRequested};
    QSignalSpy details{&view, &JobsView::detailsRequested};
};

QList<JobId> idsOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? QList<JobId>{} : spy.last().at(0).value<QList<JobId>>();
}

} // namespace

class TestJobsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSetUpForManyRows()
    {
        const Window window(3);
        QCOMPARE(window.view.objectName(), u"jobs"_s);
        QCOMPARE(window.view.accessibleName(), u"Jobs"_s);
        QVERIFY(!window.view.wordWrap());
        QStringList headers;
        for (int column = 0; column < JobModel::ColumnCount; ++column)
            headers.append(window.order.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(headers, (QStringList{u"URL"_s, u"State"_s, u"Stages"_s, u"Status"_s, u"Size"_s, u"Time"_s,
                                       u"Cancel"_s}));
    }

    void everyColumnIsInSight()
    {
        const Window window(3);
        QCOMPARE(window.view.horizontalScrollBar()->maximum(), 0);
    }

    void cancelsByClick()
    {
        Window window(5);
        window.clickCancel(3);
        QCOMPARE(window.cancelled.size(), 1);
        QCOMPARE(idsOf(window.cancelled), QList<JobId>{3});
    }

    void aClickOnCancelMakesItsRowTheCurrentOne()
    {
        Window window(5);
        window.goTo(1, JobModel::Url);
        window.clickCancel(3);
        QCOMPARE(window.view.currentIndex(), window.cell(3, JobModel::Cancel));
        QVERIFY(window.view.selectionModel()->isRowSelected(3));
        QVERIFY(!window.view.selectionModel()->isRowSelected(1));
        QTest::keyClick(&window.view, Qt::Key_Down);
        QTest::keyClick(&window.view, Qt::Key_Space);
        QCOMPARE(idsOf(window.cancelled), QList<JobId>{4});
    }

    void aClickOnCancelKeepsASelectionItIsIn()
    {
        Window window(5);
        window.view.selectAll();
        window.clickCancel(3);
        QCOMPARE(window.view.selectionModel()->selectedRows().size(), 5);
    }

    void doesNotCancelFinishedRows()
    {
        Window window(5);
        window.jobs.apply(sampleBatch(2, {JobState::Succeeded, JobState::Failed, JobState::Cancelled}, 5));
        for (const int row : {2, 3, 4}) {
            window.clickCancel(row);
            window.goTo(row, JobModel::Cancel);
            QTest::keyClick(&window.view, Qt::Key_Space);
            QTest::keyClick(&window.view, Qt::Key_Return);
        }
        QCOMPARE(window.cancelled.size(), 0);
        QCOMPARE(window.details.size(), 0);
    }

    void cancelsOnReleaseOverTheSameButton()
    {
        Window window(5);
        const auto buttonOf = [&](int row) {
            return CancelDelegate::buttonIn(window.view.visualRect(window.cell(row, JobModel::Cancel)))
                .center();
        };
        QTest::mousePress(window.view.viewport(), Qt::LeftButton, {}, buttonOf(1));
        QTest::mouseRelease(window.view.viewport(), Qt::LeftButton, {}, buttonOf(2));
        QTest::mouseClick(window.view.viewport(), Qt::RightButton, {}, buttonOf(2));
        QCOMPARE(window.cancelled.size(), 0);
        QTest::mousePress(window.view.viewport(), Qt::LeftButton, {}, buttonOf(1));
        QCOMPARE(window.cancelled.size(), 0);
        QTest::mouseRelease(window.view.viewport(), Qt::LeftButton, {}, buttonOf(1));
        QCOMPARE(idsOf(window.cancelled), QList<JobId>{1});
    }

    void cancelsByKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Space") << Qt::Key_Space;
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Enter") << Qt::Key_Enter;
    }

    void cancelsByKey()
    {
        QFETCH(Qt::Key, key);
        Window window(5);
        window.goTo(2, JobModel::Time);
        QTest::keyClick(&window.view, Qt::Key_Right);
        QCOMPARE(window.view.currentIndex().column(), static_cast<int>(JobModel::Cancel));
        QTest::keyClick(&window.view, key);
        QCOMPARE(idsOf(window.cancelled), QList<JobId>{2});
        QCOMPARE(window.details.size(), 0);
    }

    void opensDetailsByEnterAndDoubleClick()
    {
        Window window(5);
        window.goTo(2, JobModel::Url);
        QTest::keyClick(&window.view, Qt::Key_Return);
        QCOMPARE(window.details.size(), 1);
        const QPoint spot = window.view.visualRect(window.cell(1, JobModel::State)).center();
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, spot);
        QTest::mouseDClick(window.view.viewport(), Qt::LeftButton, {}, spot);
        QCOMPARE(window.details.size(), 2);
        QCOMPARE(window.cancelled.size(), 0);
    }

    void actsOnTheSelection()
    {
        Window window(6);
        window.jobs.apply(sampleBatch(0, {JobState::Failed}, 6));
        window.order.sort(JobModel::Url, Qt::DescendingOrder);
        window.view.selectAll();
        QTest::keyClick(&window.view, Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(idsOf(window.cancelled), (QList<JobId>{5, 4, 3, 2, 1, 0}));
        QTest::keyClick(&window.view, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(idsOf(window.retried), (QList<JobId>{5, 4, 3, 2, 1, 0}));
    }

    void enablesWhatCanDoSomething()
    {
        Window window(2);
        const auto isEnabled = [&](const QString &name) { return window.action(name)->isEnabled(); };
        QVERIFY(!isEnabled(u"cancelAction"_s));
        QVERIFY(!isEnabled(u"copyRowsAction"_s));
        window.view.selectRow(0);
        QVERIFY(isEnabled(u"cancelAction"_s));
        QVERIFY(!isEnabled(u"retryAction"_s));
        QVERIFY(isEnabled(u"copyRowsAction"_s));
        window.jobs.apply(sampleBatch(0, {JobState::Failed}, 2));
        QTRY_VERIFY(!isEnabled(u"cancelAction"_s) && isEnabled(u"retryAction"_s));
    }

    void aStageOfAnEarlierPipelineIsNamedAsItWas()
    {
        Window window(2);
        const QStringList earlier{u"fetch"_s, u"decode"_s, u"jq"_s};
        ChangeBatch batch = sampleBatch(0, {JobState::Running}, 2);
        batch.jobs[0].stageNames = earlier;
        batch.jobs[0].stages = QList<StageView>(earlier.size());
        batch.jobs[0].stages[2].state = StageState::Running;
        window.jobs.apply(batch);
        window.view.selectRow(0);
        window.jobs.setStageNames({u"fetch"_s});
        QAction *const cancel = window.action(u"cancelInStageAction"_s);
        QTRY_VERIFY2(cancel->text().endsWith(u": jq"_s), qPrintable(cancel->text()));
        const QSignalSpy asked(&window.view, &JobsView::cancelInStageRequested);
        cancel->trigger();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst(), (QVariantList{2, u"jq"_s}));
    }

    void runsAgainFromAStage()
    {
        Window window(4);
        const auto select = [&window](int row) {
            window.view.selectionModel()->select(window.cell(row, JobModel::Url),
                                                 QItemSelectionModel::ClearAndSelect |
                                                     QItemSelectionModel::Rows);
        };
        QAction *again = window.action(u"runAgainAction"_s);
        select(1);
        QVERIFY(!again->isEnabled());
        ChangeBatch batch = sampleBatch(1, {JobState::Succeeded, JobState::Failed}, 4);
        batch.jobs[0].stored = true;
        window.jobs.apply(batch);
        select(2);
        QVERIFY(!again->isEnabled());
        select(1);
        QVERIFY(again->isEnabled());
        window.jobs.setStageNames({u"fetch"_s, u"decode"_s, u"json"_s});
        QSignalSpy asked(&window.view, &JobsView::runAgainRequested);
        Q_EMIT again->menu()->aboutToShow();
        QStringList names;
        for (const QAction *stage : again->menu()->actions())
            names.append(stage->text());
        QCOMPARE(names, (QStringList{u"From decode"_s, u"From json"_s}));
        again->menu()->actions().at(1)->trigger();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(idsOf(asked), QList<JobId>{1});
        QCOMPARE(asked.at(0).at(1).toInt(), 1);
    }

    void copiesRowsAsShown()
    {
        Window window(0);
        window.jobs.append({{u"https://u:pw@a.test/1"_s, nullptr}, {u"https://a.test/2"_s, nullptr}});
        window.view.setColumnHidden(JobModel::Stages, true);
        window.view.selectAll();
        QTest::keyClick(&window.view, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(1), u"https://a.test/2\tQueued · next in line\t\t\t"_s);
        QVERIFY2(!lines.at(0).contains(u"pw"_s), qPrintable(lines.at(0)));

        window.action(u"copyUrlsAction"_s)->trigger();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(u"pw"_s));
        window.action(u"copyUrlsWithSecretsAction"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://u:pw@a.test/1\nhttps://a.test/2"_s);
    }

    void passesPasteOn()
    {
        Window window(1);
        const QSignalSpy pasted(&window.view, &JobsView::pasteRequested);
        QTest::keyClick(&window.view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(pasted.size(), 1);
    }

    void escapeDoesNothing()
    {
        Window window(3);
        window.view.selectAll();
        QTest::keyClick(&window.view, Qt::Key_Escape);
        QCOMPARE(window.cancelled.size(), 0);
    }

    void saysWhyItIsEmpty()
    {
        Window window(0);
        auto *text = window.view.findChild<QLabel *>(u"jobsEmptyText"_s);
        QVERIFY(text && text->isVisible());
        QVERIFY(text->text().contains(u"Ctrl+Enter"_s));
        window.jobs.append(sampleInputs(3));
        QVERIFY(!text->isVisible());
        window.order.setFilter(std::get<JobFilter>(JobFilter::parse(u"nothing-like-it")));
        QVERIFY(text->isVisible());
        QVERIFY(text->text().contains(u"filter"_s));
    }

    void keepsPlaceAndCurrentRow()
    {
        Window window(500);
        window.goTo(200, JobModel::Url);
        const int y = window.view.visualRect(window.view.currentIndex()).top();
        window.order.sort(JobModel::Url, Qt::DescendingOrder);
        QCOMPARE(window.view.currentJob(), std::optional<JobId>(200));
        QCOMPARE(window.view.visualRect(window.view.currentIndex()).top(), y);
        window.order.setFilter(std::get<JobFilter>(JobFilter::parse(u"item/2")));
        QCOMPARE(window.view.currentJob(), std::optional<JobId>(200));
        QVERIFY(window.view.viewport()->rect().contains(window.view.visualRect(window.view.currentIndex())));
    }

    void currentRowComesBackFromTheFilter()
    {
        Window window(50);
        window.view.selectRow(7);
        const QSignalSpy changed(&window.view, &JobsView::currentJobChanged);
        window.order.setFilter(std::get<JobFilter>(JobFilter::parse(u"-item/7")));
        QVERIFY(!window.view.currentJob());
        QVERIFY(window.view.selectionModel()->selectedRows().isEmpty());
        window.order.setFilter({});
        QCOMPARE(window.view.currentJob(), std::optional<JobId>(7));
        QCOMPARE(window.view.actionsOnJobs().selectedJobs(), QList<JobId>{7});
        QCOMPARE(changed.size(), 2);
    }

    void refreshesTimesOfVisibleRows()
    {
        Window window(200);
        window.jobs.apply(sampleBatch(0, QList<JobState>(200, JobState::Running), 200));
        const QSignalSpy changed(&window.jobs, &QAbstractItemModel::dataChanged);
        QTRY_VERIFY(changed.size() > 3);
        for (const QList<QVariant> &each : changed)
            QVERIFY(each.at(0).toModelIndex().row() < 30);
    }

    void paintsEveryState()
    {
        Window window(6);
        const QImage before = window.view.viewport()->grab().toImage();
        window.jobs.apply(sampleBatch(0,
                                      {JobState::Queued, JobState::BackingOff, JobState::Running,
                                       JobState::Succeeded, JobState::Failed, JobState::Cancelled},
                                      6));
        window.view.selectRow(2);
        QVERIFY(window.view.viewport()->grab().toImage() != before);
    }
};

QTEST_MAIN(TestJobsView)
#include "tst_jobsview.moc"
