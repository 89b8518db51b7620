// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/processrun.h"

namespace inflight {

bool startInflight(QProcess &process, const QStringList &arguments)
{
    process.start(qEnvironmentVariable("INFLIGHT_PROGRAM"), arguments);
    return process.waitForStarted(10'000);
}

ProcessRun awaitInflight(QProcess &process, int timeoutMs)
{
    ProcessRun run;
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(timeoutMs);
    if (!ended) {
        process.kill();
        process.waitForFinished(5000);
    }
    run.finished = ended && process.exitStatus() == QProcess::NormalExit;
    run.exitCode = run.finished ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

ProcessRun runInflight(const QStringList &arguments, const QByteArray &input, int timeoutMs)
{
    QProcess process;
    if (!startInflight(process, arguments))
        return {};
    process.write(input);
    process.closeWriteChannel();
    return awaitInflight(process, timeoutMs);
}

} // namespace inflight
