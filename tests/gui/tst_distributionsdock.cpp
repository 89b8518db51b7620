// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "jobs/distributions.h"
#include "ui/distributionsdock.h"
#include "ui/models/distributionmodel.h"
#include "ui/models/originchoice.h"
#include "ui/panes/histogramplot.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include <chrono>

using namespace inflight;
using namespace std::chrono_literals;

namespace {

/// A window whose distributions are looked at once all of `paths` were fetched.
class Distributing
{
public:
    explicit Distributing(const QStringList &paths)
        : dock(*story.find<DistributionsDock>(u"distributions"_s))
        , plot(*story.find<HistogramPlot>(u"histogram"_s))
        , table(*story.find<QTableView>(u"distributionTable"_s))
    {
        dock.show();
        dock.raise();
        story.fetch(paths);
    }

    [[nodiscard]] QString cell(int row, int column) const
    {
        return table.model()->index(row, column).data().toString();
    }
    [[nodiscard]] bool haveEnded(int jobs) const
    {
        return QTest::qWaitFor([&] { return cell(0, DistributionModel::Jobs) == QString::number(jobs); },
                               patience);
    }
    [[nodiscard]] QString filter() const { return story.find<QLineEdit>(u"filter"_s)->text(); }
    [[nodiscard]] int shown() const { return story.view()->model()->rowCount(); }
    [[nodiscard]] qint64 counted(BucketRange range, int row = 0) const
    {
        const auto all = story.engine.distributions()->snapshot({});
        return all[static_cast<std::size_t>(row)].times.countIn(range.first, range.end);
    }
    /// The bar in which the shortest time is.
    [[nodiscard]] int firstBar(int row = 0) const
    {
        return plot.scale().barOf(
            story.engine.distributions()->snapshot({})[static_cast<std::size_t>(row)].times.firstBucket());
    }
    void drag(int fromBar, int toBar)
    {
        QTest::mousePress(&plot, Qt::LeftButton, {}, plot.barRect(fromBar).center());
        QTest::mouseMove(&plot, plot.barRect((fromBar + toBar) / 2).center());
        QTest::mouseMove(&plot, plot.barRect(toBar).center());
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, plot.barRect(toBar).center());
    }

    Story story;
    DistributionsDock &dock;
    HistogramPlot &plot;
    QTableView &table;
};

DurationHistogram histogramOf(const QList<std::chrono::microseconds> &times)
{
    DurationHistogram histogram;
    for (const std::chrono::microseconds time : times)
        histogram.add(time);
    return histogram;
}

Distribution stage(const QString &name, const QList<std::chrono::microseconds> &times)
{
    return {Distribution::Of::Stage, name, histogramOf(times)};
}

} // namespace

class TestDistributionsDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_config->path().toUtf8());
    }

    void listsEachTimeWithItsQuantiles()
    {
        Distributing it(numbered(u"/a"_s, 30) + QStringList{u"/missing"_s});
        QVERIFY(it.haveEnded(31));
        QCOMPARE(it.cell(0, DistributionModel::Name), u"Whole time"_s);
        QCOMPARE(it.cell(1, DistributionModel::Name), u"Time to first byte"_s);
        QCOMPARE(it.cell(2, DistributionModel::Name), u"Stage fetch"_s);
        QVERIFY(it.table.model()->rowCount() > 3);
        // The failed one got through no further stage.
        QCOMPARE(it.cell(2, DistributionModel::Jobs), u"31"_s);
        QCOMPARE(it.cell(3, DistributionModel::Jobs), u"30"_s);
        for (int column = DistributionModel::P50; column < DistributionModel::ColumnCount; ++column)
            QVERIFY2(it.cell(0, column).contains(u's'), qPrintable(it.cell(0, column)));
        QVERIFY(it.plot.accessibleDescription().contains(u"Whole time; jobs: 31; p50 "_s));
        QVERIFY(it.plot.accessibleDescription().contains(u", p99.9 "_s));
    }

    void draggingOverARangeShowsExactlyItsJobs()
    {
        Distributing it(numbered(u"/a"_s, 40));
        QVERIFY(it.haveEnded(40));
        const int first = it.firstBar();
        const int last = it.plot.scale().barCount() - 1;
        it.drag(first, last);
        QVERIFY2(it.filter().startsWith(u"duration:"_s), qPrintable(it.filter()));
        QTRY_COMPARE(it.shown(), 40);
        // Backwards, over a part.
        it.drag(first + (last - first) / 3, first);
        QVERIFY(it.plot.range());
        const qint64 expected = it.counted(*it.plot.range());
        QVERIFY(expected >= 1);
        QTRY_COMPARE_WITH_TIMEOUT(it.shown(), expected, patience);
        QCOMPARE(it.filter().count(u"duration:"_s), 1);
        QVERIFY(it.story.label(u"distributionCaption"_s).contains(u"shown: "_s));
        // Nobody edits what comes of it by hand without the range being let go.
        it.story.find<QLineEdit>(u"filter"_s)->setText(u"is:succeeded"_s);
        QVERIFY(!it.plot.range());
        QCOMPARE(it.filter(), u"is:succeeded"_s);
    }

    void aClickChoosesABarAndLetsItGoAgain()
    {
        Distributing it(numbered(u"/a"_s, 20));
        QVERIFY(it.haveEnded(20));
        const int bar = it.firstBar();
        QTest::mouseClick(&it.plot, Qt::LeftButton, {}, it.plot.barRect(bar).center());
        QTRY_COMPARE_WITH_TIMEOUT(it.shown(), it.counted(it.plot.scale().bar(bar)), patience);
        QTest::mouseClick(&it.plot, Qt::LeftButton, {}, it.plot.barRect(bar).center());
        QCOMPARE(it.filter(), QString());
        QTRY_COMPARE(it.shown(), 20);
    }

    void keysChooseAndLetGo()
    {
        Distributing it(numbered(u"/a"_s, 20));
        QVERIFY(it.haveEnded(20));
        it.plot.setFocus();
        QTest::keyClick(&it.plot, Qt::Key_Home);
        QCOMPARE(it.filter(), QString());
        QVERIFY(it.plot.accessibleDescription().contains(u" to "_s));
        QTest::keyClick(&it.plot, Qt::Key_End, Qt::ShiftModifier);
        QTRY_COMPARE(it.shown(), 20);
        QCOMPARE(it.plot.range()->first, it.plot.scale().bar(0).first);
        QTest::keyClick(&it.plot, Qt::Key_Escape);
        QVERIFY(!it.plot.range());
        QCOMPARE(it.filter(), QString());

        QTest::keyClick(&it.plot, Qt::Key_Home);
        QTest::keyClick(&it.plot, Qt::Key_Right);
        QTest::keyClick(&it.plot, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(it.plot.range(), (BucketRange{it.plot.scale().bar(1).first, it.plot.scale().bar(2).end}));
        QTest::keyClick(&it.plot, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&it.plot, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(it.plot.range(), (BucketRange{it.plot.scale().bar(0).first, it.plot.scale().bar(1).end}));
        QTest::keyClick(&it.plot, Qt::Key_Right);
        QTest::keyClick(&it.plot, Qt::Key_Space);
        QCOMPARE(it.plot.range(), it.plot.scale().bar(1));
        QTRY_COMPARE_WITH_TIMEOUT(it.shown(), it.counted(*it.plot.range()), patience);
    }

    void aStageIsChosenInTheTable()
    {
        Distributing it(numbered(u"/a"_s, 10) + QStringList{u"/missing"_s});
        QVERIFY(it.haveEnded(11));
        it.table.setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&it.table, Qt::Key_Down);
        QVERIFY(it.story.label(u"distributionCaption"_s).startsWith(it.cell(3, DistributionModel::Name)));
        it.drag(0, it.plot.scale().barCount() - 1);
        QVERIFY2(it.filter().startsWith(u"stage-time:"_s), qPrintable(it.filter()));
        QTRY_COMPARE(it.shown(), 10);
        // To another time: the range belonged to this one.
        it.table.setFocus();
        QTest::keyClick(&it.table, Qt::Key_Up);
        QCOMPARE(it.filter(), QString());
        QTest::keyClick(&it.table, Qt::Key_Return);
        QCOMPARE(it.filter(), u"stage:fetch"_s);
        QTRY_COMPARE(it.shown(), 1);
    }

    void anOriginHasItsOwn()
    {
        Distributing it(numbered(u"/a"_s, 10));
        const ScriptServer other(answerTo);
        it.story.find<QPlainTextEdit>(u"urls"_s)->setPlainText(other.url(u"/x"_s));
        it.story.click(u"fetch"_s);
        QVERIFY(it.haveEnded(11));
        auto *origins = it.story.find<QComboBox>(u"distributionOrigin"_s);
        QTRY_COMPARE(origins->count(), 3);
        QVERIFY(!it.story.find<QPushButton>(u"showDistributionJobs"_s)->isEnabled());
        origins->setFocus();
        QTest::keyClick(origins, Qt::Key_Down);
        QTest::keyClick(origins, Qt::Key_Down);
        QCOMPARE(it.cell(0, DistributionModel::Jobs), u"1"_s);
        QCOMPARE(it.table.model()->rowCount(), 3);
        const QString origin = u"origin:"_s + other.url(QString()).section(u'/', 0, 2);
        it.story.click(u"showDistributionJobs"_s);
        QCOMPARE(it.filter(), origin);
        it.drag(0, it.plot.scale().barCount() - 1);
        QVERIFY(it.filter().startsWith(origin + u" duration:"_s));
        QTRY_COMPARE(it.shown(), 1);
        QTest::keyClick(origins, Qt::Key_Up);
        QCOMPARE(it.cell(0, DistributionModel::Jobs), u"10"_s);
        QVERIFY(!it.plot.range());
    }

    void aRetriedJobCountsAsItEndedLast()
    {
        Distributing it({u"/mended"_s, u"/a"_s});
        QVERIFY(it.haveEnded(2));
        QTRY_COMPARE(it.cell(3, DistributionModel::Jobs), u"1"_s);
        it.story.click(u"retryFailed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(it.cell(3, DistributionModel::Jobs), u"2"_s, patience);
        QCOMPARE(it.cell(0, DistributionModel::Jobs), u"2"_s);
    }

    void followsManyJobsInFewSteps()
    {
        Distributing it({});
        const QSignalSpy steps(it.table.model(), &QAbstractItemModel::dataChanged);
        it.story.fetch(numbered(u"/a"_s, 400));
        QVERIFY(it.haveEnded(400));
        QVERIFY2(steps.size() < 100, qPrintable(QString::number(steps.size())));
    }

    void aRunThatIsOpenedShowsItsOwn()
    {
        Engine engine(storySettings());
        QList<RestoredJob> jobs;
        for (JobId id = 0; id < 50; ++id) {
            auto record = std::make_shared<JobRecord>();
            record->id = id;
            record->url = u"http://a.test/%1"_s.arg(id);
            record->state = JobState::Succeeded;
            record->durationMs = 10 + id;
            record->stages = {{u"fetch"_s, StageState::Done, 0.0, 5.0 + id, {}}};
            jobs.append({{record->url, nullptr}, record});
        }
        MainWindow window(engine, {.initialText = {}, .request = nullptr});
        window.show();
        auto *dock = window.findChild<DistributionsDock *>(u"distributions"_s);
        dock->raise();
        engine.restore(jobs);
        const auto *model = window.findChild<QTableView *>(u"distributionTable"_s)->model();
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, patience);
        QTRY_COMPARE(model->index(1, DistributionModel::Jobs).data().toString(), u"50"_s);
        QCOMPARE(model->index(0, DistributionModel::Least).data().toString(), u"10 ms"_s);
        QCOMPARE(model->index(0, DistributionModel::Most).data().toString(), u"59 ms"_s);
    }

    void rowsComeAndGoInTheirPlaces()
    {
        DistributionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDistributions({stage(u"fetch"_s, {1ms})});
        const QPersistentModelIndex fetch = model.index(0, DistributionModel::Name);
        model.setDistributions({{Distribution::Of::WholeTime, {}, histogramOf({3ms})},
                                stage(u"fetch"_s, {1ms, 2ms}),
                                stage(u"parse"_s, {1ms})});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(fetch.row(), 1);
        QCOMPARE(model.index(1, DistributionModel::Jobs).data().toString(), u"2"_s);
        model.setDistributions({stage(u"fetch"_s, {1ms}), stage(u"empty"_s, {})});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(fetch.row(), 0);
        QVERIFY(model.summary(0).startsWith(u"Stage fetch; jobs: 1; p50 1.0 ms, p90 1.0 ms"_s));
        model.setDistributions({});
        QVERIFY(!fetch.isValid());
    }

    void runsFromRightToLeftWhereTextDoes()
    {
        HistogramPlot plot;
        plot.setLayoutDirection(Qt::RightToLeft);
        plot.resize(800, 200);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.setHistogram(histogramOf({1ms, 2ms, 5ms, 90ms}));
        const int last = plot.scale().barCount() - 1;
        QVERIFY(plot.barRect(0).left() > plot.barRect(last).right());
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.barRect(last).center());
        QCOMPARE(plot.range(), plot.scale().bar(last));
        QTest::keyClick(&plot, Qt::Key_Right);
        QTest::keyClick(&plot, Qt::Key_Space);
        QCOMPARE(plot.range(), plot.scale().bar(last - 1));
    }

    void originsAreAddedOnce()
    {
        OriginChoice choice;
        const QAbstractItemModelTester tester(&choice,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(choice.rowCount(), 1);
        ChangeBatch batch;
        for (quint32 i = 0; i < 3; ++i) {
            batch.origins.append(OriginStatus{});
            batch.origins.last().index = i;
            batch.origins.last().text = u"http://h%1.test"_s.arg(i);
        }
        choice.apply(batch);
        choice.apply(batch);
        QCOMPARE(choice.rowCount(), 4);
        QCOMPARE(choice.index(3).data().toString(), u"http://h2.test"_s);
        QCOMPARE(OriginChoice::origin(3), 2U);
        QVERIFY(!OriginChoice::origin(0));
    }

    void theAxisIsOfWholeBars()
    {
        const DurationHistogram times = histogramOf({70us, 5ms, 2s});
        for (const int room : {1, 10, 50, 200, 2000}) {
            const HistogramScale scale(times, room);
            QVERIFY(scale.barCount() <= room || scale.bar(0).end - scale.bar(0).first == 32);
            qint64 counted = 0;
            for (int bar = 0; bar < scale.barCount(); ++bar) {
                const BucketRange range = scale.bar(bar);
                counted += times.countIn(range.first, range.end);
                QCOMPARE(scale.barOf(range.first), bar);
                const double middle = (scale.placeOf(range.first) + scale.placeOf(range.end)) / 2;
                QCOMPARE(scale.barAt(middle), bar);
            }
            QCOMPARE(counted, 3);
            const auto ticks = scale.ticks(5);
            QVERIFY(std::ranges::is_sorted(ticks, {}, &HistogramScale::Tick::place));
            QVERIFY(std::ranges::any_of(ticks, [](const auto &tick) { return tick.text == u"10 ms"_s; }));
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_MAIN(TestDistributionsDock)
#include "tst_distributionsdock.moc"
