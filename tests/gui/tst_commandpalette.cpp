// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/models/commandlist.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QList<Command> sampleCommands()
{
    return {{.name = u"Export…"_s,
             .path = u"File"_s,
             .shortcut = u"Ctrl+S"_s,
             .tip = {},
             .id = u"export"_s,
             .action = {}},
            {.name = u"Cancel all"_s,
             .path = u"Run"_s,
             .shortcut = {},
             .tip = {},
             .id = u"all"_s,
             .enabled = false,
             .action = {}},
            {.name = u"Details pane"_s,
             .path = u"View"_s,
             .shortcut = {},
             .tip = {},
             .id = u"details"_s,
             .checked = true,
             .action = {}}};
}

QStringList texts(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString());
    return all;
}

/// The palette of a window, and the keys that one types.
struct Palette
{
    explicit Palette(const Story &story)
        : frame(story.find<QWidget>(u"commandPalette"_s))
        , query(story.find<QLineEdit>(u"commandQuery"_s))
        , list(story.find<QListView>(u"commandList"_s))
    {}

    static void open() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier); }
    void type(const QString &text) const { QTest::keyClicks(query, text); }
    void press(Qt::Key key) const { QTest::keyClick(query, key); }
    [[nodiscard]] QString current() const { return list->currentIndex().data().toString(); }

    QWidget *frame;
    QLineEdit *query;
    QListView *list;
};

} // namespace

