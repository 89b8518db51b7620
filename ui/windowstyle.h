// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace inflight {

/// The platform's style, with what it leaves hard to see: a selected tab has a line along the edge that it
/// belongs to; boxes to tick have an outline that stands out (WCAG 2.1, 1.4.11), and grow with the text as
/// icons of buttons do. UI thread.
class WindowStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowStyle)

public:
    WindowStyle() = default;

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace inflight
