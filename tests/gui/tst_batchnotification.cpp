// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batchnotification.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int patience = 20'000;

RunTotals totals(int running, int succeeded, int failed = 0, int cancelled = 0)
{
    RunTotals all;
    all.running = running;
    all.succeeded = succeeded;
    all.failed = failed;
    all.cancelled = cancelled;
    all.ended = static_cast<quint64>(succeeded + failed + cancelled);
    return all;
}

} // namespace

/// What a desktop's notification server is to the programs of a session.
class Notifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString program;
        QString summary;
        QString body;
        QVariantMap hints;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &program, uint, const QString &, const QString &summary, const QString &body,
                const QStringList &, const QVariantMap &hints, int)
    {
        shown.append({program, summary, body, hints});
        return static_cast<uint>(shown.size());
    }
};

class TestBatchNotification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", m_config.path().toLocal8Bit());
        isSilentWithoutABus();
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForStarted(patience), "dbus-daemon is missing: see .ci/setup.sh");
        QTRY_VERIFY_WITH_TIMEOUT(m_daemon.canReadLine() || m_daemon.waitForReadyRead(100), patience);
        const QByteArray address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDBusConnection server = QDBusConnection::connectToBus(QString::fromUtf8(address), u"server"_s);
        QVERIFY(server.isConnected());
        QVERIFY(server.registerObject(u"/org/freedesktop/Notifications"_s, &m_server,
                                      QDBusConnection::ExportAllSlots));
        QVERIFY(server.registerService(u"org.freedesktop.Notifications"_s));
        m_other.show(); // has the keyboard
        m_window.show();
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"server"_s);
        m_daemon.kill();
        m_daemon.waitForFinished(patience);
    }

    void init()
    {
        m_server.shown.clear();
        QSettings(m_config.filePath(u"inflight/settings.ini"_s), QSettings::IniFormat).remove(u"notify"_s);
        m_other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_other));
    }

    void oneForEachBatch()
    {
        BatchNotification notification(m_window);
        notification.follow(totals(0, 0));
        notification.follow(totals(3, 0));
        notification.follow(totals(1, 1, 1));
        notification.follow(totals(0, 1, 1, 1));
        notification.follow(totals(0, 1, 1, 1));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.shown.size(), 1, patience);
        QCOMPARE(m_server.shown.first().program, u"Inflight"_s);
        QCOMPARE(m_server.shown.first().summary, u"3 jobs finished"_s);
        QCOMPARE(m_server.shown.first().body, u"1 succeeded, 1 failed, 1 cancelled"_s);
        QCOMPARE(m_server.shown.first().hints.value(u"desktop-entry"_s).toString(),
                 u"org.inflight.Inflight"_s);

        // The failed one is tried again: a batch of its own.
        notification.follow(totals(1, 1, 0, 1));
        notification.follow(totals(0, 2, 0, 1));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.shown.size(), 2, patience);
        QCOMPARE(m_server.shown.last().summary, u"1 job finished"_s);
        QCOMPARE(m_server.shown.last().body, u"1 succeeded"_s);
    }

    void whatFailsOnceMoreIsCounted()
    {
        BatchNotification notification(m_window);
        notification.follow(totals(10, 0));
        notification.follow(totals(0, 2, 8));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.shown.size(), 1, patience);
        notification.follow(totals(8, 2));
        notification.follow(totals(0, 5, 5));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.shown.size(), 2, patience);
        QCOMPARE(m_server.shown.last().summary, u"8 jobs finished"_s);
        QCOMPARE(m_server.shown.last().body, u"3 succeeded, 5 failed"_s);
    }

    void whatEndedInAnEarlierRunIsNot()
    {
        BatchNotification notification(m_window);
        notification.follow({});
        RunTotals restored = totals(3, 900);
        restored.ended = 0;
        notification.follow(restored);
        RunTotals done = totals(0, 903);
        done.ended = 3;
        notification.follow(done);
        QTRY_COMPARE_WITH_TIMEOUT(m_server.shown.size(), 1, patience);
        QCOMPARE(m_server.shown.last().summary, u"3 jobs finished"_s);
    }

    void noneWhileSomebodyLooks()
    {
        BatchNotification notification(m_window);
        m_window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
        batch(notification);
        isTheOnlyOne();
    }

    void noneWhenTheSettingsSayNo()
    {
        BatchNotification notification(m_window);
        QSettings(m_config.filePath(u"inflight/settings.ini"_s), QSettings::IniFormat)
            .setValue(u"notify"_s, false);
        batch(notification);
        QSettings(m_config.filePath(u"inflight/settings.ini"_s), QSettings::IniFormat)
            .setValue(u"notify"_s, true);
        isTheOnlyOne();
    }

    void noneWhenTheWindowIsGone()
    {
        QWidget closed;
        BatchNotification notification(closed);
        batch(notification);
        isTheOnlyOne();
    }

private:
    static void batch(BatchNotification &notification)
    {
        notification.follow(totals(0, 0));
        notification.follow(totals(5, 0));
        notification.follow(totals(0, 5));
    }

    /// Calls arrive in their order: when a later one is there, an earlier one would be.
    void isTheOnlyOne()
    {
        m_other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_other));
        BatchNotification later(m_window);
        later.follow(totals(2, 0));
        later.follow(totals(0, 2));
        QTRY_VERIFY_WITH_TIMEOUT(!m_server.shown.isEmpty(), patience);
        QCOMPARE(m_server.shown.size(), 1);
        QCOMPARE(m_server.shown.first().summary, u"2 jobs finished"_s);
    }

    void isSilentWithoutABus()
    {
        QWidget window;
        window.show();
        BatchNotification notification(window);
        batch(notification);
    }

    QTemporaryDir m_config;
    QProcess m_daemon;
    Notifications m_server;
    QWidget m_window;
    QWidget m_other;
};

QTEST_MAIN(TestBatchNotification)
#include "tst_batchnotification.moc"