class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QVERIFY(m_config->isValid());
        qputenv("XDG_CONFIG_HOME", m_config->path().toLocal8Bit());
    }

    void theListFindsAndRanks()
    {
        CommandList list;
        const QAbstractItemModelTester tester(&list);
        list.setCommands(sampleCommands(), {u"details"_s});
        // What was used last comes first, then as in the menus; what is not possible is below the rest.
        QCOMPARE(texts(list),
                 (QStringList{u"View ▸ Details pane"_s, u"File ▸ Export…"_s, u"Run ▸ Cancel all"_s}));
        list.setQuery(u"ex"_s);
        QCOMPARE(texts(list), QStringList{u"File ▸ Export…"_s});
        list.setQuery(u"l"_s);
        QCOMPARE(list.rowCount(), 3);
        list.setQuery(u"xyz"_s);
        QCOMPARE(list.rowCount(), 0);
    }

    void theListIsReadAloud()
    {
        CommandList list;
        list.setCommands(sampleCommands(), {});
        const auto said = [&list](int row) {
            return list.index(row).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(said(0), u"Export…, File, Ctrl+S"_s);
        QCOMPARE(said(1), u"Details pane, View, on"_s);
        QCOMPARE(said(2), u"Cancel all, Run, not possible now"_s);
        QVERIFY(!list.flags(list.index(2)).testFlag(Qt::ItemIsEnabled));
    }

    void opensFromATextAndGivesTheKeyboardBack()
    {
        Story story;
        QVERIFY(story.started);
        auto *const urls = story.find<QPlainTextEdit>(u"urls"_s);
        urls->setPlainText(u"https://stays.test/"_s);
        urls->setFocus();
        const Palette palette(story);
        QVERIFY(!palette.frame->isVisible());
        Palette::open();
        QVERIFY(palette.frame->isVisible());
        QCOMPARE(QApplication::focusWidget(), palette.query);
        QCOMPARE(urls->toPlainText(), u"https://stays.test/"_s);
        palette.press(Qt::Key_Escape);
        QVERIFY(!palette.frame->isVisible());
        QCOMPARE(QApplication::focusWidget(), urls);
    }

    void listsEverythingThatTheMenusOffer()
    {
        const Story story;
        QVERIFY(story.started);
        const Palette palette(story);
        Palette::open();
        const QStringList all = texts(*palette.list->model());
        QVERIFY(all.size() > 50);
        for (const QString &expected :
             {u"File ▸ Quit"_s, u"Run ▸ Fetch the URLs"_s, u"Jobs ▸ Retry selected"_s,
              u"View ▸ Columns ▸ Size"_s, u"View ▸ Go to ▸ Origins"_s})
            QVERIFY2(all.contains(expected), qPrintable(expected));
        const qsizetype quit = all.indexOf(u"File ▸ Quit"_s);
        QCOMPARE(palette.list->model()
                     ->index(static_cast<int>(quit), 0)
                     .data(CommandList::ShortcutRole)
                     .toString(),
                 u"Ctrl+Q"_s);
    }

    void runsWhatWasTyped()
    {
        const Story story;
        QVERIFY(story.started);
        auto *const dock = story.find<QDockWidget>(u"errors"_s);
        QVERIFY(!dock->toggleViewAction()->isChecked()); // it lies behind another one
        dock->raise();
        QTRY_VERIFY(dock->toggleViewAction()->isChecked());
        const Palette palette(story);
        Palette::open();
        palette.type(u"errors pane"_s);
        QCOMPARE(palette.current(), u"View ▸ Errors pane"_s);
        QVERIFY(palette.query->accessibleDescription().startsWith(u"Errors pane, View, Ctrl+Shift+E"_s));
        palette.press(Qt::Key_Return);
        QVERIFY(!palette.frame->isVisible());
        QVERIFY(!dock->toggleViewAction()->isChecked());
    }

    void goesToAPane()
    {
        const Story story;
        QVERIFY(story.started);
        const Palette palette(story);
        Palette::open();
        palette.type(u"go pipeline"_s);
        QCOMPARE(palette.current(), u"View ▸ Go to ▸ Pipeline"_s);
        palette.press(Qt::Key_Return);
        auto *const dock = story.find<QDockWidget>(u"pipelineDock"_s);
        QVERIFY(dock->isVisible());
        QVERIFY(dock->isAncestorOf(QApplication::focusWidget()));
    }

    void arrowsPassWhatIsNotPossibleOver()
    {
        const Story story;
        QVERIFY(story.started);
        const Palette palette(story);
        Palette::open();
        palette.type(u"cancel all"_s);
        const QStringList found = texts(*palette.list->model());
        QVERIFY(found.contains(u"Run ▸ Cancel all jobs"_s));
        QVERIFY(palette.current() != u"Run ▸ Cancel all jobs"_s); // there are no jobs
        palette.query->clear();
        const QString first = palette.current();
        palette.press(Qt::Key_Down);
        QVERIFY(palette.current() != first);
        palette.press(Qt::Key_Up);
        QCOMPARE(palette.current(), first);
        palette.press(Qt::Key_Up); // over the end
        QVERIFY(palette.current() != first);
        QVERIFY(palette.list->currentIndex().flags().testFlag(Qt::ItemIsEnabled));
    }

    void whatWasUsedComesFirst()
    {
        {
            const Story story;
            QVERIFY(story.started);
            const Palette palette(story);
            Palette::open();
            palette.type(u"next pane"_s);
            palette.press(Qt::Key_Return);
            Palette::open();
            QCOMPARE(palette.current(), u"View ▸ Next pane"_s);
        }
        const Story another;
        QVERIFY(another.started);
        Palette::open();
        QCOMPARE(Palette(another).current(), u"View ▸ Next pane"_s);
    }

    void saysWhenNothingMatches()
    {
        const Story story;
        QVERIFY(story.started);
        const Palette palette(story);
        Palette::open();
        palette.type(u"qqqq"_s);
        QVERIFY(story.find<QLabel>(u"commandNothing"_s)->isVisible());
        palette.press(Qt::Key_Return);
        QVERIFY(palette.frame->isVisible());
    }

    void goesWithTheKeyboard()
    {
        const Story story;
        QVERIFY(story.started);
        const Palette palette(story);
        Palette::open();
        QTest::mouseClick(story.view()->viewport(), Qt::LeftButton, {},
                          QPoint(5, story.view()->viewport()->height() - 5));
        story.view()->setFocus();
        QVERIFY(!palette.frame->isVisible());
        QCOMPARE(QApplication::focusWidget(), story.view());
    }

private:
    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
