// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace inflight {

/// Turns SIGINT and SIGTERM into a signal of the event loop. The second one ends the process at once with
/// status 130, even while the loop is blocked; what follows the first within 300 ms counts as the same, for
/// timeout(1) and terminals send it twice. At most one watcher at a time; lives on the main thread.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    /// The signals do again what they do by default.
    ~SignalWatcher() override;

Q_SIGNALS:
    /// The first of them arrived.
    void interrupted();

private:
    QSocketNotifier m_notifier;
};

/// A reader of stdout or stderr that went away becomes an error of write() instead of the end of the process.
void ignoreBrokenPipes();

} // namespace inflight
