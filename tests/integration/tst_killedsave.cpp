// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
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
    void everyJobHasOneFile();

private:
    [[nodiscard]] QStringList arguments() const
    {
        const QString session = m_folder.filePath(u"a.inflight"_s);
        if (QFile::exists(session))
            return {u"--headless"_s, u"-q"_s, u"-n"_s, u"--resume"_s, session};
        return {u"--headless"_s,
                u"-q"_s,
                u"-n"_s,
                u"--session"_s,
                session,
                u"--save-dir"_s,
                m_folder.filePath(u"saved"_s),
                u"-p"_s,
                u"download"_s,
                u"-i"_s,
                m_folder.filePath(u"urls.txt"_s)};
    }

    QTemporaryDir m_folder;
};

void TestKilledSave::everyJobHasOneFile()
{
    ScriptServer server([](const ServerRequest &request) {
        return Script::answer(200, {{"Content-Type", "text/plain"}}, request.path()).after(5ms);
    });
    QFile list(m_folder.filePath(u"urls.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    QStringList wanted;
    for (int job = 0; job < jobs; ++job) {
        list.write(server.url(pathOf(job)).toUtf8() + '\n');
        wanted.append(pathOf(job));
    }
    list.close();
    wanted.sort();

    QRandomGenerator random(20'261'128);
    bool ended = false;
    int kills = 0;
    while (!ended) {
        QProcess process;
        QVERIFY(startInflight(process, arguments()));
        ended = process.waitForFinished(kills < mostKills ? random.bounded(60, 260) : 60'000);
        if (ended)
            QCOMPARE(process.exitCode(), 0);
        else
            ++kills;
        process.kill();
        process.waitForFinished();
    }
    QVERIFY(kills > 1);
    QCOMPARE(contentsIn(m_folder.filePath(u"saved"_s)), wanted);
}

QTEST_GUILESS_MAIN(TestKilledSave)
#include "tst_killedsave.moc"
