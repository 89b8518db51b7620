// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "ui/batchnotification.h"
#include "ui/models/jobmodel.h"
#include "ui/models/joborder.h"
#include "ui/paneround.h"
#include "ui/runsdock.h"
#include "ui/taskbarprogress.h"

#include <QMainWindow>
#include <QSet>

#include <functional>
#include <memory>

class QSplitter;

namespace inflight {

struct AcceptedUrl;
class ControlsBar;
class DetailsDock;
class DetailsFeed;
class DetailsPane;
class DistributionsDock;
class ErrorsDock;
class ExportBar;
class Exporting;
class Funnel;
class JobCommands;
class JobsExport;
class JobsPane;
class JobsView;
class MovedBar;
class OriginsDock;
class PasteDesk;
class PipelineDock;
class RemovedBar;
class RowRemoval;
class RunOffer;
class SummaryBar;
class ThroughputDock;
class TroubleBar;
class UrlsPane;
class WindowActions;

/// What the settings dialog asks.
struct SettingsSource
{
    /// As ValueCheck; null: anything goes.
    std::function<QString(const QString &flag, const QString &value)> fault = {};
    /// Other defaults of runs were written; may be null.
    std::function<void()> changed = {};
};

/// What the window opens with.
struct WindowOptions
{
    QString initialText;                            ///< fills the URLs box
    QString initialRequests = {};                   ///< shown in the paste preview, in any of its formats
    bool startAtOnce = false;                       ///< fetches it as soon as the window is shown
    std::shared_ptr<const RequestTemplate> request; ///< of everything fetched from here; null: a plain GET
    PipelineOptions pipeline = {};                  ///< what pipelines made here are built with
    Exporting *exporting = nullptr;                 ///< outlives the window; null: it does not export
    SettingsSource settings = {};                   ///< how settings are judged and taken up
    QStringList runFlags = {}; ///< what the run's settings came from, for "Copy as command"
    QString runTitle = {};     ///< of the earlier run that is shown; empty: it is a new one
    RunsSource runs = {};      ///< past runs; without them there is no dock of them
};

/// The main window: lays its parts out and connects them with the engine. UI thread. Closing it hides it at
/// once, stops the engine, and quits the application once everything is joined.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// `engine` must outlive the window and not have been given jobs yet.
    explicit MainWindow(Engine &engine, WindowOptions options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Something that goes on in the background does not work, or, when empty, works again.
    void sayTrouble(const QString &trouble);
    /// Whether results are in memory alone because of it: then closing takes a question.
    void setUnkept(bool on);
    /// Without that question.
    void closeUnasked();
    /// Starts no job until a person says so by the Pause button, which is pressed.
    void pause();
    /// Offers runs to go on with.
    [[nodiscard]] RunOffer &runOffer() const { return *m_offer; }
    /// Null without past runs.
    [[nodiscard]] RunsDock *runs() const { return m_runs; }
    /// Whether it has jobs.
    [[nodiscard]] bool isUsed() const;
    /// What is in the URLs box.
    [[nodiscard]] QString urlsText() const;

Q_SIGNALS:
    /// The window was closed and the engine has stopped.
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void setUpExport(Exporting *exporting);
    void layOutDocks(const PipelineOptions &pipelineOptions);
    void layOutRuns(RunsSource runs);
    void connectEngine();
    void connectControls();
    void connectTable();
    void addActions();
    void addSettings(WindowActions &actions);
    void restoreLayout();
    void resetLayout();
    [[nodiscard]] QList<int> firstSplit() const;
    void saveLayout() const;

    void follow(const ChangeBatch &batch);
    void showTotals();
    void showDetails();
    void noteStopped();
    [[nodiscard]] bool isBeingPrepared() const;
    void quit();
    [[nodiscard]] QSet<QString> underWay(const QList<AcceptedUrl> &urls) const;

    Engine &m_engine;
    std::shared_ptr<const RequestTemplate> m_request;
    QString m_runTitle;
    QString m_initialRequests; ///< until the window is shown
    bool m_startWhenShown = false;
    bool m_closing = false;
    bool m_engineStopped = false;
    bool m_isSteered = false; ///< limits of the run were changed by hand
    JobModel m_jobs;
    JobOrder m_order;
    TaskbarProgress m_taskbar;
    BatchNotification m_notification{*this};
    TroubleBar *m_trouble = nullptr;
    RunOffer *m_offer = nullptr;
    ExportBar *m_exportBar = nullptr;
    JobsExport *m_export = nullptr; ///< null: it does not export
    QSplitter *m_splitter = nullptr;
    UrlsPane *m_urls = nullptr;
    ControlsBar *m_controls = nullptr;
    Funnel *m_funnel = nullptr;
    SummaryBar *m_summary = nullptr;
    JobsView *m_view = nullptr;
    JobsPane *m_jobsPane = nullptr;
    MovedBar *m_moved = nullptr;
    RowRemoval *m_removal = nullptr;
    RemovedBar *m_removed = nullptr;
    DetailsDock *m_detailsDock = nullptr;
    DetailsPane *m_details = nullptr;
    DetailsFeed *m_detailsFeed = nullptr;
    JobCommands *m_commands = nullptr;
    OriginsDock *m_origins = nullptr;
    ErrorsDock *m_errors = nullptr;
    DistributionsDock *m_distributions = nullptr;
    ThroughputDock *m_throughput = nullptr;
    PipelineDock *m_pipeline = nullptr;
    RunsDock *m_runs = nullptr;
    PasteDesk *m_paste = nullptr;
    PaneRound m_panes;
    SettingsSource m_settings;
    QByteArray m_firstDocks; ///< where they are until a person moves one
};

} // namespace inflight
