// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QColor>
#include <QPixmap>

class QFontMetrics;

namespace inflight {

/// Small shapes that tell states apart without colour.
enum class Glyph : quint8 { Ring, Play, Clock, Alert, Check, Cross, Slash, Dash, Dots, OpenLock };

Glyph glyphOf(const JobView &job);
/// Only for states that are shown by a glyph: not Pending, not Running.
Glyph glyphOf(StageState state);

/// The side of a glyph beside words of this font.
int glyphSide(const QFontMetrics &metrics);

/// `glyph` in a square of `side` device-independent pixels. Drawn with antialiasing once and kept: painting
/// it again costs no more than a plain rectangle. UI thread.
QPixmap glyphPixmap(Glyph glyph, const QColor &color, int side, qreal devicePixelRatio);

} // namespace inflight
