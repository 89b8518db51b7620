// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/waterfall/timescale.h"
#include "ui/waterfall/wallclock.h"

#include <QList>
#include <QStyledItemDelegate>

namespace inflight {

struct JobBar;

/// The bar of a job in the waterfall: laid out anew each time that it is painted, from what the row tells.
class BarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BarDelegate)

public:
    /// Both must outlive it.
    BarDelegate(const TimeScale &scale, const WallClock &clock, QObject *parent);

    /// Lines down through the rows.
    void setTicks(const QList<AxisTick> &ticks) { m_ticks = ticks; }
    /// How many bars were painted so far.
    [[nodiscard]] int barsPainted() const { return m_painted; }
    [[nodiscard]] JobBar barOf(const QModelIndex &index) const;
    /// What a tool tip says of a job: each segment with its start and its duration.
    [[nodiscard]] QString describe(const QModelIndex &index, const QPalette &palette) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintLines(QPainter &painter, const QRect &cell, const QPalette &palette) const;

    const TimeScale &m_scale;
    const WallClock &m_clock;
    QList<AxisTick> m_ticks;
    mutable int m_painted = 0;
};

} // namespace inflight
