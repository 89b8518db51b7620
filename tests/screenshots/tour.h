// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "screenshots/gallery.h"
#include "ui/mainwindow.h"

class QAction;

namespace inflight {

/// Goes through the window as a person does, with the demo's jobs, and takes a picture of everything on the
/// way.
class Tour
{
public:
    Tour(MainWindow &window, Gallery &gallery);

    void go();

private:
    void fetch();
    void takeDocks();
    void takeDetails();
    void takeDialogs();
    void takeMenus();
    void takeFilter();
    void takePalette();
    void takeWaterfall(const QString &when);

    void goTo(int row);
    void press(const QString &button);
    void takeByAction(const QString &action, const QString &name);
    [[nodiscard]] QAction *action(const QString &name) const;
    [[nodiscard]] int finished() const;

    MainWindow &m_window;
    Gallery &m_gallery;
};

} // namespace inflight
