// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QPushButton;

namespace inflight {

/// How many jobs could be taken through stages again.
struct StoredJobs
{
    qsizetype all = 0;
    qsizetype selected = 0;
};

/// What is done with the edited pipeline, and how it stands with it. Asks; whoever listens does it. UI
/// thread.
class PipelineApplyBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineApplyBar)

public:
    /// `count` is asked when the menu of "Apply and run again" opens.
    explicit PipelineApplyBar(std::function<StoredJobs()> count, QWidget *parent = nullptr);

    void setCanTryOut(bool on);
    void setCanApply(bool on);
    void setCanRunAgain(bool on);
    void say(const QString &sentence);

Q_SIGNALS:
    void tryOutRequested();
    void applyRequested();
    /// With all jobs whose bodies are kept, or those that are selected.
    void runAgainRequested(bool selectedOnly);

private:
    [[nodiscard]] QPushButton *makeButton(const QString &text, const QString &name, const QString &toolTip);
    void addRunMenu();
    void countJobs();

    std::function<StoredJobs()> m_count;
    QPushButton *m_tryOut;
    QPushButton *m_apply;
    QPushButton *m_runAgain;
    QAction *m_all = nullptr;
    QAction *m_selected = nullptr;
    QLabel *m_status;
};

} // namespace inflight
