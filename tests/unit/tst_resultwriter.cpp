// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/resultwriter.h"

#include "jobs/jobrecord.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

JobRecordPtr record(JobId id, qsizetype snippetSize = 10)
{
    auto made = std::make_shared<JobRecord>();
    made->id = id;
    made->url = u"http://u:p@h/%1"_s.arg(id);
    made->state = JobState::Succeeded;
    made->snippet = QByteArray(snippetSize, 'x');
    return made;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<int> idsOf(const QByteArray &lines)
{
    QList<int> ids;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            ids.append(QJsonDocument::fromJson(line)["id"_L1].toInt(-1));
    }
    return ids;
}

QList<OutputTarget> targets(const QStringList &paths)
{
    QList<OutputTarget> result;
    for (const QString &path : paths)
        result.append({path});
    return result;
}

/// A pipe with a name, and a reading end that does not block.
class Pipe
{
    Q_DISABLE_COPY_MOVE(Pipe)

public:
    explicit Pipe(const QString &path)
        : m_path(path)
    {
        const QByteArray name = QFile::encodeName(path);
        if (::mkfifo(name.constData(), 0600) == 0)
            m_descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    ~Pipe() { closeReader(); }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    void closeReader()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    const QByteArray &readAll()
    {
        char buffer[65536];
        ssize_t got = 0;
        while ((got = ::read(m_descriptor, buffer, sizeof buffer)) > 0)
            m_got.append(buffer, got);
        return m_got;
    }

private:
    QString m_path;
    int m_descriptor = -1;
    QByteArray m_got;
};

} // namespace

class TestResultWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRecordsInOrder();
    void fileAppearsOnlyWhenComplete();
    void writesToSeveralOutputs();
    void noRecordsGiveAnEmptyFile();
    void redactsUnlessAsked();
    void badOutputRefusesAll();
    void pipeGetsRecordsAtOnce();
    void takeNeverWaitsForTheReader();
    void brokenPipeIsAnError();
    void fullDiskIsReportedOnce();
    void otherOutputsGoOn();
    void withoutFinishThePartStays();
    void largeRecordsArriveWhole();
    void takesFromAnotherThread();
};

void TestResultWriter::writesRecordsInOrder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    QList<int> expected;
    for (JobId id = 0; id < 1000; ++id) {
        writer.take({record(999 - id), {}, {}});
        expected.append(static_cast<int>(999 - id));
    }
    QCOMPARE(writer.finish(), std::nullopt);
    QCOMPARE(idsOf(contentOf(path)), expected);
}

void TestResultWriter::fileAppearsOnlyWhenComplete()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    QElapsedTimer timer;
    timer.start();
    writer.take({record(0), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(contentOf(path + u".part"_s)), QList{0}, 2000);
    QVERIFY2(timer.elapsed() < 1000, "it is to be on the disk after 250 ms");
    QVERIFY(!QFile::exists(path));
    QCOMPARE(writer.finish(), std::nullopt);
    QCOMPARE(idsOf(contentOf(path)), QList{0});
    QVERIFY(!QFile::exists(path + u".part"_s));
}

void TestResultWriter::writesToSeveralOutputs()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(u"1.jsonl"_s);
    const QString second = folder.filePath(u"2.jsonl"_s);
    ResultWriter writer(targets({first, second}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    writer.take({record(0), {}, {}});
    writer.take({record(1), {}, {}});
    QCOMPARE(writer.finish(), std::nullopt);
    QCOMPARE(idsOf(contentOf(first)), (QList{0, 1}));
    QCOMPARE(contentOf(first), contentOf(second));
}

void TestResultWriter::noRecordsGiveAnEmptyFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    QCOMPARE(writer.finish(), std::nullopt);
    QVERIFY(QFile::exists(path));
    QCOMPARE(QFileInfo(path).size(), 0);
}

void TestResultWriter::redactsUnlessAsked()
{
    const QTemporaryDir folder;
    const QString redacted = folder.filePath(u"r.jsonl"_s);
    const QString shown = folder.filePath(u"s.jsonl"_s);
    for (const auto &[path, secrets] :
         {std::pair(redacted, Secrets::Redacted), std::pair(shown, Secrets::Shown)}) {
        ResultWriter writer(targets({path}), secrets);
        QCOMPARE(writer.open(), std::nullopt);
        writer.take({record(0), {}, {}});
        QCOMPARE(writer.finish(), std::nullopt);
    }
    QVERIFY(!contentOf(redacted).contains("u:p"));
    QVERIFY(contentOf(shown).contains("http://u:p@h/0"));
}

void TestResultWriter::badOutputRefusesAll()
{
    const QTemporaryDir folder;
    const QString good = folder.filePath(u"out.jsonl"_s);
    ResultWriter writer(targets({good, u"/nonexistent-folder/x.jsonl"_s}), Secrets::Redacted);
    const auto error = writer.open();
    QVERIFY(error && error->contains(u"/nonexistent-folder/x.jsonl"_s));
    writer.take({record(0), {}, {}});
    QCOMPARE(writer.finish(), std::nullopt);
    QVERIFY(!QFile::exists(good));
}

