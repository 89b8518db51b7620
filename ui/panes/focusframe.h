// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;
class QWidget;

namespace inflight {

/// Where `widget` has the keyboard, the style's frame of focus inside its edge; for those that have no cursor
/// to show it. `painter` paints on `surface`: the widget, or its viewport.
void paintFocusFrame(QPainter &painter, const QWidget &widget, const QWidget &surface);

} // namespace inflight
