// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionbodies.h"

#include "pipeline/bodydigest.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

int waitsForOne = 0; ///< for the disk, for one file
int waitsForAll = 0;

} // namespace

// In place of the system's, which the libraries call, too.
extern "C" int fdatasync(int)
{
    ++waitsForOne;
    return 0;
}

extern "C" int fsync(int)
{
    ++waitsForOne;
    return 0;
}

extern "C" int syncfs(int) noexcept
{
    ++waitsForAll;
    return 0;
}

class TestSessionBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        waitsForOne = waitsForAll = 0;
        m_folder = std::make_unique<QTemporaryDir>();
    }

    /// A wait for each of a batch's thousands takes longer than to fetch them.
    void theDiskIsWaitedForOnce()
    {
        SessionBodies bodies(session());
        for (int i = 0; i < 50; ++i)
            QVERIFY(!put(bodies, i));
        QCOMPARE(waitsForOne, 0);
        QCOMPARE(waitsForAll, 0);
        QVERIFY(!bodies.sync());
        QCOMPARE(waitsForAll, 1);
        QVERIFY(!bodies.sync()); // nothing new
        QCOMPARE(waitsForAll, 1);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(bodies.find(sha256Of(bodyOf(i), {}))->bytes(), bodyOf(i).bytes());
        QCOMPARE(files().size(), 50);
    }

    void oneThatIsThereIsNotWrittenAgainButMadeSureOf()
    {
        {
            SessionBodies before(session());
            QVERIFY(!put(before, 1));
        }
        SessionBodies bodies(session());
        QVERIFY(!put(bodies, 1));
        QVERIFY(!bodies.sync());
        QCOMPARE(waitsForAll, 1);
        QVERIFY(!put(bodies, 1));
        QVERIFY(!bodies.sync());
        QCOMPARE(waitsForAll, 1);
        QCOMPARE(files().size(), 1);
    }

    void whatCannotHaveItsNameLeavesNothing()
    {
        SessionBodies bodies(session());
        const QString name = QString::fromLatin1(sha256Of(bodyOf(1), {}));
        const QString inItsPlace = session() + ".bodies/"_L1 + name.first(2) + u'/' + name;
        QVERIFY(QDir().mkpath(inItsPlace + "/full"_L1));
        const std::optional<QString> fault = put(bodies, 1);
        QVERIFY(fault);
        QVERIFY2(fault->contains(name), qPrintable(*fault));
        QVERIFY(files().isEmpty());
        QVERIFY(!put(bodies, 2));
    }

private:
    QString session() const { return m_folder->filePath(u"s.inflight"_s); }
    static Body bodyOf(int number) { return Body(QByteArray::number(number).repeated(20'000)); }
    static std::optional<QString> put(SessionBodies &bodies, int number)
    {
        return bodies.put(sha256Of(bodyOf(number), {}), bodyOf(number));
    }
    QStringList files() const
    {
        QStringList found;
        for (QDirIterator it(m_folder->path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            found.append(it.next());
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSessionBodies)
#include "tst_sessionbodies.moc"
