// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/behind.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>

using namespace inflight;

/// What is done on another thread for somebody who may go meanwhile.
class TestBehind final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultComesBackToTheThreadOfWhoAsked();
    void whoHasGoneIsNotTold();
    void whatWasClearedIsNotTold();

private:
    QThreadPool m_pool;
    QObject m_receiver;
};

void TestBehind::theResultComesBackToTheThreadOfWhoAsked()
{
    QThread *worker = nullptr;
    QThread *told = nullptr;
    workBehind(
        &m_pool, &m_receiver, [] { return QThread::currentThread(); },
        [&](QThread *thread) {
            worker = thread;
            told = QThread::currentThread();
        });
    QTRY_VERIFY(told);
    QCOMPARE(told, QThread::currentThread());
    QVERIFY(worker != told);
    // Nothing stays with a receiver that lives long.
    QTRY_VERIFY(m_receiver.children().isEmpty());
}

void TestBehind::whoHasGoneIsNotTold()
{
    QSemaphore begun;
    QSemaphore mayEnd;
    bool told = false;
    auto receiver = std::make_unique<QObject>();
    workBehind(
        &m_pool, receiver.get(),
        [&] {
            begun.release();
            mayEnd.acquire();
            return 1;
        },
        [&](int) { told = true; });
    begun.acquire();
    receiver.reset();
    mayEnd.release();
    QVERIFY(m_pool.waitForDone(10'000));
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestBehind::whatWasClearedIsNotTold()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore begun;
    QSemaphore mayEnd;
    int told = 0;
    workBehind(
        &pool, &m_receiver,
        [&] {
            begun.release();
            mayEnd.acquire();
            return 1;
        },
        [&](int value) { told += value; });
    workBehind(
        &pool, &m_receiver, [] { return 10; }, [&](int value) { told += value; });
    begun.acquire();
    pool.clear();
    mayEnd.release();
    QTRY_COMPARE(told, 1);
    QVERIFY(pool.waitForDone(10'000));
    QCoreApplication::processEvents();
    QCOMPARE(told, 1);
}

QTEST_MAIN(TestBehind)
#include "tst_behind.moc"
