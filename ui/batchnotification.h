// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

class QWidget;

namespace inflight {

/// One desktop notification for each batch that ends (from the first unfinished job until there is none)
/// while nobody looks at the window: org.freedesktop.Notifications, version 1.2 of the specification. Without
/// a session bus, or where the settings do not want it, there is none. UI thread.
class BatchNotification
{
public:
    /// `window` must outlive it.
    explicit BatchNotification(const QWidget &window);

    void follow(const RunTotals &totals);

private:
    [[nodiscard]] bool isWanted() const;
    void send(int succeeded, int failed, int cancelled) const;

    const QWidget &m_window;
    bool m_hasBus = false;
    bool m_isUnderWay = false;
    RunTotals m_before; ///< when the batch began
};

/// Whether the settings want them: `notify` in settings.ini; yes unless it is false.
[[nodiscard]] bool wantsNotifications();

} // namespace inflight
