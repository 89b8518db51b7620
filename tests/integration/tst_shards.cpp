// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int shardCount = 4;
constexpr int serverCount = 12;
constexpr int pathCount = 5;

Script answerFor(const ServerRequest &request)
{
    return Script::answer(200, {{"Content-Type", "text/plain"}}, "body of " + request.path());
}

QSet<QString> urlsOf(const QList<QJsonObject> &records)
{
    QSet<QString> urls;
    for (const QJsonObject &record : records)
        urls.insert(record["url"_L1].toString());
    return urls;
}

} // namespace

/// One list, divided among processes as it would be among machines, and joined again.
class TestShards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fourProcessesTakeEverythingOnce();
    void dumpHasTheShareAlone();
    void emptyShareIsNoFault();
    void sessionsAreMerged();
    void halfFromAFileAndHalfFromStdin();
    void emptyShareHasItsSession();
    void whatIsGivenLaterComesLater();
    void aSessionIsNotDivided();

private:
    [[nodiscard]] QString session(int shard) const { return m_folder.filePath(u"shard%1"_s.arg(shard)); }

    std::vector<std::unique_ptr<ScriptServer>> m_servers;
    QStringList m_urls;
    QTemporaryDir m_folder;
    QString m_list;
};

void TestShards::initTestCase()
{
    QFile list(m_folder.filePath(u"list"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    for (int server = 0; server < serverCount; ++server)
        m_servers.push_back(std::make_unique<ScriptServer>(answerFor));
    for (int path = 0; path < pathCount; ++path) {
        for (const auto &server : m_servers) {
            m_urls.append(server->url(u"/%1"_s.arg(path)));
            list.write(m_urls.last().toUtf8() + '\n');
        }
    }
    m_list = list.fileName();
}

void TestShards::fourProcessesTakeEverythingOnce()
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int shard = 1; shard <= shardCount; ++shard) {
        processes.push_back(std::make_unique<QProcess>());
        QVERIFY(startInflight(*processes.back(),
                              {u"--headless"_s, u"-i"_s, m_list, u"-o"_s, u"-"_s, u"--session"_s,
                               session(shard), u"--shard"_s, u"%1/%2"_s.arg(shard).arg(shardCount)}));
    }
    QSet<QString> all;
    QSet<QString> origins;
    for (const auto &process : processes) {
        const ProcessRun run = awaitInflight(*process);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QList<QJsonObject> records = recordsOf(run.out);
        QCOMPARE(sortedIds(records), idsUpTo(static_cast<int>(records.size())));
        const QSet<QString> urls = urlsOf(records);
        QVERIFY(!all.intersects(urls));
        all.unite(urls);
        QSet<QString> own;
        for (const QString &url : urls)
            own.insert(url.section(u'/', 0, 2));
        QVERIFY(!origins.intersects(own));
        origins.unite(own);
    }
    QCOMPARE(all, QSet<QString>(m_urls.begin(), m_urls.end()));
    for (const auto &server : m_servers)
        QCOMPARE(server->requestCount(), pathCount);
}

void TestShards::dumpHasTheShareAlone()
{
    QSet<QString> all;
    qsizetype count = 0;
    for (int shard = 1; shard <= 3; ++shard) {
        const ProcessRun run = runInflight({u"--dump"_s, u"--shard"_s, u"%1/3"_s.arg(shard), u"-i"_s, u"-"_s},
                                           m_urls.join(u'\n').toUtf8());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QSet<QString> urls = urlsOf(recordsOf(run.out));
        all.unite(urls);
        count += urls.size();
    }
    QCOMPARE(count, m_urls.size());
    QCOMPARE(all.size(), m_urls.size());
}

void TestShards::emptyShareIsNoFault()
{
    qsizetype records = 0;
    for (const QString &face : {u"--dump"_s, u"--headless"_s}) {
        for (const QString &shard : {u"1/2"_s, u"2/2"_s}) {
            const ProcessRun run = runInflight({face, u"--no-session"_s, u"--retry"_s, u"0"_s, u"--shard"_s,
                                                shard, u"http://127.0.0.1:9/"_s});
            const bool hasJob = face == "--dump"_L1 ? !run.out.isEmpty() : run.err.startsWith("failed #0 ");
            QCOMPARE(run.exitCode, face == "--headless"_L1 && hasJob ? 2 : 0);
            records += hasJob ? 1 : 0;
        }
    }
    QCOMPARE(records, 2);
}

