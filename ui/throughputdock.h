// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/throughputhistory.h"
#include "jobs/throughputmeter.h"

#include <QDockWidget>
#include <QTimer>

class QComboBox;
class QLabel;
class QMainWindow;

namespace inflight {

class Engine;
class ThroughputChart;

/// The dock of the throughput: a sample a second while something runs, none while nothing does. UI thread.
class ThroughputDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThroughputDock)

public:
    /// Docks itself in `window` below the table and follows `engine`. Both must outlive it.
    ThroughputDock(QMainWindow &window, Engine &engine);

    void takeFocus();
    /// Whether it wakes up every second.
    [[nodiscard]] bool isSampling() const { return m_second.isActive(); }
    [[nodiscard]] const ThroughputHistory &history() const { return m_history; }

private:
    void follow(const ChangeBatch &batch);
    void sample();
    void showSamples();

    ThroughputMeter m_meter;
    ThroughputHistory m_history;
    QTimer m_second;
    QComboBox *m_span = nullptr; ///< the last minutes, or all
    ThroughputChart *m_chart = nullptr;
    QLabel *m_figures = nullptr;
};

} // namespace inflight
