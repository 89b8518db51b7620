// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/panes/columnactions.h"
#include "ui/panes/jobcolumns.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// What a menu holds when it is open, and all below it.
void collect(QMenu &menu, QSet<QAction *> &found)
{
    QMetaObject::invokeMethod(&menu, "aboutToShow");
    const QList<QAction *> actions = menu.actions();
    for (QAction *const action : actions) {
        found.insert(action);
        if (action->menu())
            collect(*action->menu(), found);
    }
    QMetaObject::invokeMethod(&menu, "aboutToHide");
}

QSet<QAction *> actionsInMenus(const MainWindow &window)
{
    QSet<QAction *> found;
    const QList<QAction *> menus = window.menuBar()->actions();
    for (QAction *const menu : menus)
        collect(*menu->menu(), found);
    return found;
}

/// Qt's own are those of line edits, and those of menus that got an action of ours.
bool isOurs(const QAction &action)
{
    const bool isOfAMenu = action.text().isEmpty() && qobject_cast<QMenu *>(action.parent());
    return !action.isSeparator() && !isOfAMenu && !action.objectName().startsWith("_q_"_L1);
}

bool isMenuOfTheBar(const MainWindow &window, QAction *action)
{
    return window.menuBar()->actions().contains(action);
}

QString named(const QAction &action)
{
    return u"%1 (%2)"_s.arg(action.text(), action.objectName());
}

QStringList shownColumns(const Story &story)
{
    QStringList names;
    const QHeaderView *const header = story.view()->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            names.append(story.view()->model()->headerData(column, Qt::Horizontal).toString());
    }
    return names;
}

