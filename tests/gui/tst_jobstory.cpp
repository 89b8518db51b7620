// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/timingrows.h"
#include "ui/panes/detailspane.h"
#include "ui/panes/jobstory.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

using Writer = QString (*)(const JobStory &, const Theme &);

/// A page as a person reads it.
QString read(Writer write, const JobStory &story)
{
    QTextDocument document;
    document.setHtml(write(story, Theme(QGuiApplication::palette())));
    return document.toPlainText();
}

/// A job that failed at its second attempt, full of secrets.
std::shared_ptr<JobRecord> failedRecord()
{
    auto record = std::make_shared<JobRecord>();
    record->url = u"https://me:sesame@a.test/x?token=hush"_s;
    record->finalUrl = u"https://b.test/y?api_key=hush"_s;
    record->state = JobState::Failed;
    record->fault = Fault{FaultClass::TimeoutFirstByte, u"fetch"_s, u"The server did not answer in time."_s};
    record->status = 503;
    record->statusText = u"Service Unavailable"_s;
    record->httpVersion = u"1.1"_s;
    record->method = "GET";
    record->requestHeaders = {{"Authorization", "Bearer hush"}, {"Accept", "*/*"}};
    record->headers = {{"Set-Cookie", "id=hush"}, {"Server", "test"}};
    AttemptRecord first;
    first.state = AttemptState::Failed;
    first.status = 503;
    first.fault = Fault{FaultClass::HttpStatus, u"fetch"_s, u"Busy."_s};
    first.timings = {.queued = 0.2, .connect = 1.5, .wait = 320.0, .receive = {}};
    first.durationMs = 322;
    AttemptRecord second;
    second.state = AttemptState::Failed;
    second.fault = record->fault;
    second.startMs = 900;
    second.backOffMs = 578;
    second.durationMs = 30'000;
    record->attempts = {first, second};
    record->stages = {
        {.name = u"fetch"_s, .state = StageState::Failed, .startedMs = 0, .durationMs = 30'900, .detail = {}},
        {.name = u"parse"_s, .state = StageState::Skipped, .startedMs = {}, .durationMs = {}, .detail = {}}};
    return record;
}

JobStory storyOf(const std::shared_ptr<JobRecord> &record)
{
    JobStory story;
    story.url = record->url;
    story.view.state = record->state;
    story.view.attempt = static_cast<quint16>(record->attempts.size());
    story.view.durationMs = 30'900;
    story.view.startedMs = 0;
    story.record = record;
    story.stateText = u"Failed · timeout.first_byte"_s;
    story.stageNames = {u"fetch"_s, u"parse"_s};
    for (const StageRecord &stage : record->stages)
        story.view.stages.append({.state = stage.state});
    return story;
}

} // namespace

class TestJobStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDo()
    {
        const QString page = read(overviewHtml, storyOf(failedRecord()));
        QVERIFY(page.contains(u"timeout.first_byte in fetch"_s));
        QVERIFY(page.contains(u"The server did not answer in time."_s));
        QVERIFY(page.contains(u"503 Service Unavailable"_s));
        QVERIFY(page.contains(u"b.test"_s));
    }

    void saysSlow()
    {
        JobStory story = storyOf(failedRecord());
        story.slowText = u"slow: 14.2 s in fetch; median 0.3 s"_s;
        story.view.state = JobState::Running;
        story.stateText = u"Running · "_s + story.slowText;
        QCOMPARE(read(overviewHtml, story).count(story.slowText), 1);
        QVERIFY(read(overviewHtml, story).contains(u"Running"_s));
    }

    void hidesSecretsEverywhere()
    {
        const JobStory story = storyOf(failedRecord());
        for (const Writer write : {overviewHtml, timelineHtml, logHtml, bodyHtml}) {
            const QString page = read(write, story);
            QVERIFY2(!page.contains(u"hush"_s) && !page.contains(u"sesame"_s), qPrintable(page));
        }
    }

    void tellsEveryAttempt()
    {
        const QString page = read(timelineHtml, storyOf(failedRecord()));
        const QStringList inOrder{u"fetch: failed"_s,
                                  u"attempt 1: status 503, http.status"_s,
                                  u"connect 1.5 ms · wait for first byte 320 ms"_s,
                                  u"+322 ms"_s,
                                  u"578 ms"_s,
                                  u"back-off"_s,
                                  u"attempt 2: timeout.first_byte"_s,
                                  u"parse: skipped"_s};
        qsizetype from = 0;
        for (const QString &part : inOrder) {
            const qsizetype at = page.indexOf(part, from);
            QVERIFY2(at >= 0, qPrintable(part + u" not found in\n"_s + page));
            from = at;
        }
    }

    void tellsWhatRanBesideAndWhatWentOn()
    {
        const std::shared_ptr<JobRecord> record = failedRecord();
        AttemptRecord beside;
        beside.hedge = true;
        beside.lose();
        AttemptRecord third;
        third.status = 206;
        third.resumedFrom = 4000;
        record->attempts.insert(1, beside);
        record->attempts.append(third);
        const QString page = read(timelineHtml, storyOf(record));
        for (const QString &part :
             {u"beside attempt 1: stopped: the other one was first"_s, u"attempt 2: timeout.first_byte"_s,
              u"attempt 3: status 206, went on at "_s})
            QVERIFY2(page.contains(part), qPrintable(part + u" not found in\n"_s + page));
    }

    void whatCameBeforeARetryIsToldAsBefore()
    {
        const auto record = failedRecord();
        record->started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        record->attempts[0].started = record->started.addSecs(-60);
        record->attempts[1].started = record->started.addMSecs(-59'100);
        AttemptRecord third;
        third.state = AttemptState::Succeeded;
        third.started = record->started;
        third.durationMs = 10;
        record->attempts.append(third);
        const JobStory story = storyOf(record);
        // Two attempts, and the back-off between them.
        QCOMPARE(read(timelineHtml, story).split(u'\n').count(u"before"_s), 3);
        const QString log = read(logHtml, story);
        QVERIFY2(log.indexOf(u"before attempt 2"_s) > 0, qPrintable(log));
        QVERIFY2(log.indexOf(u"before attempt 2"_s) < log.indexOf(u"attempt 3 began"_s), qPrintable(log));
        QStringList labels;
        for (const TimingRow &row : timingRows(story))
            labels.append(row.label);
        QVERIFY2(labels.constFirst().contains(u'3'), qPrintable(labels.join(u", ")));
    }

    void tellsTheLogInOrder()
    {
        const QString page = read(logHtml, storyOf(failedRecord()));
        const QStringList inOrder{u"started"_s,
                                  u"attempt 1 began"_s,
                                  u"attempt 1: connected"_s,
                                  u"attempt 1: first byte, status 503"_s,
                                  u"attempt 1: http.status: Busy."_s,
                                  u"waiting 578 ms before attempt 2"_s,
                                  u"attempt 2 began"_s,
                                  u"attempt 2: timeout.first_byte"_s,
                                  u"failed: timeout.first_byte: The server did not answer in time."_s};
        qsizetype from = 0;
        for (const QString &part : inOrder) {
            const qsizetype at = page.indexOf(part, from);
            QVERIFY2(at >= 0, qPrintable(part + u" not found in\n"_s + page));
            from = at;
        }
    }

    void drawsEachAttemptAndEachBackOff()
    {
        const QList<TimingRow> rows = timingRows(storyOf(failedRecord()));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().label, u"attempt 1"_s);
        QCOMPARE(rows.first().segments.size(), 2);
        QCOMPARE(rows.first().segments.first().phase, TimingPhase::Connect);
        QCOMPARE(rows.first().segments.last().startMs, 1.5);
        QCOMPARE(rows.first().segments.last().durationMs, 320.0);
        QCOMPARE(rows.last().segments.first().phase, TimingPhase::BackOff);
        QCOMPARE(rows.last().segments.first().startMs, 322.0);
        QCOMPARE(rows.last().segments.last().startMs, 900.0);
    }

    void drawsThePhaseThatAnAttemptIsOrEndedIn()
    {
        const auto record = failedRecord();
        record->attempts = {record->attempts.last()};
        record->attempts.first().backOffMs = 0;
        record->attempts.first().timings = {.queued = {}, .connect = 0.6, .wait = {}, .receive = {}};
        const auto last = [&record] { return timingRows(storyOf(record)).first().segments.constLast(); };
        QCOMPARE(last().phase, TimingPhase::Wait);
        QCOMPARE(last().durationMs, 30'000 - 0.6);
        record->attempts.first().timings.wait = 100;
        QCOMPARE(last().phase, TimingPhase::Receive);
        QCOMPARE(last().startMs + last().durationMs, 900.0 + 30'000);
    }

    void tellsTheRedirects()
    {
        const auto record = failedRecord();
        record->redirects = {u"https://c.test/first?token=hush"_s, record->finalUrl};
        const QString page = read(overviewHtml, storyOf(record));
        QVERIFY2(page.contains(u"Redirects"_s) && page.contains(u"https://c.test/first"_s), qPrintable(page));
        QVERIFY(!page.contains(u"hush"_s));
    }

    void tellsARunningStageWithoutARecord()
    {
        JobStory story;
        story.view.state = JobState::Running;
        story.view.startedMs = 1000;
        story.view.stages = {{.state = StageState::Done, .startMs = 0, .durationMs = 200},
                             {.state = StageState::Running, .startMs = 200}};
        story.stageNames = {u"fetch"_s, u"parse"_s};
        story.nowMs = 4200;
        const QString page = read(timelineHtml, story);
        QVERIFY2(page.contains(u"parse: running"_s) && page.contains(u"3.0 s"_s), qPrintable(page));
    }

    void saysThatNothingHappenedYet()
    {
        const JobStory story;
        QCOMPARE(read(timelineHtml, story), u"Not started yet."_s);
        QCOMPARE(read(logHtml, story), u"Not started yet."_s);
        QVERIFY(!read(bodyHtml, story).isEmpty());
    }

    void takesNoMarkupFromOutside()
    {
        const auto record = failedRecord();
        const QString hostile = u"<b>bold</b><img src='file:///x'>&amp;\u202etxt.exe"_s;
        record->state = JobState::Succeeded;
        record->fault.reset();
        record->snippet = hostile.toUtf8();
        record->output = QJsonDocument(QJsonObject{{u"k"_s, hostile}}).toJson(QJsonDocument::Compact);
        record->headers = {{"X-<i>", hostile.toUtf8()}};
        record->statusText = hostile;
        record->name = hostile;
        const JobStory story = storyOf(record);
        for (const Writer write : {overviewHtml, bodyHtml}) {
            const QString page = read(write, story);
            QVERIFY2(page.contains(u"<b>bold</b><img src='file:///x'>&amp;"_s), qPrintable(page));
            QVERIFY(!page.contains(QChar(0x202e)));
        }
    }

    void showsTheOutput()
    {
        const auto record = failedRecord();
        const auto page = [&record](const QByteArray &output) {
            record->output = output;
            return read(bodyHtml, storyOf(record));
        };
        QVERIFY(page("[1,2]").contains(u"Output of the pipeline"_s));
        QVERIFY(page("\"a title\"").contains(u"a title"_s));
        QVERIFY(!page({}).contains(u"Output"_s));
    }

    void keepsPlaceAndSelectionOfThePage()
    {
        DetailsPane pane;
        pane.resize(300, 200);
        pane.show();
        const auto record = failedRecord();
        JobStory story = storyOf(record);
        pane.showJob(story);
        auto *text = pane.findChild<QTextBrowser *>(u"detailsOverview"_s);
        QVERIFY(text->verticalScrollBar()->maximum() > 20);
        text->verticalScrollBar()->setValue(20);
        story.stateText = u"Failed · something else"_s;
        pane.showJob(story);
        QVERIFY(text->toPlainText().contains(u"something else"_s));
        QCOMPARE(text->verticalScrollBar()->value(), 20);

        text->selectAll();
        story.stateText = u"Failed · a third thing"_s;
        pane.showJob(story);
        QVERIFY(!text->toPlainText().contains(u"a third thing"_s));
        text->setTextCursor(QTextCursor(text->document()));
        QVERIFY(text->toPlainText().contains(u"a third thing"_s));

        story.view.id = 7;
        pane.showJob(story);
        QCOMPARE(text->verticalScrollBar()->value(), 0);
    }
};

QTEST_MAIN(TestJobStory)
#include "tst_jobstory.moc"
