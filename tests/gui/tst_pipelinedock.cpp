// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/models/pipelinestages.h"
#include "ui/pipelinedock.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// The story of a window whose pipeline is edited.
class Editor
{
public:
    explicit Editor(const RunSettings &settings = storySettings())
        : story({}, false, settings)
        , dock(*story.find<PipelineDock>(u"pipelineDock"_s))
        , list(*story.find<QListView>(u"stages"_s))
    {
        QTest::keyClick(&story.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    }

    [[nodiscard]] QStringList stages() const
    {
        QStringList names;
        for (int row = 0; row < list.model()->rowCount(); ++row)
            names.append(list.model()->index(row, 0).data().toString());
        return names;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&list, key, modifiers); }
    /// Adds a stage behind the current one by its menu.
    void add(const QString &stage)
    {
        const QList<QAction *> actions = story.find<QMenu>(u"addStageMenu"_s)->actions();
        const auto found = std::ranges::find_if(
            actions, [&](const QAction *action) { return action->data().toString() == stage; });
        QVERIFY2(found != actions.end(), qPrintable(stage));
        (*found)->trigger();
    }
    void goTo(int row)
    {
        list.scrollTo(list.model()->index(row, 0));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                          list.visualRect(list.model()->index(row, 0)).center());
    }
    [[nodiscard]] QAbstractSpinBox *spin(const QString &option) const
    {
        return story.find<QAbstractSpinBox>(u"option_"_s + option);
    }
    void type(const QString &option, const QString &text)
    {
        QAbstractSpinBox *box = spin(option);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }
    [[nodiscard]] bool canApply() const { return story.find<QPushButton>(u"applyPipeline"_s)->isEnabled(); }
    [[nodiscard]] QString standing() const { return story.label(u"pipelineStatus"_s); }
    [[nodiscard]] QString notice(const QString &name) const
    {
        auto *notice = story.find<QWidget>(name);
        return notice->isVisible() ? notice->accessibleName() : QString();
    }
    /// Lets the dialog that is open give `fileName`.
    void choose(const QString &fileName)
    {
        auto *dialog = story.find<QFileDialog>(QString());
        QVERIFY(dialog);
        auto *line = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        line->setText(fileName);
        // The dialog learns in the background which files there are.
        const auto buttons = dialog->findChild<QDialogButtonBox *>()->buttons();
        const auto accept = std::ranges::find_if(buttons, [](const QAbstractButton *button) {
            return button->text().contains(u"Open"_s) || button->text().contains(u"Save"_s);
        });
        QVERIFY(accept != buttons.end());
        QTRY_VERIFY_WITH_TIMEOUT((*accept)->isEnabled(), patience);
        QTest::mouseClick(*accept, Qt::LeftButton);
        story.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&story.window));
    }

    Story story;
    PipelineDock &dock;
    QListView &list;
};

