// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/durationhistogram.h"
#include "ui/models/histogramscale.h"

#include <QWidget>

#include <optional>

namespace inflight {

/// A histogram on a logarithmic axis, with its quantiles marked and a range that is chosen by dragging over
/// it, by a click on a bar, or by keys: Left, Right, Home and End go over the bars, with Shift they choose
/// those gone over, Space or Enter the bar gone to; Esc lets the range go. UI thread.
class HistogramPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistogramPlot)

public:
    explicit HistogramPlot(QWidget *parent = nullptr);

    void setHistogram(const DurationHistogram &times);
    [[nodiscard]] const std::optional<BucketRange> &range() const { return m_range; }
    /// Without a word to anybody.
    void setRange(std::optional<BucketRange> range);
    /// "102 ms to 110 ms: 42 jobs".
    [[nodiscard]] QString rangeText(BucketRange range) const;
    /// Where a bar stands, in the plot's coordinates.
    [[nodiscard]] QRect barRect(int bar) const;
    [[nodiscard]] const HistogramScale &scale() const { return m_scale; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeChosen(inflight::BucketRange range);
    void rangeLetGo();
    /// What the mouse or the keyboard is at, in words; empty: at nothing.
    void pointedAt(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rescale();
    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] int xOf(double place) const;
    [[nodiscard]] int barUnder(QPoint spot) const;
    /// Of what is chosen, or being chosen.
    [[nodiscard]] std::optional<QRect> rangeRect() const;
    [[nodiscard]] BucketRange between(int oneBar, int otherBar) const;
    /// While the mouse drags.
    [[nodiscard]] BucketRange dragged() const;
    void paintBars(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintQuantiles(QPainter &painter) const;
    void paintRangeEdges(QPainter &painter) const;
    void goTo(int bar, bool choosing);
    void choose(BucketRange range);
    void letGo();
    void point(std::optional<int> bar);

    DurationHistogram m_times;
    HistogramScale m_scale;
    QList<qint64> m_counts; ///< by bar
    qint64 m_highest = 1;
    std::optional<BucketRange> m_range;
    std::optional<int> m_dragFrom; ///< first bucket of a bar: bars change under the mouse while jobs end
    int m_dragTo = 0;              ///< the same
    std::optional<int> m_cursor;   ///< first bucket of the bar that the keyboard is at
    std::optional<int> m_anchor;   ///< first bucket of the bar from which keys choose
};

} // namespace inflight
