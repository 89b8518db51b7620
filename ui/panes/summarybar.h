// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "jobs/throughput.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;

namespace inflight {

class LinkLabel;
class RunProgress;

/// The run in one line: how many jobs are in which state, how much came, how fast, how long, and how long
/// yet. UI thread.
class SummaryBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryBar)

public:
    explicit SummaryBar(QWidget *parent = nullptr);

    void follow(const RunTotals &totals);

Q_SIGNALS:
    /// The jobs of one state are to be shown: a word of the filter.
    void jobsRequested(const QString &word);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A state with its glyph and its count.
    struct Counter
    {
        QLabel *glyph = nullptr;
        LinkLabel *text = nullptr;
    };
    static constexpr std::size_t counterCount = 6;

    void addCounter(QBoxLayout &row, JobState state);
    QLabel *addFigure(QBoxLayout &row, const QString &name, const QString &toolTip, const QString &widest);
    void showCounts();
    void showFigures();
    [[nodiscard]] QString elapsedText() const;
    void paintGlyphs();
    void tick();

    RunTotals m_totals;
    Throughput m_throughput;
    QTimer m_ticker;
    std::array<Counter, counterCount> m_counters; ///< by JobState
    QLabel *m_bytes = nullptr;
    QLabel *m_rate = nullptr;
    QLabel *m_elapsed = nullptr;
    QLabel *m_left = nullptr;
    RunProgress *m_progress = nullptr;
    QBoxLayout *m_line = nullptr;
    int m_lineWidth = 0; ///< with less room the line becomes two
};

} // namespace inflight
