// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"
#include "ui/models/pipelinestages.h"
#include "ui/pipelinecheck.h"

#include <QDockWidget>

class QMainWindow;
class QSplitter;

namespace inflight {

class Engine;
class JobModel;
class JobsView;
class Notice;
class PipelineApplyBar;
class PipelineBar;
class PipelineFiles;
class PipelineForm;
class PipelineStagesList;
class PipelineTryOut;

/// The dock of the pipeline: what is done with each body, to be edited, tried out on the selected job and
/// applied. What is edited stays while the dock is hidden. UI thread.
class PipelineDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineDock)

public:
    /// Docks itself in `window` below the table, hidden at first. All of them must outlive it.
    PipelineDock(QMainWindow &window, Engine &engine, const JobModel &jobs, const JobsView &view,
                 PipelineOptions options);
    ~PipelineDock() override;

    /// Shows it with the room it needs, and gives it the keyboard.
    void open();
    void takeFocus();
    /// Whether it was edited or applied here.
    [[nodiscard]] bool isTouched() const;
    /// The flags, such as "--retry=5", that the run's settings came from: part of the command that is copied.
    void setRunFlags(const QStringList &flags) { m_runFlags = flags; }
    /// What a person can do with the stages.
    [[nodiscard]] QList<QAction *> stageActions() const;

Q_SIGNALS:
    /// Jobs that start from now on have these stages (Pipeline::stageNames()).
    void applied(const QStringList &stageNames);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectEditor();
    void connectBars();
    void connectFiles();
    void connectEngine();

    void giveRoomBack();
    void edit(const PipelineDescription &description, const QString &source);
    void startFrom(const QString &builtIn);
    void noteEdit();
    void follow(const PipelineVerdict &verdict);
    void showStanding();
    void showTryOut();
    [[nodiscard]] QString standing() const;
    [[nodiscard]] bool differs() const;

    void apply();
    void runAgain(bool selectedOnly);
    void tryOut();
    void copyCommand();
    [[nodiscard]] QList<JobId> storedJobs(bool selectedOnly) const;

    QMainWindow &m_window;
    Engine &m_engine;
    const JobModel &m_jobs;
    const JobsView &m_view;
    PipelineOptions m_options;
    QStringList m_runFlags;
    PipelineStages m_stages;
    PipelineCheck m_check;
    std::shared_ptr<const Pipeline> m_inUse;
    PipelineVerdict m_verdict;
    int m_heightBefore = 0;         ///< of what was docked below the table when the editor was opened
    bool m_isChecked = false;       ///< m_verdict is of what is shown
    bool m_anyStored = false;       ///< a body was kept
    std::optional<int> m_changed;   ///< first stage that was applied without running jobs again
    QString m_source;               ///< built-in name or file; empty: neither
    PipelineDescription m_asLoaded; ///< what `m_source` holds
    std::optional<JobId> m_triedJob;

    PipelineBar *m_bar = nullptr;
    PipelineStagesList *m_list = nullptr;
    PipelineForm *m_form = nullptr;
    PipelineTryOut *m_tryOut = nullptr;
    PipelineApplyBar *m_applyBar = nullptr;
    PipelineFiles *m_files = nullptr;
    Notice *m_complaint = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace inflight
