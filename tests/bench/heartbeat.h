// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QList>
#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace inflight {

/// The value that `share` of `values` does not exceed; 0 of none.
double percentile(QList<double> values, double share);

/// An application that knows how much processor time its thread spent in each turn: in the outermost
/// notify(), whatever else the machine does meanwhile.
class MeasuredApplication final : public QApplication
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeasuredApplication)

public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

    void forget() { m_turns.clear(); }
    /// Milliseconds each; turns of less than 0.1 ms are left out.
    [[nodiscard]] const QList<double> &cpuOfTurns() const { return m_turns; }

private:
    QList<double> m_turns;
    int m_depth = 0;
};

/// Posts a timestamped event to its own thread every 4 ms from another one and notes how late each arrives:
/// what a key would have waited.
class Heartbeat final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Heartbeat)

public:
    Heartbeat();
    ~Heartbeat() override;

    /// The latencies so far in milliseconds.
    QList<double> stop();

protected:
    bool event(QEvent *event) override;

private:
    QList<double> m_latencies;
    std::atomic_bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace inflight
