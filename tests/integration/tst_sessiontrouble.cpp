// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/journal.h"
#include "store/session/sessiondatabase.h"
#include "store/session/sessionreader.h"
#include "support/testsupport.h"
#include "unit/sessiontesting.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int jobs = 120;
/// Less than the session of so many jobs takes, more than it takes to begin one.
constexpr rlim_t room = 200 * 1024;
constexpr int patience = 30'000;

qsizetype endedIn(const QString &session)
{
    const auto read = readSession(session);
    return std::holds_alternative<StoredRun>(read) ? std::get<StoredRun>(read).ended.size() : -1;
}

/// As if the disk had no more room than that for each file.
void limitRoom(QProcess &process)
{
    process.setChildProcessModifier([] {
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = room;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

/// Root, too, is then refused what permissions do not allow.
void obeyPermissions(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); });
}

void makeRoom(const QProcess &process)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    ::prlimit(static_cast<pid_t>(process.processId()), RLIMIT_FSIZE, &limit, nullptr);
}

} // namespace

/// A session that cannot be written, as a process: nothing that runs stops, and it is said.
class TestSessionTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // The second half of the jobs waits until it is let go.
        m_server = std::make_unique<ScriptServer>([](const ServerRequest &request) {
            if (request.path() == "/large")
                return Script::answer(200, {}, QByteArray(900'000, 'x'));
            const Script script =
                Script::answer(200, {{"Content-Type", "text/plain"}}, QByteArray(4000, 'x'));
            return request.path().startsWith("/late") ? Script{}.hold().then(script) : script;
        });
    }

    void aFullDiskStopsNothing();
    void aDiskThatStaysFull_data();
    void aDiskThatStaysFull();
    void aFolderThatTakesNothing_data();
    void aFolderThatTakesNothing();
    void whatWasSaidIsNotSaidAgainAtTheEnd();
    void aLargeBodyHasNoRoom();
    void anotherProgramHasItLocked();
    void whatMayNotBeWrittenIsGoneOnWith_data();
    void whatMayNotBeWrittenIsGoneOnWith();
    void whatIsFinishedIsLeftWhole();
    void aLoggedFileIsReadWhereNothingMayBeWritten();
    void whatANewerVersionWroteIsNotGoneOnWith_data();
    void whatANewerVersionWroteIsNotGoneOnWith();
    void whatIsNoSessionIsNotResumed_data();
    void whatIsNoSessionIsNotResumed();

private:
    [[nodiscard]] QString session() const { return m_folder->filePath(u"a.inflight"_s); }
    [[nodiscard]] QStringList arguments(const QStringList &more) const
    {
        QStringList all{u"--headless"_s,
                        u"-q"_s,
                        u"-n"_s,
                        u"-o"_s,
                        m_folder->filePath(u"out.jsonl"_s),
                        u"-j"_s,
                        u"64"_s,
                        u"--max-per-host"_s,
                        u"64"_s};
        for (int i = 0; i < jobs; ++i)
            all.append(m_server->url(u"/%1/%2"_s.arg(i < jobs / 2 ? u"early"_s : u"late"_s).arg(i)));
        return all + more;
    }
    [[nodiscard]] int written() const
    {
        QFile file(m_folder->filePath(u"out.jsonl"_s));
        return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptServer> m_server;
};

void TestSessionTrouble::aFullDiskStopsNothing()
{
    QProcess process;
    limitRoom(process);
    QVERIFY(startInflight(process, arguments({u"--session"_s, session()})));
    QByteArray said;
    const auto says = [&](const QByteArray &words) {
        said += process.readAllStandardError();
        return said.contains(words);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("The run goes on"), patience);
    QVERIFY2(said.contains("a.inflight"), said.constData());
    // It is tried again once there is room, and nothing of it is missing.
    makeRoom(process);
    QTRY_VERIFY_WITH_TIMEOUT(says("written again"), patience);
    m_server->release();
    QCOMPARE(awaitInflight(process, patience).exitCode, 0);
    QCOMPARE(endedIn(session()), jobs);
    QCOMPARE(written(), jobs);
    QCOMPARE(SessionBodyReader(session()).body(0)->body.size(), 4000);
}

void TestSessionTrouble::aDiskThatStaysFull_data()
{
    QTest::addColumn<bool>("named");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a session that was asked for is one of the results") << true << 3;
    QTest::newRow("one that was not is none") << false << 0;
}

void TestSessionTrouble::aDiskThatStaysFull()
{
    QFETCH(bool, named);
    QFETCH(int, exitCode);
    m_server->release();
    QProcess process;
    limitRoom(process);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
    process.setProcessEnvironment(environment);
    // The results are small enough: only the session has the bodies.
    QVERIFY(
        startInflight(process, arguments(named ? QStringList{u"--session"_s, session()} : QStringList{})));
    const ProcessRun run = awaitInflight(process, patience);
    QVERIFY2(run.exitCode == exitCode, run.err.constData());
    QVERIFY2(run.err.contains("The session"), run.err.constData());
    QCOMPARE(written(), jobs);
}

void TestSessionTrouble::aFolderThatTakesNothing_data()
{
    aDiskThatStaysFull_data();
}

void TestSessionTrouble::aFolderThatTakesNothing()
{
    QFETCH(bool, named);
    QFETCH(int, exitCode);
    m_server->release();
    QFile block(m_folder->filePath(u"file"_s));
    QVERIFY(block.open(QIODevice::WriteOnly));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, block.fileName());
    process.setProcessEnvironment(environment);
    QVERIFY(startInflight(
        process, arguments(named ? QStringList{u"--session"_s, block.fileName() + "/a"_L1} : QStringList{})));
    const ProcessRun run = awaitInflight(process, patience);
    QVERIFY2(run.exitCode == exitCode, run.err.constData());
    QVERIFY2(run.err.contains("its folder cannot be written to"), run.err.constData());
    QCOMPARE(written(), jobs);
}

