// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/writebehind.h"

#include "support/testsupport.h"

#include <QSemaphore>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

/// A disk that does nothing until it is told to go on, or for `mostMs`.
class SlowDisk
{
public:
    explicit SlowDisk(int mostMs = 60'000)
    {
        pool.setMaxThreadCount(1);
        pool.start([this, mostMs] { m_goOn.tryAcquire(1, mostMs); });
    }
    ~SlowDisk() { goOn(); }
    Q_DISABLE_COPY_MOVE(SlowDisk)

    void goOn()
    {
        m_goOn.release();
        pool.waitForDone();
    }

    QThreadPool pool;

private:
    QSemaphore m_goOn;
};

QByteArray pieceOf(int number, qsizetype size)
{
    return QByteArray(size, static_cast<char>('a' + number % 26));
}

} // namespace

class TestWriteBehind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesNotWaitForTheDisk()
    {
        SlowDisk disk;
        Executor executor;
        BodyWriter writer(100 * megabyte);
        int room = 0;
        WriteBehind behind(executor, disk.pool, writer, [&room] { ++room; });
        QByteArray all;
        for (int number = 0; !behind.isFull(); ++number) {
            const QByteArray piece = pieceOf(number, 100'000);
            behind.append(piece);
            all += piece;
        }
        QCoreApplication::processEvents();
        QCOMPARE(behind.written(), 0);
        QCOMPARE(room, 0);

        disk.goOn();
        QTRY_VERIFY(room > 0);
        QVERIFY(!behind.isFull());
        const QByteArray rest = pieceOf(7, 2 * megabyte);
        behind.append(rest);
        QVERIFY(runTask(behind.settle()));
        QVERIFY(!behind.fault());
        QCOMPARE(behind.written(), all.size() + rest.size());
        const Body body = writer.finish().value();
        QVERIFY(body.onDisk());
        QVERIFY(body.bytes() == QByteArrayView(all + rest));
    }

    void whatComesMeanwhileIsWrittenInOrder()
    {
        QThreadPool disk;
        Executor executor;
        BodyWriter writer(100 * megabyte);
        QByteArray all;
        int turn = 0;
        // Each time that there is room the next piece comes from within the call.
        WriteBehind *writing = nullptr;
        const auto next = [&] {
            if (++turn > 40)
                return;
            const QByteArray piece = pieceOf(turn, 50'000 + turn * 1'000);
            all += piece;
            writing->append(piece);
        };
        WriteBehind behind(executor, disk, writer, next);
        writing = &behind;
        next();
        QTRY_VERIFY(turn > 40);
        QVERIFY(runTask(behind.settle()));
        QVERIFY(writer.finish().value().bytes() == QByteArrayView(all));
    }

    void aRefusalIsToldAndEndsIt()
    {
        SlowDisk disk;
        Executor executor;
        BodyWriter writer(megabyte);
        int room = 0;
        WriteBehind behind(executor, disk.pool, writer, [&room] { ++room; });
        behind.append(pieceOf(0, 2 * megabyte));
        behind.append(pieceOf(1, 2 * megabyte));
        QVERIFY(behind.isFull());
        disk.goOn();
        QTRY_VERIFY(behind.fault());
        QCOMPARE(behind.fault()->faultClass, FaultClass::TooLarge);
        QTRY_COMPARE(room, 1);
        QVERIFY2(!behind.isFull(), "whoever waits for room must hear of it");
        behind.append(pieceOf(2, 1000));
        QVERIFY(runTask(behind.settle()));
        QCOMPARE(behind.written(), 0);
    }

    /// Of a sender that cannot be paused: the memory has an end.
    void whoBringsTooMuchWaits()
    {
        SlowDisk disk(100);
        Executor executor;
        BodyWriter writer(200 * megabyte);
        WriteBehind behind(executor, disk.pool, writer, [] {});
        const qint64 size = WriteBehind::mostUnderWay + 2 * megabyte;
        for (int number = 0; number < size / megabyte; ++number)
            behind.append(pieceOf(number, megabyte));
        QVERIFY2(behind.written() >= WriteBehind::mostUnderWay, "without a turn of the event loop");
        QVERIFY(runTask(behind.settle()));
        QCOMPARE(behind.written(), size);
        const Body body = writer.finish().value();
        for (int number = 0; number < size / megabyte; ++number) {
            const char expected = static_cast<char>('a' + number % 26);
            QCOMPARE(body.bytes().at(number * megabyte), expected);
            QCOMPARE(body.bytes().at((number + 1) * megabyte - 1), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestWriteBehind)
#include "tst_writebehind.moc"
