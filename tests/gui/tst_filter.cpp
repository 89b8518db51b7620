// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/models/errormodel.h"
#include "ui/models/joborder.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace inflight;

namespace {

/// A window whose filter has the keyboard.
struct Filtering
{
    explicit Filtering(const QStringList &paths)
    {
        story.fetch(paths);
        QTest::keyClick(&story.window, Qt::Key_F, Qt::ControlModifier);
    }

    [[nodiscard]] int shown() const { return story.view()->model()->rowCount(); }
    [[nodiscard]] QAbstractItemView *popup() const
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == u"filterCompletions"_s)
                return qobject_cast<QAbstractItemView *>(widget);
        }
        return nullptr;
    }
    [[nodiscard]] QStringList offered() const
    {
        QStringList words;
        const QAbstractItemModel *model = popup()->model();
        for (int row = 0; popup()->isVisible() && row < model->rowCount(); ++row)
            words.append(model->index(row, 0).data().toString().section(u"   "_s, 0, 0));
        return words;
    }
    void goTo(int row, JobModel::Column column)
    {
        story.view()->setCurrentIndex(story.view()->model()->index(row, column));
    }

    Story story;
    QLineEdit *box = story.find<QLineEdit>(u"filter"_s);
};

JobView failed(JobId id, FaultClass faultClass)
{
    JobView view;
    view.id = id;
    view.state = JobState::Failed;
    view.faultClass = faultClass;
    return view;
}

} // namespace

