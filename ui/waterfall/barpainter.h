// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"
#include "ui/waterfall/jobbar.h"
#include "ui/waterfall/timescale.h"

#include <QRect>

class QPainter;

namespace inflight {

/// How a bar is painted in its row.
struct BarLook
{
    Theme theme;
    QColor words;      ///< of lines and words on the row's own ground
    QString caption;   ///< beside or in what is open
    bool slow = false; ///< what is open takes unusually long
    QStringList stageNames;
};

/// Paints `bar` into the cell of a row, which is as wide as `scale`. Every phase has a shape of its own:
/// queued a thin line, back-off a dashed and a stage's queue a dotted one, connect hatched, TLS
/// cross-hatched, waiting hollow, receiving solid, a stage a box on a base with its name. Failed ends in a
/// block with a cross, cancelled in one with a slash. Rectangles and ready-made pixmaps alone; what lies
/// outside costs nothing.
void paintBar(QPainter &painter, const QRect &cell, const JobBar &bar, const TimeScale &scale,
              const BarLook &look);

/// One phase as a legend shows it.
void paintPhase(QPainter &painter, const QRect &rect, Phase phase, const Theme &theme, const QColor &words);

/// What stands at the end of what failed or was stopped, in a square; for Open: that it is slow.
void paintMark(QPainter &painter, const QRect &square, SegmentFate fate, const Theme &theme);

} // namespace inflight