void TestResultWriter::pipeGetsRecordsAtOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    Pipe pipe(path);
    QVERIFY(pipe.isOpen());
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    writer.take({record(5), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(pipe.readAll()), QList{5}, 2000);
    QCOMPARE(writer.finish(), std::nullopt);
    QVERIFY(!QFile::exists(path + u".part"_s));
    QVERIFY(!QFileInfo(path).isFile());
}

void TestResultWriter::takeNeverWaitsForTheReader()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    Pipe pipe(path);
    QVERIFY(pipe.isOpen());
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    QElapsedTimer timer;
    timer.start();
    // Far more than a pipe holds, and nobody reads.
    for (JobId id = 0; id < 500; ++id)
        writer.take({record(id, 1000), {}, {}});
    QVERIFY(timer.elapsed() < 1000);
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(pipe.readAll()).size(), 500, 5000);
    QCOMPARE(writer.finish(), std::nullopt);
}

void TestResultWriter::brokenPipeIsAnError()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    Pipe pipe(path);
    QVERIFY(pipe.isOpen());
    std::atomic<int> givenUp = 0;
    ResultWriter writer(targets({path}), Secrets::Redacted);
    writer.setGivenUpHandler([&givenUp] { ++givenUp; });
    QCOMPARE(writer.open(), std::nullopt);
    pipe.closeReader();
    for (JobId id = 0; id < 10; ++id)
        writer.take({record(id), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(givenUp.load(), 1, 2000);
    writer.take({record(11), {}, {}});
    const auto error = writer.finish();
    QVERIFY(error);
    QVERIFY2(error->contains(path), qPrintable(*error));
    QCOMPARE(givenUp.load(), 1);
}

void TestResultWriter::fullDiskIsReportedOnce()
{
    std::atomic<int> givenUp = 0;
    ResultWriter writer(targets({u"/dev/full"_s}), Secrets::Redacted);
    writer.setGivenUpHandler([&givenUp] { ++givenUp; });
    QCOMPARE(writer.open(), std::nullopt);
    for (JobId id = 0; id < 100; ++id)
        writer.take({record(id), {}, {}});
    const auto error = writer.finish();
    QVERIFY(error);
    QCOMPARE(error->count(u"/dev/full"_s), 1);
    QCOMPARE(givenUp.load(), 1);
}

void TestResultWriter::otherOutputsGoOn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    std::atomic<int> givenUp = 0;
    ResultWriter writer(targets({u"/dev/full"_s, path}), Secrets::Redacted);
    writer.setGivenUpHandler([&givenUp] { ++givenUp; });
    QCOMPARE(writer.open(), std::nullopt);
    for (JobId id = 0; id < 3; ++id)
        writer.take({record(id), {}, {}});
    const auto error = writer.finish();
    QVERIFY(error && error->contains(u"/dev/full"_s) && !error->contains(path));
    QCOMPARE(idsOf(contentOf(path)), (QList{0, 1, 2}));
    QCOMPARE(givenUp.load(), 0);
}

void TestResultWriter::withoutFinishThePartStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    {
        ResultWriter writer(targets({path}), Secrets::Redacted);
        QCOMPARE(writer.open(), std::nullopt);
        writer.take({record(0), {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(idsOf(contentOf(path + u".part"_s)), QList{0}, 2000);
    }
    QVERIFY(!QFile::exists(path));
    QCOMPARE(idsOf(contentOf(path + u".part"_s)), QList{0});
}

void TestResultWriter::largeRecordsArriveWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    for (JobId id = 0; id < 5; ++id)
        writer.take({record(id, 700'000), {}, {}});
    QCOMPARE(writer.finish(), std::nullopt);
    QCOMPARE(idsOf(contentOf(path)), (QList{0, 1, 2, 3, 4}));
    QVERIFY(QFileInfo(path).size() > 5 * 700'000);
}

void TestResultWriter::takesFromAnotherThread()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.jsonl"_s);
    ResultWriter writer(targets({path}), Secrets::Redacted);
    QCOMPARE(writer.open(), std::nullopt);
    std::thread engine([&writer] {
        for (JobId id = 0; id < 5000; ++id)
            writer.take({record(id), {}, {}});
    });
    engine.join();
    QCOMPARE(writer.finish(), std::nullopt);
    QCOMPARE(idsOf(contentOf(path)).size(), 5000);
    writer.take({record(9999), {}, {}}); // too late
    QCOMPARE(writer.finish(), std::nullopt);
    QCOMPARE(idsOf(contentOf(path)).size(), 5000);
}

QTEST_GUILESS_MAIN(TestResultWriter)
#include "tst_resultwriter.moc"
