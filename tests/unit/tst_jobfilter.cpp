// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterkeywords.h"
#include "jobs/filter/filtertext.h"
#include "jobs/filter/filterwords.h"
#include "jobs/jobfilter.h"
#include "jobs/jobrecord.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr qint64 nowMs = 100'000;

struct Sample
{
    QString url;
    JobView job;
    QByteArray method = "GET";
    bool found = false;
};

/// A finished job's record; its row shows what it says.
void give(Sample &sample, JobRecord record)
{
    record.url = sample.url;
    record.method = sample.method;
    record.state = sample.job.state;
    record.durationMs = sample.job.durationMs;
    sample.job.record = std::make_shared<const JobRecord>(std::move(record));
}

AttemptRecord attempt(double waitMs, LostTo lostTo = LostTo::Nobody)
{
    AttemptRecord made;
    made.timings.wait = waitMs;
    made.lostTo = lostTo;
    return made;
}

/// A few jobs that differ in everything a filter can ask for.
QList<Sample> samples()
{
    QList<Sample> all(7);
    all[0] = {u"https://example.org/a.json"_s, {}};
    all[1] = {u"https://api.example.org:8443/v1/items?page=2"_s, {}};
    all[1].method = "POST";
    all[1].job.state = JobState::Running;
    all[1].job.slow = true;
    all[1].job.startedMs = nowMs - 3000;
    all[1].job.bytes = 2048;
    all[1].job.attempt = 1;
    all[1].job.stages = {{StageState::Done}, {StageState::Running}, {StageState::Pending}};
    all[1].job.stageNames = {u"fetch"_s, u"parse"_s, u"save"_s};
    all[2] = {u"http://user:pw@other.test/example.org"_s, {}};
    all[2].job.state = JobState::Succeeded;
    all[2].job.status = 200;
    all[2].job.attempt = 2;
    all[2].job.durationMs = 1500;
    all[2].job.bytes = 10'240;
    all[2].job.stages = {{StageState::Done}, {StageState::Done}};
    all[2].job.stageNames = {u"fetch"_s, u"parse"_s};
    JobRecord record;
    record.contentType = u"application/json; charset=utf-8"_s;
    record.httpVersion = u"1.1"_s;
    record.headers = {{"ETag", "\"1\""}, {"Set-Cookie", "session=1; Path=/; Domain=.other.test"}};
    record.redirects = {u"http://other.test/next"_s};
    record.attempts = {attempt(900), attempt(600), attempt(20, LostTo::First)};
    record.stages = {{u"fetch"_s, StageState::Done, 0.0, 1200.0, {}},
                     {u"parse"_s, StageState::Done, 1200.0, 300.25, {}}};
    give(all[2], record);
    all[3] = {u"http://localhost:8080/missing"_s, {}};
    all[3].job.state = JobState::Failed;
    all[3].job.status = 404;
    all[3].job.attempt = 1;
    all[3].job.durationMs = 2000;
    all[3].job.faultClass = FaultClass::HttpStatus;
    all[3].job.stages = {{StageState::Failed}, {StageState::Skipped}};
    all[3].job.stageNames = {u"fetch"_s, u"parse"_s};
    record = {};
    record.contentType = u"text/html"_s;
    record.httpVersion = u"2"_s;
    record.attempts = {attempt(100)};
    record.stages = {{u"fetch"_s, StageState::Failed, 0.0, 2000.0, {}},
                     {u"parse"_s, StageState::Skipped, {}, {}, {}}};
    give(all[3], record);
    all[4] = {u"http://[::1]:9000/slow"_s, {}};
    all[4].job.wasSlow = true;
    all[4].found = true;
    all[4].job.state = JobState::Failed;
    all[4].job.attempt = 3;
    all[4].job.durationMs = 30'000;
    all[4].job.faultClass = FaultClass::TimeoutFirstByte;
    give(all[4], {});
    all[5] = {u"http://other.test/b.JSON"_s, {}};
    all[5].job.state = JobState::Cancelled;
    all[5].job.durationMs = 0;
    give(all[5], {});
    all[6] = {u"https://example.org/some text"_s, {}};
    all[6].job.state = JobState::BackingOff;
    all[6].job.attempt = 1;
    all[6].job.startedMs = nowMs - 500;
    all[6].job.insecure = true;
    return all;
}

JobFilter parsed(QStringView text)
{
    return std::get<JobFilter>(JobFilter::parse(text));
}

