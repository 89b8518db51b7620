// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "gui/windowstory.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobactions.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// The paths of what is shown.
QStringList paths(const Story &story)
{
    QStringList all;
    for (int row = 0; row < story.view()->model()->rowCount(); ++row)
        all.append(QUrl(story.cell(row, JobModel::Url)).path());
    return all;
}

/// A window with three jobs that ended and one that runs.
struct Table : Story
{
    Table()
    {
        fetch({u"/a"_s, u"/missing"_s, u"/never"_s, u"/b"_s});
        isReady = QTest::qWaitFor(
            [this] {
                return states() == QStringList{u"Succeeded"_s, u"Failed"_s, u"Running"_s, u"Succeeded"_s};
            },
            patience);
        view()->setFocus();
    }

    void select(int row, int last = -1) const
    {
        view()->selectionModel()->setCurrentIndex(view()->model()->index(row, JobModel::Url),
                                                  QItemSelectionModel::ClearAndSelect |
                                                      QItemSelectionModel::Rows);
        for (int each = row + 1; each <= last; ++each)
            view()->selectionModel()->select(view()->model()->index(each, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(view(), key, modifiers);
    }
    [[nodiscard]] bool trigger(const QString &name) const
    {
        auto *const action = find<QAction>(name);
        const bool isPossible = QTest::qWaitFor([action] { return action->isEnabled(); }, patience);
        action->trigger();
        return isPossible;
    }
    [[nodiscard]] QString said() const
    {
        const auto *const bar = find<QWidget>(u"removedBar"_s);
        QString words;
        const QList<QLabel *> labels = bar->isVisible() ? bar->findChildren<QLabel *>() : QList<QLabel *>();
        for (const QLabel *const label : labels)
            words += label->text();
        return words;
    }

    bool isReady = false;
};

} // namespace

class TestRowRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QVERIFY(m_config->isValid());
        qputenv("XDG_CONFIG_HOME", m_config->path().toLocal8Bit());
    }

    void theKeyRemovesAndTheNextRowIsCurrent()
    {
        const Table table;
        QVERIFY(table.isReady);
        table.select(1);
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(paths(table), (QStringList{u"/a"_s, u"/never"_s, u"/b"_s}));
        QCOMPARE(table.said(), u"1 row removed."_s);
        QCOMPARE(table.view()->currentIndex().row(), 1);
        QCOMPARE(QApplication::focusWidget(), table.view());
        // The run keeps it.
        QCOMPARE(table.label(u"failedCount"_s), u"1 failed"_s);
        table.select(2);
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(paths(table), (QStringList{u"/a"_s, u"/never"_s}));
        QCOMPARE(table.view()->currentIndex().row(), 1);
    }

    void isUndoneByKeyAndByButton()
    {
        Table table;
        QVERIFY(table.isReady);
        table.select(0, 1);
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(paths(table), (QStringList{u"/never"_s, u"/b"_s}));
        QCOMPARE(table.said(), u"2 rows removed."_s);
        table.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(paths(table), (QStringList{u"/a"_s, u"/missing"_s, u"/never"_s, u"/b"_s}));
        QCOMPARE(table.said(), QString());
        table.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(paths(table), (QStringList{u"/never"_s, u"/b"_s}));
        table.press(Qt::Key_Z, Qt::ControlModifier);
        table.select(3);
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(table.said(), u"1 row removed."_s);
        table.click(u"undoRemoval"_s);
        QTRY_COMPARE(paths(table).size(), 4);
        QCOMPARE(QApplication::focusWidget(), table.view());
    }

    void retryingGoesByWhatIsShown()
    {
        const Table table;
        QVERIFY(table.isReady);
        const auto *const retry = table.find<QPushButton>(u"retryFailed"_s);
        const auto words = [retry] { return retry->text().remove(u'&'); };
        QCOMPARE(words(), u"Retry failed"_s);
        table.select(1);
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(words(), u"Retry shown"_s);
        table.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(words(), u"Retry failed"_s);
    }

    void whatRunsStaysAndThatIsSaid()
    {
        const Table table;
        QVERIFY(table.isReady);
        table.select(2);
        table.press(Qt::Key_Delete);
        QVERIFY2(table.said().startsWith(u"1 job is not finished and stays: cancel it first"_s),
                 qPrintable(table.said()));
        QVERIFY(!table.find<QPushButton>(u"undoRemoval"_s)->isVisible());
        QCOMPARE(paths(table).size(), 4);
        QCOMPARE(table.state(2), u"Running"_s);
        table.view()->selectAll();
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(paths(table), QStringList{u"/never"_s});
        QVERIFY2(table.said().startsWith(u"3 rows removed. 1 job is not finished"_s),
                 qPrintable(table.said()));
    }

    void allFinishedAreRemoved()
    {
        const Table table;
        QVERIFY(table.isReady);
        QVERIFY(table.trigger(u"removeFinishedAction"_s));
        QTRY_COMPARE(paths(table), QStringList{u"/never"_s});
        QVERIFY(table.trigger(u"undoAction"_s));
        QTRY_COMPARE(paths(table).size(), 4);
        table.find<QLineEdit>(u"filter"_s)->setText(u"is:failed"_s);
        QTRY_COMPARE(paths(table), QStringList{u"/missing"_s});
        QTRY_COMPARE(table.find<QAction>(u"removeFinishedAction"_s)->text().remove(u'&'),
                     u"Remove the finished jobs shown"_s);
        QVERIFY(table.trigger(u"removeFinishedAction"_s));
        QTRY_COMPARE(paths(table), QStringList());
        table.find<QLineEdit>(u"filter"_s)->clear();
        QTRY_COMPARE(paths(table), (QStringList{u"/a"_s, u"/never"_s, u"/b"_s}));
    }

    void removedOnesAreLeftAloneAndComeBackWhenTheyRun()
    {
        Table table;
        QVERIFY(table.isReady);
        table.engine.cancel({2});
        QTRY_COMPARE_WITH_TIMEOUT(table.state(2), u"Cancelled"_s, patience);
        table.select(1, 2);
        table.press(Qt::Key_Delete);
        QTRY_COMPARE(paths(table), (QStringList{u"/a"_s, u"/b"_s}));
        table.click(u"retryFailed"_s);
        table.fetch({u"/c"_s}); // what was asked before it is done before it
        QTRY_COMPARE_WITH_TIMEOUT(table.count(u"Succeeded"_s), 3, patience);
        QCOMPARE(table.server.countFor("/missing"), 1);
        table.engine.retry({2});
        // Nobody is at the table: it does not hold still.
        table.view()->clearSelection();
        table.find<QPlainTextEdit>(u"urls"_s)->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(paths(table).contains(u"/never"_s), patience);
        QVERIFY(!paths(table).contains(u"/missing"_s));
    }

    void saysSoWhenAllAreGone()
    {
        Story story;
        story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Succeeded"_s}, patience);
        QTRY_VERIFY(story.find<QAction>(u"removeFinishedAction"_s)->isEnabled());
        story.find<QAction>(u"removeFinishedAction"_s)->trigger();
        QTRY_COMPARE(story.view()->model()->rowCount(), 0);
        QTRY_VERIFY(story.find<QLabel>(u"jobsEmptyText"_s)->isVisible());
        QVERIFY(story.label(u"jobsEmptyText"_s).contains(u"Ctrl+Z"_s));
    }

    void theModelStaysSound()
    {
        JobModel jobs{{u"fetch"_s}};
        JobOrder order{jobs};
        const QAbstractItemModelTester tester(&order);
        jobs.append(sampleInputs(50));
        order.setRemoved({3, 4, 5}, true); // none of them is finished
        QCOMPARE(order.rowCount(), 50);
        QVERIFY(!order.isPartial());
    }

private:
    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_MAIN(TestRowRemoval)
#include "tst_rowremoval.moc"
