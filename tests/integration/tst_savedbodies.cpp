// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/gzip.h"
#include "enginetesting.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

QByteArray largeText()
{
    return QByteArray("0123456789, and so on\n").repeated(150'000);
}

Script answerFor(const ServerRequest &request)
{
    const HeaderList text{{"Content-Type", "text/plain"}};
    if (request.path() == "/coded.txt")
        return Script::answer(200, text + HeaderList{{"Content-Encoding", "gzip"}}, gzipped(largeText()));
    if (request.path() != "/held.txt")
        return Script::answer(200, text, largeText());
    const QByteArray bytes = largeText();
    return Script::head(200, text + HeaderList{{"Content-Length", QByteArray::number(bytes.size())}})
        .send(bytes.first(2 * megabyte))
        .hold()
        .send(bytes.sliced(2 * megabyte));
}

/// Files without a name in `folder` that this process has open.
int namelessIn(const QString &folder)
{
    int count = 0;
    const QDir descriptors(u"/proc/self/fd"_s);
    for (const QString &each : descriptors.entryList(QDir::Files | QDir::System)) {
        if (QFile::symLinkTarget(descriptors.filePath(each)).startsWith(folder + u"/#"_s))
            ++count;
    }
    return count;
}

QStringList filesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator iterator(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(iterator.next());
    return files;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RunSettings downloading(const QString &folder)
{
    RunSettings settings = EngineRun::defaults();
    settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(u"download"_s, {folder}));
    return settings;
}

} // namespace

/// Large bodies on their way to their files.
class TestSavedBodies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptServer>(answerFor);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void isReceivedWhereItIsSaved()
    {
        EngineRun run(downloading(m_folder->path()));
        run.submit({m_server->url(u"/held.txt"_s)});
        QTRY_COMPARE(namelessIn(m_folder->path()), 1);
        QVERIFY(filesUnder(m_folder->path()).isEmpty());
        m_server->release();
        QVERIFY(run.finish());

        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(filesUnder(m_folder->path()), QStringList{record->savedTo});
        QVERIFY(contentOf(record->savedTo) == largeText());
        QCOMPARE(record->bytes, largeText().size());
        QCOMPARE(record->sha256, QCryptographicHash::hash(largeText(), QCryptographicHash::Sha256).toHex());
        QVERIFY(record->snippet.startsWith("0123456789, and so on\n0123"));
        QTRY_COMPARE(namelessIn(m_folder->path()), 0);
    }

    void cancelledLeavesNothing()
    {
        EngineRun run(downloading(m_folder->path()));
        run.submit({m_server->url(u"/held.txt"_s)});
        QTRY_COMPARE(namelessIn(m_folder->path()), 1);
        run.engine().cancel({0});
        QTRY_COMPARE(run.table().totals().cancelled, 1);
        QTRY_COMPARE(namelessIn(m_folder->path()), 0);
        QVERIFY(filesUnder(m_folder->path()).isEmpty());
    }

    void isNotGivenAwayWhereItIsKept()
    {
        RunSettings settings = downloading(m_folder->path());
        settings.keptBodies = 100 * megabyte;
        EngineRun run(settings);
        run.submit({m_server->url(u"/large.txt"_s)});
        QVERIFY(run.finish());
        QFile saved(run.record(0)->savedTo);
        QVERIFY(saved.resize(0));
        // Would end the process, were the file what is kept.
        run.engine().runAgain({0}, 0);
        QTRY_COMPARE(run.records().size(), std::size_t(2));
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QVERIFY(contentOf(run.record(0)->savedTo) == largeText());
    }

    void isWholeWhereverItGoes_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("only saved") << QStringList{u"--no-session"_s};
        QTest::newRow("in a folder of bodies, too") << QStringList{u"--no-session"_s, u"-o"_s, u"bodies/"_s};
        QTest::newRow("in a session, too") << QStringList{u"--session"_s, u"run.inflight"_s};
    }

    void isWholeWhereverItGoes()
    {
        QFETCH(QStringList, more);
        for (QString &argument : more) {
            if (argument == "bodies/"_L1 || argument == "run.inflight"_L1)
                argument.prepend(m_folder->path() + u'/');
        }
        const QString saved = m_folder->filePath(u"saved"_s);
        const ProcessRun run =
            runHeadlessly(more + QStringList{u"-p"_s, u"download"_s, u"--save-dir"_s, saved,
                                             m_server->url(u"/a.txt"_s), m_server->url(u"/coded.txt"_s)});
        QCOMPARE(run.exitCode, 0);
        const QStringList files = filesUnder(saved);
        QCOMPARE(files.size(), 2);
        for (const QString &file : files)
            QVERIFY2(contentOf(file) == largeText(), qPrintable(file));
        for (const QJsonObject &record : recordsOf(run.out))
            QCOMPARE(record["sha256"_L1].toString().toLatin1(),
                     QCryptographicHash::hash(largeText(), QCryptographicHash::Sha256).toHex());
        if (!more.contains(u"-o"_s))
            return;
        for (const QString &name : {u"a.txt"_s, u"coded.txt"_s}) {
            const QStringList copies = filesUnder(m_folder->filePath(u"bodies"_s)).filter(name);
            QCOMPARE(copies.size(), 1);
            QVERIFY(contentOf(copies.first()) == largeText());
        }
    }

private:
    std::unique_ptr<ScriptServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSavedBodies)
#include "tst_savedbodies.moc"
