// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowrun.h"

#include "demo/scriptserver.h"
#include "store/history/sessionhistory.h"
#include "store/session/journal.h"
#include "store/session/sessionplace.h"
#include "store/session/sessionreader.h"
#include "support/testsupport.h"
#include "ui/models/jobmodel.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/runoffer.h"
#include "ui/pipelinedock.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// A person at the windows of a run: does one thing after the other, each as soon as it can be done.
class Person final : public QObject
{
public:
    using Step = std::function<bool(MainWindow &)>;

    explicit Person(QList<Step> steps)
        : m_steps(std::move(steps))
        , m_stepsLeft(m_steps.size())
    {
        connect(&m_timer, &QTimer::timeout, this, &Person::go);
        m_timer.start(10);
        m_left.start();
    }
    [[nodiscard]] qsizetype stepsLeft() const { return m_stepsLeft; }

private:
    void go()
    {
        for (QWidget *const each : QApplication::topLevelWidgets()) {
            auto *const window = qobject_cast<MainWindow *>(each);
            if (!window || !window->isVisible())
                continue;
            if (m_left.elapsed() > 30'000)
                m_steps.clear();
            else if (!m_steps.isEmpty() && m_steps.constFirst()(*window)) {
                m_steps.removeFirst();
                --m_stepsLeft;
            }
            if (m_steps.isEmpty()) {
                m_timer.stop();
                window->close();
            }
            return;
        }
    }

    QList<Step> m_steps;
    qsizetype m_stepsLeft = 0; ///< those that could not be done, too
    QTimer m_timer;
    QElapsedTimer m_left;
};

Person::Step click(const QString &button)
{
    return [button](MainWindow &window) {
        auto *const found = window.findChild<QPushButton *>(button);
        if (!found->isVisible() || !found->isEnabled())
            return false;
        QTest::mouseClick(found, Qt::LeftButton);
        return true;
    };
}

Person::Step await(const std::function<bool(MainWindow &)> &condition)
{
    return condition;
}

QString offered(const MainWindow &window)
{
    const RunOffer &offer = window.runOffer();
    if (!offer.isVisible())
        return {};
    QStringList words;
    for (const QLabel *const label : offer.findChildren<QLabel *>())
        words.append(label->text());
    return words.join(u' ').trimmed();
}

} // namespace

/// Runs in windows: what was not finished is offered, taken up, put off or forgotten.
class TestWindowRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"config"_s)));
        m_server = std::make_unique<ScriptServer>(
            [](const ServerRequest &request) { return Script::answer(200, {}, request.path()); });
    }
    void cleanup() { m_server.reset(); }

    void whatIsUnfinishedIsResumedInPlace();
    void notNowAsksAgainTheNextTime();
    void whatIsForgottenIsNotOffered();
    void nothingIsOfferedWhereNothingIsLeft();
    void whatAnotherHasMeanwhileIsSaid();
    void troubleStaysInSightUntilItIsOver();
    void closingAsksWhileResultsAreInMemoryAlone();
    void settingsLeaveAPreviewAlone();
    void settingsLeaveLimitsAlone();
    void whatIsChangedInTheWindowIsInItsSession();
    void aRunBeginsWithItsFirstFetch();
    void whatFetchesNothingIsPaused_data();
    void whatFetchesNothingIsPaused();
    void nothingIsPausedWhereNothingIsLeft();

