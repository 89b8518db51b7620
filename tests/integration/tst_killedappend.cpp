// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/sessionreader.h"
#include "support/testsupport.h"

#include <QFile>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

constexpr int jobs = 60;

qsizetype endedIn(const QString &session)
{
    const auto read = readSession(session);
    const auto *const run = std::get_if<StoredRun>(&read);
    return run ? run->ended.size() : 0;
}

/// The paths that were answered, and how many more are to be.
class Given
{
public:
    void restart(int most)
    {
        const QMutexLocker lock(&m_mutex);
        m_paths.clear();
        m_left = most;
    }
    [[nodiscard]] bool give(const QByteArray &path)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_left == 0)
            return false;
        --m_left;
        m_paths.append(path);
        return true;
    }
    [[nodiscard]] int left() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_left;
    }
    [[nodiscard]] QByteArrayList paths() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_paths;
    }

private:
    mutable QMutex m_mutex;
    QByteArrayList m_paths;
    int m_left = 0;
};

QByteArrayList sorted(QByteArrayList lines)
{
    std::ranges::sort(lines);
    return lines;
}

} // namespace

/// The file of the stage append, of runs that were killed and gone on with.
class TestKilledAppend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_holds = false;
        m_given.restart(3 * jobs);
        m_server = std::make_unique<ScriptServer>([this](const ServerRequest &request) {
            const QByteArray path = request.path();
            const Script script =
                Script::answer(200, {{"Content-Type", "application/json"}}, "{\"path\": \"" + path + "\"}");
            const bool comes = !(m_holds && path == "/0") && m_given.give(path);
            return script.after(comes ? 10ms : 60s);
        });
        QFile list(m_folder->filePath(u"urls.txt"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        for (int i = 0; i < jobs; ++i)
            list.write(m_server->url(u"/%1"_s.arg(i)).toUtf8() + '\n');
    }

    void theFileIsAsOfAnUndisturbedRun_data();
    void theFileIsAsOfAnUndisturbedRun();
    void whatWaitedIsWrittenWhenNothingElseComes();
    void whatWaitedGoesToItsOwnFile_data();
    void whatWaitedGoesToItsOwnFile();
    void noRowIsThereTwice();
    void aForeignFileIsStillRefused();
    void stagesRunAgainBeginAnew();

private:
    [[nodiscard]] QString writePipeline(const QByteArray &options) const
    {
        QFile file(m_folder->filePath(u"p.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("{\"inflight\": 1, \"name\": \"p\", \"stages\": [{\"stage\": \"json\"}, {\"stage\": "
                       "\"append\", \"path\": \"out.jsonl\"" +
                       options + "}]}");
        return file.fileName();
    }
    [[nodiscard]] QString pathIn(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList begin(const QString &name, const QByteArray &options) const
    {
        return {u"--headless"_s,
                u"-q"_s,
                u"-n"_s,
                u"--session"_s,
                pathIn(name + ".inflight"_L1),
                u"--save-dir"_s,
                pathIn(name),
                u"-p"_s,
                writePipeline(options),
                u"-i"_s,
                pathIn(u"urls.txt"_s)};
    }
    [[nodiscard]] QStringList goOn(const QString &name) const
    {
        return {u"--headless"_s, u"-q"_s, u"-n"_s, u"--resume"_s, pathIn(name + ".inflight"_L1)};
    }
    [[nodiscard]] QByteArrayList linesOf(const QString &name) const
    {
        QFile file(pathIn(name + "/out.jsonl"_L1));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList{"no file"};
    }
    void killOnceAllButTheFirstHaveEnded(const QByteArray &options);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic_bool m_holds = false; ///< the first job's answer does not come
    Given m_given;
    std::unique_ptr<ScriptServer> m_server;
};

void TestKilledAppend::killOnceAllButTheFirstHaveEnded(const QByteArray &options)
{
    m_holds = true;
    QProcess process;
    QVERIFY(startInflight(process, begin(u"killed"_s, options)));
    QTRY_COMPARE_WITH_TIMEOUT(endedIn(pathIn(u"killed.inflight"_s)), jobs - 1, 20'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    m_holds = false;
}

void TestKilledAppend::theFileIsAsOfAnUndisturbedRun_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<bool>("inOrder");
    QTest::newRow("order of input") << R"(, "order": "input")"_ba << true;
    QTest::newRow("with their URLs") << R"(, "order": "input", "source": true)"_ba << true;
    QTest::newRow("in order, replacing") << R"(, "order": "input", "existing": "replace")"_ba << true;
    QTest::newRow("replacing") << R"(, "existing": "replace")"_ba << false;
    QTest::newRow("refusing") << R"(, "existing": "refuse")"_ba << false;
}

void TestKilledAppend::theFileIsAsOfAnUndisturbedRun()
{
    QFETCH(const QByteArray, options);
    QFETCH(const bool, inOrder);
    QCOMPARE(runInflight(begin(u"whole"_s, options)).exitCode, 0);
    const QByteArrayList expected = linesOf(u"whole"_s);
    QCOMPARE(expected.size(), jobs + 1);

    killOnceAllButTheFirstHaveEnded(options);
    const ProcessRun resumed = runInflight(goOn(u"killed"_s));
    QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
    const QByteArrayList lines = linesOf(u"killed"_s);
    QCOMPARE(inOrder ? lines : sorted(lines), inOrder ? expected : sorted(expected));
    // Once more there is nothing left to do.
    QCOMPARE(runInflight(goOn(u"killed"_s)).exitCode, 0);
    QCOMPARE(linesOf(u"killed"_s), lines);
}

void TestKilledAppend::whatWaitedIsWrittenWhenNothingElseComes()
{
    killOnceAllButTheFirstHaveEnded(R"(, "order": "input")");
    m_server.reset(); // the first one fails
    QCOMPARE(runInflight(goOn(u"killed"_s) + QStringList{u"--retry"_s, u"0"_s}).exitCode, 2);
    QCOMPARE(linesOf(u"killed"_s).size(), jobs);
}

void TestKilledAppend::whatWaitedGoesToItsOwnFile_data()
{
    QTest::addColumn<QByteArray>("later"); // stages behind json
    QTest::newRow("another file") << R"({"stage": "append", "path": "later.jsonl", "order": "input"})"_ba;
    QTest::newRow("another file before it")
        << R"({"stage": "append", "path": "later.jsonl"}, {"stage": "append", "path": "out.jsonl"})"_ba;
    QTest::newRow("another format") << R"({"stage": "append", "path": "later.csv"})"_ba;
    QTest::newRow("none") << R"({"stage": "digest"})"_ba;
}

void TestKilledAppend::whatWaitedGoesToItsOwnFile()
{
    QFETCH(const QByteArray, later);
    killOnceAllButTheFirstHaveEnded(R"(, "order": "input")");
    QFile other(pathIn(u"later.json"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(R"({"inflight": 1, "name": "later", "stages": [{"stage": "json"}, )" + later + "]}");
    other.close();
    const ProcessRun resumed = runInflight(goOn(u"killed"_s) + QStringList{u"-p"_s, other.fileName()});
    QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
    QByteArrayList lines = linesOf(u"killed"_s);
    QCOMPARE(lines.takeLast(), QByteArray());
    lines.removeOne(R"({"path":"/0"})"_ba); // of the later pipeline, where it has this file, too
    QCOMPARE(lines.size(), jobs - 1);
    for (int i = 1; i < jobs; ++i)
        QCOMPARE(lines.at(i - 1), "{\"path\":\"/" + QByteArray::number(i) + "\"}");
    for (const QString &name : {u"later.jsonl"_s, u"later.csv"_s}) {
        QFile file(pathIn(u"killed/"_s + name));
        if (file.open(QIODevice::ReadOnly))
            QCOMPARE(file.readAll().count("/"), 1);
    }
    // Once more there is nothing left to do.
    QCOMPARE(runInflight(goOn(u"killed"_s)).exitCode, 0);
    QCOMPARE(linesOf(u"killed"_s).count(R"({"path":"/1"})"_ba), 1);
}

/// Killed over and over as soon as rows are in the file, of jobs that are not in the session yet.
void TestKilledAppend::noRowIsThereTwice()
{
    QCOMPARE(runInflight(begin(u"whole"_s, {})).exitCode, 0);
    const QByteArrayList expected = sorted(linesOf(u"whole"_s));
    const QString session = pathIn(u"killed.inflight"_s);
    const auto hasAllGiven = [&] {
        const QByteArrayList lines = linesOf(u"killed"_s);
        return QFileInfo::exists(session) && m_given.left() == 0 &&
               std::ranges::all_of(m_given.paths(), [&lines](const QByteArray &path) {
                   return lines.contains("{\"path\":\"" + path + "\"}");
               });
    };
    for (int kills = 0; kills < 4; ++kills) {
        m_given.restart(12);
        QProcess process;
        QVERIFY(startInflight(process, kills > 0 ? goOn(u"killed"_s) : begin(u"killed"_s, {})));
        QTRY_VERIFY_WITH_TIMEOUT(hasAllGiven(), 20'000);
        process.kill();
        QVERIFY(process.waitForFinished());
    }
    m_given.restart(jobs);
    const ProcessRun last = runInflight(goOn(u"killed"_s));
    QVERIFY2(last.exitCode == 0, last.err.constData());
    QCOMPARE(sorted(linesOf(u"killed"_s)), expected);
}

void TestKilledAppend::aForeignFileIsStillRefused()
{
    QVERIFY(QDir().mkpath(pathIn(u"killed"_s)));
    QFile foreign(pathIn(u"killed/out.jsonl"_s));
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("1\n") == 2 && foreign.flush());
    m_holds = true;
    killOnceAllButTheFirstHaveEnded(R"(, "existing": "refuse")");
    QCOMPARE(runInflight(goOn(u"killed"_s)).exitCode, 2);
    QCOMPARE(linesOf(u"killed"_s), (QByteArrayList{"1", ""}));
}

void TestKilledAppend::stagesRunAgainBeginAnew()
{
    const QByteArray options = R"(, "order": "input", "existing": "replace")";
    QCOMPARE(runInflight(begin(u"whole"_s, options)).exitCode, 0);
    const QByteArrayList expected = linesOf(u"whole"_s);
    QCOMPARE(runInflight(goOn(u"whole"_s) + QStringList{u"--again"_s, u"stages"_s}).exitCode, 0);
    QCOMPARE(linesOf(u"whole"_s), expected);
}

QTEST_GUILESS_MAIN(TestKilledAppend)
#include "tst_killedappend.moc"
