// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace inflight {

/// How the window was left: read at its start and written at its end, in
/// $XDG_CONFIG_HOME/inflight/window.ini. Empty parts are left at their defaults.
struct WindowSettings
{
    QByteArray geometry;           ///< QWidget::saveGeometry()
    QByteArray docks;              ///< QMainWindow::saveState()
    bool detailsArePlaced = false; ///< a person put the Details where they are
    QByteArray columns;            ///< QHeaderView::saveState()
    QByteArray splitter;           ///< QSplitter::saveState()
    bool showsWaterfall = false;   ///< in place of the table

    static WindowSettings load();
    void save() const;
};

} // namespace inflight
