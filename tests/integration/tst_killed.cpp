// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/sessionreader.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

constexpr int perSession = 400;
constexpr int atOnce = 8;
constexpr int inFlight = 64; ///< jobs, as without --jobs

/// Counts the requests for each path.
class Counts
{
public:
    void add(const QByteArray &path)
    {
        const QMutexLocker lock(&m_mutex);
        ++m_counts[path];
        ++m_all;
    }
    [[nodiscard]] int of(const QByteArray &path) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_counts.value(path);
    }
    [[nodiscard]] int all() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_all;
    }

private:
    mutable QMutex m_mutex;
    QHash<QByteArray, int> m_counts;
    int m_all = 0;
};

/// What a job's result is, without what differs from run to run.
QByteArray essenceOf(const JobRecord &record, const std::optional<StoredBody> &body)
{
    const QByteArray bytes = body ? body->body.bytes().toByteArray() : QByteArray("none");
    return record.url.toUtf8() + ' ' + QByteArray::number(record.status) + ' ' +
           QByteArray::number(static_cast<int>(record.state)) + ' ' + record.sha256 + ' ' + record.output +
           ' ' + bytes;
}

StoredRun runIn(const QString &path)
{
    auto read = readSession(path);
    return std::holds_alternative<StoredRun>(read) ? std::get<StoredRun>(std::move(read)) : StoredRun{};
}

QByteArrayList essencesIn(const QString &path)
{
    QByteArrayList essences;
    SessionBodyReader bodies(path);
    for (const RestoredJob &job : runIn(path).jobs)
        essences.append(job.record ? essenceOf(*job.record, bodies.body(job.record->id)) : "unfinished"_ba);
    return essences;
}

} // namespace

/// Runs that were killed and gone on with, as a process.
class TestKilled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_counts = std::make_unique<Counts>();
        m_server = std::make_unique<ScriptServer>([this](const ServerRequest &request) {
            const QByteArray path = request.path();
            m_counts->add(path);
            if (path.endsWith("7"))
                return Script::answer(404, {}, "none").after(20ms);
            return Script::answer(200, {{"Content-Type", "application/json"}},
                                  "{\"path\": \"" + path + "\", \"much\": \"" + QByteArray(3000, 'x') + "\"}")
                .after(20ms);
        });
        QFile list(m_folder->filePath(u"urls.txt"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        for (int i = 0; i < perSession; ++i)
            list.write(m_server->url(u"/%1"_s.arg(i)).toUtf8() + '\n');
        QFile pipeline(m_folder->filePath(u"p.json"_s));
        QVERIFY(pipeline.open(QIODevice::WriteOnly));
        pipeline.write("{\"inflight\": 1, \"name\": \"p\", \"stages\": [{\"stage\": \"json\"}, "
                       "{\"stage\": \"check\", \"exists\": [\"/path\"]}]}");
    }

    void nothingIsLostAndNothingFetchedTwice();
    void anInterruptedRunGoesOn();
    void outputsHaveEveryJob();
    void whatIsOverFetchesNothing();
    void aSessionInUseIsRefused();
    void theSessionIsThereBeforeTheFirstRequest();

private:
    [[nodiscard]] QStringList begin(const QString &session) const
    {
        return {u"--headless"_s,
                u"-q"_s,
                u"-n"_s,
                u"--max-per-host"_s,
                QString::number(atOnce),
                u"--session"_s,
                session,
                u"-p"_s,
                m_folder->filePath(u"p.json"_s),
                u"-i"_s,
                m_folder->filePath(u"urls.txt"_s)};
    }
    [[nodiscard]] QStringList goOn(const QString &session) const
    {
        return QFileInfo::exists(session)
                   ? QStringList{u"--headless"_s, u"-q"_s, u"-n"_s, u"--resume"_s, session}
                   : begin(session);
    }
    int killAndGoOn(const QString &session, int kills, QRandomGenerator &random);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Counts> m_counts;
    std::unique_ptr<ScriptServer> m_server;
};