private:
    /// A run of three jobs, of which the first has ended.
    [[nodiscard]] QString leaveUnfinished(int ended = 1) const
    {
        QString path = newSessionPath(QDateTime::currentDateTimeUtc());
        Journal journal(path, infoOf());
        if (journal.start())
            qFatal("it cannot be written");
        AcceptedJobs accepted{0, {}, {}};
        for (int i = 0; i < 3; ++i)
            accepted.inputs.append({.url = m_server->url(u"/%1"_s.arg(i))});
        journal.accept(accepted);
        for (int i = 0; i < ended; ++i) {
            JobRecord record;
            record.id = static_cast<JobId>(i);
            record.url = record.finalUrl = accepted.inputs.at(i).url;
            record.state = JobState::Succeeded;
            record.method = "GET";
            StageRecord fetch;
            fetch.name = u"fetch"_s;
            fetch.state = StageState::Done;
            record.stages.append(fetch);
            journal.take({std::make_shared<const JobRecord>(record), Body("kept"), {}});
        }
        if (journal.finish())
            qFatal("it was not written");
        return path;
    }
    [[nodiscard]] static SessionInfo infoOf()
    {
        const auto pipeline = std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(u"inspect"_s, {}));
        return {
            {}, QDateTime::currentDateTimeUtc(), {u"--max-per-host=3"_s}, pipeline->description().toJson()};
    }
    /// Runs windows with `person` at them; the exit status, and how many of the steps could not be done.
    static std::pair<int, qsizetype> runWith(Person &person, const QStringList &flags = {})
    {
        const QStringList arguments = QStringList{u"inflight"_s} + flags;
        Options options = std::get<Options>(parseOptions(arguments));
        Resumption run{options, {}, {}};
        if (!options.resume.isEmpty())
            run = std::get<Resumption>(resume(options, arguments));
        const int status = runWindows(arguments, run, {});
        return {status, person.stepsLeft()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptServer> m_server;
};

using Result = std::pair<int, qsizetype>;

void TestWindowRun::whatIsUnfinishedIsResumedInPlace()
{
    const QString path = leaveUnfinished();
    QString words;
    QString text;
    int rows = 0;
    Person person(
        {await([&](MainWindow &window) {
             window.findChild<QPlainTextEdit *>(u"urls"_s)->setPlainText(u"not yet fetched"_s);
             return !(words = offered(window)).isEmpty();
         }),
         click(u"resumeRun"_s), await([&](MainWindow &window) {
             auto *const model = window.findChild<JobsView *>(u"jobs"_s)->model();
             rows = model->rowCount();
             text = window.urlsText();
             int done = 0;
             for (int row = 0; row < rows; ++row)
                 done += model->index(row, JobModel::State).data().toString().startsWith(u"Succeeded"_s);
             return done == 3;
         })});
    QCOMPARE(runWith(person), Result(0, 0));
    QVERIFY2(words.contains("2 of its 3 jobs are left"_L1), qPrintable(words));
    QCOMPARE(rows, 3);
    // What was typed is not lost.
    QCOMPARE(text, u"not yet fetched"_s);
    // What had ended is not fetched again, and all of it is in the one session.
    QCOMPARE(m_server->requestCount(), qint64(2));
    const auto run = std::get<StoredRun>(readSession(path));
    QCOMPARE(run.ended.size(), 3);
    QCOMPARE(SessionBodyReader(path).body(0)->body.bytes(), QByteArrayView("kept"));
    QCOMPARE(SessionBodyReader(path).body(2)->body.bytes(), QByteArrayView("/2"));
    QCOMPARE(QDir(sessionsFolder()).entryList({u"*.inflight"_s}).size(), 1);
}

void TestWindowRun::notNowAsksAgainTheNextTime()
{
    std::ignore = leaveUnfinished();
    for (int time = 0; time < 2; ++time) {
        Person person(
            {click(u"notNow"_s), await([](MainWindow &window) { return offered(window).isEmpty(); })});
        QCOMPARE(runWith(person), Result(0, 0));
    }
    QCOMPARE(m_server->requestCount(), 0);
}

void TestWindowRun::whatIsForgottenIsNotOffered()
{
    const QString forgotten = leaveUnfinished();
    Person person({click(u"forgetRun"_s), await([&](MainWindow &window) {
                       const auto summary = readSummary(forgotten);
                       return offered(window).isEmpty() && std::holds_alternative<SessionSummary>(summary) &&
                              std::get<SessionSummary>(summary).forgotten;
                   })});
    QCOMPARE(runWith(person), Result(0, 0));
    // Its file is kept; the next time the other one is offered, alone.
    QVERIFY(QFile::exists(forgotten));
    std::ignore = leaveUnfinished();
    QString words;
    Person other({await([&](MainWindow &window) { return !(words = offered(window)).isEmpty(); })});
    QCOMPARE(runWith(other), Result(0, 0));
    QVERIFY2(!words.contains("other unfinished"_L1), qPrintable(words));
}

void TestWindowRun::nothingIsOfferedWhereNothingIsLeft()
{
    std::ignore = leaveUnfinished(3);
    QString words;
    // Fetching and ending takes longer than looking for it.
    Person person({await([&](MainWindow &window) {
                       window.findChild<QPlainTextEdit *>(u"urls"_s)->setPlainText(m_server->url(u"/new"_s));
                       return true;
                   }),
                   click(u"fetch"_s), await([&](MainWindow &window) {
                       words += offered(window);
                       return m_server->requestCount() == 1 && window.isUsed();
                   })});
    QCOMPARE(runWith(person), Result(0, 0));
    QCOMPARE(words, QString());
}

void TestWindowRun::whatAnotherHasMeanwhileIsSaid()
{
    const QString path = leaveUnfinished();
    Journal other(path, {});
    QString words;
    Person person(
        {await([&](MainWindow &window) { return !offered(window).isEmpty(); }),
         await([&](MainWindow &) { return !other.start(); }), click(u"resumeRun"_s),
         await([&](MainWindow &window) { return (words = offered(window)).contains("in use"_L1); })});
    QCOMPARE(runWith(person), Result(0, 0));
    QVERIFY2(words.contains("in use"_L1), qPrintable(words));
    QCOMPARE(m_server->requestCount(), 0);
}

void TestWindowRun::troubleStaysInSightUntilItIsOver()
{
    // A file where the folder of sessions should be.
    const QString place = m_folder->filePath(u"inflight"_s);
    QFile block(place);
    QVERIFY(block.open(QIODevice::WriteOnly));
    const auto trouble = [](MainWindow &window) {
        auto *const notice = window.findChild<QWidget *>(u"sessionTrouble"_s);
        return notice->isVisible() ? notice->accessibleName() : QString();
    };
    QString said;
    Person person({await([&](MainWindow &window) {
                       window.findChild<QPlainTextEdit *>(u"urls"_s)->setPlainText(m_server->url(u"/a"_s));
                       return true;
                   }),
                   click(u"fetch"_s),
                   await([&](MainWindow &window) { return !(said = trouble(window)).isEmpty(); }),
                   await([&](MainWindow &) { return block.remove(); }),
                   await([&](MainWindow &window) { return trouble(window).isEmpty(); })});
    QCOMPARE(runWith(person), Result(0, 0));
    QVERIFY2(said.contains("The run goes on"_L1), qPrintable(said));
    QCOMPARE(QDir(sessionsFolder()).entryList({u"*.inflight"_s}).size(), 1);
}

void TestWindowRun::closingAsksWhileResultsAreInMemoryAlone()
{
    // A file where the folder of sessions should be.
    QFile block(m_folder->filePath(u"inflight"_s));
    QVERIFY(block.open(QIODevice::WriteOnly));
    QString complaint;
    bool asked = false;
    bool stayed = false;
    Person person({await([&](MainWindow &window) {
                       window.findChild<QPlainTextEdit *>(u"urls"_s)->setPlainText(m_server->url(u"/a"_s));
                       return true;
                   }),
                   click(u"fetch"_s), await([&](MainWindow &window) {
                       return window.findChild<QWidget *>(u"sessionTrouble"_s)->isVisible();
                   }),
                   await([&](MainWindow &window) {
                       // A copy of what is on the disk would be none of the run.
                       window.runs()->saveCurrent();
                       complaint = window.findChild<QWidget *>(u"runsMessage"_s)->accessibleName();
                       stayed = !window.close() && window.isVisible();
                       asked = window.findChild<QWidget *>(u"closeQuestion"_s)->isVisible();
                       return true;
                   }),
                   await([](MainWindow &window) {
                       auto *const question = window.findChild<QWidget *>(u"closeQuestion"_s);
                       QTest::mouseClick(question->findChild<QPushButton *>(u"goAhead"_s), Qt::LeftButton);
                       return true;
                   })});
    const Result result = runWith(person);
    QCOMPARE(result.second, 0);
    QVERIFY(stayed);
    QVERIFY(asked);
    QVERIFY2(complaint.contains("in memory alone"_L1), qPrintable(complaint));
}

void TestWindowRun::settingsLeaveAPreviewAlone()
{
    const MainWindow *first = nullptr;
    bool isOpen = false;
    const auto previewOf = [](MainWindow &window) { return window.findChild<QDialog *>(u"pastePreview"_s); };
    Person person({await([&](MainWindow &window) {
                       window.activateWindow();
                       if (!window.isActiveWindow())
                           return false;
                       first = &window;
                       window.findChild<JobsView *>(u"jobs"_s)->setFocus();
                       QGuiApplication::clipboard()->setText(u"http://h.test/1\nhttp://h.test/2\n"_s);
                       QTest::keyClick(window.findChild<JobsView *>(u"jobs"_s), Qt::Key_V,
                                       Qt::ControlModifier);
                       return true;
                   }),
                   await([&](MainWindow &window) {
                       if (!previewOf(window) || !previewOf(window)->isVisible())
                           return false;
                       window.findChild<QAction *>(u"settingsAction"_s)->trigger();
                       window.findChild<QLineEdit *>(u"setting-retry"_s)->setText(u"7"_s);
                       window.findChild<QPushButton *>(u"saveSettings"_s)->click();
                       return true;
                   }),
                   await([&](MainWindow &window) {
                       isOpen = &window == first && previewOf(window)->isVisible();
                       return true;
                   })});
    QCOMPARE(runWith(person), Result(0, 0));
    QVERIFY(isOpen);
}

void TestWindowRun::settingsLeaveLimitsAlone()
{
    const MainWindow *first = nullptr;
    int concurrency = 0;
    const auto limitOf = [](MainWindow &window) { return window.findChild<QSpinBox *>(u"concurrency"_s); };
    Person person({await([&](MainWindow &window) {
                       first = &window;
                       limitOf(window)->setValue(5);
                       window.findChild<QAction *>(u"settingsAction"_s)->trigger();
                       window.findChild<QLineEdit *>(u"setting-retry"_s)->setText(u"7"_s);
                       window.findChild<QPushButton *>(u"saveSettings"_s)->click();
                       return true;
                   }),
                   await([&](MainWindow &window) {
                       concurrency = &window == first ? limitOf(window)->value() : 0;
                       return true;
                   })});
    QCOMPARE(runWith(person), Result(0, 0));
    QCOMPARE(concurrency, 5);
}

/// Whoever goes on with the run after a crash goes on with these.
void TestWindowRun::whatIsChangedInTheWindowIsInItsSession()
{
    Person person({await([](MainWindow &window) {
                       window.findChild<QSpinBox *>(u"concurrency"_s)->setValue(5);
                       window.findChild<PipelineDock *>()->open();
                       const auto actions = window.findChild<QMenu *>(u"addStageMenu"_s)->actions();
                       const auto digest = std::ranges::find_if(
                           actions, [](const QAction *each) { return each->data() == u"digest"_s; });
                       (*digest)->trigger();
                       return true;
                   }),
                   click(u"applyPipeline"_s), await([this](MainWindow &window) {
                       window.findChild<QPlainTextEdit *>(u"urls"_s)->setPlainText(m_server->url(u"/0"_s));
                       return true;
                   }),
                   click(u"fetch"_s), await([](MainWindow &window) {
                       const auto *const model = window.findChild<JobsView *>(u"jobs"_s)->model();
                       return model->rowCount() == 1 &&
                              model->index(0, JobModel::State).data().toString().startsWith(u"Succeeded"_s);
                   })});
    QCOMPARE(runWith(person, {u"--jobs=9"_s, u"--retry=2"_s}), Result(0, 0));
    const QStringList sessions = QDir(sessionsFolder()).entryList({u"*.inflight"_s});
    QCOMPARE(sessions.size(), 1);
    const QString path = sessionsFolder() + u'/' + sessions.constFirst();
    const auto run = std::get<StoredRun>(readSession(path));
    QVERIFY2(run.info.pipeline.contains("digest"), run.info.pipeline.constData());
    QCOMPARE(run.jobs.constFirst().record->stages.constLast().name, u"digest"_s);
    const QStringList arguments{u"inflight"_s, u"--headless"_s, u"--resume"_s, path};
    const auto goesOn = std::get<Resumption>(resume(std::get<Options>(parseOptions(arguments)), arguments));
    QCOMPARE(goesOn.options.settings.concurrency, 5);
    QCOMPARE(goesOn.options.settings.retry.retries, 2);
    QVERIFY(goesOn.options.settings.pipeline->stageNames().contains(u"digest"_s));
    QVERIFY(goesOn.options.settings.adaptive);
}

void TestWindowRun::aRunBeginsWithItsFirstFetch()
{
    QDateTime opened;
    QDateTime fetched;
    Person person({await([&opened](MainWindow &) {
                       opened = QDateTime::currentDateTimeUtc();
                       return true;
                   }),
                   await([&](MainWindow &window) {
                       window.findChild<QPlainTextEdit *>(u"urls"_s)->setPlainText(m_server->url(u"/0"_s));
                       fetched = QDateTime::currentDateTimeUtc();
                       return opened.msecsTo(fetched) > 1000;
                   }),
                   click(u"fetch"_s), await([](MainWindow &window) {
                       const auto *const model = window.findChild<JobsView *>(u"jobs"_s)->model();
                       return model->rowCount() == 1 &&
                              model->index(0, JobModel::State).data().toString().startsWith(u"Succeeded"_s);
                   })});
    QCOMPARE(runWith(person, {}), Result(0, 0));
    const QList<PastRun> runs = SessionHistory(sessionsFolder()).list();
    QCOMPARE(runs.size(), 1);
    QVERIFY2(runs.constFirst().created >= fetched,
             qPrintable(runs.constFirst().created.toString(Qt::ISODateWithMs)));
}

void TestWindowRun::whatFetchesNothingIsPaused_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("looked at") << QStringList{};
    QTest::newRow("run again from the stages on") << QStringList{u"--again=stages"_s};
}

