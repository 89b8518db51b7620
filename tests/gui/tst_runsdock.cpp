// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "store/history/sessionhistory.h"
#include "store/session/journal.h"
#include "ui/panes/questionbar.h"
#include "ui/panes/runsview.h"
#include "ui/runsdock.h"
#include "unit/sessiontesting.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace inflight;

namespace {

/// A window whose runs lie in a folder.
class RunsStory
{
public:
    explicit RunsStory(const QString &folder, const QString &current = {})
        : engine(storySettings())
        , window(engine, {.initialText = {},
                          .request = nullptr,
                          .runs = {std::make_shared<SessionHistory>(folder, current),
                                   [this](const QString &path, RunOpening how) {
                                       opened.append({QFileInfo(path).fileName(), how});
                                   }}})
    {
        window.show();
        window.activateWindow();
        started = QTest::qWaitForWindowActive(&window);
        QTest::keyClick(&window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return window.findChild<Widget *>(name);
    }
    [[nodiscard]] RunsView *view() const { return find<RunsView>(u"runTable"_s); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return view()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            all.append(cell(row, RunModel::Name));
        return all;
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QModelIndex index = view()->model()->index(row, 0);
        view()->scrollTo(index);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers, view()->visualRect(index).center());
    }
    void press(const QString &button) { QTest::mouseClick(find<QToolButton>(button), Qt::LeftButton); }
    [[nodiscard]] QString message() const
    {
        auto *notice = find<QWidget>(u"runsMessage"_s);
        return notice->isVisible() ? notice->accessibleName() : QString();
    }

    Engine engine;
    QList<std::pair<QString, RunOpening>> opened;
    MainWindow window;
    bool started = false;
};

QString label(const RunsStory &story, const QString &name)
{
    return story.find<QLabel>(name)->text();
}

} // namespace

/// The dock of past runs, as a person uses it.
class TestRunsDock final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder->filePath(name + ".inflight"_L1);
    }
    /// Runs named run0 and on, a day apart, the last one the newest.
    void makeRuns(int count, const QByteArray &body = "body")
    {
        const QDateTime first = QDateTime::currentDateTimeUtc().addDays(-count);
        for (int i = 0; i < count; ++i) {
            SessionInfo info{{}, first.addDays(i), {}, R"({"inflight": 1, "name": "p", "stages": []})"};
            MadeSession run(path(u"run%1"_s.arg(i)), info);
            run.end(u"http://a.test/0"_s, JobState::Succeeded, body + QByteArray::number(i));
            run.end(u"http://a.test/1"_s, i % 2 == 0 ? JobState::Succeeded : JobState::Failed);
            run.write();
        }
    }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    QTemporaryDir m_config;
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit()); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile::remove(m_config.filePath(u"inflight/runs.ini"_s));
        QFile::remove(m_config.filePath(u"inflight/window.ini"_s));
    }

    void showsItselfByItsShortcutAndSaysWhatItIsFor();
    void listsRunsNewestFirst();
    void opensAndRunsAgain();
    void renamesInPlace();
    void deletesOnlyWhenToldTwice();
    void comparesTwo();
    void savesIntoOneFile();
    void saysWhatWouldGoBeforeItGoes();
    void roomIsTypedInAnyUnit_data();
    void roomIsTypedInAnyUnit();
    void limitsApplyByThemselvesOnlyWhenTurnedOn();
    void aRunThatIsOpenStays();
    void theRunOfThisWindowStays();
    void looksAgainOnceTheRunIsWritten();
    void aQuestionIsAboutWhatIsSelected();
    void failuresAreSeenFromBehindAnotherPane();
    void modelKeepsItsPromises();
};