/// Each share counts on from its own last place, so the order is that of the lists for each origin.
void TestShards::whatIsGivenLaterComesLater()
{
    const QStringList early = m_urls.first(m_urls.size() / 2);
    const QStringList late = m_urls.sliced(early.size());
    QStringList arguments{u"--headless"_s, u"--session"_s, m_folder.filePath(u"both"_s), u"--merge"_s};
    for (int shard = 1; shard <= shardCount; ++shard) {
        const QString session = m_folder.filePath(u"early%1"_s.arg(shard));
        for (const auto &[flag, urls] : {std::pair(u"--session"_s, early), std::pair(u"--resume"_s, late)}) {
            const ProcessRun run = runInflight({u"--headless"_s, flag, session, u"--shard"_s,
                                                u"%1/%2"_s.arg(shard).arg(shardCount), u"-i"_s, u"-"_s},
                                               urls.join(u'\n').toUtf8());
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
        arguments.append(session);
    }
    const ProcessRun joined = runInflight(arguments);
    QVERIFY2(joined.exitCode == 0, joined.err.constData());
    QHash<QString, qint64> places;
    for (const QJsonObject &record : recordsOf(runHeadlessly({m_folder.filePath(u"both"_s)}).out))
        places.insert(record["url"_L1].toString(), record["id"_L1].toInteger());
    QCOMPARE(places.size(), m_urls.size());
    for (const QString &before : early) {
        for (const QString &after : late) {
            if (before.section(u'/', 0, 2) == after.section(u'/', 0, 2))
                QVERIFY(places.value(before) < places.value(after));
        }
    }
}

/// All of it would be fetched on every machine.
void TestShards::aSessionIsNotDivided()
{
    const QString session = m_folder.filePath(u"whole"_s);
    const ProcessRun before = runHeadlessly({u"--session"_s, session, m_urls.first()});
    QVERIFY2(before.exitCode == 0, before.err.constData());
    const ProcessRun run = runHeadlessly({u"--resume"_s, session, u"--shard"_s, u"1/2"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("--shard: the inputs of a session are not divided"), run.err.constData());
    QVERIFY2(run.out.isEmpty(), run.out.constData());
}

/// Whoever collects the files of all shares looks for it.
void TestShards::emptyShareHasItsSession()
{
    const qint64 before = m_servers.front()->requestCount();
    QStringList arguments{u"--headless"_s, u"--session"_s, m_folder.filePath(u"few"_s), u"--merge"_s};
    for (int shard = 1; shard <= shardCount; ++shard) {
        const QString session = m_folder.filePath(u"few%1"_s.arg(shard));
        const ProcessRun run = runHeadlessly({u"--shard"_s, u"%1/%2"_s.arg(shard).arg(shardCount),
                                              u"--session"_s, session, m_servers.front()->url(u"/few"_s)});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(QFile::exists(session), run.err.constData());
        arguments.append(session);
    }
    const ProcessRun joined = runInflight(arguments);
    QVERIFY2(joined.exitCode == 0, joined.err.constData());
    const ProcessRun run = runHeadlessly({m_folder.filePath(u"few"_s)});
    QCOMPARE(recordsOf(run.out).size(), 1);
    QCOMPARE(m_servers.front()->requestCount(), before + 1);
}

void TestShards::sessionsAreMerged()
{
    const QString merged = m_folder.filePath(u"merged"_s);
    QStringList arguments{u"--headless"_s, u"--session"_s, merged, u"--merge"_s};
    for (int shard = 1; shard <= shardCount; ++shard) {
        QVERIFY(QFile::exists(session(shard)));
        arguments.append(session(shard));
    }
    const ProcessRun joined = runInflight(arguments);
    QVERIFY2(joined.exitCode == 0, joined.err.constData());
    const ProcessRun run = runHeadlessly({merged});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QList<QJsonObject> records = recordsOf(run.out);
    QCOMPARE(sortedIds(records), idsUpTo(static_cast<int>(m_urls.size())));
    for (const QJsonObject &record : records)
        QCOMPARE(record["url"_L1].toString(), m_urls.at(record["id"_L1].toInt()));
    for (const auto &server : m_servers)
        QCOMPARE(server->requestCount(), pathCount);
}

void TestShards::halfFromAFileAndHalfFromStdin()
{
    const QStringList first = m_urls.first(m_urls.size() / 2);
    const QStringList rest = m_urls.sliced(first.size());
    const QString half = m_folder.filePath(u"half"_s);
    QFile file(half);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(first.join(u'\n').toUtf8() + '\n');
    file.close();
    QStringList arguments{u"--headless"_s, u"--session"_s, m_folder.filePath(u"halves"_s), u"--merge"_s};
    for (int shard = 1; shard <= shardCount; ++shard) {
        const QString part = m_folder.filePath(u"half%1"_s.arg(shard));
        const ProcessRun run =
            runInflight({u"--headless"_s, u"--session"_s, part, u"--shard"_s,
                         u"%1/%2"_s.arg(shard).arg(shardCount), u"-i"_s, half, u"-i"_s, u"-"_s},
                        rest.join(u'\n').toUtf8());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        if (QFile::exists(part))
            arguments.append(part);
    }
    const ProcessRun joined = runInflight(arguments);
    QVERIFY2(joined.exitCode == 0, joined.err.constData());
    const ProcessRun run = runHeadlessly({m_folder.filePath(u"halves"_s)});
    const QList<QJsonObject> records = recordsOf(run.out);
    QCOMPARE(sortedIds(records), idsUpTo(static_cast<int>(m_urls.size())));
    for (const QJsonObject &record : records)
        QCOMPARE(record["url"_L1].toString(), m_urls.at(record["id"_L1].toInt()));
}

QTEST_GUILESS_MAIN(TestShards)
#include "tst_shards.moc"
