// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiontesting.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

void execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    QVERIFY2(query.exec(statement), qPrintable(statement));
}

/// Has `work` done by another program's connection to the file.
template <typename Work>
void withDatabase(const QString &path, Work work)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"writer"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        work(database);
    }
    QSqlDatabase::removeDatabase(u"writer"_s);
}

} // namespace

/// Sessions whose process, or whose machine, went away while SQLite wrote.
class TestSessionRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Its journal is still there with what was before: the end of a run writes so, out of the log's mode.
    void whatWasHalfWrittenIsUndoneToBeLookedAt()
    {
        const QString path = write(u"whole.inflight"_s);
        const QString cut = m_folder->filePath(u"cut.inflight"_s);
        withDatabase(path, [&](QSqlDatabase &database) {
            // More than the cache holds goes to the disk before the end of the transaction.
            for (
                const QString &statement :
                {u"PRAGMA cache_size=2"_s, u"BEGIN"_s, u"UPDATE inputs SET url = 'http://wrong.test/'"_s,
                 u"CREATE TABLE filling(bytes)"_s,
                 u"INSERT INTO filling SELECT randomblob(20000) FROM "
                 "(WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i FROM n)"_s})
                execute(database, statement);
            QVERIFY(QFile::copy(path, cut));
            QVERIFY(QFile::copy(path + "-journal"_L1, cut + "-journal"_L1));
            execute(database, u"ROLLBACK"_s);
        });
        QVERIFY(QFileInfo(cut + "-journal"_L1).size() > 0);

        QCOMPARE(jobsIn(storedRun(cut)), jobsIn(storedRun(path)));
        QCOMPARE(bodyIn(cut, 0), "one"_ba);
        const auto summary = readSummary(cut);
        QVERIFY(std::holds_alternative<SessionSummary>(summary));
        QCOMPARE(std::get<SessionSummary>(summary).counts.inputs, 2);
    }

    /// The log is beside it, nobody has it open.
    void whatIsInTheLogIsThere()
    {
        const QString path = write(u"whole.inflight"_s);
        const QString cut = m_folder->filePath(u"cut.inflight"_s);
        withDatabase(path, [&](QSqlDatabase &database) {
            execute(database, u"PRAGMA journal_mode=WAL"_s);
            execute(database, u"UPDATE inputs SET url = 'http://late.test/' WHERE id = 1"_s);
            QVERIFY(QFile::copy(path, cut));
            QVERIFY(QFile::copy(path + "-wal"_L1, cut + "-wal"_L1));
        });
        QCOMPARE(jobsIn(storedRun(cut)).constLast(), u"http://late.test/ queued"_s);
    }

private:
    QString write(const QString &name) const
    {
        MadeSession session(m_folder->filePath(name));
        session.end(u"http://a.test/"_s, JobState::Succeeded, "one");
        session.queue(u"http://b.test/"_s);
        return session.write();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSessionRecovery)
#include "tst_sessionrecovery.moc"
