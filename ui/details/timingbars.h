// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/timingrows.h"

#include <QWidget>

namespace inflight {

/// Draws timing rows below each other on one axis of time. A phase is told by its pattern beside its colour;
/// the exact times are in the tooltip, and all of them in the accessible description. UI thread.
class TimingBars final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimingBars)

public:
    explicit TimingBars(QWidget *parent = nullptr);

    void setRows(const QList<TimingRow> &rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int labelWidth() const;
    void measureLabels();
    /// In the reading direction's own coordinates.
    [[nodiscard]] QRectF segmentRect(int row, const TimingSegment &segment) const;
    void paintLegend(QPainter &painter, int top) const;
    [[nodiscard]] QString textAt(const QPoint &position) const;

    QList<TimingRow> m_rows;
    int m_widestLabel = 0; ///< of m_rows: measured once, for each of their segments asks
    double m_endMs = 1;
};

} // namespace inflight