/// The first stage of `inspect`, as the list has it.
const QString decode = u"decode · archive keep"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestPipelineDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void isClosedAtFirstAndOpensForTheKeyboard()
    {
        const Story story;
        QVERIFY(!story.find<PipelineDock>(u"pipelineDock"_s)->isVisible());
        Editor editor;
        QVERIFY(editor.dock.isVisible());
        QTRY_VERIFY(editor.list.hasFocus());
        QCOMPARE(editor.stages(), QStringList({u"fetch"_s, decode, u"parse"_s, u"digest"_s}));
        QTRY_COMPARE(editor.standing(), u"In use."_s);
        QVERIFY(!editor.canApply());
    }

    void everyControlHasAName()
    {
        Editor editor;
        editor.add(u"delay"_s);
        QCOMPARE(editor.dock.accessibleName(), u"Pipeline"_s);
        QCOMPARE(editor.list.accessibleName(), u"Stages"_s);
        int controls = 0;
        for (const QWidget *each : editor.dock.widget()->findChildren<QWidget *>()) {
            if (qobject_cast<const QLabel *>(each) || each->focusPolicy() == Qt::NoFocus ||
                each->focusProxy() || each->objectName().startsWith(u"qt_"))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(each);
            QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     each->metaObject()->className());
            ++controls;
        }
        QVERIFY(controls > 12);
    }

    void addsMovesAndRemovesByKeys()
    {
        Editor editor;
        editor.goTo(1);
        editor.add(u"delay"_s);
        QCOMPARE(editor.stages(), QStringList({u"fetch"_s, decode, u"delay"_s, u"parse"_s, u"digest"_s}));
        QVERIFY(editor.list.hasFocus());
        QCOMPARE(editor.list.currentIndex().row(), 2);
        editor.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(editor.stages().at(1), u"delay"_s);
        editor.press(Qt::Key_Up, Qt::AltModifier); // never above the fetch
        QCOMPARE(editor.stages().at(1), u"delay"_s);
        for (int i = 0; i < 5; ++i)
            editor.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(editor.stages().constLast(), u"delay"_s);
        QCOMPARE(editor.list.currentIndex().row(), 4);
        editor.press(Qt::Key_Delete);
        QCOMPARE(editor.stages(), QStringList({u"fetch"_s, decode, u"parse"_s, u"digest"_s}));
        editor.goTo(0);
        editor.press(Qt::Key_Delete); // the fetch stays
        editor.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(editor.stages().constFirst(), u"fetch"_s);
    }

    void movesByButtons()
    {
        Editor editor;
        editor.goTo(1);
        QVERIFY(!editor.story.find<QPushButton>(u"stageUp"_s)->isEnabled());
        editor.story.click(u"stageDown"_s);
        QCOMPARE(editor.stages(), QStringList({u"fetch"_s, u"parse"_s, decode, u"digest"_s}));
        editor.story.click(u"stageUp"_s);
        editor.story.click(u"removeStage"_s);
        QCOMPARE(editor.stages(), QStringList({u"fetch"_s, u"parse"_s, u"digest"_s}));
    }

    void theListKeepsTheRulesOfModels()
    {
        PipelineStages stages;
        const QAbstractItemModelTester tester(&stages,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        stages.setDescription({u"x"_s, {{u"decode"_s, {}}, {u"parse"_s, {}}, {u"digest"_s, {}}}});
        const QSignalSpy edited(&stages, &PipelineStages::edited);
        QVERIFY(stages.moveRow({}, 3, {}, 1));
        QCOMPARE(stages.description().stages.constFirst().stage, u"digest"_s);
        QVERIFY(!stages.moveRow({}, 1, {}, 0)); // before the fetch
        QVERIFY(!stages.moveRow({}, 0, {}, 2)); // the fetch itself
        QVERIFY(!stages.moveRow({}, 1, {}, 5));
        stages.add(0, u"delay"_s);
        QCOMPARE(stages.description().stages.constFirst().stage, u"delay"_s);
        QVERIFY(!stages.remove(0) && stages.remove(4));
        QCOMPARE(edited.size(), 3);
        const std::unique_ptr<QMimeData> dragged(stages.mimeData({stages.index(1)}));
        QVERIFY(stages.canDropMimeData(dragged.get(), Qt::MoveAction, 2, 0, {}));
        QVERIFY(!stages.canDropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
        QVERIFY(!stages.flags(stages.index(0)).testFlag(Qt::ItemIsDragEnabled));
    }

    void saysWhatIsWrongAsOneTypes()
    {
        Editor editor;
        editor.add(u"delay"_s);
        QVERIFY(!editor.canApply()); // not before it was looked at
        QTRY_COMPARE(editor.notice(u"stageFault"_s), u"“ms” must be given."_s);
        QVERIFY2(editor.standing().startsWith(u"Stage 2, delay: "_s), qPrintable(editor.standing()));
        const QModelIndex row = editor.list.model()->index(2, 0);
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"ms"_s));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"fault: "_s));
        editor.type(u"ms"_s, u"20"_s);
        QTRY_VERIFY(editor.canApply());
        QCOMPARE(editor.notice(u"stageFault"_s), QString());
        QCOMPARE(editor.stages().at(2), u"delay · ms 20"_s);
        QCOMPARE(editor.standing(), u"Edited, not in use yet."_s);
        editor.type(u"ms"_s, u"0"_s); // in its range, and not what stands for "not given"
        QTRY_COMPARE(editor.stages().at(2), u"delay · ms 0"_s);
    }

    void leavesOutWhatIsAtItsDefault()
    {
        Editor editor;
        editor.goTo(1);
        editor.type(u"workers"_s, u"3"_s);
        auto *onError = editor.story.find<QComboBox>(u"option_on_error"_s);
        onError->setFocus();
        QTest::keyClick(onError, Qt::Key_Down);
        QCOMPARE(onError->currentText(), u"skip"_s);
        editor.story.click(u"copyPipeline"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            uR"({"stage": "decode", "archive": "keep", "on_error": "skip", "workers": 3})"_s));
        QTest::keyClick(onError, Qt::Key_Up);
        editor.spin(u"workers"_s)->setFocus();
        editor.spin(u"workers"_s)->selectAll();
        QTest::keyClick(editor.spin(u"workers"_s), Qt::Key_Backspace);
        QTRY_COMPARE(editor.standing(), u"In use."_s);
        editor.story.click(u"copyPipeline"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"inflight -p inspect"_s);
    }

    void appliesToTheJobsThatStartFromNowOn()
    {
        Editor editor;
        const QSignalSpy applied(&editor.dock, &PipelineDock::applied);
        editor.goTo(2);
        editor.press(Qt::Key_Delete);
        QTRY_VERIFY(editor.canApply());
        editor.story.click(u"applyPipeline"_s);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied.at(0).at(0).toStringList(), QStringList({u"fetch"_s, u"decode"_s, u"digest"_s}));
        QVERIFY(!editor.canApply());
        QCOMPARE(editor.standing(), u"In use."_s);
    }

    void whatIsEditedStaysWhileHidden()
    {
        Editor editor;
        editor.goTo(3);
        editor.press(Qt::Key_Delete);
        QTRY_VERIFY(editor.canApply());
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&editor.story.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editor.dock.isVisible());
        QCOMPARE(editor.stages(), QStringList({u"fetch"_s, decode, u"parse"_s}));
        QVERIFY(editor.canApply());
    }

    void savesAndLoads()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mine.json"_s);
        Editor editor;
        editor.goTo(3);
        editor.press(Qt::Key_Delete);
        editor.story.click(u"savePipeline"_s);
        editor.choose(path);
        QTRY_VERIFY(contentOf(path).contains(R"({"stage": "parse"})"));
        QVERIFY(!contentOf(path).contains("digest"));
        const auto command = [&editor] {
            editor.story.click(u"copyPipeline"_s);
            return QGuiApplication::clipboard()->text();
        };
        QTRY_COMPARE(command(), u"inflight -p "_s + path);

        editor.goTo(2);
        editor.press(Qt::Key_Delete);
        QVERIFY(command().startsWith(u"inflight -p <("_s));
        editor.story.click(u"loadPipeline"_s);
        editor.choose(path);
        QTRY_COMPARE(editor.stages(), QStringList({u"fetch"_s, decode, u"parse"_s}));
        QCOMPARE(command(), u"inflight -p "_s + path);
    }

    void loadsTheFileThatWasTypedNotItsNamesake()
    {
        const QTemporaryDir here;
        const QTemporaryDir there;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(here.path()));
        writeTo(here.filePath(u"same.json"_s), R"({"inflight": 1, "name": "x", "stages": []})");
        const QString path = there.filePath(u"same.json"_s);
        writeTo(path, R"({"inflight": 1, "name": "y", "stages": [{"stage": "digest"}]})");
        Editor editor;
        editor.story.click(u"loadPipeline"_s);
        editor.choose(path);
        QVERIFY(QDir::setCurrent(before));
        QTRY_COMPARE(editor.stages(), QStringList({u"fetch"_s, u"digest"_s}));
    }

    void refusesWhatIsNoPipelineAndLoadsWhatCanBeMended()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bad.json"_s);
        Editor editor;
        writeTo(path, R"({"inflight": 1, "name": "x", "stages": [{"stage": 5}]})");
        editor.story.click(u"loadPipeline"_s);
        editor.choose(path);
        QTRY_VERIFY(!editor.notice(u"pipelineMessage"_s).isEmpty());
        QCOMPARE(editor.notice(u"pipelineMessage"_s),
                 path + u" is refused at $.stages[0].stage: There must be a text here."_s);
        QCOMPARE(editor.stages().size(), 4);

        writeTo(path, R"({"inflight": 1, "name": "x", "stages": [{"stage": "decode", "colour": 1}]})");
        editor.story.click(u"loadPipeline"_s);
        editor.choose(path);
        QTRY_COMPARE(editor.stages(), QStringList({u"fetch"_s, u"decode"_s}));
        QCOMPARE(editor.notice(u"pipelineMessage"_s), QString());
        QTRY_VERIFY(editor.notice(u"stageFault"_s).contains(u"colour"_s));
        const QList<QPushButton *> buttons = editor.dock.findChildren<QPushButton *>();
        const auto remove = std::ranges::find(buttons, u"Remove “colour”"_s, &QPushButton::text);
        QVERIFY(remove != buttons.end());
        QTest::mouseClick(*remove, Qt::LeftButton);
        QTRY_VERIFY(editor.canApply());
        QCOMPARE(editor.notice(u"stageFault"_s), QString());
    }

    void startsFromBuiltInPipelines()
    {
        Editor editor;
        QMenu *menu = editor.story.find<QPushButton>(u"startFrom"_s)->menu();
        const auto choose = [menu](const QString &text) {
            for (QAction *action : menu->actions()) {
                if (action->text() == text)
                    action->trigger();
            }
        };
        choose(u"download"_s);
        QCOMPARE(editor.story.find<QLineEdit>(u"pipelineName"_s)->text(), u"download"_s);
        QVERIFY(editor.stages().contains(u"save"_s));
        QTRY_VERIFY(editor.canApply());
        editor.story.click(u"copyPipeline"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"inflight -p download"_s);
        choose(u"The pipeline in use"_s);
        QTRY_COMPARE(editor.standing(), u"In use."_s);
        QVERIFY(!editor.stages().contains(u"save"_s));
    }

    void saysWhyThereIsNothingToTryOutOn()
    {
        Editor editor;
        auto *tryOut = editor.story.find<QPushButton>(u"tryOut"_s);
        QTRY_VERIFY(tryOut->isEnabled());
        editor.story.click(u"tryOut"_s);
        QVERIFY(editor.story.page(u"tryOutResult"_s).startsWith(u"Select a job"_s));
        editor.story.fetch({u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(editor.story.count(u"Failed"_s), 1, patience);
        editor.story.view()->selectRow(0);
        editor.story.click(u"tryOut"_s);
        QVERIFY(editor.story.page(u"tryOutResult"_s).contains(u"is not kept"_s));
    }

    void givesTheRoomBackThatItTook()
    {
        Story story;
        QVERIFY(story.started);
        auto *origins = story.find<QDockWidget>(u"origins"_s);
        const int before = origins->height();
        QTest::keyClick(&story.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dock = story.find<PipelineDock>(u"pipelineDock"_s);
        QTRY_VERIFY(dock->height() > before + 50);
        QTest::keyClick(&story.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(qAbs(origins->height() - before) < 30, qPrintable(QString::number(origins->height())));
    }

    void triesOutAndRunsAgainWithoutTheNetwork()
    {
        RunSettings settings = storySettings();
        settings.keptBodies = 1'000'000;
        Editor editor(settings);
        const auto *again = editor.story.find<QPushButton>(u"applyAndRunAgain"_s);
        editor.story.fetch({u"/a"_s, u"/b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(editor.story.count(u"Succeeded"_s), 2, patience);
        QTRY_VERIFY(again->isEnabled());
        const qint64 requests = editor.story.server.requestCount();
        editor.story.view()->selectRow(0);

        editor.goTo(3);
        editor.press(Qt::Key_Delete);
        QTRY_VERIFY(editor.canApply());
        editor.story.click(u"tryOut"_s);
        const auto page = [&editor] { return editor.story.page(u"tryOutResult"_s); };
        QTRY_VERIFY2(page().contains(u"parse done"_s), qPrintable(page()));
        QVERIFY(page().contains(u"/a"_s) && page().contains(u"42"_s) && !page().contains(u"digest"_s));
        QVERIFY(editor.canApply()); // a try-out changes nothing
        editor.add(u"digest"_s);
        QVERIFY(page().contains(u"edited since"_s));
        editor.goTo(3);
        editor.press(Qt::Key_Delete);

        auto *menu = editor.story.find<QMenu>(u"runAgainMenu"_s);
        QTRY_VERIFY(editor.canApply());
        menu->popup({});
        QCOMPARE(menu->actions().at(0)->text(), u"&All jobs whose bodies are kept (2)"_s);
        QCOMPARE(menu->actions().at(1)->text(), u"The &selected ones of them (1)"_s);
        QTest::keyClick(menu, Qt::Key_S);
        const auto stages = [&editor](int row) {
            const QModelIndex index = editor.story.view()->model()->index(row, JobModel::Stages);
            return index.data(JobModel::ViewRole).value<JobView>().stageNames;
        };
        const QStringList now{u"fetch"_s, u"decode"_s, u"parse"_s};
        QTRY_COMPARE(stages(0), now);
        QCOMPARE(stages(1), now + QStringList{u"digest"_s});
        menu->popup({});
        QTest::keyClick(menu, Qt::Key_A);
        QTRY_COMPARE(stages(1), now);
        QTRY_COMPARE_WITH_TIMEOUT(editor.story.count(u"Succeeded"_s), 2, patience);
        QCOMPARE(editor.story.server.requestCount(), requests);
    }

    void whatIsFaultyIsNotRunAgain()
    {
        RunSettings settings = storySettings();
        settings.keptBodies = 1'000'000;
        Editor editor(settings);
        const auto *again = editor.story.find<QPushButton>(u"applyAndRunAgain"_s);
        editor.story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(editor.story.count(u"Succeeded"_s), 1, patience);
        QTRY_VERIFY(again->isEnabled());
        const auto record = [&editor] {
            const QModelIndex index = editor.story.view()->model()->index(0, JobModel::Stages);
            return index.data(JobModel::ViewRole).value<JobView>().record;
        };
        const KeptRecord before = record();
        editor.add(u"jq"_s); // without its filter
        QTRY_VERIFY(!again->isEnabled());
        auto *const menu = editor.story.find<QMenu>(u"runAgainMenu"_s);
        menu->popup({});
        menu->actions().at(0)->trigger();
        menu->hide();
        // What is asked for afterwards comes after it.
        editor.story.fetch({u"/b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(editor.story.count(u"Succeeded"_s), 2, patience);
        QVERIFY(record() == before);
    }

    void f6ComesBy()
    {
        Editor editor;
        editor.story.find<QPlainTextEdit>(u"urls"_s)->setFocus();
        bool came = false;
        for (int i = 0; i < 12 && !came; ++i) {
            QTest::keyClick(&editor.story.window, Qt::Key_F6);
            came = editor.list.hasFocus();
        }
        QVERIFY(came);
    }

    void standsUprightAtTheSide()
    {
        Editor editor;
        auto *splitter = editor.story.find<QSplitter>(u"pipelineSplitter"_s);
        QCOMPARE(splitter->orientation(), Qt::Horizontal);
        editor.story.window.addDockWidget(Qt::LeftDockWidgetArea, &editor.dock);
        editor.dock.setFloating(true);
        editor.dock.resize(500, 900);
        QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestPipelineDock)
#include "tst_pipelinedock.moc"
