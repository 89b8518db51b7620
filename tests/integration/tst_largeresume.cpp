// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/journal.h"
#include "store/session/sessionreader.h"
#include "support/enginerun.h"
#include "support/testsupport.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 bodySize = 8 * megabyte;

QByteArray randomBody(quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(bodySize, Qt::Uninitialized);
    for (qsizetype i = 0; i + 4 <= bytes.size(); i += 4) {
        const quint32 four = random.generate();
        std::memcpy(bytes.data() + i, &four, 4);
    }
    return bytes;
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Where a request wants the body to begin; 0: at the start.
qint64 firstByteOf(const ServerRequest &request)
{
    const QByteArray range = headerValue(request.headers, "range");
    return range.startsWith("bytes=") ? range.sliced(6).chopped(1).toLongLong() : 0;
}

/// The files of parts of a session, and their bytes.
qint64 partBytes(const QString &session)
{
    qint64 bytes = 0;
    QDirIterator it(SessionBodies(session).partsFolder(), QDir::Files);
    while (it.hasNext()) {
        it.next();
        bytes += it.fileInfo().size();
    }
    return bytes;
}

} // namespace

/// Large downloads that are gone on with after the process, or the job, came to an end in the middle of them.
class TestLargeResume final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_body = randomBody(1);
        m_tag = "\"one\"";
        m_doesRanges = true;
        m_interval = 20ms;
        m_server =
            std::make_unique<ScriptServer>([this](const ServerRequest &request) { return answer(request); });
    }
    void cleanup() { m_server.reset(); }

    void goesOnAfterKills();
    void whatChangedBeginsAgain();
    void aServerWithoutRangesBeginsAgain();
    void whatIsWholeButNotNotedAsksForAByte();
    void afterARebootOnlyWhatWasOnTheDiskCounts();
    void goesOnWhenItIsTriedAgain_data();
    void goesOnWhenItIsTriedAgain();
    void withoutAPlaceForPartsItIsFetchedAllTheSame();

private:
    Script answer(const ServerRequest &request);
    [[nodiscard]] QString session() const { return m_folder->filePath(u"a.inflight"_s); }
    [[nodiscard]] QStringList arguments(const QString &flag) const
    {
        return {u"--headless"_s, u"-q"_s, u"-n"_s, flag, session()};
    }
    void killInTheMiddle(const QStringList &arguments, qint64 bytes);
    void beginAndKill(qint64 bytes = 2 * megabyte)
    {
        killInTheMiddle(arguments(u"--session"_s) + QStringList{m_server->url(u"/big"_s)}, bytes);
    }
    void resumeToTheEnd();
    [[nodiscard]] QList<qint64> firstBytes() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptServer> m_server;
    QByteArray m_body; ///< changed only while nothing is asked for
    QByteArray m_tag;
    bool m_doesRanges = true;
    std::chrono::milliseconds m_interval{20}; ///< between two pieces of 128 KiB
};

Script TestLargeResume::answer(const ServerRequest &request)
{
    HeaderList headers{{"ETag", m_tag}, {"Content-Type", "application/octet-stream"}};
    qint64 first = 0;
    if (m_doesRanges) {
        headers.append(Header{"Accept-Ranges", "bytes"});
        if (headerValue(request.headers, "if-range") == m_tag)
            first = firstByteOf(request);
    }
    const QByteArray body = m_body;
    headers.append(Header{"Content-Length", QByteArray::number(body.size() - first)});
    if (first > 0)
        headers.append(Header{"Content-Range", "bytes " + QByteArray::number(first) + '-' +
                                                   QByteArray::number(body.size() - 1) + '/' +
                                                   QByteArray::number(body.size())});
    return Script::head(first > 0 ? 206 : 200, headers)
        .stream(
            body.size() - first, [body, first](qint64 at, qint64 most) { return body.mid(first + at, most); },
            128 * 1024, m_interval);
}

