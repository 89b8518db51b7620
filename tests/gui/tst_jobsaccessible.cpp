// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QAccessibleInterface *tableOf(const Story &story)
{
    return QAccessible::queryAccessibleInterface(story.view());
}

QAccessibleInterface *cellOf(const Story &story, int row, JobModel::Column column)
{
    return tableOf(story)->tableInterface()->cellAt(row, column);
}

} // namespace

class TestJobsAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void readsEveryCell()
    {
        Story story;
        story.fetch({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Succeeded"_s, u"Failed"_s}), patience);
        QAccessibleInterface *const table = tableOf(story);
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->text(QAccessible::Name), u"Jobs"_s);
        QCOMPARE(table->tableInterface()->rowCount(), 2);
        QCOMPARE(table->tableInterface()->columnDescription(JobModel::State), u"State"_s);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < JobModel::ColumnCount; ++column) {
                QAccessibleInterface *const cell = table->tableInterface()->cellAt(row, column);
                QVERIFY(!cell->text(QAccessible::Name).isEmpty());
                QCOMPARE(cell->tableCellInterface()->rowIndex(), row);
                QCOMPARE(cell->tableCellInterface()->columnIndex(), column);
                QCOMPARE(cell->parent(), table);
                QCOMPARE(table->child(table->indexOfChild(cell)), cell);
            }
        }
        QVERIFY(cellOf(story, 1, JobModel::State)->text(QAccessible::Name).startsWith(u"Failed"_s));
        QVERIFY(!table->tableInterface()->cellAt(2, 0));
        QVERIFY(!table->child(table->childCount()));
    }

    void namesItsHeaders()
    {
        const Story story;
        QAccessibleInterface *const table = tableOf(story);
        // The corner is the first child, as in the numbers of Qt's events.
        for (int column = 0; column < JobModel::ColumnCount; ++column) {
            QAccessibleInterface *const header = table->child(column + 1);
            QCOMPARE(header->role(), QAccessible::ColumnHeader);
            QCOMPARE(header->text(QAccessible::Name), table->tableInterface()->columnDescription(column));
        }
    }

    void cancelsByAnAction()
    {
        Story story;
        story.fetch({u"/never"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Running"_s}, patience);
        QAccessibleActionInterface *const cancel = cellOf(story, 0, JobModel::Cancel)->actionInterface();
        QVERIFY(cancel->actionNames().contains(QAccessibleActionInterface::pressAction()));
        cancel->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Cancelled"_s}, patience);
        QVERIFY(!cancel->actionNames().contains(QAccessibleActionInterface::pressAction()));
    }

    void selectsAndShowsDetails()
    {
        Story story;
        story.fetch({u"/a"_s, u"/b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 2, patience);
        QAccessibleInterface *const cell = cellOf(story, 1, JobModel::Url);
        QVERIFY(!cell->state().selected);
        cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(cell->state().selected);
        QCOMPARE(tableOf(story)->tableInterface()->selectedRows(), QList<int>{1});
        cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(!cell->state().selected);
        const QSignalSpy asked(story.view(), &JobsView::detailsRequested);
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(story.view()->currentIndex().row(), 1);
    }

    void aCellStaysWithItsJob()
    {
        Story story;
        story.fetch({u"/b"_s, u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 2, patience);
        const QString first = cellOf(story, 0, JobModel::Url)->text(QAccessible::Name);
        story.view()->sortByColumn(JobModel::Url, Qt::AscendingOrder);
        QTRY_VERIFY(cellOf(story, 0, JobModel::Url)->text(QAccessible::Name) != first);
        QCOMPARE(cellOf(story, 1, JobModel::Url)->text(QAccessible::Name), first);
        QCOMPARE(cellOf(story, 1, JobModel::Url)->tableCellInterface()->rowIndex(), 1);
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestJobsAccessible)
#include "tst_jobsaccessible.moc"