void TestRunsDock::showsItselfByItsShortcutAndSaysWhatItIsFor()
{
    RunsStory story(m_folder->path());
    auto *dock = story.find<QDockWidget>(u"runs"_s);
    QCOMPARE(dock->accessibleName(), u"Runs"_s);
    QVERIFY(dock->isVisible());
    QTRY_VERIFY(story.view()->hasFocus());
    QVERIFY(story.find<QLabel>(u"runsEmptyText"_s)->isVisible());
    QTest::keyClick(&story.window, Qt::Key_F6);
    QVERIFY(!story.view()->hasFocus());
    QTest::keyClick(&story.window, Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY(story.view()->hasFocus());
    QTest::keyClick(&story.window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dock->isVisible());
}

void TestRunsDock::listsRunsNewestFirst()
{
    makeRuns(3);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names(), QStringList({u"run2"_s, u"run1"_s, u"run0"_s}), patience);
    QCOMPARE(story.cell(1, RunModel::Jobs), u"2"_s);
    QCOMPARE(story.cell(1, RunModel::Succeeded), u"1"_s);
    QCOMPARE(story.cell(1, RunModel::Failed), u"1"_s);
    QVERIFY(!story.cell(1, RunModel::OnDisk).isEmpty());
    QVERIFY(!story.find<QLabel>(u"runsEmptyText"_s)->isVisible());
}

void TestRunsDock::opensAndRunsAgain()
{
    makeRuns(2);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 2, patience);
    QVERIFY(!story.find<QToolButton>(u"openRun"_s)->isEnabled());
    story.click(0);
    story.press(u"openRun"_s);
    QCOMPARE(story.opened.size(), 1);
    QCOMPARE(story.opened.last(), std::pair(u"run1.inflight"_s, RunOpening::Look));
    QTest::keyClick(story.view(), Qt::Key_Return);
    QCOMPARE(story.opened.size(), 2);
    for (const auto &[name, how] :
         {std::pair(u"runAllAgain"_s, RunOpening::All), std::pair(u"runFailedAgain"_s, RunOpening::Failed),
          std::pair(u"runStagesAgain"_s, RunOpening::Stages)}) {
        story.find<QAction>(name + "Action"_L1)->trigger();
        QCOMPARE(story.opened.last().second, how);
    }
    story.click(1);
    QVERIFY(!story.find<QAction>(u"runFailedAgainAction"_s)->isEnabled()); // none of it failed
}

void TestRunsDock::renamesInPlace()
{
    makeRuns(1);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 1, patience);
    story.click(0);
    story.press(u"renameRun"_s);
    auto *editor = story.view()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"before the change"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(std::get<SessionSummary>(readSummary(path(u"run0"_s))).info.name,
                              u"before the change"_s, patience);
    QTRY_COMPARE(story.names(), QStringList{u"before the change"_s});
}