void TestWindowRun::whatFetchesNothingIsPaused()
{
    QFETCH(QStringList, flags);
    const auto succeeded = [](const MainWindow &window) {
        const auto *const model = window.findChild<JobsView *>(u"jobs"_s)->model();
        int count = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            count += model->index(row, JobModel::State).data().toString().startsWith(u"Succeeded"_s);
        return count;
    };
    Person person({await([&](MainWindow &window) {
                       return succeeded(window) == 1 &&
                              window.findChild<QPushButton *>(u"pause"_s)->isChecked();
                   }),
                   await([&](MainWindow &) { return m_server->requestCount() == 0; }), click(u"pause"_s),
                   await([&](MainWindow &window) { return succeeded(window) == 3; })});
    QCOMPARE(runWith(person, flags + QStringList{leaveUnfinished()}), Result(0, 0));
    QCOMPARE(m_server->requestCount(), qint64(2));
}

void TestWindowRun::nothingIsPausedWhereNothingIsLeft()
{
    const QString path = leaveUnfinished(3);
    QString title;
    bool isPaused = true;
    Person person({await([&](MainWindow &window) {
        title = window.windowTitle();
        isPaused = window.findChild<QPushButton *>(u"pause"_s)->isChecked();
        return title.contains("3 of 3"_L1);
    })});
    QCOMPARE(runWith(person, {path}), Result(0, 0));
    QVERIFY(!isPaused);
    // Whose it is.
    QCOMPARE(title, u"100 % · 3 of 3 – "_s + QFileInfo(path).completeBaseName() + u" – Inflight"_s);
}

QTEST_MAIN(TestWindowRun)
#include "tst_windowrun.moc"
