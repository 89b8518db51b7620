// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaltesting.h"

#include "jobs/runsettings.h"
#include "pipeline/pipeline.h"
#include "store/session/journal.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace inflight;
using namespace Qt::StringLiterals;

/// What the journal does while a run goes on: for whom it waits, and what becomes of what it cannot write.
class TestJournal : public QObject
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

    /// Those at the start, and those that are found later.
    void jobsThatWaitUntilTheyAreKeptAreThere()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        for (const JobId first : {0U, 3U, 6U}) {
            QSemaphore kept;
            journal.accept(acceptedJobs(first, 3));
            QVERIFY(journal.whenKept([&kept] { kept.release(); }));
            QVERIFY(kept.tryAcquire(1, 10'000));
            QCOMPARE(valueIn(path(), u"SELECT count(*) FROM inputs"_s), int(first) + 3);
            journal.take(finishedJob(first));
        }
        // Written as well when nobody waits.
        QTRY_COMPARE(valueIn(path(), u"SELECT count(*) FROM results"_s), 3);
        journal.closing();
        QVERIFY(!journal.whenKept([] {}));
        QVERIFY(!journal.finish());
    }

    void nobodyWaitsForWhatCannotBeKept()
    {
        QFile block(path(u"never"_s));
        QVERIFY(block.open(QIODevice::WriteOnly));
        Journal journal(path(u"never/a.inflight"_s), info());
        QVERIFY(!journal.start());
        QSemaphore told;
        journal.accept(acceptedJobs(0, 1));
        QVERIFY(journal.whenKept([&told] { told.release(); }));
        QVERIFY(told.tryAcquire(1, 10'000));
        journal.accept(acceptedJobs(1, 1));
        QTRY_VERIFY(!journal.whenKept([] {}));
        QVERIFY(journal.finish());
    }

    void changedSettingsAreKeptWithWhatComes()
    {
        RunSettings settings;
        settings.concurrency = 5;
        settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(u"download"_s, {}));
        for (const bool brings : {false, true}) {
            Journal journal(path(), info());
            journal.setArgumentsWith([](QStringList arguments, const RunSettings &now) {
                return arguments << u"--jobs=%1"_s.arg(now.concurrency);
            });
            QVERIFY(!journal.start());
            journal.settingsChanged(settings);
            if (brings)
                journal.accept(acceptedJobs(0, 1));
            QVERIFY(!journal.finish());
            QCOMPARE(QFileInfo::exists(path()), brings);
        }
        const SessionInfo kept = storedRun(path()).info;
        QCOMPARE(kept.arguments, info().arguments + QStringList{u"--jobs=5"_s});
        QCOMPARE(kept.pipeline, settings.pipeline->description().toJson());
        QCOMPARE(kept.name, info().name);
    }

    void whoWasInterruptedWhileStagesRanAgainSaysSo()
    {
        for (const bool ends : {false, true}) {
            Journal journal(path(), info());
            QVERIFY(!journal.start());
            journal.accept(acceptedJobs(0, 1));
            journal.take(finishedJob(0));
            journal.stagesAgain(true);
            if (ends)
                journal.stagesAgain(false);
            QVERIFY(!journal.finish());
            const QString remarks = remarksOn(storedRun(path()), path()).join(u' ');
            QVERIFY2(remarks.contains(u"--again stages"_s) != ends, qPrintable(remarks));
        }
    }

    void aLockedFileIsWrittenLater()
    {
        QSemaphore trouble;
        QSemaphore well;
        Journal journal(path(), info());
        journal.setTroubleHandler([&](const QString &what) { (what.isEmpty() ? well : trouble).release(); });
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 2));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path()), 10'000);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
            journal.take(finishedJob(0, "zero"));
            QVERIFY(trouble.tryAcquire(1, 20'000));
            journal.take(finishedJob(1, "one"));
            QVERIFY(query.exec(u"COMMIT"_s));
        }
        QSqlDatabase::removeDatabase(u"locker"_s);
        QVERIFY(well.tryAcquire(1, 20'000));
        QVERIFY(!journal.finish());
        QVERIFY(unfinished(storedRun(path())).isEmpty());
        QCOMPARE(std::get<SessionSummary>(readSummary(path())).counts.succeeded, 2);
    }

    void troubleIsSaidAndEnds()
    {
        const QString folder = path(u"later"_s);
        // A file where the folder should be: nothing can be written until it is gone.
        QFile block(folder);
        QVERIFY(block.open(QIODevice::WriteOnly));
        block.close();
        QSemaphore trouble;
        QSemaphore well;
        Journal journal(folder + "/a.inflight"_L1, info());
        journal.setTroubleHandler([&](const QString &what) { (what.isEmpty() ? well : trouble).release(); });
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 2));
        QVERIFY(trouble.tryAcquire(1, 10'000));
        journal.take(finishedJob(0, "kept"));
        QVERIFY(block.remove());
        QVERIFY(well.tryAcquire(1, 20'000));
        journal.take(finishedJob(1));
        QVERIFY(!journal.finish());
        QVERIFY(unfinished(storedRun(folder + "/a.inflight"_L1)).isEmpty());
        QCOMPARE(SessionBodyReader(folder + "/a.inflight"_L1).body(0)->body.bytes(), QByteArrayView("kept"));
    }

    void whatIsNeverWrittenIsSaid()
    {
        QFile block(path(u"never"_s));
        QVERIFY(block.open(QIODevice::WriteOnly));
        Journal journal(path(u"never/a.inflight"_s), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 1));
        QVERIFY(journal.finish());
    }

    void nothingLeavesNoFile()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        QVERIFY(!journal.finish());
        QVERIFY(!QFileInfo::exists(path()));
    }

    void whatClosingCancelsIsUnfinished()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        journal.accept(acceptedJobs(0, 3));
        journal.take(finishedJob(0, {}, JobState::Cancelled));
        journal.closing();
        journal.take(finishedJob(1, {}, JobState::Cancelled));
        journal.take(finishedJob(2));
        QVERIFY(!journal.finish());
        QCOMPARE(unfinished(storedRun(path())), QList<JobId>{1});
    }

    void oneProcessAtATime()
    {
        Journal journal(path(), info());
        QVERIFY(!journal.start());
        Journal other(path(), info());
        const std::optional<QString> fault = other.start();
        QVERIFY(fault && fault->contains("in use"_L1));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