FilterSubject subjectOf(const Sample &sample)
{
    return {
        .job = sample.job, .url = sample.url, .method = sample.method, .found = sample.found, .nowMs = nowMs};
}

QList<int> matching(QStringView text)
{
    const auto read = JobFilter::parse(text);
    if (const auto *const fault = std::get_if<FilterFault>(&read)) {
        qWarning() << faultText(*fault, text);
        return {-1};
    }
    QList<int> rows;
    const QList<Sample> all = samples();
    for (int row = 0; row < all.size(); ++row) {
        if (std::get<JobFilter>(read).matches(subjectOf(all.at(row))))
            rows.append(row);
    }
    return rows;
}

} // namespace

class TestJobFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("rows");
        const auto row = [](const char *text, const QList<int> &rows) {
            QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << rows;
        };
        row("", {0, 1, 2, 3, 4, 5, 6});
        row("   ", {0, 1, 2, 3, 4, 5, 6});
        // Plain text.
        row("json", {0, 5});
        row("example.org", {0, 1, 2, 6});
        row("-json", {1, 2, 3, 4, 6});
        row("json example", {0});
        row("localhost:8080", {3});
        row("localhost:8080/m", {3});
        row("http://other", {5});
        row("-", {});
        row("\"some text\"", {6});
        row("-\"some text\"", {0, 1, 2, 3, 4, 5});
        row("\"is:failed\"", {});
        row("url:json", {0, 5});
        row("url:\"some text\"", {6});
        // Addresses.
        row("domain:example.org", {0, 1, 6});
        row("domain:user", {});
        row("domain:::1", {4});
        row("domain:8080", {});
        row("origin:https://example.org", {0, 6});
        row("origin:https://example.org:443", {0, 6});
        row("origin:https://example.org/", {0, 6});
        row("origin:http://example.org", {});
        row("origin:HTTPS://API.example.org:8443", {1});
        row("origin:localhost:8080", {3});
        row("origin:localhost", {});
        row("origin:http://[::1]:9000", {4});
        row("scheme:https", {0, 1, 6});
        row("method:post", {1});
        row("-method:GET", {1});
        row("regexp:\\.(json|JSON)$", {0, 5});
        row("regexp:\"e t\"", {6});
        // States.
        row("is:queued", {0});
        row("is:running", {1});
        row("is:waiting", {6});
        row("is:succeeded", {2});
        row("IS:Failed", {3, 4});
        row("is:cancelled", {5});
        row("is:finished", {2, 3, 4, 5});
        row("-is:finished", {0, 1, 6});
        row("is:slow", {1, 4});
        row("is:retried", {2, 4});
        row("is:redirected", {2});
        row("is:insecure", {6});
        row("is:found", {4});
        row("-is:failed", {0, 1, 2, 5, 6});
        row("stage:parse", {1});
        row("stage:fetch", {0, 3, 6});
        row("error:http.status", {3});
        row("error:timeout", {4});
        row("-error:timeout is:failed", {3});
        row("attempt:>1", {2, 4});
        row("attempt:2", {2});
        row("attempt:1..2", {1, 2, 3, 6});
        // Times: of what runs, until now.
        row("time:>2s", {1, 4});
        row("time:>=2s", {1, 3, 4});
        row("time:<1s", {5, 6});
        row("time:1.5s..2s", {2, 3});
        row("time:1500ms-2000ms", {2, 3});
        row("slower-than:2s", {1, 4});
        row("ttfb:>500ms", {2});
        row("ttfb:<=100ms", {3});
        row("ttfb:100ms..<600ms", {3});
        row("ttfb:100ms..600ms", {2, 3});
        // Of what has ended by itself.
        row("duration:>=1.5s", {2, 3, 4});
        row("duration:1s..<2s", {2});
        row("faster-than:2s", {2});
        row("faster-than:3s", {2, 3});
        row("stage-time:fetch:>1s", {2, 3});
        row("stage-time:fetch:1s..<2s", {2});
        row("-stage-time:fetch:>1s is:finished", {4, 5});
        row("stage-time:Parse:300.25ms..301ms", {2});
        row("stage-time:parse:>300.25ms", {});
        row("stage-time:save:>=0ms", {});
        // The answer.
        row("status-code:404", {3});
        row("status-code:2xx", {2});
        row("status-code:4XX", {3});
        row("status-code:200-299", {2});
        row("status-code:200..404", {2, 3});
        row("status-code:>=400", {3});
        row("-status-code:404", {0, 1, 2, 4, 5, 6});
        row("mime-type:json", {2});
        row("mime-type:text/", {3});
        row("larger-than:1k", {1, 2});
        row("larger-than:10k", {});
        row("size:10k", {2});
        row("size:10240", {2});
        row("size:>=2k", {1, 2});
        row("size:<2k", {3, 4, 5});
        row("has-response-header:etag", {2});
        row("set-cookie-name:session", {2});
        row("set-cookie-domain:other.test", {2});
        row("protocol:http/2", {3});
        row("protocol:1.1", {2});
    }

    void chooses()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, rows);
        QCOMPARE(matching(text), rows);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *text, const char *marked, qsizetype position, const char *says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(marked) << position
                                << QString::fromUtf8(says);
        };
        row("colour:red", "colour:red", 0, "“colour:” is not a keyword");
        row("json  -colour:red x", "-colour:red", 6, "status-code:");
        row("is:odd", "is:odd", 0, "is: needs one of running, queued");
        row("is:", "is:", 0, "is: needs");
        row("a is:odd", "is:odd", 2, "is:");
        row("status-code:abc", "status-code:abc", 0, "status-code: needs a status");
        row("status-code:1000", "status-code:1000", 0, "status-code: needs");
        row("status-code:99..200", "status-code:99..200", 0, "status-code: needs");
        row("error:nonsense", "error:nonsense", 0, "timeout.first_byte");
        row("error:", "error:", 0, "error: needs");
        row("stage-time:", "stage-time:", 0, "stage-time: needs the name of a stage and a time");
        row("x stage-time:fetch", "stage-time:fetch", 2, "stage-time: needs the name of a stage and a time");
        row("stage-time:fetch:", "stage-time:fetch:", 0, "such as stage-time:fetch:>200ms");
        row("stage-time::>1s", "stage-time::>1s", 0, "needs the name of a stage");
        row("stage-time:fetch:2s", "stage-time:fetch:2s", 0, "a time needs a comparison or a range");
        row("stage-time:fetch:>2", "stage-time:fetch:>2", 0, "“2” is not a time with its unit");
        row("ttfb:1s..<", "ttfb:1s..<", 0, "a number is missing after “<”");
        row("ttfb:1s..<1s", "ttfb:1s..<1s", 0, "the range ends before it begins");
        row("faster-than:>1s", "faster-than:>1s", 0, "is not a time with its unit");
        row("domain:", "domain:", 0, "domain: ");
        row("size:>10q", "size:>10q", 0, "“10q” is not a size");
        row("size:>", "size:>", 0, "missing after “>”");
        row("size:..", "size:..", 0, "neither a begin nor an end");
        row("size:2k..1k", "size:2k..1k", 0, "ends before it begins");
        row("slower-than:2", "slower-than:2", 0, "“2” is not a time with its unit");
        row("time:2s", "time:2s", 0, "needs a comparison");
        row("time:>1e3s", "time:>1e3s", 0, "is not a time");
        row("attempt:1.5", "attempt:1.5", 0, "“1.5” is not a whole number");
        row("size:>.", "size:>.", 0, "is not a size");
        row("scheme:ftp", "scheme:ftp", 0, "http or https");
        row("regexp:a(b", "regexp:a(b", 0, "does not compile at character 4");
        row("a \"b c", "\"b c", 2, "not closed");
        row("\"\"", "\"\"", 0, "missing");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, marked);
        QFETCH(qsizetype, position);
        QFETCH(QString, says);
        const auto read = JobFilter::parse(text);
        QVERIFY(std::holds_alternative<FilterFault>(read));
        const auto &fault = std::get<FilterFault>(read);
        QCOMPARE(fault.position, position);
        QCOMPARE(text.mid(fault.position, fault.length), marked);
        const QString whole = faultText(fault, text);
        QVERIFY2(whole.startsWith(u"Column %1, “%2”: "_s.arg(position + 1).arg(marked)), qPrintable(whole));
        QVERIFY2(whole.contains(says), qPrintable(whole));
    }

    void quotesWhatNeedsThem_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"plain", "a b", "a\"b c", "\\d+", "\\d+ \\\\x", "a \\", "a \\\"b", ""})
            QTest::newRow(value) << QString::fromUtf8(value);
    }

    void quotesWhatNeedsThem()
    {
        QFETCH(QString, value);
        const auto words = filterWords(u"x domain:%1 y"_s.arg(filterValue(value)));
        const auto &list = std::get<QList<FilterWord>>(words);
        QCOMPARE(list.size(), 3);
        QCOMPARE(list.at(1).keyword, u"domain"_s);
        QCOMPARE(list.at(1).value, value);
    }

    void clicksAddWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("only");
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("toggled");
        const auto row = [](const char *text, const char *word, const char *only, const char *without,
                            const char *toggled) {
            QTest::addRow("%s + %s", text, word)
                << QString::fromUtf8(text) << QString::fromUtf8(word) << QString::fromUtf8(only)
                << QString::fromUtf8(without) << QString::fromUtf8(toggled);
        };
        row("", "is:failed", "is:failed", "-is:failed", "is:failed");
        row("a  is:failed", "is:failed", "a is:failed", "a -is:failed", "a");
        row("is:slow a", "is:failed", "a is:failed", "is:slow a -is:failed", "a is:failed");
        row("-is:failed", "is:failed", "is:failed", "-is:failed", "is:failed");
        row("-is:slow", "is:failed", "-is:slow is:failed", "-is:slow -is:failed", "-is:slow is:failed");
        row("url:\"a b\" \"c d\"", "stage:x", "url:\"a b\" \"c d\" stage:x", "url:\"a b\" \"c d\" -stage:x",
            "url:\"a b\" \"c d\" stage:x");
        row("\"open", "is:failed", "is:failed", "-is:failed", "is:failed");
    }

    void clicksAddWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QTEST(filterWithOnly(text, word), "only");
        QTEST(filterWithout(text, word), "without");
        QTEST(filterToggled(text, word), "toggled");
    }

    void everyKeywordIsOfUse()
    {
        QVERIFY(filterKeywords().size() > 15);
        for (const FilterKeyword &keyword : filterKeywords()) {
            QVERIFY2(!keyword.meaning.isEmpty() && !keyword.example.isEmpty(), qPrintable(keyword.name));
            const QStringList examples = keyword.example.split(u", "_s);
            for (const QString &example : examples) {
                const auto read = JobFilter::parse(keyword.name + u':' + example);
                QVERIFY2(std::holds_alternative<JobFilter>(read), qPrintable(keyword.name + u':' + example));
            }
        }
    }

    void knowsWhetherItFollowsTheRun()
    {
        QVERIFY(!parsed(u"").isLive());
        QVERIFY(!parsed(u"json -domain:org method:GET").isLive());
        QVERIFY(parsed(u"is:running").isLive());
        QVERIFY(parsed(u"json status-code:404").isLive());
        QVERIFY(parsed(u"-error:dns").isLive());
        QVERIFY(!parsed(u"is:running").isTimed());
        QVERIFY(parsed(u"x slower-than:2s").isTimed());
    }

    void aRecordIsJudgedAsItsRow_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"is:failed", "status-code:404", "error:http", "time:>1s", "stage:fetch", "mime-type:html",
              "method:PUT", "attempt:1", "size:>10k", "is:found", "origin:a.test"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void aRecordIsJudgedAsItsRow()
    {
        QFETCH(QString, text);
        JobRecord record;
        record.url = u"http://a.test/x"_s;
        record.method = "PUT";
        record.state = JobState::Failed;
        record.status = 404;
        record.fault = Fault{FaultClass::HttpStatus, u"fetch"_s, {}};
        record.contentType = u"text/html"_s;
        record.durationMs = 1234.5;
        record.bytes = 20'000;
        record.attempts = {attempt(10)};
        record.stages = {{u"fetch"_s, StageState::Failed, {}, {}, {}}};
        QVERIFY(parsed(text).matches(std::make_shared<const JobRecord>(record), true));
        QVERIFY(!parsed(u'-' + text).matches(std::make_shared<const JobRecord>(record), true));
    }

    /// What takes for ever on such a URL is given up, and does not match.
    void patternsAreBounded()
    {
        Sample sample{u"http://a.test/"_s + QString(5000, u'a'), {}};
        const JobFilter filter = parsed(u"regexp:(a+)+b|((a*)*)*c");
        for (int i = 0; i < 100; ++i)
            QVERIFY(!filter.matches(subjectOf(sample)));
        QVERIFY(parsed(u"regexp:a{4000}").matches(subjectOf(sample)));
    }
};

QTEST_APPLESS_MAIN(TestJobFilter)
#include "tst_jobfilter.moc"