/// The filter of the window: completion, mistakes, clicks that filter, bulk orders, saved filters, errors.
class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_config->path().toUtf8());
    }

    void completesWordsByKeys()
    {
        Filtering filter({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Failed"_s), 1, patience);
        QTest::keyClicks(filter.box, u"a -stat"_s);
        QCOMPARE(filter.offered(), QStringList{u"status-code:"_s});
        QTest::keyClick(filter.popup(), Qt::Key_Tab);
        QCOMPARE(filter.box->text(), u"a -status-code:"_s);
        QCOMPARE(filter.offered(), (QStringList{u"status-code:200"_s, u"status-code:404"_s,
                                                u"status-code:2xx"_s, u"status-code:4xx"_s}));
        QTest::keyClick(filter.popup(), Qt::Key_Down);
        QTest::keyClick(filter.popup(), Qt::Key_Down);
        QTest::keyClick(filter.popup(), Qt::Key_Return);
        QCOMPARE(filter.box->text(), u"a -status-code:404 "_s);
        QVERIFY(!filter.popup()->isVisible());
        QCOMPARE(filter.shown(), 1);
    }

    void offersWhatThisRunHas_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("state") << u"is:fa"_s << QStringList{u"is:failed"_s};
        QTest::newRow("error") << u"error:"_s << QStringList{u"error:http.status"_s};
        QTest::newRow("type") << u"mime-type:json"_s << QStringList{u"mime-type:application/json"_s};
        QTest::newRow("method") << u"method:"_s << QStringList{u"method:GET"_s};
        QTest::newRow("domain") << u"domain:12"_s << QStringList{u"domain:127.0.0.1"_s};
        QTest::newRow("stage") << u"stage:pa"_s << QStringList{u"stage:parse"_s};
        QTest::newRow("comparison") << u"time:"_s << QStringList{u"time:>2s"_s, u"time:500ms..2s"_s};
        QTest::newRow("whole already") << u"is:failed"_s << QStringList{};
        QTest::newRow("no keyword") << u"xyz"_s << QStringList{};
    }

    void offersWhatThisRunHas()
    {
        QFETCH(QString, typed);
        Filtering filter({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Failed"_s), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Succeeded"_s), 1, patience);
        QTest::keyClicks(filter.box, typed);
        QTEST(filter.offered(), "offered");
    }

    void escClearsWhereverTheKeyboardIs()
    {
        Filtering filter({u"/never"_s});
        QTest::keyClicks(filter.box, u"sta"_s);
        QVERIFY(filter.popup()->isVisible());
        QTest::keyClick(filter.popup(), Qt::Key_Escape);
        QVERIFY(!filter.popup()->isVisible());
        QCOMPARE(filter.box->text(), QString());
        QTest::keyClick(filter.box, Qt::Key_Down);
        QVERIFY(filter.offered().size() > 15);
        QTest::keyClick(filter.box, Qt::Key_Escape);
        QVERIFY(!filter.popup()->isVisible());
        QCOMPARE(filter.story.count(u"Running"_s) + filter.story.count(u"Queued"_s), 1);
    }

    void completionsStandForTheMistake()
    {
        Filtering filter({u"/a"_s});
        const auto *message = filter.story.find<QLabel>(u"filterMessage"_s);
        QTest::keyClicks(filter.box, u"is:"_s);
        QVERIFY(filter.popup()->isVisible());
        QTRY_VERIFY(!message->isVisible());
        QTest::keyClicks(filter.box, u"odd"_s);
        QVERIFY(!filter.popup()->isVisible());
        QTRY_VERIFY(message->isVisible());
    }

    void aMistakeIsSaidAndMovesNothing()
    {
        Filtering filter({u"/a"_s});
        const QRect before = filter.story.view()->geometry();
        filter.box->setText(u"a is:odd"_s);
        const auto *message = filter.story.find<QLabel>(u"filterMessage"_s);
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().startsWith(u"Column 3, “is:odd”: is: needs"_s), qPrintable(message->text()));
        QCOMPARE(filter.box->accessibleDescription(), message->text());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(filter.story.view()->geometry(), before);
        const QRect box(filter.box->mapTo(&filter.story.window, QPoint()), filter.box->size());
        QVERIFY(message->geometry().top() >= box.bottom());
        QVERIFY(filter.story.window.rect().contains(message->geometry()));
        QCOMPARE(filter.shown(), 1); // what held before holds on
        filter.box->clear();
        QVERIFY(!message->isVisible());
        QCOMPARE(filter.box->accessibleDescription(), QString());
    }

    void bulkOrdersAreAboutWhatIsShown()
    {
        Filtering filter({u"/never/1"_s, u"/never/2"_s, u"/missing/1"_s, u"/missing/2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Failed"_s), 2, patience);
        auto *cancel = filter.story.find<QPushButton>(u"cancelAll"_s);
        auto *retry = filter.story.find<QPushButton>(u"retryFailed"_s);
        filter.box->setText(u"/2"_s);
        QCOMPARE(filter.shown(), 2);
        QCOMPARE(cancel->text().remove(u'&'), u"Cancel shown"_s);
        QCOMPARE(retry->text().remove(u'&'), u"Retry shown"_s);
        QCOMPARE(cancel->accessibleName(), u"Cancel all"_s);
        QVERIFY(cancel->accessibleDescription().contains(u"shown"_s));
        filter.story.click(u"cancelAll"_s);
        filter.story.click(u"retryFailed"_s);
        filter.box->clear();
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Cancelled"_s), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.server.countFor("/missing/2"), 2, patience);
        QCOMPARE(filter.story.state(1), u"Cancelled"_s);
        QCOMPARE(filter.story.server.countFor("/missing/1"), 1);
        QCOMPARE(cancel->text().remove(u'&'), u"Cancel all"_s);
        filter.story.click(u"cancelAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Cancelled"_s), 2, patience);
    }

    void menusSayAndDoShown()
    {
        Filtering filter({u"/never/1"_s, u"/never/2"_s});
        filter.goTo(0, JobModel::State);
        auto *cancel = filter.story.view()->findChild<QAction *>(u"cancelAllAction"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cancel->isEnabled(), patience);
        filter.box->setText(u"never/2"_s);
        QCOMPARE(cancel->text().remove(u'&'), u"Cancel all jobs shown"_s);
        cancel->trigger();
        filter.box->clear();
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Cancelled"_s), 1, patience);
        QCOMPARE(filter.story.state(1), u"Cancelled"_s);
        QVERIFY(!cancel->text().contains(u"shown"_s));
    }

    void clicksFilter()
    {
        Filtering filter({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Failed"_s), 1, patience);
        auto *failedCount = filter.story.find<QLabel>(u"failedCount"_s);
        QTest::mouseClick(failedCount, Qt::LeftButton);
        QCOMPARE(filter.box->text(), u"is:failed"_s);
        QCOMPARE(filter.shown(), 1);
        QTest::keyClick(failedCount, Qt::Key_Return);
        QCOMPARE(filter.box->text(), QString());
        filter.goTo(1, JobModel::Status);
        auto *only = filter.story.view()->findChild<QAction *>(u"showOnlyAction"_s);
        auto *hide = filter.story.view()->findChild<QAction *>(u"leaveOutAction"_s);
        QCOMPARE(only->text().remove(u'&'), u"Show only status 404"_s);
        filter.goTo(1, JobModel::State); // another cell of the same row
        QCOMPARE(only->text().remove(u'&'), u"Show only state failed"_s);
        filter.goTo(1, JobModel::Status);
        QCOMPARE(hide->text().remove(u'&'), u"Hide status 404"_s);
        only->trigger();
        QCOMPARE(filter.box->text(), u"status-code:404"_s);
        QCOMPARE(filter.shown(), 1);
        hide->trigger();
        QCOMPARE(filter.box->text(), u"-status-code:404"_s);
        QTRY_COMPARE(filter.shown(), 1);
        QCOMPARE(filter.story.state(0), u"Succeeded"_s);
    }

    void oneCanFilterByEverythingOfAJob()
    {
        Filtering filter({u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Failed"_s), 1, patience);
        filter.goTo(0, JobModel::State);
        QMenu *menu = filter.story.view()->findChild<QAction *>(u"filterByAction"_s)->menu();
        Q_EMIT menu->aboutToShow();
        const QString origin = filter.story.server.url(QString()).section(u'/', 0, 2);
        QStringList words;
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->isSeparator())
                break;
            words.append(action->text());
        }
        QCOMPARE(words, (QStringList{u"Only state failed"_s, u"Only error http.status"_s,
                                     u"Only stage fetch"_s, u"Only status 404"_s, u"Only status 4xx"_s,
                                     u"Only type text/plain"_s, u"Only origin "_s + origin}));
        for (QAction *action : actions.first(words.size())) {
            filter.box->clear();
            action->trigger();
            QVERIFY2(filter.shown() == 1, qPrintable(filter.box->text()));
        }
    }

    void rowsComeAsTimeGoesBy()
    {
        Filtering filter({u"/never"_s});
        filter.box->setText(u"slower-than:300ms"_s);
        QTRY_COMPARE_WITH_TIMEOUT(filter.shown(), 1, patience);
    }

    void errorsAreGroupedByClass()
    {
        Filtering filter({u"/a"_s, u"/missing/1"_s, u"/missing/2"_s, u"/mended"_s});
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Failed"_s), 3, patience);
        auto *dock = filter.story.find<QDockWidget>(u"errors"_s);
        QCOMPARE(dock->accessibleName(), u"Errors"_s);
        dock->show();
        dock->raise();
        auto *table = filter.story.find<QTableView>(u"errorTable"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        const auto cell = [table](int column) { return table->model()->index(0, column).data().toString(); };
        QCOMPARE(cell(ErrorModel::Class), u"http.status"_s);
        QCOMPARE(cell(ErrorModel::Jobs), u"3"_s);
        QVERIFY2(cell(ErrorModel::Example).contains(u"404"_s), qPrintable(cell(ErrorModel::Example)));
        filter.story.click(u"showThese"_s);
        QCOMPARE(filter.box->text(), u"error:http.status"_s);
        QCOMPARE(filter.shown(), 3);
        filter.box->clear();
        filter.story.click(u"retryThese"_s);
        QTRY_COMPARE_WITH_TIMEOUT(filter.story.count(u"Succeeded"_s), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(ErrorModel::Jobs), u"2"_s, patience);
        QCOMPARE(filter.story.server.countFor("/missing/1"), 2);
        QCOMPARE(filter.story.server.countFor("/a"), 1);
    }

    void errorModelHoldsItsPromises()
    {
        ErrorModel errors;
        const QAbstractItemModelTester tester(&errors,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        ChangeBatch batch;
        batch.jobs = {failed(0, FaultClass::Dns), failed(1, FaultClass::Tls), failed(2, FaultClass::Dns)};
        errors.apply(batch);
        QCOMPARE(errors.rowCount(), 2);
        QCOMPARE(errors.jobs(0), (QList<JobId>{0, 2}));
        batch.jobs = {failed(0, FaultClass::Tls)};
        errors.apply(batch);
        QCOMPARE(errors.jobs(0), (QList<JobId>{2}));
        QCOMPARE(errors.jobs(1), (QList<JobId>{0, 1}));
        JobView again;
        again.id = 2;
        batch.jobs = {again};
        errors.apply(batch);
        QCOMPARE(errors.rowCount(), 1);
        QCOMPARE(errors.faultClass(0), FaultClass::Tls);
    }

    void filtersAreSavedUnderAName()
    {
        {
            Filtering filter({u"/a"_s});
            QMenu *menu = filter.story.find<QToolButton>(u"savedFilters"_s)->menu();
            const auto entry = [menu](const QString &text) -> QAction * {
                Q_EMIT menu->aboutToShow();
                const QList<QAction *> actions = menu->actions();
                for (QAction *action : actions) {
                    if (action->text().remove(u'&') == text)
                        return action;
                }
                return nullptr;
            };
            QVERIFY(!entry(u"Save this filter…"_s)->isEnabled());
            filter.box->setText(u"is:failed x"_s);
            entry(u"Save this filter…"_s)->trigger();
            auto *dialog = filter.story.window.findChild<QInputDialog *>(u"filterName"_s);
            QVERIFY(dialog);
            dialog->setTextValue(u"Broken ones"_s);
            dialog->accept();
            QTRY_VERIFY(entry(u"Broken ones"_s));
            filter.box->clear();
            entry(u"Broken ones"_s)->trigger();
            QCOMPARE(filter.box->text(), u"is:failed x"_s);
        }
        Filtering later({u"/a"_s});
        QMenu *menu = later.story.find<QToolButton>(u"savedFilters"_s)->menu();
        QCOMPARE(menu->actions().first()->text(), u"Broken ones"_s);
        menu->actions().last()->menu()->actions().first()->trigger();
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().first()->isSeparator() ||
                menu->actions().first()->text() != u"Broken ones"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_MAIN(TestFilter)
#include "tst_filter.moc"
