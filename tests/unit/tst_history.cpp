// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/comparison.h"
#include "store/history/sessionfile.h"
#include "store/history/sessionhistory.h"
#include "store/session/journal.h"
#include "unit/sessiontesting.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QStringList differencesIn(const RunComparison &comparison)
{
    QStringList lines;
    for (const JobDifference &job : comparison.jobs)
        lines.append(job.url + u' ' + differenceNames(job.differences).join(u','));
    return lines;
}

PastRun pastRun(const QString &path, int daysAgo, qint64 bytes, const QDateTime &now)
{
    PastRun run;
    run.path = path;
    run.created = run.changed = now.addDays(-daysAgo);
    run.diskBytes = bytes;
    return run;
}

QStringList pathsOf(const QList<ExcessRun> &runs)
{
    QStringList paths;
    for (const ExcessRun &run : runs)
        paths.append(run.path);
    return paths;
}

} // namespace

/// Past runs: listed, compared, given away, deleted.
class TestHistory final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder->filePath(name + ".inflight"_L1);
    }
    [[nodiscard]] QStringList everything() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void listsWhatSessionsTell();
    void aPauseIsNoPartOfARun();
    void whatIsBrokenIsListedWithItsReason();
    void renamesAndDeletesWithBodies();
    void doesNotDeleteWhatIsOpen();
    void limitsByAgeThenBySize();
    void comparesByWhatMattersMost();
    void anotherTokenIsNoOtherJob();
    void timesWithinTheNoiseAreTheSame();
    void comparisonsAreExported();
    void aCopyIsOneFileWithoutSecrets();
    void aCopyHasSecretsWhenAskedAndNoBodiesWhenNot();
    void aCopyReplacesAFileButNotItself();
    void aCopyReplacesNothingThatIsInUse();
};

