// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/detailsdock.h"

#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// In a narrower window the Details beside it leave the table too little.
constexpr int widthForBothSideBySide = 1150;

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
    m_window.resizeDocks({this}, {atSide ? m_window.width() * 26 / 100 : m_window.height() * 28 / 100},
                         atSide ? Qt::Horizontal : Qt::Vertical);
    m_fitting = false;
}

} // namespace inflight
