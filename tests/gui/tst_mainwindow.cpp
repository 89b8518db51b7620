// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/delegates/canceldelegate.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace inflight;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void hasTheNamesOfTheContract_data()
    {
        QTest::addColumn<QString>("objectName");
        QTest::addColumn<QString>("accessibleName");
        QTest::addColumn<QAccessible::Role>("role");
        QTest::newRow("URLs") << u"urls"_s << u"URLs"_s << QAccessible::EditableText;
        QTest::newRow("Fetch") << u"fetch"_s << u"Fetch"_s << QAccessible::Button;
        QTest::newRow("Pause") << u"pause"_s << u"Pause"_s << QAccessible::CheckBox;
        QTest::newRow("Cancel all") << u"cancelAll"_s << u"Cancel all"_s << QAccessible::Button;
        QTest::newRow("Cancel slow") << u"cancelSlow"_s << u"Cancel slow"_s << QAccessible::Button;
        QTest::newRow("Retry failed") << u"retryFailed"_s << u"Retry failed"_s << QAccessible::Button;
        QTest::newRow("Jobs") << u"jobs"_s << u"Jobs"_s << QAccessible::Table;
        QTest::newRow("Filter") << u"filter"_s << u"Filter"_s << QAccessible::EditableText;
        QTest::newRow("Concurrency") << u"concurrency"_s << u"Concurrency"_s << QAccessible::SpinBox;
        QTest::newRow("Per host") << u"perHost"_s << u"Per host"_s << QAccessible::SpinBox;
        QTest::newRow("Rate") << u"rate"_s << u"Rate"_s << QAccessible::EditableText;
        QTest::newRow("Origins") << u"origins"_s << u"Origins"_s << QAccessible::Window;
        QTest::newRow("Details") << u"details"_s << u"Details"_s << QAccessible::Window;
    }

    void hasTheNamesOfTheContract()
    {
        QFETCH(QString, objectName);
        QFETCH(QString, accessibleName);
        QFETCH(QAccessible::Role, role);
        const Story story;
        auto *widget = story.find<QWidget>(objectName);
        QVERIFY(widget);
        QVERIFY(widget->isVisible());
        QCOMPARE(widget->accessibleName(), accessibleName);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QCOMPARE(accessible->text(QAccessible::Name), accessibleName);
        QCOMPARE(accessible->role(), role);
    }

    void saysWhatToDoFirst()
    {
        const Story story;
        QVERIFY(story.find<QLabel>(u"jobsEmptyText"_s)->isVisible());
        QVERIFY(story.find<QLabel>(u"detailsEmptyText"_s)->isVisible());
        QCOMPARE(story.window.windowTitle(), u"Inflight"_s);
        QVERIFY(!story.find<QPushButton>(u"cancelAll"_s)->isEnabled());
        QVERIFY(!story.find<QPushButton>(u"retryFailed"_s)->isEnabled());
        QCOMPARE(story.find<QSpinBox>(u"concurrency"_s)->value(), 64);
        QCOMPARE(story.find<QSpinBox>(u"perHost"_s)->value(), 8);
    }

    void fetchesByClick()
    {
        Story story;
        story.fetch({u"/a"_s, u"/b"_s, u"/missing"_s});
        QTRY_COMPARE(story.view()->model()->rowCount(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Succeeded"_s, u"Succeeded"_s, u"Failed"_s}),
                                  patience);
        QCOMPARE(story.cell(0, JobModel::Status), u"200"_s);
        QCOMPARE(story.cell(2, JobModel::Status), u"404"_s);
        QVERIFY(!story.cell(0, JobModel::Size).isEmpty());
        QVERIFY(!story.cell(0, JobModel::Time).isEmpty());
        QCOMPARE(story.label(u"succeededCount"_s), u"2 succeeded"_s);
        QCOMPARE(story.label(u"failedCount"_s), u"1 failed"_s);
        QCOMPARE(story.label(u"queuedCount"_s), u"0 queued"_s);
        QCOMPARE(story.label(u"timeLeft"_s), u"done"_s);
        QCOMPARE(story.window.windowTitle(), u"100 % · 3 of 3 – Inflight"_s);
    }

    void fetchesByKeyAndGoesOnTakingMore()
    {
        Story story;
        QVERIFY(story.started);
        auto *urls = story.find<QPlainTextEdit>(u"urls"_s);
        QGuiApplication::clipboard()->setText(story.list({u"/never"_s}));
        urls->setFocus();
        QTest::keyClick(urls, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(urls, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Running"_s}, patience);
        QCOMPARE(urls->toPlainText(), QString());
        QCOMPARE(story.window.windowTitle(), u"0 % · 0 of 1 – Inflight"_s);

        story.fetch({u"/more"_s, u"/never"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Running"_s, u"Succeeded"_s}), patience);
        QVERIFY(story.label(u"fetchMessage"_s).contains(u"1 was already under way"_s));
        QCOMPARE(story.server.countFor("/never"), 1);
        QCOMPARE(story.label(u"runningCount"_s), u"1 running"_s);
    }

    void startsAtOnceWhenAsked()
    {
        const Story story({u"/a"_s}, true);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Succeeded"_s}, patience);
    }

    void cancelsARowByMouse()
    {
        Story story;
        story.fetch({u"/never/1"_s, u"/never/2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.server.inProgress(), 2, patience);
        QTRY_COMPARE(story.view()->model()->rowCount(), 2);
        const QRect cell = story.view()->visualRect(story.view()->model()->index(0, JobModel::Cancel));
        QTest::mouseClick(story.view()->viewport(), Qt::LeftButton, {},
                          CancelDelegate::buttonIn(cell).center());
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Cancelled"_s, u"Running"_s}), patience);
        QVERIFY(story.cell(0, JobModel::State).contains(u"in fetch"_s));
        QTRY_COMPARE_WITH_TIMEOUT(story.server.abortedRequests(), 1, patience);
        QVERIFY(story.cell(0, JobModel::Cancel).isEmpty());
    }

    void cancelsARowByKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Space") << Qt::Key_Space;
        QTest::newRow("Enter") << Qt::Key_Return;
    }

    void cancelsARowByKey()
    {
        QFETCH(Qt::Key, key);
        Story story;
        story.fetch({u"/never/1"_s, u"/never/2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 2, patience);
        story.view()->setFocus();
        story.view()->setCurrentIndex(story.view()->model()->index(1, JobModel::Cancel));
        QTest::keyClick(story.view(), key);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Running"_s, u"Cancelled"_s}), patience);
    }

    void cancelsTheSelectionFromAnywhere()
    {
        Story story;
        QVERIFY(story.started);
        story.fetch(numbered(u"/never/"_s, 3));
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 3, patience);
        story.view()->selectRow(1);
        story.find<QPlainTextEdit>(u"urls"_s)->setFocus();
        QTest::keyClick(story.find<QPlainTextEdit>(u"urls"_s), Qt::Key_Escape);
        QTest::keyClick(story.find<QPlainTextEdit>(u"urls"_s), Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Running"_s, u"Cancelled"_s, u"Running"_s}),
                                  patience);
        QTRY_VERIFY(story.find<QAction>(u"retryAction"_s)->isEnabled());
        QTest::keyClick(story.find<QPlainTextEdit>(u"urls"_s), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 3, patience);
    }

    void cancelsAll()
    {
        Story story;
        story.fetch(numbered(u"/never/"_s, 20));
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 8, patience);
        QTRY_VERIFY_WITH_TIMEOUT(story.cell(19, JobModel::State).startsWith(u"Queued · "_s), patience);
        story.click(u"cancelAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Cancelled"_s), 20, patience);
        QCOMPARE(story.label(u"cancelledCount"_s), u"20 cancelled"_s);
        QVERIFY(!story.find<QPushButton>(u"cancelAll"_s)->isEnabled());
    }

    void cancelsSlow()
    {
        RunSettings run = storySettings();
        run.slowAfter = milliseconds{150};
        Story story({}, false, run);
        story.fetch({u"/never/1"_s, u"/a"_s});
        QTRY_VERIFY_WITH_TIMEOUT(story.cell(0, JobModel::State).startsWith(u"Running · slow: "_s), patience);
        QTRY_VERIFY(story.find<QPushButton>(u"cancelSlow"_s)->isEnabled());
        story.click(u"cancelSlow"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Cancelled"_s, u"Succeeded"_s}), patience);
        QVERIFY(!story.find<QPushButton>(u"cancelSlow"_s)->isEnabled());
    }

    void retriesFailed()
    {
        Story story;
        QVERIFY(story.started);
        story.fetch({u"/mended/1"_s, u"/a"_s, u"/mended/2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Failed"_s), 2, patience);
        QTRY_VERIFY(story.find<QPushButton>(u"retryFailed"_s)->isEnabled());
        story.click(u"retryFailed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 3, patience);
        QVERIFY(!story.find<QPushButton>(u"retryFailed"_s)->isEnabled());

        story.fetch({u"/mended/3"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Failed"_s), 1, patience);
        QTRY_VERIFY(story.find<QPushButton>(u"retryFailed"_s)->isEnabled());
        QTest::keyClick(&story.window, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 4, patience);
    }

    void pausesAndResumes()
    {
        Story story;
        story.click(u"pause"_s);
        auto *pause = story.find<QPushButton>(u"pause"_s);
        QCOMPARE(pause->text().remove(u'&'), u"Resume"_s);
        QCOMPARE(pause->accessibleName(), u"Pause"_s);
        QVERIFY(pause->isChecked());
        story.fetch({u"/a"_s, u"/b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.cell(0, JobModel::State), u"Queued · paused"_s, patience);
        QCOMPARE(story.server.requestCount(), 0);
        QCOMPARE(story.label(u"timeLeft"_s), u"paused"_s);
        story.click(u"pause"_s);
        QCOMPARE(pause->text().remove(u'&'), u"Pause"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 2, patience);
    }

    void changesLimitsWhileRunning()
    {
        Story story;
        auto *perHost = story.find<QSpinBox>(u"perHost"_s);
        auto *concurrency = story.find<QSpinBox>(u"concurrency"_s);
        perHost->setValue(2);
        story.fetch(numbered(u"/never/"_s, 20));
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 2, patience);
        perHost->setValue(5);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 5, patience);
        concurrency->setValue(6);
        perHost->setValue(20);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 6, patience);
        QTRY_COMPARE_WITH_TIMEOUT(story.server.inProgress(), 6, patience);
        concurrency->setFocus();
        QTest::keyClick(concurrency, Qt::Key_Up);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 7, patience);
    }

    void filters()
    {
        Story story;
        QVERIFY(story.started);
        story.fetch({u"/a"_s, u"/missing/x"_s, u"/b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"timeLeft"_s), u"done"_s, patience);
        QTest::keyClick(&story.window, Qt::Key_F, Qt::ControlModifier);
        auto *filter = story.find<QLineEdit>(u"filter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"is:failed"_s);
        QCOMPARE(story.states(), QStringList{u"Failed"_s});
        QVERIFY(!story.find<QLabel>(u"filterMessage"_s)->isVisible());
        filter->setText(u"colour:red"_s);
        QVERIFY(story.find<QLabel>(u"filterMessage"_s)->isVisible());
        QVERIFY(story.label(u"filterMessage"_s).contains(u"colour:"_s));
        QCOMPARE(story.states(), QStringList{u"Failed"_s});
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(!story.find<QLabel>(u"filterMessage"_s)->isVisible());
        QCOMPARE(story.states().size(), 3);
    }

    void tellsTheDetails()
    {
        Story story;
        story.fetch({u"/a?api_key=topsecret"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"timeLeft"_s), u"done"_s, patience);
        story.view()->setFocus();
        story.view()->setCurrentIndex(story.view()->model()->index(1, JobModel::Url));
        QVERIFY(story.page(u"detailsOverview"_s).contains(u"http.status in fetch"_s));
        QVERIFY(story.page(u"detailsOverview"_s).contains(u"404"_s));

        QTest::keyClick(story.view(), Qt::Key_Up);
        QVERIFY(!story.page(u"detailsOverview"_s).contains(u"http.status"_s));
        QVERIFY(story.page(u"detailsOverview"_s).contains(u"SHA-256"_s));
        QVERIFY(!story.page(u"detailsOverview"_s).contains(u"topsecret"_s));
        auto *pages = story.find<QTabWidget>(u"detailsPages"_s);
        pages->setCurrentIndex(3);
        for (const QString &part : {u"fetch"_s, u"attempt 1: status 200"_s, u"parse"_s, u"object, 2 keys"_s})
            QVERIFY2(story.page(u"detailsTimeline"_s).contains(part),
                     qPrintable(story.page(u"detailsTimeline"_s)));
        pages->setCurrentIndex(2);
        QVERIFY(story.find<QTableView>(u"responseHeaders"_s)->isVisible());
        pages->setCurrentIndex(4);
        QVERIFY(story.page(u"detailsBody"_s).contains(u"\"answer\": 42"_s));
    }

    void followsARunningJobInTheDetails()
    {
        Story story;
        story.fetch({u"/held"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 1, patience);
        story.view()->setFocus();
        story.view()->setCurrentIndex(story.view()->model()->index(0, JobModel::Url));
        QTRY_VERIFY_WITH_TIMEOUT(story.page(u"detailsOverview"_s).contains(u"Running"_s), patience);
        story.server.release();
        QTRY_VERIFY_WITH_TIMEOUT(story.page(u"detailsOverview"_s).contains(u"Succeeded"_s), patience);
    }

    void enterOpensTheDetails()
    {
        Story story;
        story.fetch({u"/a"_s});
        QTRY_COMPARE(story.view()->model()->rowCount(), 1);
        auto *dock = story.find<QDockWidget>(u"details"_s);
        dock->close();
        QVERIFY(!dock->isVisible());
        story.view()->setFocus();
        story.view()->setCurrentIndex(story.view()->model()->index(0, JobModel::Url));
        QTest::keyClick(story.view(), Qt::Key_Return);
        QVERIFY(dock->isVisible());
    }

    void goesRoundThePanes()
    {
        Story story;
        QVERIFY(story.started);
        story.fetch({u"/a"_s});
        QTRY_COMPARE(story.view()->model()->rowCount(), 1);
        story.view()->selectRow(0);
        story.find<QPlainTextEdit>(u"urls"_s)->setFocus();
        QStringList visited;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            visited.append(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(visited, (QStringList{u"pause"_s, u"jobs"_s, u"originTable"_s, u"errorTable"_s,
                                       u"distributionTable"_s, u"throughputChart"_s, u"detailsOverview"_s,
                                       u"urls"_s}));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"detailsOverview"_s);
    }

    void tabsThroughInReadingOrder()
    {
        Story story({u"/a"_s});
        QVERIFY(story.started);
        story.find<QPlainTextEdit>(u"urls"_s)->setFocus();
        QStringList visited;
        while (visited.size() < 20 && !visited.contains(u"jobs"_s)) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            visited.append(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(visited,
                 (QStringList{u"fetch"_s, u"pause"_s, u"concurrency"_s, u"perHost"_s, u"rate"_s, u"filter"_s,
                              u"savedFilters"_s, u"funnelStage0"_s, u"jobsTabs"_s, u"jobs"_s}));
    }

    void pastesFromTheTable()
    {
        Story story;
        QGuiApplication::clipboard()->setText(u"https://pasted.test/"_s);
        story.view()->setFocus();
        QTest::keyClick(story.view(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(story.find<QDialog>(u"pastePreview"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"pasteSummary"_s), u"1 request"_s, patience);
        QCOMPARE(story.view()->model()->rowCount(), 0);
    }

    void opensAList()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QTemporaryDir folder;
        const QString name = folder.filePath(u"list.txt"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("https://listed.test/1\nhttps://listed.test/2\n");
        file.close();

        Story story;
        QVERIFY(story.started);
        QTest::keyClick(&story.window, Qt::Key_O, Qt::ControlModifier);
        auto *dialog = story.window.findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(name);
        dialog->close();
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"pasteSummary"_s), u"2 requests"_s, patience);
    }

    void closingWhileRunningEndsWithinASecond()
    {
        auto story = std::make_unique<Story>();
        story->fetch(numbered(u"/never/"_s, 30));
        QTRY_COMPARE_WITH_TIMEOUT(story->count(u"Running"_s), 8, patience);
        QSignalSpy closed(&story->window, &MainWindow::closed);
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&story->window, Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!story->window.isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE_WITH_TIMEOUT(story->server.inProgress(), 0, patience);
        QCOMPARE(story->count(u"Cancelled"_s), 30);
        story.reset();
    }

    void detailsGoWhereThereIsRoom()
    {
        Story story;
        auto *dock = story.find<QDockWidget>(u"details"_s);
        story.window.resize(1400, 800);
        QTRY_COMPARE(story.window.dockWidgetArea(dock), Qt::RightDockWidgetArea);
        story.window.resize(1000, 640);
        QTRY_COMPARE(story.window.dockWidgetArea(dock), Qt::BottomDockWidgetArea);
        QVERIFY(dock->isVisible());
        story.window.addDockWidget(Qt::LeftDockWidgetArea, dock); // as dragging does
        story.window.resize(1400, 800);
        QCoreApplication::processEvents();
        QCOMPARE(story.window.dockWidgetArea(dock), Qt::LeftDockWidgetArea);
    }

    void followsThePalette()
    {
        Story story;
        story.fetch({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"timeLeft"_s), u"done"_s, patience);
        QPalette dark = story.window.palette();
        dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
        dark.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
        dark.setColor(QPalette::Text, Qt::white);
        const QImage light = story.view()->viewport()->grab().toImage();
        story.window.setPalette(dark);
        const QImage night = story.view()->viewport()->grab().toImage();
        const auto lightness = [](const QImage &image) {
            return image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .pixelColor(0, 0)
                .lightness();
        };
        QVERIFY(lightness(night) < 100);
        QVERIFY(lightness(light) > 150);
    }

    void remembersItsLayout()
    {
        {
            Story story;
            story.window.resize(1000, 640);
            story.view()->setColumnWidth(JobModel::State, 123);
            QSignalSpy closed(&story.window, &MainWindow::closed);
            story.window.close();
            QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        }
        const Story story;
        QCOMPARE(story.window.size(), QSize(1000, 640));
        QCOMPARE(story.view()->columnWidth(JobModel::State), 123);
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
