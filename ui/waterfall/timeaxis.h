// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/waterfall/timescale.h"

#include <QHeaderView>

#include <optional>

namespace inflight {

/// The header of the waterfall: over the bars it is the axis of time. There the wheel zooms at the pointer,
/// with Shift it moves in time; dragging zooms to what was dragged over, with Shift or the middle button it
/// moves; a double click shows the whole run. UI thread.
class TimeAxis final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeAxis)

public:
    /// `section`: that of the bars. `scale` must outlive it.
    TimeAxis(TimeScale &scale, int section, QWidget *parent);

    /// What the axis shows from now on; `nowMs` since the epoch.
    void setTicks(const QList<AxisTick> &ticks, double nowMs);
    /// Zooms or moves as the wheel says, at `x` of the scale; with `zooms` without Ctrl, too. False: the
    /// wheel says nothing of that kind.
    bool turn(const QWheelEvent &event, double x, bool zooms);
    /// Pixels between two labels.
    [[nodiscard]] int labelRoom() const;

Q_SIGNALS:
    /// A person changed the scale.
    void changed();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect axisRect() const;
    [[nodiscard]] bool isOverAxis(const QPoint &position) const;
    void paintTicks(QPainter &painter, const QRect &rect) const;
    void paintDrag(QPainter &painter, const QRect &rect) const;

    TimeScale &m_scale;
    const int m_section;
    QList<AxisTick> m_ticks;
    double m_nowMs = 0;
    std::optional<int> m_dragFrom; ///< x of the scale, while a range is dragged over
    int m_dragTo = 0;
    std::optional<int> m_panFrom; ///< x, while the axis is moved
};

} // namespace inflight
