// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/body.h"

#include "pipeline/bodydigest.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

/// No file of this process may grow past `bytes` while this lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

Body bodyOf(const QByteArray &bytes)
{
    BodyWriter writer(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); at += 10'000) {
        if (writer.append(QByteArrayView(bytes).sliced(at, qMin<qsizetype>(10'000, bytes.size() - at))))
            qFatal("a piece within the limit was refused");
    }
    return writer.finish().value();
}

Body linkableBody(const QByteArray &bytes, const QString &folder)
{
    BodyWriter writer(bytes.size());
    writer.spillTo(folder);
    if (writer.append(bytes))
        qFatal("what is within the limit was refused");
    return writer.finish().value();
}

/// From now on every write to the file without a name that this process has open in `folder` fails, as it
/// does on a full disk. False when there is none.
bool takesNoMore(const QString &folder)
{
    const QDir descriptors(u"/proc/self/fd"_s);
    for (const QString &each : descriptors.entryList(QDir::Files | QDir::System)) {
        const QString path = descriptors.filePath(each);
        if (!QFile::symLinkTarget(path).startsWith(folder + u"/#"_s))
            continue;
        const int readOnly = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        const bool replaced = readOnly >= 0 && ::dup2(readOnly, each.toInt()) >= 0;
        ::close(readOnly);
        return replaced;
    }
    return false;
}

QByteArray countingBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 31 + i / 256);
    return bytes;
}

} // namespace

class TestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("TMPDIR"); }

    void anEmptyOneIsFine()
    {
        BodyWriter writer(0);
        QVERIFY(!writer.append({}));
        Outcome<Body> body = writer.finish();
        QVERIFY(body.succeeded());
        QCOMPARE(body.value().size(), 0);
        QVERIFY(body.value().bytes().isEmpty());
        QVERIFY(!body.value().onDisk());
        QVERIFY(Body().bytes().isEmpty());
        QCOMPARE(Body().size(), 0);
    }

    void holdsWhatWasAppended_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("one byte") << qint64(1) << false;
        QTest::newRow("as much as memory takes") << BodyWriter::spillThreshold << false;
        QTest::newRow("one byte more") << BodyWriter::spillThreshold + 1 << true;
        QTest::newRow("large") << 5 * megabyte + 3 << true;
    }

    void holdsWhatWasAppended()
    {
        QFETCH(qint64, size);
        QFETCH(bool, onDisk);
        const QByteArray bytes = countingBytes(size);
        const Body body = bodyOf(bytes);
        QCOMPARE(body.size(), size);
        QCOMPARE(body.onDisk(), onDisk);
        QVERIFY(body.bytes() == bytes);
    }

    void oneLargePieceSpillsAtOnce()
    {
        const QByteArray bytes = countingBytes(3 * megabyte);
        BodyWriter writer(bytes.size());
        QVERIFY(!writer.append(bytes));
        QCOMPARE(writer.size(), bytes.size());
        const Body body = writer.finish().value();
        QVERIFY(body.onDisk());
        QVERIFY(body.bytes() == bytes);
    }

    void theWriterIsEmptyAfterwards()
    {
        BodyWriter writer(100);
        QVERIFY(!writer.append("first"));
        QVERIFY(writer.finish().value().bytes() == "first"_ba);
        QCOMPARE(writer.size(), 0);
        QVERIFY(!writer.append("second"));
        QVERIFY(writer.finish().value().bytes() == "second"_ba);
    }

    void takesTheMemoryThatItNeeds_data()
    {
        QTest::addColumn<qint64>("expected");
        QTest::newRow("nothing known") << qint64(-1);
        QTest::newRow("as announced") << qint64(300);
        QTest::newRow("less than announced") << (qint64(1) << 40);
        QTest::newRow("more than announced") << qint64(7);
    }

    void takesTheMemoryThatItNeeds()
    {
        QFETCH(qint64, expected);
        BodyWriter writer(megabyte);
        writer.expect(expected);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!writer.append(QByteArray(100, 'x')));
        const Body body = writer.finish().value();
        QCOMPARE(body.size(), 300);
        const QByteArray shared = body.first(300);
        QVERIFY2(shared.capacity() <= 320, qPrintable(QString::number(shared.capacity())));
    }

    void theLimitIsTheLastByteTaken()
    {
        BodyWriter writer(10);
        QVERIFY(!writer.append("0123456789"));
        const std::optional<Fault> fault = writer.append("x");
        QVERIFY(fault);
        QCOMPARE(fault->faultClass, FaultClass::TooLarge);
    }

    void tooLargeNamesTheLimit()
    {
        BodyWriter writer(10 * megabyte);
        const QByteArray piece(4 * megabyte, 'x');
        QVERIFY(!writer.append(piece));
        QVERIFY(!writer.append(piece));
        const std::optional<Fault> fault = writer.append(piece);
        QVERIFY(fault);
        QCOMPARE(fault->faultClass, FaultClass::TooLarge);
        QVERIFY2(fault->message.contains("10 MB"_L1), qPrintable(fault->message));
    }

    void aFolderThatTakesNoFilesIsAWriteFault()
    {
        qputenv("TMPDIR", "/proc"); // a folder where nobody, not even root, makes files
        BodyWriter writer(10 * megabyte);
        const std::optional<Fault> fault = writer.append(QByteArray(2 * megabyte, 'x'));
        QVERIFY(fault);
        QCOMPARE(fault->faultClass, FaultClass::Write);
        QVERIFY2(fault->message.contains("/proc"_L1), qPrintable(fault->message));
    }

    void aFullDiskIsAWriteFault()
    {
        const FileSizeLimit limit(2 * megabyte);
        BodyWriter writer(100 * megabyte);
        std::optional<Fault> fault;
        for (int i = 0; i < 50 && !fault; ++i)
            fault = writer.append(QByteArray(100'000, 'x'));
        QVERIFY(fault);
        QCOMPARE(fault->faultClass, FaultClass::Write);
    }

    void nothingIsLeftOnTheDisk()
    {
        const QTemporaryDir folder;
        qputenv("TMPDIR", QFile::encodeName(folder.path()));
        {
            const Body body = bodyOf(countingBytes(2 * megabyte));
            QVERIFY(body.onDisk());
            BodyWriter unfinished(10 * megabyte);
            QVERIFY(!unfinished.append(QByteArray(2 * megabyte, 'x')));
        }
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void theDigestIsTakenOnTheWay()
    {
        const QByteArray bytes = countingBytes(2 * megabyte + 7);
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        for (const bool asked : {true, false}) {
            BodyWriter writer(bytes.size());
            if (asked)
                writer.takeSha256();
            for (qsizetype at = 0; at < bytes.size(); at += 300'000)
                QVERIFY(!writer.append(
                    QByteArrayView(bytes).sliced(at).first(qMin<qsizetype>(300'000, bytes.size() - at))));
            const Body body = writer.finish().value();
            QCOMPARE(body.knownSha256(), asked ? digest : QByteArray());
            QCOMPARE(body.from(1).knownSha256(), QByteArray());
            QCOMPARE(sha256Of(body, {}), digest);
            QVERIFY(sha256Of(body.from(1), {}) != digest);
        }
    }

    void aLargeOneBecomesAFile()
    {
        const QTemporaryDir folder;
        const QString root = folder.filePath(u"not yet/there"_s);
        const QByteArray bytes = countingBytes(9 * megabyte + 1);
        const Body body = linkableBody(bytes, root);
        QVERIFY(body.isLinkable());
        QVERIFY(!body.from(1).isLinkable());
        QVERIFY(body.bytes() == bytes);
        QVERIFY2(QDir(root).isEmpty(), "it shows before it is whole");

        QFile other(QDir(root).filePath(u"other"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(!body.linkTo(other.fileName()));
        QCOMPARE(errno, EEXIST);
        QVERIFY(!body.linkTo(QDir(root).filePath(u"no/such/folder"_s)));
        QVERIFY(body.linkTo(QDir(root).filePath(u"whole"_s)));

        QFile whole(QDir(root).filePath(u"whole"_s));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QVERIFY(whole.readAll() == bytes);
        // As any file that is made there: what the umask leaves.
        QCOMPARE(whole.permissions(), other.permissions());
    }

    void oneThatBecomesNoFileLeavesNothing()
    {
        const QTemporaryDir folder;
        QVERIFY(linkableBody(countingBytes(2 * megabyte), folder.path()).isLinkable());
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void aFolderThatTakesNoFilesMakesNoneOfIt()
    {
        const QByteArray bytes = countingBytes(2 * megabyte);
        const Body body = linkableBody(bytes, u"/proc"_s);
        QVERIFY(!body.isLinkable());
        QVERIFY(body.bytes() == bytes);
        QVERIFY(!linkableBody("small", u"/proc"_s).isLinkable());
    }

    void aDiskThatTakesNoMoreIsLeft()
    {
        const QTemporaryDir folder;
        const QByteArray bytes = countingBytes(3 * megabyte);
        BodyWriter writer(bytes.size());
        writer.takeSha256();
        writer.spillTo(folder.path());
        QVERIFY(!writer.append(QByteArrayView(bytes).first(2 * megabyte)));
        QVERIFY(takesNoMore(folder.path()));
        QVERIFY(!writer.append(QByteArrayView(bytes).sliced(2 * megabyte)));
        const Body body = writer.finish().value();
        QVERIFY(!body.isLinkable());
        QVERIFY(body.bytes() == bytes);
        QCOMPARE(body.knownSha256(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    void copiesShareAndOutliveTheFirst()
    {
        const QByteArray bytes = countingBytes(2 * megabyte);
        std::optional<Body> first = bodyOf(bytes);
        const Body copy = *first;
        QCOMPARE(static_cast<const void *>(copy.bytes().data()),
                 static_cast<const void *>(first->bytes().data()));
        first.reset();
        QVERIFY(copy.bytes() == bytes);
    }

    void aPartSharesTheBytes_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("memory") << qint64(100);
        QTest::newRow("disk") << 2 * megabyte;
    }

    void aPartSharesTheBytes()
    {
        QFETCH(qint64, size);
        const QByteArray bytes = countingBytes(size);
        const Body body = bodyOf(bytes);
        const Body part = body.from(3);
        QCOMPARE(part.size(), size - 3);
        QCOMPARE(static_cast<const void *>(part.bytes().data()),
                 static_cast<const void *>(body.bytes().data() + 3));
        QVERIFY(part.from(4).bytes() == QByteArrayView(bytes).sliced(7));
        QCOMPARE(body.from(size).size(), 0);
    }

    void isReadAndDroppedOnAnotherThread()
    {
        const QByteArray bytes = countingBytes(2 * megabyte);
        std::optional<Body> body = bodyOf(bytes);
        bool same = false;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            same = body->bytes() == bytes;
            body.reset();
        }));
        thread->start();
        QVERIFY(thread->wait(10'000));
        QVERIFY(same);
    }
};

QTEST_GUILESS_MAIN(TestBody)
#include "tst_body.moc"