void TestSessionTrouble::whatWasSaidIsNotSaidAgainAtTheEnd()
{
    QProcess process;
    limitRoom(process);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
    process.setProcessEnvironment(environment);
    QVERIFY(startInflight(process, arguments({})));
    QByteArray said;
    const auto says = [&] { return (said += process.readAllStandardError()).contains("The run goes on"); };
    QTRY_VERIFY_WITH_TIMEOUT(says(), patience);
    m_server->release();
    const ProcessRun run = awaitInflight(process, patience);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE((said + run.err).count("The session"), 1);
}

/// Of a body that is a file beside the session.
void TestSessionTrouble::aLargeBodyHasNoRoom()
{
    QProcess process;
    limitRoom(process);
    QVERIFY(startInflight(
        process, {u"--headless"_s, u"-q"_s, u"-n"_s, u"--session"_s, session(), m_server->url(u"/large"_s)}));
    const ProcessRun run = awaitInflight(process, patience);
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains("could not be kept: File too large"), run.err.constData());
}

void TestSessionTrouble::anotherProgramHasItLocked()
{
    QProcess process;
    QVERIFY(startInflight(process, arguments({u"--session"_s, session()})));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(session()) && endedIn(session()) > 0, patience);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
        database.setDatabaseName(session());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
        m_server->release();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount() == jobs && m_server->inProgress() == 0, patience);
        QVERIFY(query.exec(u"COMMIT"_s));
    }
    QSqlDatabase::removeDatabase(u"locker"_s);
    QCOMPARE(awaitInflight(process, patience).exitCode, 0);
    QCOMPARE(endedIn(session()), jobs);
    QCOMPARE(written(), jobs);
}

void TestSessionTrouble::whatMayNotBeWrittenIsGoneOnWith_data()
{
    QTest::addColumn<bool>("folder");
    QTest::newRow("the file") << false;
    QTest::newRow("its folder") << true;
}

void TestSessionTrouble::whatMayNotBeWrittenIsGoneOnWith()
{
    QFETCH(bool, folder);
    MadeSession made(session());
    made.end(m_server->url(u"/early/0"_s), JobState::Succeeded, "body");
    made.queue(m_server->url(u"/early/1"_s));
    made.write();
    const QString place = folder ? m_folder->path() : session();
    const QFileDevice::Permissions before = QFile::permissions(place);
    QVERIFY(QFile::setPermissions(place, before & ~(QFileDevice::WriteOwner | QFileDevice::WriteUser)));
    QProcess process;
    obeyPermissions(process);
    QVERIFY(startInflight(process,
                          {u"--headless"_s, u"-q"_s, u"-n"_s, u"-o"_s, u"-"_s, u"--resume"_s, session()}));
    const ProcessRun run = awaitInflight(process, patience);
    QVERIFY(QFile::setPermissions(place, before));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.contains("nothing more is written to the session"), run.err.constData());
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(2));
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(endedIn(session()), 1);
}

/// Also when it is resumed once more: the one file can be copied to where nothing may be written.
void TestSessionTrouble::whatIsFinishedIsLeftWhole()
{
    MadeSession made(session());
    made.end(m_server->url(u"/early/0"_s), JobState::Succeeded, "body");
    made.write();
    const ProcessRun run =
        runInflight({u"--headless"_s, u"-q"_s, u"-n"_s, u"-o"_s, u"-"_s, u"--resume"_s, session()});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(!QFile::exists(session() + "-wal"_L1));
    QVERIFY(!QFile::exists(session() + "-shm"_L1));
    QFile file(session());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(20).last(2), "\1\1"_ba); // in WAL mode both are 2
}