void TestRunsDock::deletesOnlyWhenToldTwice()
{
    makeRuns(2, QByteArray(100'000, 'x'));
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 2, patience);
    story.click(1);
    QTest::keyClick(story.view(), Qt::Key_Delete);
    auto *question = story.window.runs()->findChild<QuestionBar *>();
    QVERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(!question->isVisible());
    QCOMPARE(files().size(), 2);

    story.press(u"deleteRuns"_s);
    QTest::mouseClick(question->findChild<QPushButton *>(u"goAhead"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(story.names(), QStringList{u"run1"_s}, patience);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList({u"run1.inflight"_s, u"run1.inflight.bodies"_s}));
}

void TestRunsDock::comparesTwo()
{
    makeRuns(2);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 2, patience);
    story.click(0);
    QVERIFY(!story.find<QToolButton>(u"compareRuns"_s)->isEnabled());
    story.click(1, Qt::ControlModifier);
    story.press(u"compareRuns"_s);
    QTRY_VERIFY_WITH_TIMEOUT(story.find<QWidget>(u"comparison"_s), patience);
    auto *table = story.find<QTableView>(u"comparisonTable"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"state, status"_s); // what matters most
    QVERIFY(table->model()->index(0, 3).data().toString().contains(u"200 → 500"_s));
    QCOMPARE(table->model()->index(1, 0).data().toString(), u"content"_s);
    QVERIFY(label(story, u"comparisonHeadline"_s).contains(u"From run0 to run1. 2 jobs differ"_s));
}

void TestRunsDock::savesIntoOneFile()
{
    makeRuns(1, QByteArray(100'000, 'x'));
    RunsStory story(m_folder->path(), path(u"run0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 1, patience);
    QTest::keyClick(&story.window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(story.find<QLineEdit>(u"saveRunFile"_s));
    const QString file = m_folder->filePath(u"given/away.inflight"_s);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"given"_s)));
    story.find<QLineEdit>(u"saveRunFile"_s)->setText(file);
    QTest::mouseClick(story.find<QPushButton>(u"saveRunNow"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    QCOMPARE(QDir(m_folder->filePath(u"given"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"away.inflight"_s});
    QCOMPARE(bodyIn(file, 0), QByteArray(100'000, 'x') + "0");
}

void TestRunsDock::saysWhatWouldGoBeforeItGoes()
{
    makeRuns(4);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 4, patience);
    story.press(u"showLimits"_s);
    auto *days = story.find<QSpinBox>(u"keepDays"_s);
    QTRY_VERIFY(days->isVisible());
    QCOMPARE(label(story, u"excessText"_s), u"Nothing would go."_s);
    // They were written a moment ago, whenever they began: by size, the oldest go.
    auto *gigabytes = story.find<QDoubleSpinBox>(u"keepGigabytes"_s);
    gigabytes->setValue(0.01); // larger than all of them
    QCOMPARE(label(story, u"excessText"_s), u"Nothing would go."_s);
    QCOMPARE(files().size(), 4);
    QVERIFY(!story.find<QPushButton>(u"applyLimits"_s)->isEnabled());
}

void TestRunsDock::roomIsTypedInAnyUnit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("gigabytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("megabytes") << u"20 MB"_s << 0.02 << u"20 MB"_s;
    QTest::newRow("without a space") << u"500mb"_s << 0.5 << u"500 MB"_s;
    QTest::newRow("gigabytes") << u"1.5 GB"_s << 1.5 << u"1.5 GB"_s;
    QTest::newRow("no unit") << u"3"_s << 3.0 << u"3 GB"_s;
    QTest::newRow("terabytes") << u"2 TB"_s << 2000.0 << u"2000 GB"_s;
    QTest::newRow("letters that are no unit") << u"4 xGB"_s << 4.0 << u"4 GB"_s;
    QTest::newRow("less than can be shown") << u"3 kB"_s << 0.001 << u"1 MB"_s;
    QTest::newRow("nothing") << QString() << 0.0 << u"any size"_s;
}

void TestRunsDock::roomIsTypedInAnyUnit()
{
    QFETCH(QString, typed);
    QFETCH(double, gigabytes);
    QFETCH(QString, shown);
    makeRuns(1);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 1, patience);
    story.press(u"showLimits"_s);
    auto *room = story.find<QDoubleSpinBox>(u"keepGigabytes"_s);
    QTRY_VERIFY(room->isVisible());
    room->setValue(7);
    QTest::keyClick(room, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(room, Qt::Key_Delete);
    QTest::keyClicks(room, typed);
    QTest::keyClick(room, Qt::Key_Return);
    QCOMPARE(room->value(), gigabytes);
    QCOMPARE(room->text(), shown);
}

void TestRunsDock::limitsApplyByThemselvesOnlyWhenTurnedOn()
{
    makeRuns(2, QByteArray(12'000'000, 'x'));
    {
        RunsStory story(m_folder->path());
        QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 2, patience);
        story.press(u"showLimits"_s);
        story.find<QDoubleSpinBox>(u"keepGigabytes"_s)->setValue(0.02);
        QVERIFY(label(story, u"excessText"_s).startsWith(u"1 run ("_s));
        QCOMPARE(story.cell(1, RunModel::Note), u"would go: no room for it"_s);
    }
    {
        RunsStory story(m_folder->path());
        QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 2, patience);
        story.press(u"showLimits"_s);
        QCOMPARE(files().size(), 2);
        story.find<QCheckBox>(u"keepAutomatic"_s)->setChecked(true);
        QCOMPARE(files().size(), 2); // from the next window on
    }
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(files(), QStringList{u"run1.inflight"_s}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(story.names(), QStringList{u"run1"_s}, patience);
}

void TestRunsDock::aRunThatIsOpenStays()
{
    makeRuns(1);
    Journal journal(path(u"run0"_s), {});
    QVERIFY(!journal.start());
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 1, patience);
    QCOMPARE(story.cell(0, RunModel::Note), u"open elsewhere"_s);
    story.click(0);
    QVERIFY(!story.find<QToolButton>(u"deleteRuns"_s)->isEnabled());
    QVERIFY(!story.find<QToolButton>(u"openRun"_s)->isEnabled());
    QVERIFY(SessionHistory(m_folder->path()).remove(path(u"run0"_s)));
    QCOMPARE(files(), QStringList({u"run0.inflight"_s, u"run0.inflight.lock"_s}));
}

/// Before it is marked as being in use, too.
void TestRunsDock::theRunOfThisWindowStays()
{
    makeRuns(1, QByteArray(12'000'000, 'x'));
    {
        RunsStory story(m_folder->path());
        story.press(u"showLimits"_s);
        story.find<QDoubleSpinBox>(u"keepGigabytes"_s)->setValue(0.01);
        story.find<QCheckBox>(u"keepAutomatic"_s)->setChecked(true);
    }
    RunsStory story(m_folder->path(), path(u"run0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 1, patience);
    QCOMPARE(label(story, u"excessText"_s), u"Nothing would go."_s);
    QCOMPARE(story.message(), QString());
}

/// The journal writes what has happened a little later.
void TestRunsDock::looksAgainOnceTheRunIsWritten()
{
    RunsStory story(m_folder->path());
    QSignalSpy ended(&story.engine, &Engine::allFinished);
    story.engine.submit({{.url = u"http://127.0.0.1:9/"_s}});
    QVERIFY(ended.wait(patience));
    makeRuns(1);
    QTRY_COMPARE_WITH_TIMEOUT(story.names(), QStringList{u"run0"_s}, patience);
}

void TestRunsDock::aQuestionIsAboutWhatIsSelected()
{
    makeRuns(2);
    RunsStory story(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 2, patience);
    story.click(1);
    story.press(u"deleteRuns"_s);
    auto *question = story.window.runs()->findChild<QuestionBar *>();
    QVERIFY(question->isVisible());
    const auto *text = question->findChild<QWidget *>(u"question"_s);
    QVERIFY2(text->accessibleName().contains(u"run0"_s), qPrintable(text->accessibleName()));
    QTest::keyClick(question->findChild<QPushButton *>(u"leaveIt"_s),
                    Qt::Key_F5); // from anywhere in the pane
    story.click(0);
    QVERIFY(!question->isVisible());
    QCOMPARE(files().size(), 2);
}

void TestRunsDock::failuresAreSeenFromBehindAnotherPane()
{
    makeRuns(1);
    RunsStory story(m_folder->path(), path(u"run0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(story.names().size(), 1, patience);
    auto *runs = story.find<QDockWidget>(u"runs"_s);
    auto *errors = story.find<QDockWidget>(u"errors"_s);
    const auto inFront = [](const QWidget *pane) { return !pane->visibleRegion().isEmpty(); };
    QTRY_VERIFY(inFront(runs));
    // The shortcut brings a pane to the front, and hides it only from there.
    QTest::keyClick(&story.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(inFront(errors) && !inFront(runs));
    QTest::keyClick(&story.window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(story.find<QLineEdit>(u"saveRunFile"_s));
    auto *file = story.find<QLineEdit>(u"saveRunFile"_s);
    file->setText(m_folder->filePath(u"nowhere/x.inflight"_s));
    QVERIFY(!story.find<QPushButton>(u"saveRunNow"_s)->isEnabled());
    file->setText(u"/proc/x.inflight"_s);
    QTest::mouseClick(story.find<QPushButton>(u"saveRunNow"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(inFront(runs), patience);
    QVERIFY(!story.message().isEmpty());
    story.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&story.window));
    QTest::keyClick(&story.window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!runs->isVisible());
}

void TestRunsDock::modelKeepsItsPromises()
{
    makeRuns(3);
    RunModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns(SessionHistory(m_folder->path()).list(), {});
    const QPersistentModelIndex newest = model.index(0, 0);
    for (int column = 0; column < RunModel::ColumnCount; ++column) {
        model.sort(column, Qt::AscendingOrder);
        QCOMPARE(newest.data().toString(), u"run2"_s);
    }
    model.sort(RunModel::Date, Qt::AscendingOrder);
    QCOMPARE(newest.row(), 2);
    model.setExcess({{path(u"run0"_s), 1, Excess::Age}});
    QCOMPARE(model.index(0, RunModel::Note).data().toString(), u"would go: too old"_s);
}

QTEST_MAIN(TestRunsDock)
#include "tst_runsdock.moc"