void TestHistory::listsWhatSessionsTell()
{
    MadeSession older(path(u"older"_s),
                      {u"Named"_s, QDateTime::currentDateTimeUtc().addSecs(-3600), {}, "{}"});
    older.end(u"http://a.test/"_s, JobState::Failed, QByteArray(100'000, 'x'));
    older.queue(u"http://a.test/1"_s);
    older.write();
    MadeSession(path(u"newer"_s), {{}, QDateTime::currentDateTimeUtc(), {}, "{}"}).write();
    const QList<PastRun> runs = SessionHistory(m_folder->path()).list();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.at(0).title(), u"newer"_s);
    QCOMPARE(runs.at(1).title(), u"Named"_s);
    QCOMPARE(runs.at(1).inputs, 2);
    QCOMPARE(runs.at(1).failed, 1);
    QCOMPARE(runs.at(1).unfinished(), 1);
    QVERIFY(runs.at(1).diskBytes > 100'000);
    QVERIFY(runs.at(1).durationMs() >= 3'600'000);
    QVERIFY(!runs.at(1).inUse);
    QCOMPARE(SessionHistory(m_folder->filePath(u"none"_s)).list(), QList<PastRun>());
}

void TestHistory::aPauseIsNoPartOfARun()
{
    constexpr qint64 minute = 60'000;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString file = path(u"resumed"_s);
    MadeSession made(file, {{}, now.addMSecs(-60 * minute), {}, "{}"});
    made.queue(u"http://a.test/"_s);
    made.write();
    for (int time = 1; time <= 2; ++time) {
        {
            const auto opened = SessionDatabase::open(file, SessionDatabase::Access::Write);
            const auto &session = std::get<std::unique_ptr<SessionDatabase>>(opened);
            const QDateTime left = QDateTime::currentDateTimeUtc().addMSecs(-10 * minute);
            QVERIFY(!session->setValue(u"changed"_s, left.toString(Qt::ISODateWithMs)));
        }
        SessionWriter writer(file, {});
        SessionBatch batch;
        batch.accepted.push_back({static_cast<JobId>(time), {{.url = u"http://a.test/more"_s}}, {}});
        for (int again = 0; again < 2; ++again) {
            QVERIFY(!writer.write(batch));
            batch = {};
        }
        QVERIFY(!writer.close());
        const PastRun run = SessionHistory(m_folder->path()).list().constFirst();
        QVERIFY2(std::abs(run.durationMs() - (60 - 10 * time) * minute) < minute / 2,
                 qPrintable(QString::number(run.durationMs())));
    }
    QVERIFY(!SessionHistory(m_folder->path()).copy(file, path(u"copy"_s), {}));
    const QList<PastRun> runs = SessionHistory(m_folder->path()).list();
    QCOMPARE(runs.at(0).durationMs(), runs.at(1).durationMs());
}

void TestHistory::whatIsBrokenIsListedWithItsReason()
{
    QFile file(path(u"broken"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    SessionHistory history(m_folder->path());
    const QList<PastRun> runs = history.list();
    QCOMPARE(runs.size(), 1);
    QVERIFY(runs.at(0).trouble.contains(u"broken"_s));
    QVERIFY(!history.remove(runs.at(0).path));
    QCOMPARE(everything(), QStringList());
}

void TestHistory::renamesAndDeletesWithBodies()
{
    MadeSession session(path(u"a"_s));
    session.end(u"http://a.test/"_s, JobState::Succeeded, QByteArray(100'000, 'x'));
    session.write();
    SessionHistory history(m_folder->path());
    QVERIFY(!history.rename(path(u"a"_s), u"  of Monday "_s));
    QCOMPARE(history.list().at(0).title(), u"of Monday"_s);
    QCOMPARE(everything(), QStringList({u"a.inflight"_s, u"a.inflight.bodies"_s}));
    QVERIFY(!history.remove(path(u"a"_s)));
    QCOMPARE(everything(), QStringList());
}

void TestHistory::doesNotDeleteWhatIsOpen()
{
    MadeSession(path(u"a"_s)).write();
    auto journal = std::make_unique<Journal>(path(u"a"_s), SessionInfo{});
    QVERIFY(!journal->start());
    SessionHistory history(m_folder->path(), path(u"a"_s));
    QVERIFY(history.list().at(0).inUse);
    QVERIFY(history.remove(path(u"a"_s)));
    QVERIFY(QFile::exists(path(u"a"_s)));
    journal.reset();
    QVERIFY(!history.remove(path(u"a"_s)));
    QCOMPARE(everything(), QStringList());
}

void TestHistory::limitsByAgeThenBySize()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<PastRun> runs{pastRun(u"new"_s, 0, 10, now), pastRun(u"week"_s, 7, 20, now),
                        pastRun(u"month"_s, 30, 40, now), pastRun(u"year"_s, 365, 80, now)};
    QCOMPARE(pathsOf(runsOverLimits(runs, {}, now)), QStringList());
    const auto byAge = runsOverLimits(runs, {.days = 29}, now);
    QCOMPARE(pathsOf(byAge), QStringList({u"year"_s, u"month"_s}));
    QCOMPARE(byAge.at(0).why, Excess::Age);
    const auto bySize = runsOverLimits(runs, {.bytes = 35}, now);
    QCOMPARE(pathsOf(bySize), QStringList({u"year"_s, u"month"_s}));
    QCOMPARE(bySize.at(0).why, Excess::Size);
    QCOMPARE(pathsOf(runsOverLimits(runs, {.days = 100, .bytes = 70}, now)), QStringList{u"year"_s});
    runs[3].inUse = true;
    QCOMPARE(pathsOf(runsOverLimits(runs, {.days = 29, .bytes = 100}, now)),
             QStringList({u"month"_s, u"week"_s}));
}

void TestHistory::comparesByWhatMattersMost()
{
    const auto output = [](const QByteArray &json) {
        return [json](JobRecord &record) { record.output = json; };
    };
    const auto lasting = [](double ms) { return [ms](JobRecord &record) { record.durationMs = ms; }; };
    MadeSession before(path(u"before"_s));
    MadeSession after(path(u"after"_s));
    before.end(u"http://a.test/slower"_s, JobState::Succeeded, "x", lasting(10));
    after.end(u"http://a.test/slower"_s, JobState::Succeeded, "x", lasting(900));
    before.end(u"http://a.test/output"_s, JobState::Succeeded, "x", output("1"));
    after.end(u"http://a.test/output"_s, JobState::Succeeded, "x", output("2"));
    before.end(u"http://a.test/content"_s, JobState::Succeeded, "short");
    after.end(u"http://a.test/content"_s, JobState::Succeeded, "much longer");
    before.end(u"http://a.test/failed"_s);
    after.end(u"http://a.test/failed"_s, JobState::Failed);
    before.end(u"http://a.test/status"_s);
    after.end(u"http://a.test/status"_s, JobState::Succeeded, {},
              [](JobRecord &record) { record.status = 204; });
    before.end(u"http://a.test/gone"_s);
    after.queue(u"http://a.test/new"_s);
    for (int i = 0; i < 10; ++i) {
        before.end(u"http://a.test/same%1"_s.arg(i), JobState::Succeeded, "x", lasting(10));
        after.end(u"http://a.test/same%1"_s.arg(i), JobState::Succeeded, "x", lasting(12));
    }
    SessionHistory history(m_folder->path());
    const auto result = history.compare(before.write(), after.write());
    const auto &comparison = std::get<RunComparison>(result);
    QCOMPARE(differencesIn(comparison),
             QStringList({u"http://a.test/failed state,status"_s, u"http://a.test/status status"_s,
                          u"http://a.test/new only_one"_s, u"http://a.test/gone only_one"_s,
                          u"http://a.test/content digest,size"_s, u"http://a.test/output output"_s,
                          u"http://a.test/slower time"_s}));
    QCOMPARE(comparison.same, 10);
    QCOMPARE(comparison.before, u"before"_s);
    QVERIFY(!comparison.jobs.at(2).before);
    QCOMPARE(comparison.jobs.at(0).after->status, 500);
}

void TestHistory::anotherTokenIsNoOtherJob()
{
    const auto request = [](const QByteArray &token, const QByteArray &language) {
        return std::make_shared<const RequestTemplate>(
            RequestTemplate{"GET", {{"Authorization", token}, {"Accept-Language", language}}, {}});
    };
    MadeSession before(path(u"before"_s));
    before.queue(u"http://a.test/"_s, request("Bearer monday", "de"));
    before.queue(u"http://a.test/?api_key=monday"_s);
    before.queue(u"http://a.test/other"_s, request("Bearer monday", "de"));
    MadeSession after(path(u"after"_s));
    after.queue(u"http://a.test/"_s, request("Bearer tuesday", "de"));
    after.queue(u"http://a.test/?api_key=tuesday"_s);
    after.queue(u"http://a.test/other"_s, request("Bearer tuesday", "fr"));
    const auto result = SessionHistory(m_folder->path()).compare(before.write(), after.write());
    const auto &comparison = std::get<RunComparison>(result);
    QCOMPARE(comparison.same, 2);
    QCOMPARE(differencesIn(comparison),
             QStringList({u"http://a.test/other only_one"_s, u"http://a.test/other only_one"_s}));
}

void TestHistory::timesWithinTheNoiseAreTheSame()
{
    MadeSession before(path(u"before"_s));
    MadeSession after(path(u"after"_s));
    // A run that is slower as a whole, and differs by 100 ms and more from job to job.
    for (int i = 0; i < 20; ++i) {
        const QString url = u"http://a.test/%1"_s.arg(i);
        before.end(url, JobState::Succeeded, {}, [](JobRecord &record) { record.durationMs = 100; });
        after.end(url, JobState::Succeeded, {}, [i](JobRecord &record) { record.durationMs = 300 + 20 * i; });
    }
    before.end(u"http://a.test/slow"_s);
    after.end(u"http://a.test/slow"_s, JobState::Succeeded, {},
              [](JobRecord &record) { record.durationMs = 9000; });
    const auto result = SessionHistory(m_folder->path()).compare(before.write(), after.write());
    QCOMPARE(differencesIn(std::get<RunComparison>(result)), QStringList{u"http://a.test/slow time"_s});
    QVERIFY(std::get<RunComparison>(result).noiseMs > 100);
}

void TestHistory::comparisonsAreExported()
{
    MadeSession before(path(u"before"_s));
    before.end(u"http://a.test/?token=sesame&q=\"a,b\""_s);
    MadeSession after(path(u"after"_s));
    after.end(u"http://a.test/?token=sesame&q=\"a,b\""_s, JobState::Failed, {},
              [](JobRecord &record) { record.output = R"({"price": "12,50"})"; });
    SessionHistory history(m_folder->path());
    const auto comparison = std::get<RunComparison>(history.compare(before.write(), after.write()));
    const QString csv = m_folder->filePath(u"c.csv"_s);
    const QString lines = m_folder->filePath(u"c.jsonl"_s);
    QVERIFY(!history.exportComparison(comparison, csv));
    QVERIFY(!history.exportComparison(comparison, lines));
    QFile csvFile(csv);
    QVERIFY(csvFile.open(QIODevice::ReadOnly));
    const QByteArrayList rows = csvFile.readAll().split('\n');
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows.at(0).startsWith("differences,url,before_state,"));
    QVERIFY(rows.at(1).startsWith("state status output,\"http://a.test/?token="));
    QVERIFY(!rows.at(1).contains("sesame"));
    QVERIFY(rows.at(1).contains(",succeeded,,200,0,10.0,"));
    QVERIFY(rows.at(0).trimmed().endsWith(",after_sha256,after_output"));
    QVERIFY(rows.at(1).trimmed().endsWith(R"(,"{""price"": ""12,50""}")"));
    QFile lineFile(lines);
    QVERIFY(lineFile.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(lineFile.readAll()).object();
    QCOMPARE(object["after"_L1]["status"_L1].toInt(), 500);
    QCOMPARE(object["before"_L1]["state"_L1].toString(), u"succeeded"_s);
    QVERIFY(object["before"_L1]["output"_L1].isNull());
    QCOMPARE(object["after"_L1]["output"_L1]["price"_L1].toString(), u"12,50"_s);
    QVERIFY(history.exportComparison(comparison, m_folder->filePath(u"none/c.csv"_s)));
}

void TestHistory::aCopyIsOneFileWithoutSecrets()
{
    const QByteArray large(3'000'000, 'x');
    const auto request = std::make_shared<const RequestTemplate>(
        RequestTemplate{"POST", {{"Authorization", "Bearer sesame"}}, "password=sesame"});
    MadeSession session(path(u"a"_s), {u"A"_s,
                                       QDateTime::currentDateTimeUtc(),
                                       {u"--proxy=http://u:sesame@p.test"_s},
                                       R"({"inflight": 1, "name": "p", "stages": [{"stage": "command",
                                            "run": ["curl", "-H", "X-Api-Key: sesame",
                                                     "http://a.test/?token=sesame", "-s"]}]})",
                                       false,
                                       request});
    session.end(u"http://u:sesame@a.test/?token=sesame"_s, JobState::Succeeded, large, [](JobRecord &record) {
        record.headers = {{"set-cookie", "s=sesame"}};
        record.requestHeaders = {{"Cookie", "s=sesame"}};
        record.redirects = {u"http://a.test/?key=sesame"_s};
        record.fault = Fault{FaultClass::Check, {}, u"of http://a.test/?token=sesame"_s};
    });
    session.end(u"http://a.test/small"_s, JobState::Succeeded, "small");
    session.queue(u"http://a.test/queued"_s, request);
    session.write();
    const QString copy = m_folder->filePath(u"given/b.inflight"_s);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"given"_s)));
    QVERIFY(!SessionHistory(m_folder->path()).copy(path(u"a"_s), copy, {}));
    QVERIFY(!removeSession(path(u"a"_s)));
    QCOMPARE(QDir(m_folder->filePath(u"given"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"b.inflight"_s});
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("sesame"));
    const StoredRun run = storedRun(copy);
    QCOMPARE(run.info.name, u"A"_s);
    const QJsonObject pipeline = QJsonDocument::fromJson(run.info.pipeline).object();
    QCOMPARE(pipeline["stages"_L1][0]["run"_L1].toArray(),
             (QJsonArray{u"curl"_s, u"-H"_s, u"X-Api-Key: •••"_s, u"http://a.test/?token=•••"_s, u"-s"_s}));
    QCOMPARE(run.jobs.size(), 3);
    QCOMPARE(run.ended, QList<JobId>({0, 1}));
    QVERIFY(run.jobs.at(0).stored);
    QCOMPARE(run.jobs.at(2).input.request->method, "POST"_ba);
    QCOMPARE(bodyIn(copy, 0), large);
    QCOMPARE(bodyIn(copy, 1), "small"_ba);
    // Reading left nothing beside it.
    QCOMPARE(QDir(m_folder->filePath(u"given"_s)).entryList(QDir::Files), QStringList{u"b.inflight"_s});
}

