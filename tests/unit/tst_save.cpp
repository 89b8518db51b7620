// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/save.h"

#include <csignal>
#include <sys/resource.h>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "pipeline/snippet.h"
#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator iterator(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(QDir(folder).relativeFilePath(iterator.next()));
    files.sort();
    return files;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the test's file could not be written");
}

/// What was received for a file in `folder`.
Payload receivedIn(const QString &folder, const QByteArray &bytes)
{
    BodyWriter writer(bytes.size());
    writer.takeSha256();
    writer.spillTo(folder);
    if (writer.append(bytes))
        qFatal("the test's body could not be written");
    Payload payload = payloadOf({}, "text/plain", {}, u"http://h/large.bin"_s);
    payload.body = writer.finish().value();
    return payload;
}

Outcome<StageResult> save(const SaveStage &stage, const QByteArray &body, const QString &url, StageTrial &run)
{
    return stage.run(payloadOf(body, "text/plain", {}, url), run.context);
}

} // namespace

class TestSave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void writesUnderHostAndName()
    {
        const SaveStage stage(root());
        StageTrial run;
        Outcome<StageResult> outcome = save(stage, "content", u"http://example.org/a/b.txt"_s, run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(outcome.value().detail, u"example.org/b.txt"_s);
        QCOMPARE(outcome.value().payload.savedTo, root() + u"/example.org/b.txt"_s);
        QCOMPARE(contentOf(outcome.value().payload.savedTo), "content"_ba);
        QVERIFY(outcome.value().payload.body.bytes() == "content"_ba);
    }

    void makesTheFoldersItNeeds()
    {
        const SaveStage stage(root() + u"/not/yet/there"_s);
        StageTrial run;
        Outcome<StageResult> outcome = save(stage, "x", u"http://h/a.txt"_s, run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(filesUnder(root()), QStringList{u"not/yet/there/h/a.txt"_s});
    }

    void aRelativeFolderIsOfTheTimeItWasGiven()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(root()));
        const SaveStage stage(u"out"_s);
        QVERIFY(QDir::setCurrent(before));
        StageTrial run;
        Outcome<StageResult> outcome = save(stage, "x", u"http://h/a.txt"_s, run);
        QVERIFY(outcome.succeeded());
        QCOMPARE(filesUnder(root()), QStringList{u"out/h/a.txt"_s});
        QVERIFY(QDir::isAbsolutePath(outcome.value().payload.savedTo));
    }

    void writesTheBytesWithoutCodingAndAsTheyCame()
    {
        const SaveStage stage(root());
        StageTrial run;
        Outcome<StageResult> outcome = stage.run(
            payloadOf("gr\xfc\xdf", "text/plain; charset=latin1", {}, u"http://h/a"_s), run.context);
        QVERIFY(outcome.succeeded());
        QCOMPARE(contentOf(root() + u"/h/a.txt"_s), "gr\xfc\xdf"_ba);
    }

    void emptyAndLargeBodies()
    {
        const SaveStage stage(root());
        StageTrial run;
        QVERIFY(save(stage, {}, u"http://h/empty.txt"_s, run).succeeded());
        QVERIFY(QFileInfo::exists(root() + u"/h/empty.txt"_s));
        Payload payload = payloadOf({}, {}, {}, u"http://h/large.bin"_s);
        payload.body = repeatedBody("\0\1\2\3abc"_ba, 5 * megabyte);
        QVERIFY(stage.run(payload, run.context).succeeded());
        QCOMPARE(run.done, 5 * megabyte);
        QVERIFY(payload.body.bytes() == contentOf(root() + u"/h/large.bin"_s));
    }

    void aLargeBodyThatNobodyReadsOnBecomesTheFile()
    {
        QVERIFY(QDir(root()).mkpath(u"h"_s));
        writeFile(root() + u"/h/large.bin"_s, "from an earlier run");
        const SaveStage stage(root());
        StageTrial run;
        run.context.isLastReader = true;
        const QByteArray bytes = QByteArray("0123456789abcdef").repeated(200'000);
        Outcome<StageResult> outcome = stage.run(receivedIn(stage.fileFolder(), bytes), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const Payload &payload = outcome.value().payload;
        QCOMPARE(payload.savedTo, root() + u"/h/large (2).bin"_s);
        QVERIFY(contentOf(payload.savedTo) == bytes);
        QCOMPARE(contentOf(root() + u"/h/large.bin"_s), "from an earlier run"_ba);
        QCOMPARE(run.done, bytes.size());
        // What is known stays known; the bytes are others' to change.
        QCOMPARE(payload.decodedSize, bytes.size());
        QCOMPARE(payload.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QVERIFY(!payload.body.onDisk());
        QVERIFY(payload.text && !payload.text->onDisk());
        QVERIFY(bytes.startsWith(payload.body.bytes().toByteArray()));
        QFile file(payload.savedTo);
        QVERIFY(file.resize(0));
        QVERIFY(snippetOf(payload, 20).startsWith("0123456789abcdef"));
        QCOMPARE(filesUnder(root()).size(), 2);
    }

    void aLargeBodyThatIsReadOnIsCopied()
    {
        const SaveStage stage(root());
        StageTrial run;
        const QByteArray bytes = QByteArray("0123456789abcdef").repeated(200'000);
        Outcome<StageResult> outcome = stage.run(receivedIn(stage.fileFolder(), bytes), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const Payload &payload = outcome.value().payload;
        QVERIFY(contentOf(payload.savedTo) == bytes);
        QFile file(payload.savedTo);
        QVERIFY(file.resize(0));
        QVERIFY(payload.body.bytes() == bytes);
    }

    void neverOverwrites()
    {
        QVERIFY(QDir(root()).mkpath(u"h"_s));
        writeFile(root() + u"/h/a.txt"_s, "from an earlier run");
        const SaveStage stage(root());
        StageTrial run;
        QCOMPARE(save(stage, "new", u"http://h/a.txt"_s, run).value().detail, u"h/a (2).txt"_s);
        QCOMPARE(save(stage, "newer", u"http://h/a.txt"_s, run).value().detail, u"h/a (3).txt"_s);
        const SaveStage laterRun(root());
        QCOMPARE(save(laterRun, "newest", u"http://h/a.txt"_s, run).value().detail, u"h/a (4).txt"_s);
        QCOMPARE(contentOf(root() + u"/h/a.txt"_s), "from an earlier run"_ba);
        QCOMPARE(contentOf(root() + u"/h/a (2).txt"_s), "new"_ba);
    }

    void whatAKilledProcessLeftIsTheFileOfItsJob_data()
    {
        QTest::addColumn<quint32>("job");
        QTest::addColumn<bool>("hadEnded");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("sameSession");
        QTest::addColumn<QString>("name");
        QTest::newRow("the same") << 7U << false << "content"_ba << true << u"h/a.txt"_s;
        QTest::newRow("in another session") << 7U << false << "content"_ba << false << u"h/a.txt"_s;
        QTest::newRow("something else") << 7U << false << "CONTENT"_ba << true << u"h/a (2).txt"_s;
        QTest::newRow("another job's") << 8U << false << "content"_ba << true << u"h/a (2).txt"_s;
        QTest::newRow("once more") << 7U << true << "content"_ba << true << u"h/a (2).txt"_s;
    }

    void whatAKilledProcessLeftIsTheFileOfItsJob()
    {
        QFETCH(const quint32, job);
        QFETCH(const bool, hadEnded);
        QFETCH(const QByteArray, content);
        QFETCH(const bool, sameSession);
        QFETCH(const QString, name);
        const QTemporaryDir session;
        const QString notes = session.filePath(u"a.bodies/stages/0"_s);
        StageTrial killed;
        killed.context.job = 7;
        {
            const SaveStage stage(root());
            QVERIFY(stage.keepNotes({notes, {}}));
            QCOMPARE(save(stage, "content", u"http://h/a.txt"_s, killed).value().detail, u"h/a.txt"_s);
        }
        QFile file(notes);
        QVERIFY(file.open(QIODevice::Append));
        file.write("[7,\"half"); // as a power cut may leave it
        file.close();
        const SaveStage stage(root());
        QVERIFY(stage.keepNotes({sameSession ? notes : session.filePath(u"b.bodies/stages/0"_s), notes}));
        if (hadEnded)
            stage.jobEnded(7);
        StageTrial next;
        next.context.job = job;
        QCOMPARE(save(stage, content, u"http://h/a.txt"_s, next).value().detail, name);
        QCOMPARE(contentOf(root() + u"/h/a.txt"_s), "content"_ba);
        QCOMPARE(contentOf(root() + u'/' + name), content);
        // And what comes after that is another file.
        QCOMPARE(save(stage, content, u"http://h/b.txt"_s, next).value().detail, u"h/b.txt"_s);
        const auto before = filesUnder(root()).size();
        QVERIFY(save(stage, content, u"http://h/a.txt"_s, next).value().detail != name);
        QCOMPARE(filesUnder(root()).size(), before + 1);
    }

    void namesThatDifferInCaseOrAccentsAloneAreOne()
    {
        const SaveStage stage(root());
        StageTrial run;
        QCOMPARE(save(stage, "1", u"http://h/Readme.TXT"_s, run).value().detail, u"h/Readme.TXT"_s);
        QCOMPARE(save(stage, "2", u"http://h/README.txt"_s, run).value().detail, u"h/README (2).txt"_s);
        QCOMPARE(save(stage, "3", u"http://H/readme.txt"_s, run).value().detail, u"h/readme (3).txt"_s);
        QCOMPARE(save(stage, "4", u"http://h/%C3%BC.txt"_s, run).value().detail, u"h/ü.txt"_s);
        QCOMPARE(save(stage, "5", u"http://h/u%CC%88.txt"_s, run).value().detail, u"h/ü (2).txt"_s);
    }

    void theSameNameOnTwoHostsIsTwo()
    {
        const SaveStage stage(root());
        StageTrial run;
        QVERIFY(save(stage, "1", u"http://one/a.txt"_s, run).succeeded());
        QVERIFY(save(stage, "2", u"http://two/a.txt"_s, run).succeeded());
        QCOMPARE(filesUnder(root()), (QStringList{u"one/a.txt"_s, u"two/a.txt"_s}));
    }

    void manyThreadsNeverShareAFile_data()
    {
        QTest::addColumn<bool>("oneStage");
        QTest::newRow("jobs of one run") << true;
        QTest::newRow("runs beside each other") << false;
    }

    void manyThreadsNeverShareAFile()
    {
        QFETCH(bool, oneStage);
        constexpr int threadCount = 6;
        constexpr int filesEach = 20;
        std::vector<std::unique_ptr<SaveStage>> stages;
        for (int i = 0; i < (oneStage ? 1 : threadCount); ++i)
            stages.push_back(std::make_unique<SaveStage>(root()));
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < threadCount; ++i) {
            const SaveStage &stage = *stages[static_cast<std::size_t>(i) % stages.size()];
            threads.emplace_back(QThread::create([&stage, i] {
                for (int file = 0; file < filesEach; ++file) {
                    StageTrial run;
                    const QByteArray body = QByteArray::number(i * filesEach + file);
                    const Outcome<StageResult> saved = save(stage, body, u"http://h/same.txt"_s, run);
                    if (!saved.succeeded())
                        qFatal("not saved: %s", saved.failed() ? qPrintable(saved.fault().message) : "");
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(60'000));
        const QStringList files = filesUnder(root());
        QCOMPARE(files.size(), threadCount * filesEach);
        QSet<QByteArray> contents;
        for (const QString &file : files)
            contents.insert(contentOf(root() + u'/' + file));
        QCOMPARE(contents.size(), threadCount * filesEach);
    }

    void cancelledOnTheWayLeavesNoFile()
    {
        const SaveStage stage(root());
        Payload payload = payloadOf({}, {}, {}, u"http://h/large.bin"_s);
        payload.body = repeatedBody("abc", 5 * megabyte);
        StageTrial run;
        run.stopAt(megabyte);
        QVERIFY(stage.run(payload, run.context).cancelled());
        QVERIFY(run.done < 2 * megabyte);
        QCOMPARE(filesUnder(root()), QStringList());
        // And its name is free again.
        StageTrial again;
        QCOMPARE(stage.run(payload, again.context).value().detail, u"h/large.bin"_s);
    }

    void stoppedBeforehandWritesNothing()
    {
        const SaveStage stage(root());
        StageTrial run;
        run.stopNow();
        QVERIFY(save(stage, "x", u"http://h/a.txt"_s, run).cancelled());
        QCOMPARE(filesUnder(root()), QStringList());
    }

    void noUrlLeadsOutOfTheFolder_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char *const url :
             {"http://h/../../../etc/passwd", "http://h/%2e%2e/%2e%2e/x", "http://h/..%2f..%2fx",
              "http://h/%2Fetc%2Fx", "http://h/a%00/../../x", "http://h/..%5C..%5Cx", "http://h/%2e%2e",
              "http://../x", "http://h//etc/x", "http://h/.", "http://h/%c0%ae%c0%ae%c0%afx"})
            QTest::newRow(url) << QByteArray(url);
    }

    void noUrlLeadsOutOfTheFolder()
    {
        QFETCH(QByteArray, url);
        const QString inner = root() + u"/a/b/c"_s;
        const SaveStage stage(inner);
        StageTrial run;
        Payload payload = payloadOf("x", {}, {}, u"http://h/"_s);
        payload.url = QUrl::fromEncoded(url);
        Outcome<StageResult> outcome = stage.run(payload, run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const QStringList files = filesUnder(root());
        QCOMPARE(files.size(), 1);
        QVERIFY2(files.first().startsWith("a/b/c/"_L1), qPrintable(files.first()));
        QCOMPARE(files.first().count(u'/'), 4);
        QCOMPARE(QFileInfo(outcome.value().payload.savedTo).canonicalFilePath(),
                 QFileInfo(root() + u'/' + files.first()).canonicalFilePath());
    }

    void noProposedNameLeadsOutOfTheFolder_data()
    {
        QTest::addColumn<QString>("proposed");
        for (const QString &name :
             {u"../../x"_s, u"/etc/x"_s, u"..\\..\\x"_s, u".."_s, u"a/../../x"_s, u"C:\\x"_s, u"a\0/../x"_s,
              u"\u202e/x"_s, u"%2e%2e%2fx"_s, QString(300, u'ü'), u"CON"_s, u"\r\n"_s})
            QTest::addRow("%s", name.toUtf8().toPercentEncoding().left(60).constData()) << name;
    }

    void noProposedNameLeadsOutOfTheFolder()
    {
        QFETCH(QString, proposed);
        const SaveStage stage(root() + u"/a/b/c"_s);
        StageTrial run;
        Payload payload = payloadOf("x", {}, {}, u"http://h/"_s);
        payload.proposedName = proposed;
        const Outcome<StageResult> outcome = stage.run(payload, run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const QStringList files = filesUnder(root());
        QCOMPARE(files.size(), 1);
        QVERIFY2(files.first().startsWith("a/b/c/h/"_L1), qPrintable(files.first()));
        QCOMPARE(files.first().count(u'/'), 4);
    }

    void proposedNamesThatDifferInCaseAloneAreOne()
    {
        const SaveStage stage(root());
        for (const QString &name : {u"Invoice.PDF"_s, u"invoice.pdf"_s}) {
            StageTrial run;
            Payload payload = payloadOf("x", {}, {}, u"http://h/get"_s);
            payload.proposedName = name;
            QVERIFY(stage.run(payload, run.context).succeeded());
        }
        QCOMPARE(filesUnder(root()), (QStringList{u"h/Invoice.PDF"_s, u"h/invoice (2).pdf"_s}));
    }

    void aLinkOutOfTheFolderIsRefused()
    {
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), root() + u"/h"_s));
        const SaveStage stage(root());
        StageTrial run;
        Outcome<StageResult> outcome = save(stage, "x", u"http://h/a.txt"_s, run);
        QCOMPARE(faultName(outcome), u"write"_s);
        QVERIFY2(faultMessage(outcome).contains(root() + u"/h"_s), qPrintable(faultMessage(outcome)));
        QCOMPARE(filesUnder(elsewhere.path()), QStringList());
    }

    void aLinkInPlaceOfTheFileIsNotFollowed_data()
    {
        QTest::addColumn<bool>("dangling");
        QTest::newRow("to a file") << false;
        QTest::newRow("to nowhere") << true;
    }

    void aLinkInPlaceOfTheFileIsNotFollowed()
    {
        QFETCH(bool, dangling);
        const QTemporaryDir elsewhere;
        const QString target = elsewhere.filePath(u"target"_s);
        if (!dangling)
            writeFile(target, "precious");
        QVERIFY(QDir(root()).mkpath(u"h"_s));
        QVERIFY(QFile::link(target, root() + u"/h/a.txt"_s));
        const SaveStage stage(root());
        StageTrial run;
        QCOMPARE(save(stage, "x", u"http://h/a.txt"_s, run).value().detail, u"h/a (2).txt"_s);
        QCOMPARE(contentOf(target), dangling ? QByteArray() : "precious"_ba);
    }

    void theFolderItselfMayBeALink()
    {
        const QTemporaryDir real;
        QVERIFY(QFile::link(real.path(), root() + u"/link"_s));
        const SaveStage stage(root() + u"/link"_s);
        StageTrial run;
        Outcome<StageResult> outcome = save(stage, "x", u"http://h/a.txt"_s, run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(outcome.value().payload.savedTo, root() + u"/link/h/a.txt"_s);
        QCOMPARE(contentOf(real.filePath(u"h/a.txt"_s)), "x"_ba);
    }

    void whatCannotBeWrittenIsAFaultThatNamesPathAndReason_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("a file in the way") << u"file"_s;
        QTest::newRow("a file in the way of the host") << u"."_s;
        QTest::newRow("a folder that takes nothing") << u"/proc"_s;
    }

    void whatCannotBeWrittenIsAFaultThatNamesPathAndReason()
    {
        QFETCH(QString, folder);
        writeFile(root() + u"/file"_s, "x");
        writeFile(root() + u"/h"_s, "x");
        const SaveStage stage(QDir(root()).absoluteFilePath(folder));
        StageTrial run;
        Outcome<StageResult> outcome = save(stage, "x", u"http://h/a.txt"_s, run);
        QCOMPARE(faultName(outcome), u"write"_s);
        const QString path = QDir::cleanPath(QDir(root()).absoluteFilePath(folder)) + u"/h"_s;
        QVERIFY2(faultMessage(outcome).contains(path), qPrintable(faultMessage(outcome)));
    }

    void aFullDiskIsAFaultAndLeavesNothing()
    {
        const SaveStage stage(root());
        Payload payload = payloadOf({}, {}, {}, u"http://h/large.bin"_s);
        payload.body = repeatedBody("abc", 5 * megabyte);
        StageTrial run;
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limit{2 * megabyte, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        Outcome<StageResult> outcome = stage.run(payload, run.context);
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_DFL);
        QCOMPARE(faultName(outcome), u"write"_s);
        QVERIFY2(faultMessage(outcome).contains(root() + u"/h/large.bin"_s),
                 qPrintable(faultMessage(outcome)));
        QCOMPARE(filesUnder(root()), QStringList());
    }

private:
    [[nodiscard]] QString root() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSave)
#include "tst_save.moc"
