// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

namespace inflight {

/// Progress on the taskbar or dock, where the desktop listens for the signal
/// com.canonical.Unity.LauncherEntry (Plasma, Ubuntu's dock, Dash to Dock, Plank). Without a session bus it
/// does nothing. UI thread.
class TaskbarProgress
{
public:
    TaskbarProgress();

    /// Tells the desktop when the whole per cent changed.
    void follow(const RunTotals &totals);

private:
    void send(double progress, bool isVisible, int unfinished);

    bool m_hasBus = false;
    int m_sentPercent = -1; ///< -1: no bar is shown
};

} // namespace inflight
