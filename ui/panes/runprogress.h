// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QProgressBar>

namespace inflight {

/// A thin bar of the whole run: succeeded, failed, cancelled and still to come, each in its colour. To
/// assistive technology a plain progress bar. UI thread.
class RunProgress final : public QProgressBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunProgress)

public:
    explicit RunProgress(QWidget *parent = nullptr);
    void follow(const RunTotals &totals);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RunTotals m_totals;
};

} // namespace inflight