/// Kills the program once its part has so many bytes.
void TestLargeResume::killInTheMiddle(const QStringList &arguments, qint64 bytes)
{
    QProcess process;
    QVERIFY(startInflight(process, arguments));
    QTRY_VERIFY_WITH_TIMEOUT(partBytes(session()) >= bytes, 30'000);
    // What the session knows of it is there at most a quarter of a second later.
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<StoredRun>(readSession(session())) &&
                                 std::get<StoredRun>(readSession(session())).jobs.constFirst().part,
                             30'000);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestLargeResume::resumeToTheEnd()
{
    m_interval = 0ms;
    const ProcessRun run = runInflight(arguments(u"--resume"_s) + QStringList{u"-o"_s, u"-"_s}, {}, 60'000);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonObject record = onlyRecord(run);
    QCOMPARE(record[u"sha256"_s].toString().toLatin1(), digestOf(m_body));
    QCOMPARE(record[u"status"_s].toInt(), 200);
    QCOMPARE(record[u"bytes"_s].toInteger(), bodySize);
    QCOMPARE(SessionBodyReader(session()).body(0)->body.bytes(), QByteArrayView(m_body));
    QCOMPARE(partBytes(session()), 0);
}

QList<qint64> TestLargeResume::firstBytes() const
{
    QList<qint64> list;
    for (const ServerRequest &request : m_server->requests())
        list.append(firstByteOf(request));
    return list;
}

void TestLargeResume::goesOnAfterKills()
{
    beginAndKill();
    killInTheMiddle(arguments(u"--resume"_s), 4 * megabyte);
    const qint64 had = partBytes(session());
    resumeToTheEnd();
    const QList<qint64> asked = firstBytes();
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked.at(0), 0);
    QVERIFY(asked.at(1) >= 2 * megabyte);
    // Nothing that was there is fetched again.
    QCOMPARE(asked.at(2), had);
    QCOMPARE(headerValue(m_server->requests().constLast().headers, "if-range"), "\"one\""_ba);
}

void TestLargeResume::whatChangedBeginsAgain()
{
    beginAndKill();
    m_body = randomBody(2);
    m_tag = "\"two\"";
    resumeToTheEnd();
    QCOMPARE(m_server->requestCount(), 2);
    QVERIFY(firstBytes().constLast() > 0);
}

void TestLargeResume::aServerWithoutRangesBeginsAgain()
{
    m_doesRanges = false;
    QProcess process;
    QVERIFY(startInflight(process, arguments(u"--session"_s) + QStringList{m_server->url(u"/big"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->inProgress() == 1 && QFileInfo::exists(session()), 30'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(partBytes(session()), 0);
    resumeToTheEnd();
    QCOMPARE(firstBytes(), (QList<qint64>{0, 0}));
}

/// As it is when the process is killed between the last byte and the commit.
void TestLargeResume::whatIsWholeButNotNotedAsksForAByte()
{
    beginAndKill();
    QDirIterator it(SessionBodies(session()).partsFolder(), QDir::Files);
    QFile part(it.next());
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write(m_body);
    part.close();
    resumeToTheEnd();
    QCOMPARE(firstBytes(), (QList<qint64>{0, bodySize - 1}));
}

void TestLargeResume::afterARebootOnlyWhatWasOnTheDiskCounts()
{
    beginAndKill();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(session());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE parts SET boot = 'another', size = 1500000"_s));
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    resumeToTheEnd();
    QCOMPARE(firstBytes(), (QList<qint64>{0, 1'500'000}));
}

void TestLargeResume::goesOnWhenItIsTriedAgain_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("cancelled by a person") << true;
    QTest::newRow("cut off by the server") << false;
}

void TestLargeResume::goesOnWhenItIsTriedAgain()
{
    QFETCH(const bool, cancelled);
    Journal journal(session(), {});
    QVERIFY(!journal.start());
    RunSettings settings = EngineRun::defaults();
    settings.retry.retries = 0;
    Engine engine(settings, &journal);
    RunTotals totals;
    connect(&engine, &Engine::updated, this, [&totals](const ChangeBatch &batch) { totals = batch.totals; });
    engine.submit({{.url = m_server->url(u"/big"_s)}});
    QTRY_VERIFY_WITH_TIMEOUT(partBytes(session()) >= 2 * megabyte, 30'000);
    if (cancelled)
        engine.cancelAll();
    else
        m_server->dropConnections();
    QTRY_COMPARE_WITH_TIMEOUT(totals.cancelled + totals.failed, 1, 30'000);
    const qint64 had = partBytes(session());
    QVERIFY(had >= 2 * megabyte && had < bodySize);
    engine.retry({0});
    QTRY_COMPARE_WITH_TIMEOUT(totals.succeeded, 1, 30'000);
    engine.stop();
    QSignalSpy stopped(&engine, &Engine::stopped);
    QVERIFY(stopped.count() > 0 || stopped.wait(30'000));
    QVERIFY(!journal.finish());
    QCOMPARE(firstBytes(), (QList<qint64>{0, had}));
    QCOMPARE(SessionBodyReader(session()).body(0)->body.bytes(), QByteArrayView(m_body));
    QCOMPARE(partBytes(session()), 0);
}

void TestLargeResume::withoutAPlaceForPartsItIsFetchedAllTheSame()
{
    // A file where the folder of bodies should be.
    QFile block(session() + ".bodies"_L1);
    QVERIFY(block.open(QIODevice::WriteOnly));
    block.close();
    m_interval = 0ms;
    const ProcessRun run = runHeadlessly({u"-q"_s, u"--session"_s, session(), m_server->url(u"/big"_s)});
    QCOMPARE(onlyRecord(run)[u"sha256"_s].toString().toLatin1(), digestOf(m_body));
    // The session was asked for, and is not whole.
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains("could not be kept"), run.err.constData());
}

QTEST_GUILESS_MAIN(TestLargeResume)
#include "tst_largeresume.moc"
