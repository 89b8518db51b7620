// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <csignal>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray command(const QByteArray &arguments, const QByteArray &more = {})
{
    return "{\"stage\": \"command\", \"run\": [" + arguments + "]" + more + "}";
}

/// A shell is here only because a test asks for one.
QByteArray shell(const QByteArray &script, const QByteArray &more = {})
{
    return command("\"sh\", \"-c\", \"" + script + '"', more);
}

Outcome<StageResult> runOn(const QByteArray &stage, const QByteArray &body, StageTrial &run)
{
    return runStages(stage, payloadOf(body, "text/plain"), run.context);
}

QByteArray outputOf(const Outcome<StageResult> &outcome)
{
    return outcome.succeeded() ? outcome.value().payload.current().bytes().toByteArray() : valuesOf(outcome);
}

bool isGone(const QString &pidFile)
{
    QFile file(pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const int pid = file.readAll().trimmed().toInt();
    return pid > 0 && ::kill(pid, 0) != 0;
}

} // namespace

/// External programs: their streams, their end, and that nothing is left of them.
class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAndOutputs_data()
    {
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<QByteArray>("output");
        const auto row = [](const char *name, const QByteArray &stage, const QByteArray &output) {
            QTest::newRow(name) << stage << output;
        };
        row("through", command("\"cat\""), "body");
        row("arguments are not for a shell", command("\"printf\", \"%s\", \"$HOME; `id` *\""),
            "$HOME; `id` *");
        row("reads nothing", command("\"true\""), "");
        row("exit status", shell("echo out; echo why >&2; exit 3"),
            "command: sh ended with exit status 3: why");
        row("another good status", shell("printf ok; exit 3", ", \"exit\": 3"), "ok");
        row("a signal", shell("kill -9 $$"), "command: sh was ended by signal 9.");
        row("not there", command("\"no-such-program\""),
            "command: no-such-program could not be started: No such file or directory. Is it installed, and "
            "in the "
            "PATH?");
        row("complains for ever", shell("yes >&2", ", \"timeout\": 1"),
            "command: The program did not end within 1 s.");
        row("an argument that ends early", command("\"printf\", \"a\\u0000b\""),
            "internal: $.stages[0].run[1]: A text with the character U+0000 cannot be an argument.");
        row("nothing to run", "{\"stage\": \"command\", \"run\": []}",
            "internal: $.stages[0].run: There must be a program first, as in [\"jq\", \".name\"].");
        row("knows its URL", shell("printf %s $INFLIGHT_URL"), "http://example.org/");
        row("too long", command("\"sleep\", \"60\"", ", \"timeout\": 1"),
            "command: The program did not end within 1 s.");
    }

    void endsAndOutputs()
    {
        QFETCH(QByteArray, stage);
        StageTrial run;
        QTEST(outputOf(runOn(stage, "body", run)), "output");
    }

    void largeBodiesGoBothWaysAtOnce()
    {
        StageTrial run;
        Payload payload = payloadOf({}, "application/octet-stream");
        payload.body = repeatedBody("0123456789", 20 * megabyte);
        const Outcome<StageResult> outcome = runStages(command("\"cat\""), payload, run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QVERIFY(outcome.value().payload.current().onDisk());
        QVERIFY(outcome.value().payload.current().bytes() == payload.body.bytes());
        QCOMPARE(run.done, payload.body.size());
    }

    void aLargeBodyNeedNotBeRead()
    {
        StageTrial run;
        Payload payload = payloadOf({}, "application/octet-stream");
        payload.body = repeatedBody("0123456789", 20 * megabyte);
        QCOMPARE(outputOf(runStages(shell("head -c 3; exec <&-; sleep 0.1; printf x"), payload, run.context)),
                 "012x");
    }

    void outputIsBounded()
    {
        StageTrial run(megabyte);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(faultName(runOn(command("\"yes\""), "", run)), u"too_large"_s);
        QVERIFY(clock.elapsed() < 10'000);
    }

    void whatItSaysIsKept()
    {
        StageTrial run;
        const Outcome<StageResult> outcome = runOn(shell("echo careful >&2; cat"), "body", run);
        QVERIFY(outcome.succeeded());
        QVERIFY2(outcome.value().detail.contains("careful"_L1), qPrintable(outcome.value().detail));
    }

    void cancellingEndsTheWholeGroup()
    {
        const QTemporaryDir folder;
        const QString pidFile = folder.filePath(u"pid"_s);
        StageTrial run;
        // The shell starts another one that ignores being asked to end.
        const QByteArray script =
            "(trap '' TERM; sh -c 'echo $PPID > " + pidFile.toUtf8() + "'; while :; do sleep 1; done) & wait";
        QFuture<bool> stopping = QtConcurrent::run([&] {
            const bool begun = QTest::qWaitFor([&] { return QFileInfo(pidFile).size() > 0; });
            run.stopNow();
            return begun;
        });
        QVERIFY(runOn(shell(script), "", run).cancelled());
        QVERIFY(stopping.result());
        QTRY_VERIFY(isGone(pidFile));
    }

    void whatAProgramLeavesBehindGoesToo()
    {
        const QTemporaryDir folder;
        const QString pidFile = folder.filePath(u"pid"_s);
        StageTrial run;
        const QByteArray script = "sleep 600 & echo $! > " + pidFile.toUtf8() + "; printf done";
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(outputOf(runOn(shell(script), "", run)), "done");
        QVERIFY(clock.elapsed() < 5000);
        QTRY_VERIFY(isGone(pidFile));
    }
};

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
