// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fullrecord.h"
#include "journaltesting.h"

#include "store/session/journal.h"
#include "store/session/sessionreader.h"
#include "store/session/unfinishedsessions.h"

#include <QDirIterator>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

void execute(const QString &path, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(statement));
    }
    QSqlDatabase::removeDatabase(u"test"_s);
}

} // namespace

/// The session of a run and what is read back from it.
class TestSession : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name = u"a.inflight"_s) const
    {
        return m_folder->filePath(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunComesBack()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        auto request = std::make_shared<const RequestTemplate>(
            RequestTemplate{"POST", {{"X-A", "b"}}, QByteArray("a\0b", 3)});
        AcceptedJobs accepted = acceptedJobs(0, 4);
        accepted.inputs[1].request = accepted.inputs[2].request = request;
        accepted.inputs[3].parent = 1;
        accepted.inputs[3].depth = 2;
        accepted.inputs[3].firstStage = 3;
        journal.accept(accepted);
        FinishedJob full{std::make_shared<const JobRecord>(fullRecord(2)), Body("coded"), "gzip"};
        journal.take(full);
        journal.take(finishedJob(0, "small"));
        QVERIFY(!journal.finish());

        const StoredRun run = storedRun(path());
        QCOMPARE(run.info.name, u"name"_s);
        QCOMPARE(run.info.created, info().created);
        QCOMPARE(run.info.arguments, info().arguments);
        QCOMPARE(run.info.pipeline, info().pipeline);
        QCOMPARE(run.jobs.size(), 4);
        QCOMPARE(run.ended, (QList<JobId>{2, 0}));
        QCOMPARE(unfinished(run), (QList<JobId>{1, 3}));
        QCOMPARE(run.jobs.at(2).input.request->body, request->body);
        QCOMPARE(run.jobs.at(2).input.request->headers, request->headers);
        QCOMPARE(run.jobs.at(1).input.request, run.jobs.at(2).input.request);
        QVERIFY(!run.jobs.at(0).input.request);
        QCOMPARE(run.jobs.at(3).input.parent, std::optional<JobId>(1));
        QCOMPARE(run.jobs.at(3).input.depth, 2);
        QCOMPARE(run.jobs.at(3).input.firstStage, 3);
        QCOMPARE(recordToJsonLine(*run.jobs.at(2).record, Secrets::Shown),
                 recordToJsonLine(*full.record, Secrets::Shown));
        SessionBodyReader bodies(path());
        QCOMPARE(bodies.body(0)->body.bytes(), QByteArrayView("small"));
        QCOMPARE(bodies.body(2)->contentEncoding, "gzip");
        QVERIFY(!bodies.body(1));
    }

    void isForItsOwnerAlone()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 1));
        journal.take(finishedJob(0, QByteArray(100'000, 'x')));
        QVERIFY(!journal.finish());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(path()) & others));
        QVERIFY(!(QFile::permissions(path() + ".bodies"_L1) & others));
    }

    void largeBodiesAreBesideOnce()
    {
        const QByteArray large(1'500'000, 'x');
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 3));
        for (JobId id = 0; id < 3; ++id)
            journal.take(finishedJob(id, id == 2 ? large + 'y' : large));
        QVERIFY(!journal.finish());
        QVERIFY(QFileInfo(path()).size() < 200'000);
        SessionBodyReader bodies(path());
        QCOMPARE(bodies.body(0)->body.bytes(), QByteArrayView(large));
        QCOMPARE(bodies.body(2)->body.size(), large.size() + 1);
        int files = 0;
        QDirIterator it(path() + ".bodies"_L1, QDir::Files, QDirIterator::Subdirectories);
        for (; it.hasNext(); it.next())
            ++files;
        QCOMPARE(files, 2);
    }

    void theLastEndCounts()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 2));
        journal.take(finishedJob(0, {}, JobState::Failed));
        journal.take(finishedJob(1));
        journal.take(finishedJob(0, "now"));
        QVERIFY(!journal.finish());
        const StoredRun run = storedRun(path());
        QCOMPARE(run.jobs.at(0).record->state, JobState::Succeeded);
        QCOMPARE(run.ended, (QList<JobId>{1, 0}));
        const auto summary = std::get<SessionSummary>(readSummary(path()));
        QCOMPARE(summary.counts.succeeded, 2);
        QCOMPARE(summary.counts.failed, 0);
        QCOMPARE(summary.counts.bytes, 3);
        QCOMPARE(summary.counts.unfinished(), 0);
    }

    void aLockThatWasLeftBehindHoldsNobodyUp_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("killed before anything was in it") << QByteArray();
        // Its number is another process's by now: here our own, which has not locked it.
        QTest::newRow("of a process whose number was given again")
            << QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
                   QCoreApplication::applicationName().toUtf8() + '\n' +
                   QSysInfo::machineHostName().toUtf8() + '\n' + QSysInfo::machineUniqueId() + '\n' +
                   QSysInfo::bootUniqueId() + '\n';
    }

    void aLockThatWasLeftBehindHoldsNobodyUp()
    {
        QFETCH(QByteArray, left);
        QFile lock(path() + ".lock"_L1);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(left);
        lock.close();
        if (left.isEmpty())
            QVERIFY(!Journal::isInUse(path()));
        Journal journal(path(), info());
        QCOMPARE(journal.start(), std::nullopt);
        // And then it is held.
        QVERIFY(Journal::isInUse(path()));
        Journal second(path(), info());
        QVERIFY(second.start());
        QVERIFY(!journal.finish());
    }

    void isGoneOnWith()
    {
        {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 3));
            journal.take(finishedJob(1, {}, JobState::Failed));
            QVERIFY(!journal.finish());
        }
        Journal journal(path(), SessionInfo{});
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(3, 1));
        journal.take(finishedJob(0));
        journal.take(finishedJob(3));
        QVERIFY(!journal.finish());
        const StoredRun run = storedRun(path());
        QCOMPARE(run.info.name, u"name"_s);
        QCOMPARE(run.ended, (QList<JobId>{1, 0, 3}));
        QCOMPARE(unfinished(run), QList<JobId>{2});
        const auto summary = std::get<SessionSummary>(readSummary(path()));
        QCOMPARE(summary.counts.inputs, 4);
        QCOMPARE(summary.counts.failed, 1);
        QCOMPARE(summary.counts.succeeded, 2);
    }

    void whatCannotBeUsedIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("part");
        QTest::newRow("missing") << u"no"_s << QString() << u"no such file"_s;
        QTest::newRow("another database")
            << u"a.inflight"_s << u"PRAGMA application_id=5"_s << u"not a session"_s;
        QTest::newRow("a hole") << u"a.inflight"_s << u"DELETE FROM inputs WHERE id = 1"_s
                                << u"input 1 is missing"_s;
        QTest::newRow("a table is gone") << u"a.inflight"_s << u"DROP TABLE results"_s << u"no such table"_s;
    }
    void whatCannotBeUsedIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, statement);
        QFETCH(QString, part);
        {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 3));
            QVERIFY(!journal.finish());
        }
        if (!statement.isEmpty())
            execute(path(), statement);
        const auto read = readSession(path(name));
        const auto *const fault = std::get_if<QString>(&read);
        QVERIFY(fault);
        QVERIFY2(fault->contains(part), qPrintable(*fault));
    }

    void noDatabaseIsRefused()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        QVERIFY(std::holds_alternative<QString>(readSession(path())));
    }

    void aNewerVersionIsReadButNotWritten()
    {
        {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 3));
            QVERIFY(!journal.finish());
        }
        execute(path(), u"PRAGMA user_version=99"_s);
        QCOMPARE(storedRun(path()).jobs.size(), 3);
        const auto opened = SessionDatabase::open(path(), SessionDatabase::Access::Write);
        QVERIFY(std::get<QString>(opened).contains("newer version"_L1));
        QVERIFY(std::get<SessionSummary>(readSummary(path())).newer);
    }

    void anOlderVersionIsBroughtUpToDate()
    {
        {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 3));
            journal.take(finishedJob(1, "one"));
            QVERIFY(!journal.finish());
        }
        for (const QString &statement :
             {u"DROP TABLE headers"_s, u"DROP TABLE parts"_s, u"DROP VIEW attempts"_s,
              u"ALTER TABLE inputs DROP COLUMN name"_s, u"ALTER TABLE inputs DROP COLUMN listed"_s,
              u"PRAGMA user_version=1"_s})
            execute(path(), statement);
        // To be looked at, it stays as it is.
        QCOMPARE(unfinished(storedRun(path())), (QList<JobId>{0, 2}));
        QCOMPARE(valueIn(path(), u"PRAGMA user_version"_s), 1);
        Journal journal(path(), SessionInfo{});
        QVERIFY(!journal.start());
        journal.take(finishedJob(2, "two"));
        QVERIFY(!journal.finish());
        QCOMPARE(valueIn(path(), u"PRAGMA user_version"_s), SessionDatabase::version);
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM parts"_s), 0);
        QCOMPARE(unfinished(storedRun(path())), QList<JobId>{0});
        QCOMPARE(SessionBodyReader(path()).body(1)->body.bytes(), QByteArrayView("one"));
    }

    void headersOfManyRecordsAreKeptOnce()
    {
        const auto headersOf = [](JobId id) -> HeaderList {
            switch (id % 3) {
            case 0:
                return {{"server", "one"}, {"x-latin", "caf\xe9"}, {"x-utf", "caf\xc3\xa9"}};
            case 1:
                return {{"server", "two"}};
            default:
                return {{"x-request", QByteArray::number(id)}};
            }
        };
        const auto write = [&](JobId from, JobId to) {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            if (from == 0)
                journal.accept(acceptedJobs(0, 20));
            for (JobId id = from; id < to; ++id) {
                JobRecord record = *finishedJob(id, "body").record;
                record.headers = headersOf(id);
                record.requestHeaders = {{"accept", "*/*"}};
                journal.take({std::make_shared<const JobRecord>(record), Body("body"), {}});
            }
            QVERIFY(!journal.finish());
        };
        write(0, 10);
        // What the answers one and two say, and the requests; not what each of the others says by itself.
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM headers"_s), 3);
        write(10, 20); // by a writer that does not know what is there
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM headers"_s), 6);
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM results WHERE json_type(CAST(record AS TEXT), "
                                 "'$.headers') = 'integer'"_s),
                 7 - 2 + 7 - 2);
        const StoredRun run = storedRun(path());
        for (JobId id = 0; id < 20; ++id) {
            HeaderList expected = headersOf(id);
            if (expected.size() == 3)
                expected[1].value = "caf\xc3\xa9"; // what is no UTF-8 is read as Latin-1
            QCOMPARE(run.jobs.at(id).record->headers, expected);
            QCOMPARE(run.jobs.at(id).record->requestHeaders, (HeaderList{{"accept", "*/*"}}));
        }
    }

    void namesAndPlacesInAListComeBack()
    {
        const QList<JobInput> given{
            {.url = u"http://a.test/0"_s},
            {.url = u"http://a.test/1"_s, .name = u"called \"one\""_s},
            {.url = u"http://a.test/2"_s, .listed = 7},
            {.url = u"http://a.test/3"_s, .listed = 9, .name = u"three"_s},
        };
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept({0, given, {}});
        QVERIFY(!journal.finish());
        const QList<RestoredJob> jobs = storedRun(path()).jobs;
        QCOMPARE(jobs.size(), given.size());
        for (qsizetype i = 0; i < given.size(); ++i) {
            QCOMPARE(jobs.at(i).input.url, given.at(i).url);
            QCOMPARE(jobs.at(i).input.name, given.at(i).name);
            QCOMPARE(jobs.at(i).input.listed, given.at(i).listed);
        }
    }

    void attemptsAreThereByName()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 3));
        journal.take({std::make_shared<const JobRecord>(fullRecord(2)), {}, {}});
        QVERIFY(!journal.finish());
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM attempts WHERE id = 2"_s), 2);
        QCOMPARE(valueIn(path(), u"SELECT status FROM attempts WHERE attempt = 1"_s), 503);
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM attempts WHERE started GLOB '20*Z'"_s), 2);
    }

    void isReadWhereNothingMayBeWritten()
    {
        const QString folder = path(u"closed"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString file = folder + "/a.inflight"_L1;
        {
            Journal journal(file, info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 3));
            QVERIFY(!journal.finish());
        }
        QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        QCOMPARE(storedRun(file).jobs.size(), 3);
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                                  QFileDevice::ExeOwner));
    }

    void whatIsUnfinishedIsFound()
    {
        const auto makeRun = [this](const QString &name, int finished) {
            Journal journal(path(name), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 3));
            for (JobId id = 0; std::cmp_less(id, finished); ++id)
                journal.take(finishedJob(id, {}, id == 0 ? JobState::Failed : JobState::Succeeded));
            QVERIFY(!journal.finish());
        };
        makeRun(u"half.inflight"_s, 2);
        makeRun(u"whole.inflight"_s, 3);
        makeRun(u"forgotten.inflight"_s, 1);
        makeRun(u"newer.inflight"_s, 1);
        execute(path(u"newer.inflight"_s), u"PRAGMA user_version=99"_s);
        QFile none(path(u"none.inflight"_s));
        QVERIFY(none.open(QIODevice::WriteOnly));
        QVERIFY(!forgetUnfinished(path(u"forgotten.inflight"_s)));
        QVERIFY(forgetUnfinished(path(u"missing.inflight"_s)));

        QList<UnfinishedRun> runs = unfinishedRuns(m_folder->path());
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.constFirst().path, path(u"half.inflight"_s));
        QCOMPARE(runs.constFirst().inputs, 3);
        QCOMPARE(runs.constFirst().unfinished, 1);
        // Nobody is offered what another window has.
        Journal other(path(u"half.inflight"_s), {});
        QVERIFY(!other.start());
        QVERIFY(unfinishedRuns(m_folder->path()).isEmpty());
    }

    void damagedRecordsAreFetchedAgain()
    {
        {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 2));
            journal.take(finishedJob(0));
            journal.take(finishedJob(1));
            QVERIFY(!journal.finish());
        }
        execute(path(), u"UPDATE results SET record = 'x' WHERE id = 1"_s);
        QCOMPARE(unfinished(storedRun(path())), QList<JobId>{1});
    }

    void manyJobsAreReadQuickly()
    {
        constexpr int count = 20'000;
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, count));
        for (JobId id = 0; id < count; ++id)
            journal.take(finishedJob(id, "body"));
        QVERIFY(!journal.finish());
        const StoredRun run = storedRun(path());
        QCOMPARE(run.ended.size(), count);
        QCOMPARE(run.jobs.constLast().record->id, JobId(count - 1));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