const QStringList &allColumns()
{
    static const QStringList names{u"URL"_s,  u"State"_s, u"Stages"_s, u"Status"_s,
                                   u"Size"_s, u"Time"_s,  u"Cancel"_s};
    return names;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QVERIFY(m_config->isValid());
        qputenv("XDG_CONFIG_HOME", m_config->path().toLocal8Bit());
    }

    void eachHasAPlaceInAMenu()
    {
        const Story story;
        const QSet<QAction *> inMenus = actionsInMenus(story.window);
        const QList<QAction *> all = story.window.findChildren<QAction *>();
        QVERIFY(all.size() > 50);
        QStringList without;
        for (QAction *const action : all) {
            if (isOurs(*action) && !isMenuOfTheBar(story.window, action) && !inMenus.contains(action))
                without.append(named(*action));
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u"; "_s)));
    }

    void eachSaysWhatItDoes()
    {
        const Story story;
        const QSet<QAction *> all = actionsInMenus(story.window);
        QStringList silent;
        for (QAction *const action : all) {
            if (isOurs(*action) && (action->text().isEmpty() || action->statusTip().isEmpty()))
                silent.append(named(*action));
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u"; "_s)));
    }

    void noTwoHaveTheSameShortcut()
    {
        const Story story;
        const QSet<QAction *> all = actionsInMenus(story.window);
        // What works everywhere must not be taken by anything else; the rest must differ within its pane.
        QHash<QString, QString> everywhere;
        QHash<QPair<QObject *, QString>, QString> inPane;
        QStringList clashes;
        for (QAction *const action : all) {
            const QList<QKeySequence> shortcuts = action->shortcuts();
            for (const QKeySequence &shortcut : shortcuts) {
                const QString key = shortcut.toString();
                const bool isLocal = action->shortcutContext() == Qt::WidgetShortcut;
                QString &taken = isLocal ? inPane[{action->parent(), key}] : everywhere[key];
                if (!taken.isEmpty())
                    clashes.append(u"%1: %2 and %3"_s.arg(key, taken, named(*action)));
                taken = named(*action);
            }
        }
        const QList<QPair<QObject *, QString>> local = inPane.keys();
        for (const auto &[pane, key] : local) {
            if (everywhere.contains(key))
                clashes.append(u"%1: %2 and %3"_s.arg(key, everywhere.value(key), inPane.value({pane, key})));
        }
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u"; "_s)));
        QVERIFY(everywhere.size() > 10);
    }

    void hasTheShortcutsOfTheContract_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("shortcut");
        QTest::newRow("fetch") << u"fetchAction"_s << u"Ctrl+Return"_s;
        QTest::newRow("paste preview") << u"pasteAction"_s << u"Ctrl+V"_s;
        QTest::newRow("filter") << u"filterAction"_s << u"Ctrl+F"_s;
        QTest::newRow("cancel selection") << u"cancelAction"_s << u"Ctrl+."_s;
        QTest::newRow("retry selection") << u"retryAction"_s << u"Ctrl+R"_s;
        QTest::newRow("retry failed") << u"retryFailedMenuAction"_s << u"Ctrl+Shift+R"_s;
        QTest::newRow("copy") << u"copyRowsAction"_s << u"Ctrl+C"_s;
        QTest::newRow("panes") << u"nextPaneAction"_s << u"F6"_s;
        QTest::newRow("open") << u"openAction"_s << u"Ctrl+O"_s;
        QTest::newRow("quit") << u"quitAction"_s << u"Ctrl+Q"_s;
    }

    void hasTheShortcutsOfTheContract()
    {
        QFETCH(QString, action);
        QFETCH(QString, shortcut);
        const Story story;
        auto *const found = story.find<QAction>(action);
        QVERIFY(found);
        QCOMPARE(found->shortcut().toString(), shortcut);
    }

    void goesToAPaneThatWasHidden()
    {
        Story story;
        QVERIFY(story.started);
        auto *const dock = story.find<QDockWidget>(u"pipelineDock"_s);
        QVERIFY(!dock->isVisible());
        const QSet<QAction *> all = actionsInMenus(story.window);
        const auto way = std::ranges::find_if(all, [](const QAction *action) {
            return action->objectName().startsWith("goTo"_L1) && action->text() == "Pipeline"_L1;
        });
        QVERIFY(way != all.end());
        (*way)->trigger();
        QVERIFY(dock->isVisible());
        QTRY_VERIFY(dock->isAncestorOf(QApplication::focusWidget()));
    }

    void columnsAreHiddenAndComeBack()
    {
        Story story;
        QCOMPARE(shownColumns(story), allColumns());
        auto *const stages = story.find<QAction>(u"showColumn%1Action"_s.arg(int{JobModel::Stages}));
        QVERIFY(stages->isChecked());
        stages->trigger();
        QVERIFY(!shownColumns(story).contains(u"Stages"_s));
        QVERIFY(!stages->isChecked());
        // What it leaves is filled.
        QCOMPARE(story.view()->horizontalHeader()->length(), story.view()->viewport()->width());
        stages->trigger();
        QCOMPARE(shownColumns(story), allColumns());
        QVERIFY(!story.find<QAction>(u"showColumn%1Action"_s.arg(int{JobModel::Url}))->isEnabled());
    }

    void columnsMoveByKey()
    {
        Story story;
        QVERIFY(story.started);
        story.fetch({u"/a"_s});
        QTRY_COMPARE(story.view()->model()->rowCount(), 1);
        story.view()->setFocus();
        story.view()->setCurrentIndex(story.view()->model()->index(0, JobModel::Size));
        QTest::keyClick(story.view(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(shownColumns(story).indexOf(u"Size"_s), 3);
        story.find<QAction>(u"showColumn%1Action"_s.arg(int{JobModel::Time}))->trigger();
        QTest::keyClick(story.view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QTest::keyClick(story.view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(shownColumns(story).last(), u"Size"_s); // past the hidden one
        QVERIFY(!story.find<QAction>(u"moveColumnRightAction"_s)->isEnabled());
        story.find<QAction>(u"resetColumnsAction"_s)->trigger();
        QCOMPARE(shownColumns(story), allColumns());
    }

    void theHeaderHasAMenuOfItsOwn()
    {
        Story story;
        story.fetch({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Succeeded"_s, u"Failed"_s}), patience);
        QHeaderView *const header = story.view()->horizontalHeader();
        const auto entry = [&story](const QString &text) -> QAction * {
            auto *const menu = story.find<QMenu>(u"headerMenu"_s);
            const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
            for (QAction *const action : actions) {
                if (QString(action->text()).remove(u'&') == text)
                    return action;
            }
            return nullptr;
        };
        const auto choose = [&](const QString &text) {
            const QPoint at(header->sectionViewportPosition(JobModel::Status) + 5, header->height() / 2);
            Q_EMIT header->customContextMenuRequested(at);
            QAction *const action = entry(text);
            if (!action)
                return false;
            action->trigger();
            story.find<QMenu>(u"headerMenu"_s)->close();
            return true;
        };
        QVERIFY(choose(u"Sort by Status, descending"_s));
        QTRY_COMPARE(story.cell(0, JobModel::Status), u"404"_s);
        QTRY_VERIFY(!story.find<QMenu>(u"headerMenu"_s));
        QVERIFY(choose(u"Move Status to the left"_s));
        QCOMPARE(shownColumns(story).indexOf(u"Status"_s), 2);
        QTRY_VERIFY(!story.find<QMenu>(u"headerMenu"_s));
        QVERIFY(choose(u"Hide Status"_s));
        QVERIFY(!shownColumns(story).contains(u"Status"_s));
    }

    void columnsAreRemembered()
    {
        QStringList left;
        {
            Story story;
            story.find<QAction>(u"showColumn%1Action"_s.arg(int{JobModel::Size}))->trigger();
            story.view()->columns().move(JobModel::Time, -1);
            left = shownColumns(story);
            QVERIFY(!left.contains(u"Size"_s));
            QSignalSpy closed(&story.window, &MainWindow::closed);
            story.window.close();
            QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        }
        const Story story;
        QCOMPARE(shownColumns(story), left);
        QVERIFY(!story.find<QAction>(u"showColumn%1Action"_s.arg(int{JobModel::Size}))->isChecked());
    }

    void theLayoutIsReset()
    {
        Story story;
        QVERIFY(story.started);
        auto *const origins = story.find<QDockWidget>(u"origins"_s);
        auto *const details = story.find<QDockWidget>(u"details"_s);
        auto *const pipeline = story.find<QDockWidget>(u"pipelineDock"_s);
        const Qt::DockWidgetArea detailsArea = story.window.dockWidgetArea(details);
        story.window.addDockWidget(Qt::LeftDockWidgetArea, origins);
        details->setFloating(true);
        pipeline->show();
        story.view()->columns().setShown(JobModel::Stages, false);
        story.find<QAction>(u"resetLayoutAction"_s)->trigger();
        QCOMPARE(story.window.dockWidgetArea(origins), Qt::BottomDockWidgetArea);
        QVERIFY(!details->isFloating());
        QVERIFY(details->isVisible());
        QCOMPARE(story.window.dockWidgetArea(details), detailsArea);
        QVERIFY(!pipeline->isVisible());
        QCOMPARE(shownColumns(story), allColumns());
    }

private:
    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