void TestHistory::aCopyHasSecretsWhenAskedAndNoBodiesWhenNot()
{
    MadeSession session(path(u"a"_s));
    session.end(u"http://a.test/?token=sesame"_s, JobState::Succeeded, QByteArray(100'000, 'x'));
    session.end(u"http://a.test/"_s, JobState::Succeeded, "small");
    session.write();
    const QString copy = path(u"b"_s);
    QVERIFY(!SessionHistory(m_folder->path()).copy(path(u"a"_s), copy, {false, Secrets::Shown}));
    const StoredRun run = storedRun(copy);
    QCOMPARE(run.jobs.at(0).input.url, u"http://a.test/?token=sesame"_s);
    QCOMPARE(run.jobs.at(0).record->bytes, 100'000);
    QVERIFY(!run.jobs.at(0).stored);
    QVERIFY(!SessionBodyReader(copy).body(0));
    QVERIFY(!SessionBodyReader(copy).body(1));
    QVERIFY(QFileInfo(copy).size() < 100'000 + 8 * 16'384);
}

void TestHistory::aCopyReplacesAFileButNotItself()
{
    MadeSession session(path(u"a"_s));
    session.end(u"http://a.test/"_s, JobState::Succeeded, "x");
    session.write();
    SessionHistory history(m_folder->path());
    QVERIFY(history.copy(path(u"a"_s), path(u"a"_s), {}));
    QFile other(path(u"b"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("something else");
    other.close();
    QVERIFY(!history.copy(path(u"a"_s), path(u"b"_s), {}));
    QVERIFY(!history.copy(path(u"a"_s), path(u"b"_s), {})); // over a session, too
    QCOMPARE(bodyIn(path(u"b"_s), 0), "x"_ba);
    QVERIFY(history.copy(path(u"a"_s), m_folder->filePath(u"none/b.inflight"_s), {})
                .value_or(QString())
                .contains(u"none"_s) ||
            QFile::exists(m_folder->filePath(u"none/b.inflight"_s)));
    QVERIFY(history.copy(m_folder->filePath(u"gone.inflight"_s), path(u"c"_s), {}));
    // What cannot be written is called by its own name.
    const QString nowhere = path(u"a"_s) + "/c.inflight"_L1;
    const QString said = history.copy(path(u"a"_s), nowhere, {}).value_or(QString());
    QVERIFY2(said.contains(nowhere) && !said.contains(u".new"_s), qPrintable(said));
}

void TestHistory::aCopyReplacesNothingThatIsInUse()
{
    MadeSession session(path(u"a"_s));
    session.end(u"http://a.test/"_s, JobState::Succeeded, "x");
    session.write();
    SessionHistory history(m_folder->path());
    const QTemporaryDir other;
    const QString link = other.filePath(u"link"_s);
    QVERIFY(QFile::link(m_folder->path(), link));
    QVERIFY(history.copy(path(u"a"_s), link + u"/a.inflight"_s, {})); // itself by another name
    QCOMPARE(bodyIn(path(u"a"_s), 0), "x"_ba);

    MadeSession(path(u"b"_s)).write();
    auto journal = std::make_unique<Journal>(path(u"b"_s), SessionInfo{});
    QVERIFY(!journal->start());
    QCOMPARE(history.copy(path(u"a"_s), path(u"b"_s), {}).value_or(QString()),
             Journal::inUseText(path(u"b"_s)));
    QVERIFY(QFile::exists(path(u"b"_s)));
    QVERIFY(!QFile::exists(path(u"b"_s) + u".new"_s));
    journal.reset();
    QVERIFY(!history.copy(path(u"a"_s), path(u"b"_s), {}));

    Journal begun(path(u"c"_s), SessionInfo{});
    QVERIFY(!begun.start());
    QCOMPARE(history.copy(path(u"a"_s), path(u"c"_s), {}).value_or(QString()),
             Journal::inUseText(path(u"c"_s))); // nothing is written there yet
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
