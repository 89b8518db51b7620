// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace inflight {

/// What became of a run of the program.
struct ProcessRun
{
    bool finished = false; ///< it ended by itself in time (else it was killed) and did not crash
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Starts the program that the environment variable INFLIGHT_PROGRAM names, with QT_QPA_PLATFORM taken from
/// the environment. False when it cannot be started.
[[nodiscard]] bool startInflight(QProcess &process, const QStringList &arguments);
/// Waits for the end of what startInflight() started; kills it after `timeoutMs`.
ProcessRun awaitInflight(QProcess &process, int timeoutMs = 20'000);
/// Starts the program, writes `input` to it, closes its stdin and waits for its end. Blocks; servers on
/// threads of their own go on.
ProcessRun runInflight(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 20'000);

} // namespace inflight
