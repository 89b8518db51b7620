// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>

namespace inflight {

/// A frame of one pixel, without the pen's half-pixel questions. UI thread.
inline void drawFrame(QPainter &painter, const QRect &rect, const QColor &color)
{
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, color);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color);
    painter.fillRect(rect.left(), rect.top() + 1, 1, rect.height() - 2, color);
    painter.fillRect(rect.right(), rect.top() + 1, 1, rect.height() - 2, color);
}

} // namespace inflight
