// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/detailsdock.h"

#include <QMainWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// In a narrower window the Details beside it leave the table too little.
constexpr int widthForBothSideBySide = 1150;

/// Another dock in `area`; null: it is free.
QDockWidget *neighbourIn(Qt::DockWidgetArea area, const QMainWindow &window, const QDockWidget *dock)
{
    const QList<QDockWidget *> docks = window.findChildren<QDockWidget *>();
    const auto found = std::ranges::find_if(docks, [area, &window, dock](QDockWidget *each) {
        return each != dock && !each->isFloating() && window.dockWidgetArea(each) == area;
    });
    return found == docks.end() ? nullptr : *found;
}

} // namespace

DetailsDock::DetailsDock(QMainWindow &window, QWidget *content)
    : QDockWidget(tr("Details"), &window)
    , m_window(window)
{
    setObjectName(u"details"_s);
    setAccessibleName(tr("Details"));
    setWidget(content);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea | Qt::BottomDockWidgetArea);
    fit();
    const auto notePlaced = [this] { m_isPlaced = m_isPlaced || !m_fitting; };
    connect(this, &QDockWidget::dockLocationChanged, this, notePlaced);
    connect(this, &QDockWidget::topLevelChanged, this, notePlaced);
}

void DetailsDock::fit()
{
    const bool atSide = m_window.width() >= widthForBothSideBySide;
    const Qt::DockWidgetArea area = atSide ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea;
    if (m_isPlaced || m_window.dockWidgetArea(this) == area)
        return;
    m_fitting = true;
    m_window.addDockWidget(area, this);
    // There is height for one dock below the table, not for two.
    if (QDockWidget *neighbour = atSide ? nullptr : neighbourIn(area, m_window, this)) {
        m_window.tabifyDockWidget(neighbour, this);
        raise();
    }
    m_window.resizeDocks({this}, {atSide ? m_window.width() * 26 / 100 : m_window.height() * 28 / 100},
                         atSide ? Qt::Horizontal : Qt::Vertical);
    m_fitting = false;
}

} // namespace inflight
