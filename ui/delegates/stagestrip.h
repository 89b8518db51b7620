// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QList>
#include <QPalette>
#include <QRect>

class QPainter;

namespace inflight {

/// Where segment `stage` of `count` lies in a strip that fills `strip`; the first one is where reading
/// begins.
QRect stageSegment(const QRect &strip, int stage, int count, Qt::LayoutDirection direction = Qt::LeftToRight);
/// The segment at `x`; -1: none.
int stageAt(const QRect &strip, int x, int count, Qt::LayoutDirection direction = Qt::LeftToRight);

/// Paints one segment a stage: pending an empty frame, waiting a frame with dots, running filled as far as it
/// has got (or with a block that moves with `nowMs` where that is not known), done framed with a check,
/// failed solid with a cross, cancelled framed with a slash, skipped a bare dash. Plain rectangles and
/// ready-made pixmaps: a few microseconds a strip.
void paintStageStrip(QPainter &painter, const QRect &strip, const QList<StageView> &stages, int count,
                     const QPalette &palette, qint64 nowMs, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace inflight
