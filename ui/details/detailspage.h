// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobstory.h"

#include <QWidget>

namespace inflight {

/// One page of the Details. UI thread.
class DetailsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPage)

public:
    using QWidget::QWidget;

    /// Shows a job, or what has changed about the one that is shown already.
    virtual void showStory(const JobStory &story, bool isSameJob) = 0;
    /// Another job is current, which the page shows when it is turned to.
    virtual void clear() = 0;
    /// Whether it shows what JobStory::contents has of bodies.
    [[nodiscard]] virtual bool wantsBodies() const { return false; }
    /// What has the keyboard when the page is gone to.
    [[nodiscard]] virtual QWidget *keyboardTarget() = 0;
};

} // namespace inflight