/// Kills the run at random moments, at most so many times, until it ends by itself. How often it was killed.
int TestKilled::killAndGoOn(const QString &session, int kills, QRandomGenerator &random)
{
    QHash<QByteArray, int> committed; ///< requests that each job had when its end was found in the session
    for (int killed = 0;;) {
        const int requestsBefore = m_counts->all();
        const auto committedBefore = committed.size();
        QProcess process;
        if (!startInflight(process, goOn(session)))
            qFatal("it does not start");
        const bool ended = process.waitForFinished(killed < kills ? random.bounded(20, 410) : 30'000);
        if (ended && (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 2))
            qFatal("it ended with %d: %s", process.exitCode(), process.readAllStandardError().constData());
        if (ended)
            return killed;
        process.kill();
        process.waitForFinished();
        ++killed;
        for (const RestoredJob &job : runIn(session).jobs) {
            const QByteArray path = QUrl(job.input.url).path().toUtf8();
            if (!job.record)
                continue;
            const auto known = committed.constFind(path);
            if (known == committed.constEnd())
                committed.insert(path, m_counts->of(path));
            else if (*known != m_counts->of(path))
                qFatal("fetched again: %s", path.constData());
        }
        // What is lost is in flight, or ended in the quarter of a second before a commit, at 20 ms each.
        const auto lost = m_counts->all() - requestsBefore - (committed.size() - committedBefore);
        if (lost > atOnce + atOnce * 1000 / 20 / 2)
            qFatal("%d requests are lost", static_cast<int>(lost));
    }
}

void TestKilled::nothingIsLostAndNothingFetchedTwice()
{
    const QString whole = m_folder->filePath(u"whole.inflight"_s);
    QCOMPARE(runInflight(begin(whole)).exitCode, 2);
    const QByteArrayList expected = essencesIn(whole);
    QCOMPARE(expected.size(), perSession);
    QVERIFY(!expected.contains("unfinished"));

    const int wanted = qEnvironmentVariableIntValue("INFLIGHT_KILLS") > 0
                           ? qEnvironmentVariableIntValue("INFLIGHT_KILLS")
                           : 200;
    QRandomGenerator random(20'261'124);
    int kills = 0;
    for (int round = 0; kills < wanted; ++round) {
        const QString session = m_folder->filePath(u"%1.inflight"_s.arg(round));
        m_counts = std::make_unique<Counts>();
        kills += killAndGoOn(session, wanted - kills, random);
        QCOMPARE(essencesIn(session), expected);
    }
    QCOMPARE(kills, wanted);
}

void TestKilled::anInterruptedRunGoesOn()
{
    const QString session = m_folder->filePath(u"a.inflight"_s);
    QProcess process;
    QVERIFY(startInflight(process, begin(session)));
    QTRY_VERIFY_WITH_TIMEOUT(m_counts->all() > 2 * inFlight, 30'000);
    process.terminate();
    QCOMPARE(awaitInflight(process).exitCode, 130);
    const int before = m_counts->all();
    const StoredRun run = runIn(session);
    QCOMPARE(run.jobs.size(), perSession);
    // What was answered already may have been in a stage, or before one.
    QVERIFY(run.ended.size() >= before - inFlight && run.ended.size() < perSession);
    QCOMPARE(runInflight(goOn(session)).exitCode, 2);
    QCOMPARE(m_counts->all(), before + perSession - static_cast<int>(run.ended.size()));
    QVERIFY(!essencesIn(session).contains("unfinished"));
}

void TestKilled::outputsHaveEveryJob()
{
    const QString session = m_folder->filePath(u"a.inflight"_s);
    QProcess process;
    QVERIFY(startInflight(process, begin(session)));
    QTRY_VERIFY_WITH_TIMEOUT(m_counts->all() > 50, 10'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    const ProcessRun run =
        runInflight(goOn(session) + QStringList{u"-o"_s, u"-"_s, m_server->url(u"/more"_s)});
    QCOMPARE(sortedIds(recordsOf(run.out)), idsUpTo(perSession + 1));
    // The run's own flags hold, and its pipeline.
    const QJsonObject last = recordsOf(run.out).constLast();
    QCOMPARE(last[u"stages"_s].toArray().size(), 3);
}

void TestKilled::whatIsOverFetchesNothing()
{
    const QString session = m_folder->filePath(u"a.inflight"_s);
    QCOMPARE(runInflight(begin(session)).exitCode, 2);
    const int before = m_counts->all();
    const ProcessRun again = runInflight({u"--headless"_s, u"--resume"_s, session, u"-o"_s, u"-"_s});
    QCOMPARE(again.exitCode, 2);
    QCOMPARE(recordsOf(again.out).size(), perSession);
    QCOMPARE(m_counts->all(), before);
    // A new run does not write over it.
    const ProcessRun over = runInflight(begin(session));
    QCOMPARE(over.exitCode, 1);
    QVERIFY(over.err.contains("is there already"));
}

void TestKilled::aSessionInUseIsRefused()
{
    const QString session = m_folder->filePath(u"a.inflight"_s);
    QProcess process;
    QVERIFY(startInflight(process, begin(session)));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(session) && !runIn(session).jobs.isEmpty(), 10'000);
    const ProcessRun other = runInflight({u"--headless"_s, u"--resume"_s, session});
    QCOMPARE(other.exitCode, 1);
    QVERIFY2(other.err.contains("in use"), other.err.constData());
    QVERIFY(awaitInflight(process).finished);
}

void TestKilled::theSessionIsThereBeforeTheFirstRequest()
{
    const QString session = m_folder->filePath(u"a.inflight"_s);
    std::atomic<qsizetype> known = -1; // inputs in the session when the first request came
    ScriptServer server([&](const ServerRequest &) {
        if (known < 0)
            known = runIn(session).jobs.size();
        return Script::answer(200);
    });
    QStringList arguments{u"--headless"_s, u"-q"_s, u"--session"_s, session};
    for (int i = 0; i < 50; ++i)
        arguments.append(server.url(u"/%1"_s.arg(i)));
    QCOMPARE(runInflight(arguments).exitCode, 0);
    QCOMPARE(known.load(), 50);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
