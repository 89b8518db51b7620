// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace inflight;

/// Under a system's limit of open files.
class TestOpenFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLowLimitIsRaisedOrSaid_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<bool>("all");
        // Only the soft limit may be raised again.
        QTest::newRow("soft") << u"ulimit -S -n 64"_s << true;
        QTest::newRow("hard") << u"ulimit -S -n 64; ulimit -H -n 64"_s << false;
    }

    void aLowLimitIsRaisedOrSaid()
    {
        QFETCH(const QString, limit);
        QFETCH(const bool, all);
        constexpr int count = 120;
        ScriptServer server([](const ServerRequest &) {
            return Script::answer(200, {}, "x").after(std::chrono::milliseconds(300));
        });
        QByteArray list;
        for (int i = 0; i < count; ++i)
            list += server.url(u"/%1"_s.arg(i)).toUtf8() + '\n';
        QProcess process;
        process.start(u"/bin/sh"_s,
                      {u"-c"_s, limit + u"; exec \"$INFLIGHT_PROGRAM\" --headless -q -i - -o - --retry 0 "
                                        "-j 120 --max-per-host 120"_s});
        QVERIFY(process.waitForStarted());
        process.write(list);
        process.closeWriteChannel();
        const ProcessRun run = awaitInflight(process);
        QVERIFY(run.finished);
        const QList<QJsonObject> records = recordsOf(run.out);
        QCOMPARE(sortedIds(records), idsUpTo(count));
        int succeeded = 0;
        for (const QJsonObject &record : records) {
            const QJsonObject error = record["error"_L1].toObject();
            succeeded += error.isEmpty() ? 1 : 0;
            if (!error.isEmpty())
                QVERIFY2(error["message"_L1].toString().contains(u"--jobs"),
                         qPrintable(error["message"_L1].toString()));
        }
        QVERIFY(succeeded > 0);
        QCOMPARE(succeeded == count, all);
    }

    /// A table of descriptors that grows while there are threads stops the one that opens for up to 25 ms.
    void thereIsRoomForDescriptorsBeforeThereAreThreads()
    {
#ifdef Q_OS_LINUX
        ScriptServer server(
            [](const ServerRequest &) { return Script().hold().then(Script::answer(200, {}, "x")); });
        QProcess process;
        process.start(QString::fromLocal8Bit(qgetenv("INFLIGHT_PROGRAM")),
                      {u"--headless"_s, u"-q"_s, server.url(u"/"_s)});
        QVERIFY(process.waitForStarted());
        QTRY_COMPARE(server.requestCount(), 1);
        QFile status(u"/proc/%1/status"_s.arg(process.processId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QRegularExpressionMatch size =
            QRegularExpression(u"^FDSize:\\s+(\\d+)$"_s, QRegularExpression::MultilineOption)
                .match(QString::fromLatin1(status.readAll()));
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY2(size.captured(1).toULongLong() >= std::min<rlim_t>(limit.rlim_max, 8192),
                 qPrintable(size.captured()));
        server.release();
        QVERIFY(awaitInflight(process).finished);
#else
        QSKIP("Only Linux' table is known to behave so.");
#endif
    }
};

QTEST_GUILESS_MAIN(TestOpenFiles)
#include "tst_openfiles.moc"
