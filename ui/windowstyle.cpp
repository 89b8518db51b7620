// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/windowstyle.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionTab>
#include <QWidget>

#include <algorithm>

namespace inflight {

namespace {

constexpr int thickness = 2;
constexpr float outlineStrength = 0.7F;

/// The edge of the tab that is turned away from its page.
QRect outerEdge(const QStyleOptionTab &tab)
{
    const QRect &rect = tab.rect;
    switch (tab.shape) {
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        return {rect.left(), rect.bottom() + 1 - thickness, rect.width(), thickness};
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest:
        return {rect.left(), rect.top(), thickness, rect.height()};
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast:
        return {rect.right() + 1 - thickness, rect.top(), thickness, rect.height()};
    default:
        return {rect.left(), rect.top(), rect.width(), thickness};
    }
}

} // namespace

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto *const tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_TabBarTabShape && tab && tab->state.testFlag(State_Selected))
        painter->fillRect(outerEdge(*tab).adjusted(2, 0, -2, 0), tab->palette.color(QPalette::Highlight));
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRound = element == PE_IndicatorRadioButton;
    if (!isRound && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck)
        return;
    QColor outline = option->palette.color(QPalette::WindowText);
    outline.setAlphaF(outlineStrength);
    painter->save();
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, isRound);
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    isRound ? painter->drawEllipse(rect) : painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize: {
        const QFontMetrics text = widget ? widget->fontMetrics() : QFontMetrics(QApplication::font());
        return std::max(usual, text.height() * 3 / 4);
    }
    default:
        return usual;
    }
}

} // namespace inflight