/// It was copied without its log, which had nothing.
void TestSessionTrouble::aLoggedFileIsReadWhereNothingMayBeWritten()
{
    MadeSession made(session());
    made.end(m_server->url(u"/early/0"_s), JobState::Succeeded, "body");
    made.write();
    {
        const auto opened = SessionDatabase::open(session(), SessionDatabase::Access::Write);
        QVERIFY(std::holds_alternative<std::unique_ptr<SessionDatabase>>(opened));
    }
    QVERIFY(!QFile::exists(session() + "-wal"_L1));
    QVERIFY(QFile::setPermissions(session(), QFileDevice::ReadOwner));
    const QFileDevice::Permissions before = QFile::permissions(m_folder->path());
    QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    QProcess process;
    obeyPermissions(process);
    QVERIFY(startInflight(process,
                          {u"--headless"_s, u"-q"_s, u"-n"_s, u"-o"_s, u"-"_s, u"--resume"_s, session()}));
    const ProcessRun run = awaitInflight(process, patience);
    QVERIFY(QFile::setPermissions(m_folder->path(), before));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(1));
}

void TestSessionTrouble::whatANewerVersionWroteIsNotGoneOnWith_data()
{
    QTest::addColumn<bool>("writable");
    QTest::newRow("that may be written") << true;
    QTest::newRow("that may not be written") << false;
}

void TestSessionTrouble::whatANewerVersionWroteIsNotGoneOnWith()
{
    QFETCH(bool, writable);
    MadeSession made(session());
    made.queue(m_server->url(u"/early/0"_s));
    made.write();
    {
        const auto opened = SessionDatabase::open(session(), SessionDatabase::Access::Write);
        QVERIFY(!std::get<std::unique_ptr<SessionDatabase>>(opened)->execute(u"PRAGMA user_version=99"_s));
    }
    if (!writable)
        QVERIFY(QFile::setPermissions(session(), QFileDevice::ReadOwner | QFileDevice::ReadUser));
    QProcess process;
    obeyPermissions(process);
    QVERIFY(startInflight(process, {u"--headless"_s, u"-o"_s, u"-"_s, u"--resume"_s, session()}));
    const ProcessRun run = awaitInflight(process, patience);
    QVERIFY2(run.exitCode == 1, run.err.constData());
    QVERIFY2(run.err.contains("newer version"), run.err.constData());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(m_server->requestCount(), 0);
}

void TestSessionTrouble::whatIsNoSessionIsNotResumed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("text") << u"text"_s << "not a session"_ba;
    QTest::newRow("an empty file") << u"empty"_s << "not a session"_ba;
    QTest::newRow("a folder") << u"folder"_s << "no file"_ba;
    QTest::newRow("nothing") << u"missing"_s << "no"_ba;
    QTest::newRow("cut off") << u"cut"_s << "damaged"_ba;
    QTest::newRow("overwritten") << u"hole"_s << "damaged"_ba;
}

void TestSessionTrouble::whatIsNoSessionIsNotResumed()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, part);
    {
        Journal journal(session(), {});
        QVERIFY(!journal.start());
        AcceptedJobs accepted{0, {}, {}};
        for (int i = 0; i < 3000; ++i)
            accepted.inputs.append({.url = m_server->url(u"/early/%1"_s.arg(i))});
        journal.accept(accepted);
        QVERIFY(!journal.finish());
    }
    QFile file(session());
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (what == "text"_L1 || what == "empty"_L1) {
        file.resize(0);
        file.write(what == "text"_L1 ? "http://a.test/\n" : "");
    } else if (what == "cut"_L1) {
        file.resize(file.size() / 2);
    } else if (what == "hole"_L1) {
        file.seek(2 * 16384);
        file.write(QByteArray(static_cast<qsizetype>(file.size()) - 2 * 16384, 'x'));
    } else if (what == "folder"_L1 || what == "missing"_L1) {
        file.remove();
        if (what == "folder"_L1)
            QVERIFY(QDir().mkdir(session()));
    }
    file.close();
    const ProcessRun run = runInflight({u"--headless"_s, u"--resume"_s, session()});
    QVERIFY2(run.exitCode == 1, run.err.constData());
    QVERIFY2(run.err.contains(part) && run.err.contains("a.inflight"), run.err.constData());
    QCOMPARE(m_server->requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestSessionTrouble)
#include "tst_sessiontrouble.moc"
