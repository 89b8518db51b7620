// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool putContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Opens, writes and commits; the first error.
std::optional<QString> writeWhole(const QString &path, const QByteArray &content)
{
    OutputFile file(path);
    if (auto error = file.open())
        return error;
    if (auto error = file.write(content))
        return error;
    return file.commit();
}

} // namespace

class TestOutputFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsNameOnlyOnceCommitted();
    void replacesWhatStoodThere();
    void uncommittedPartStays();
    void overwritesALeftOverPart();
    void largeWritesGoThrough();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void linkStaysALink();
    void danglingLinkGetsItsTarget();
    void keepsPermissions();
    void refusesAFileThatIsBeingWritten();
    void devicesAreWrittenDirectly();
    void fullDeviceIsAnError();
};

void TestOutputFile::hasItsNameOnlyOnceCommitted()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    OutputFile file(path);
    QCOMPARE(file.open(), std::nullopt);
    QVERIFY(!file.isDirect());
    QCOMPARE(file.write("a"), std::nullopt);
    QCOMPARE(file.flush(), std::nullopt);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(contentOf(path + u".part"_s), "a"_ba);
    QCOMPARE(file.write("b"), std::nullopt);
    QCOMPARE(file.commit(), std::nullopt);
    QCOMPARE(contentOf(path), "ab"_ba);
    QVERIFY(!QFile::exists(path + u".part"_s));
}

void TestOutputFile::replacesWhatStoodThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    QVERIFY(putContent(path, QByteArray(10'000, 'o')));
    OutputFile file(path);
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(file.write("new"), std::nullopt);
    QCOMPARE(file.flush(), std::nullopt);
    QCOMPARE(contentOf(path).size(), 10'000);
    QCOMPARE(file.commit(), std::nullopt);
    QCOMPARE(contentOf(path), "new"_ba);
}

void TestOutputFile::uncommittedPartStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    {
        OutputFile file(path);
        QCOMPARE(file.open(), std::nullopt);
        QCOMPARE(file.write("a"), std::nullopt);
        QCOMPARE(file.flush(), std::nullopt);
    }
    QVERIFY(!QFile::exists(path));
    QCOMPARE(contentOf(path + u".part"_s), "a"_ba);
}

void TestOutputFile::overwritesALeftOverPart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    QVERIFY(putContent(path + u".part"_s, QByteArray(10'000, 'o')));
    QCOMPARE(writeWhole(path, "new"), std::nullopt);
    QCOMPARE(contentOf(path), "new"_ba);
}

void TestOutputFile::largeWritesGoThrough()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    OutputFile file(path);
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(file.write(QByteArray(1'000'000, 'x')), std::nullopt);
    // More than is kept back is given to the system without a flush().
    QCOMPARE(QFileInfo(path + u".part"_s).size(), 1'000'000);
    QCOMPARE(file.commit(), std::nullopt);
    QCOMPARE(contentOf(path), QByteArray(1'000'000, 'x'));
}

void TestOutputFile::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no folder") << u"/nonexistent-folder/out"_s;
    QTest::newRow("a folder") << u"/"_s;
    QTest::newRow("under a file") << u"/dev/null/out"_s;
}

void TestOutputFile::refusesWhatCannotBeWritten()
{
    QFETCH(QString, path);
    OutputFile file(path);
    const auto error = file.open();
    QVERIFY(error);
    QVERIFY2(error->contains(path) && error->contains(u"cannot be written"), qPrintable(*error));
}

void TestOutputFile::linkStaysALink()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"target"_s);
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(putContent(target, "old"));
    QVERIFY(QFile::link(target, link));
    QCOMPARE(writeWhole(link, "new"), std::nullopt);
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(!QFileInfo(target).isSymLink());
    QCOMPARE(contentOf(target), "new"_ba);
}

void TestOutputFile::danglingLinkGetsItsTarget()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"target"_s);
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QFile::link(target, link));
    QCOMPARE(writeWhole(link, "new"), std::nullopt);
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(target), "new"_ba);
}

void TestOutputFile::keepsPermissions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    QVERIFY(putContent(path, "old"));
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(QFile::setPermissions(path, ownerOnly));
    QCOMPARE(writeWhole(path, "new"), std::nullopt);
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::Permissions(ownerOnly));
}

void TestOutputFile::refusesAFileThatIsBeingWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    OutputFile first(path);
    QCOMPARE(first.open(), std::nullopt);
    QCOMPARE(first.write("first"), std::nullopt);
    const auto error = writeWhole(path, "second");
    QVERIFY(error && error->contains(u"another process"));
    QCOMPARE(first.commit(), std::nullopt);
    QCOMPARE(contentOf(path), "first"_ba);
}

void TestOutputFile::devicesAreWrittenDirectly()
{
    OutputFile file(u"/dev/null"_s);
    QCOMPARE(file.open(), std::nullopt);
    QVERIFY(file.isDirect());
    QCOMPARE(file.write("a"), std::nullopt);
    QCOMPARE(file.commit(), std::nullopt);
    QVERIFY(!QFile::exists(u"/dev/null.part"_s));
}

void TestOutputFile::fullDeviceIsAnError()
{
    OutputFile file(u"/dev/full"_s);
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(file.write("a"), std::nullopt);
    const auto error = file.flush();
    QVERIFY(error && error->contains(u"/dev/full"_s));
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
