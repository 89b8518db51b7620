// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

constexpr int jobs = 300;
constexpr int mostKills = 8;

/// Every second one of the same name.
QString pathOf(int job)
{
    return job % 2 == 0 ? u"/%1.txt"_s.arg(job) : u"/folder%1/same.txt"_s.arg(job);
}

QStringList contentsIn(const QString &folder)
{
    QStringList contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        contents.append(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : u"?"_s);
    }
    contents.sort();
    return contents;
}

} // namespace

/// Runs that save files, were killed and gone on with.
class TestKilledSave final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyJobHasOneFile();
    void whatWasFoundHasOneFileAndOneRow();

private:
    [[nodiscard]] QString pathIn(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList arguments(const QString &pipeline) const
    {
        const QString session = pathIn(u"a.inflight"_s);
        if (QFile::exists(session))
            return {u"--headless"_s, u"-q"_s, u"-n"_s, u"--resume"_s, session};
        return {u"--headless"_s,
                u"-q"_s,
                u"-n"_s,
                u"--session"_s,
                session,
                u"--save-dir"_s,
                pathIn(u"saved"_s),
                u"-p"_s,
                pipeline,
                u"-i"_s,
                pathIn(u"urls.txt"_s)};
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(pathIn(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    }
    /// Kills it again and again, and lets it come to its end after that.
    void killAndGoOn(const QString &pipeline) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestKilledSave::killAndGoOn(const QString &pipeline) const
{
    QRandomGenerator random(20'261'128);
    bool ended = false;
    int kills = 0;
    while (!ended) {
        QProcess process;
        QVERIFY(startInflight(process, arguments(pipeline)));
        ended = process.waitForFinished(kills < mostKills ? random.bounded(60, 260) : 60'000);
        if (ended)
            QCOMPARE(process.exitCode(), 0);
        else
            ++kills;
        process.kill();
        process.waitForFinished();
    }
    QVERIFY(kills > 1);
}

void TestKilledSave::everyJobHasOneFile()
{
    ScriptServer server([](const ServerRequest &request) {
        return Script::answer(200, {{"Content-Type", "text/plain"}}, request.path()).after(5ms);
    });
    QByteArray list;
    QStringList wanted;
    for (int job = 0; job < jobs; ++job) {
        list += server.url(pathOf(job)).toUtf8() + '\n';
        wanted.append(pathOf(job));
    }
    write(u"urls.txt"_s, list);
    wanted.sort();
    killAndGoOn(u"download"_s);
    QCOMPARE(contentsIn(pathIn(u"saved/127.0.0.1"_s)), wanted);
}

/// They have the numbers that they had when they were found, in whatever order their pages come the next
/// time.
void TestKilledSave::whatWasFoundHasOneFileAndOneRow()
{
    ScriptServer server([](const ServerRequest &request) {
        const QByteArray path = request.path();
        const int page = path.mid(1).toInt();
        const int first = 2 * page + 1;
        const QByteArray links = first + 1 < jobs ? "\"/" + QByteArray::number(first) + "\", \"/" +
                                                        QByteArray::number(first + 1) + '"'
                                                  : QByteArray();
        return Script::answer(200, {{"Content-Type", "application/json"}},
                              "{\"page\": " + QByteArray::number(page) + ", \"links\": [" + links + "]}")
            .after(std::chrono::milliseconds(1 + request.number * request.number * 7919 % 40));
    });
    write(u"urls.txt"_s, server.url(u"/0"_s).toUtf8());
    write(u"p.json"_s, R"({"inflight": 1, "name": "p", "stages": [{"stage": "json"},
                           {"stage": "follow", "url": "/links"}, {"stage": "append", "path": "rows.jsonl"},
                           {"stage": "save"}]})");
    killAndGoOn(pathIn(u"p.json"_s));
    const QStringList files = contentsIn(pathIn(u"saved/127.0.0.1"_s));
    QCOMPARE(QSet<QString>(files.cbegin(), files.cend()).size(), jobs - 1);
    QCOMPARE(files.size(), jobs - 1);
    QFile file(pathIn(u"saved/rows.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList rows = file.readAll().split('\n');
    QCOMPARE(QSet<QByteArray>(rows.cbegin(), rows.cend()).size(), jobs);
    QCOMPARE(rows.size(), jobs);
}

QTEST_GUILESS_MAIN(TestKilledSave)
#include "tst_killedsave.moc"
