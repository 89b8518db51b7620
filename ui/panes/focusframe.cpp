// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/focusframe.h"

#include <QStyleOption>
#include <QWidget>

namespace inflight {

void paintFocusFrame(QPainter &painter, const QWidget &widget, const QWidget &surface)
{
    if (!widget.hasFocus())
        return;
    QStyleOptionFocusRect frame;
    frame.initFrom(&widget);
    frame.rect = surface.rect();
    widget.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, &painter, &widget);
}

} // namespace inflight
