// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace inflight {

class DiskSpaceBox;

/// How long and how many runs are kept, and what would go by that before it goes. UI thread.
class RunLimitsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunLimitsForm)

public:
    explicit RunLimitsForm(const RunLimits &limits, QWidget *parent = nullptr);

    [[nodiscard]] RunLimits limits() const;
    /// What is over the limits.
    void showExcess(const QList<ExcessRun> &excess);

Q_SIGNALS:
    void edited(const inflight::RunLimits &limits);
    /// What is over the limits is to go now.
    void applyRequested();

private:
    QSpinBox *m_days;
    DiskSpaceBox *m_room;
    QCheckBox *m_automatic;
    QLabel *m_excess;
    QPushButton *m_apply;
};

} // namespace inflight
