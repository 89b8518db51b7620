// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "jobs/humantext.h"
#include "ui/aboutbox.h"
#include "ui/commandpalette.h"
#include "ui/details/jobcommands.h"
#include "ui/detailsdock.h"
#include "ui/detailsfeed.h"
#include "ui/distributionsdock.h"
#include "ui/errorsdock.h"
#include "ui/filterdesk.h"
#include "ui/firstframe.h"
#include "ui/jobsexport.h"
#include "ui/originsdock.h"
#include "ui/panes/controlsbar.h"
#include "ui/panes/detailspane.h"
#include "ui/panes/exportbar.h"
#include "ui/panes/funnel.h"
#include "ui/panes/jobcolumns.h"
#include "ui/panes/jobspane.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/movedbar.h"
#include "ui/panes/originsview.h"
#include "ui/panes/removedbar.h"
#include "ui/panes/runoffer.h"
#include "ui/panes/summarybar.h"
#include "ui/panes/troublebar.h"
#include "ui/panes/urlsbox.h"
#include "ui/panes/urlspane.h"
#include "ui/pastedesk.h"
#include "ui/pipelinedock.h"
#include "ui/rowremoval.h"
#include "ui/settingsdialog.h"
#include "ui/theme.h"
#include "ui/throughputdock.h"
#include "ui/waterfall/waterfallview.h"
#include "ui/windowactions.h"
#include "ui/windowsettings.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

// A static library's resources are linked in only when they are asked for; the macro needs the global
// namespace.
static void initResources()
{
    Q_INIT_RESOURCE(inflight);
}

namespace inflight {

namespace {

/// `run`: the title of an earlier one; empty: none is shown.
QString titleFor(const RunTotals &totals, const QString &run)
{
    const QString program =
        run.isEmpty() ? MainWindow::tr("Inflight") : MainWindow::tr("%1 – Inflight").arg(run);
    if (totals.all() == 0)
        return program;
    return MainWindow::tr("%1 % · %2 of %3")
               .arg(100 * qint64{totals.finished()} / totals.all())
               .arg(formatCount(totals.finished()), formatCount(totals.all())) +
           u" – "_s + program;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int side : {16, 32, 48, 64, 128, 256})
        icon.addFile(u":/icons/inflight-%1.png"_s.arg(side), QSize(side, side));
    return icon;
}

} // namespace

MainWindow::MainWindow(Engine &engine, WindowOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_request(std::move(options.request))
    , m_runTitle(std::move(options.runTitle))
    , m_startWhenShown(options.startAtOnce)
    , m_jobs(engine.settings().pipeline->stageNames())
    , m_order(m_jobs)
{
    initResources();
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    layOut();
    m_settings = std::move(options.settings);
    layOutDocks(options.pipeline);
    m_pipeline->setRunFlags(options.runFlags);
    layOutRuns(std::move(options.runs));
    connectEngine();
    connectControls();
    connectTable();
    setUpExport(options.exporting);
    addActions();
    restoreLayout();
    m_urls->box().beginWith(options.initialText);
    m_initialRequests = std::move(options.initialRequests);
    m_urls->box().setFocus();
    showTotals();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_urls = new UrlsPane([this](const QList<AcceptedUrl> &urls) { return underWay(urls); }, m_request);
    m_controls = new ControlsBar(m_engine.settings());
    m_view = new JobsView(m_jobs, m_order);
    m_removal = new RowRemoval(m_jobs, m_order, *m_view);
    m_jobsPane = new JobsPane(*m_view, *new WaterfallView(m_order, *m_view));
    m_moved = new MovedBar(m_order, *m_jobsPane, *m_view->selectionModel());
    m_removed = new RemovedBar(*m_jobsPane);
    m_paste = new PasteDesk(*this, m_request);
    m_funnel = new Funnel(m_jobs.stageNames());
    m_summary = new SummaryBar;

    m_trouble = new TroubleBar;
    m_offer = new RunOffer;
    m_exportBar = new ExportBar;

    auto *lower = new QWidget;
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->addWidget(m_controls);
    lowerLayout->addWidget(m_funnel);
    lowerLayout->addWidget(m_jobsPane, 1);
    lowerLayout->addWidget(m_moved);
    lowerLayout->addWidget(m_removed);

    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_urls);
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes(firstSplit());

    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addWidget(m_trouble);
    layout->addWidget(m_offer);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_exportBar);
    setCentralWidget(central);

    setTabOrder(m_urls, m_controls);
    setTabOrder(m_controls, m_funnel);
    m_jobsPane->setTabOrderBetween(*m_funnel, *m_moved);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(6, 0, 6, 2);
    statusBar()->addWidget(m_summary, 1);
}

void MainWindow::layOutDocks(const PipelineOptions &pipelineOptions)
{
    m_details = new DetailsPane;
    m_detailsFeed = new DetailsFeed(m_engine, m_jobs, *m_view, *m_details);
    m_commands = new JobCommands(m_engine, m_jobs, *m_view, *this);
    m_details->addCommands(*m_commands);
    connect(m_commands, &JobCommands::said, this,
            [this](const QString &message) { statusBar()->showMessage(message, 10'000); });
    const QSize room = screen()->availableSize() * 0.95;
    resize(QSize(1280, 820).boundedTo(room));
    m_origins = new OriginsDock(*this, m_engine, m_jobs.jobs());
    m_detailsDock = new DetailsDock(*this, m_details);
    m_pipeline = new PipelineDock(*this, m_engine, m_jobs, *m_view, pipelineOptions);
    m_errors = new ErrorsDock(*this, m_engine);
    m_distributions = new DistributionsDock(*this, m_engine);
    m_throughput = new ThroughputDock(*this, m_engine);
    tabifyDockWidget(m_origins, m_errors);
    tabifyDockWidget(m_origins, m_distributions);
    tabifyDockWidget(m_origins, m_throughput);
    tabifyDockWidget(m_origins, m_pipeline);
    m_origins->raise();
}

void MainWindow::layOutRuns(RunsSource runs)
{
    if (!runs.history)
        return;
    m_runs = new RunsDock(*this, std::move(runs));
    tabifyDockWidget(m_pipeline, m_runs);
    connect(m_runs, &RunsDock::said, this,
            [this](const QString &message) { statusBar()->showMessage(message, 10'000); });
    connect(&m_engine, &Engine::updated, m_runs, &RunsDock::runChanged);
}

void MainWindow::connectEngine()
{
    connect(&m_engine, &Engine::updated, this, &MainWindow::follow);
    connect(&m_engine, &Engine::notWritten, m_urls, &UrlsPane::say);
    connect(&m_engine, &Engine::stopped, this, &MainWindow::noteStopped);
}

void MainWindow::connectControls()
{
    connect(m_urls, &UrlsPane::fetchRequested, &m_engine, &Engine::submit);
    connect(m_controls, &ControlsBar::pauseRequested, &m_engine, &Engine::setPaused);
    connect(m_controls, &ControlsBar::concurrencyChanged, &m_engine, &Engine::setConcurrency);
    connect(m_controls, &ControlsBar::perHostChanged, &m_engine, &Engine::setPerHost);
    connect(m_controls, &ControlsBar::rateChanged, &m_engine, &Engine::setRate);
}

void MainWindow::pause()
{
    m_controls->setPaused(true);
}

void MainWindow::connectTable()
{
    const WaterfallView &waterfall = m_jobsPane->waterfall();
    connect(&waterfall, &WaterfallView::cancelRequested, m_view, &JobsView::cancelRequested);
    connect(&waterfall, &WaterfallView::detailsRequested, m_view, &JobsView::detailsRequested);
    connect(&waterfall, &WaterfallView::sightChanged, &m_engine, &Engine::watchAll);
    connect(m_view, &JobsView::cancelRequested, &m_engine, &Engine::cancel);
    connect(m_view, &JobsView::cancelOriginRequested, &m_engine, &Engine::cancelOrigin);
    connect(m_view, &JobsView::cancelInStageRequested, &m_engine, &Engine::cancelInStage);
    connect(m_view, &JobsView::retryRequested, &m_engine, &Engine::retry);
    connect(m_view, &JobsView::runAgainRequested, &m_engine, &Engine::runAgain);
    connect(m_view, &JobsView::pasteRequested, m_paste, &PasteDesk::openClipboard);
    connect(m_paste, &PasteDesk::fetchRequested, &m_engine, &Engine::submit);
    connect(m_paste, &PasteDesk::failed, m_urls, &UrlsPane::say);
    connect(&m_urls->box(), &UrlsBox::requestsPasted, this,
            [this](const QString &text) { m_paste->openText(tr("Clipboard"), text); });
    connect(&m_urls->box(), &UrlsBox::filesPasted, m_paste, &PasteDesk::openFiles);
    connect(m_removal, &RowRemoval::undone, m_removed, &RemovedBar::dismiss);
    connect(m_removal, &RowRemoval::said, m_removed, &RemovedBar::say);
    connect(m_removed, &RemovedBar::undoRequested, m_removal, &RowRemoval::undo);
    connect(m_view, &JobsView::detailsRequested, this, &MainWindow::showDetails);
    connect(m_pipeline, &PipelineDock::applied, &m_jobs, &JobModel::setStageNames);
    connect(m_pipeline, &PipelineDock::applied, m_funnel, &Funnel::setStageNames);
    new FilterDesk({m_engine, m_jobs, m_order, *m_controls, *m_view, *m_funnel, *m_summary, *m_origins,
                    *m_errors, *m_distributions},
                   this);
}

void MainWindow::setUpExport(Exporting *exporting)
{
    if (exporting)
        m_export = new JobsExport(*exporting, m_jobs, m_order, *m_view, *m_exportBar);
}

void MainWindow::addActions()
{
    m_panes.add(*m_urls, {}, tr("URLs"));
    m_panes.add(*m_controls, {}, tr("Controls"));
    m_panes.add(*m_jobsPane, {}, tr("Jobs"));
    m_panes.add(*m_origins, [this] { m_origins->takeFocus(); });
    m_panes.add(*m_errors, [this] { m_errors->takeFocus(); });
    m_panes.add(*m_distributions, [this] { m_distributions->takeFocus(); });
    m_panes.add(*m_throughput, [this] { m_throughput->takeFocus(); });
    m_panes.add(*m_pipeline, [this] { m_pipeline->takeFocus(); });
    if (m_runs)
        m_panes.add(*m_runs, [this] { m_runs->takeFocus(); });
    m_panes.add(*m_detailsDock, [this] { showDetails(); });
    auto *actions = new WindowActions({*this, m_panes, *m_urls, *m_controls, *m_view, *m_jobsPane,
                                       *m_commands, *m_detailsDock, *m_origins, *m_errors, *m_distributions,
                                       *m_throughput, *m_pipeline, m_removal->actions(), m_runs,
                                       m_engine.settings().adaptive, m_export != nullptr});
    connect(actions, &WindowActions::openRequested, m_paste, &PasteDesk::openFile);
    if (m_export)
        connect(actions, &WindowActions::exportRequested, m_export, &JobsExport::ask);
    connect(actions, &WindowActions::quitRequested, this, &QWidget::close);
    connect(actions, &WindowActions::aboutRequested, this, [this] { showAboutBox(*this); });
    connect(actions, &WindowActions::applyMovesRequested, m_moved, &MovedBar::apply);
    connect(actions, &WindowActions::paletteRequested, new CommandPalette(*this), &CommandPalette::open);
    addSettings(*actions);
    connect(actions, &WindowActions::resetLayoutRequested, this, &MainWindow::resetLayout);
    connect(actions, &WindowActions::adaptiveRequested, &m_engine, &Engine::setAdaptive);
}

void MainWindow::addSettings(WindowActions &actions)
{
    auto *const dialog = new SettingsDialog(m_settings.fault, this);
    connect(&actions, &WindowActions::settingsRequested, dialog, &SettingsDialog::open);
    const auto steer = [this] { m_isSteered = true; };
    connect(m_controls, &ControlsBar::concurrencyChanged, this, steer);
    connect(m_controls, &ControlsBar::perHostChanged, this, steer);
    connect(m_controls, &ControlsBar::rateChanged, this, steer);
    connect(&actions, &WindowActions::adaptiveRequested, this, steer);
    connect(dialog, &SettingsDialog::saved, this, [this](bool defaultsChanged) {
        if (defaultsChanged && m_settings.changed && !isBeingPrepared())
            m_settings.changed();
    });
}

void MainWindow::sayTrouble(const QString &trouble)
{
    m_trouble->say(trouble);
    if (trouble.isEmpty())
        m_urls->say(tr("The session is written again."));
}

void MainWindow::setUnkept(bool on)
{
    m_trouble->setUnkept(on);
    if (m_runs)
        m_runs->setUnkept(on);
}

void MainWindow::closeUnasked()
{
    m_trouble->letClose();
    close();
}

/// Settings are for a run that has not begun; one that is being prepared is not thrown away for them.
bool MainWindow::isBeingPrepared() const
{
    return m_isSteered || m_pipeline->isTouched() || m_paste->isOpen();
}

bool MainWindow::isUsed() const
{
    return m_engine.submitted() > 0 || m_jobs.jobs().size() > 0;
}

QString MainWindow::urlsText() const
{
    return m_urls->box().wholeText();
}

void MainWindow::follow(const ChangeBatch &batch)
{
    m_jobs.apply(batch);
    m_jobsPane->waterfall().follow(batch);
    m_detailsFeed->follow(batch);
    m_commands->update();
    m_funnel->follow(batch);
    showTotals();
}

void MainWindow::showTotals()
{
    const RunTotals &totals = m_jobs.jobs().totals();
    m_controls->follow(totals);
    m_summary->follow(totals);
    m_taskbar.follow(totals);
    m_notification.follow(totals);
    if (const QString title = titleFor(totals, m_runTitle); title != windowTitle())
        setWindowTitle(title);
}

QSet<QString> MainWindow::underWay(const QList<AcceptedUrl> &urls) const
{
    QSet<QString> found;
    const JobTable &jobs = m_jobs.jobs();
    if (jobs.totals().unfinished() == 0)
        return found;
    QSet<QString> wanted;
    for (const AcceptedUrl &each : urls)
        wanted.insert(each.url);
    for (int row = 0; row < jobs.size() && !wanted.isEmpty(); ++row) {
        if (!isFinished(jobs.view(row).state) && wanted.contains(jobs.url(row)))
            found.insert(jobs.url(row));
    }
    return found;
}

void MainWindow::showDetails()
{
    m_detailsDock->show();
    m_detailsDock->raise();
    m_details->takeFocus();
}

void MainWindow::resetLayout()
{
    m_detailsDock->setPlaced(false);
    restoreState(m_firstDocks);
    m_detailsDock->fit();
    m_splitter->setSizes(firstSplit());
    m_view->columns().reset();
}

QList<int> MainWindow::firstSplit() const
{
    return {9 * fontMetrics().lineSpacing(), 40 * fontMetrics().lineSpacing()};
}

void MainWindow::restoreLayout()
{
    m_firstDocks = saveState();
    const WindowSettings left = WindowSettings::load();
    restoreGeometry(left.geometry);
    restoreState(left.docks);
    m_detailsDock->setPlaced(left.detailsArePlaced);
    m_splitter->restoreState(left.splitter);
    m_view->columns().restore(left.columns);
    m_jobsPane->showWaterfall(left.showsWaterfall);
}

void MainWindow::saveLayout() const
{
    const WindowSettings now{.geometry = saveGeometry(),
                             .docks = saveState(),
                             .detailsArePlaced = m_detailsDock->isPlaced(),
                             .columns = m_view->columns().save(),
                             .splitter = m_splitter->saveState(),
                             .showsWaterfall = m_jobsPane->showsWaterfall()};
    now.save();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    bool starts = std::exchange(m_startWhenShown, false);
    if (const QString requests = std::exchange(m_initialRequests, {}); !requests.isEmpty()) {
        const auto begin = starts ? &PasteDesk::fetchText : &PasteDesk::openText;
        QTimer::singleShot(firstFrame, m_paste,
                           [this, begin, requests] { (m_paste->*begin)(tr("Command line"), requests); });
        starts = starts && !urlsText().trimmed().isEmpty(); // else there is nothing more to fetch
    }
    if (starts)
        QTimer::singleShot(firstFrame, m_urls, &UrlsPane::fetch);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_detailsDock->fit();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_trouble->mayClose([this] { close(); })) {
        event->ignore();
        return;
    }
    saveLayout();
    // The window is gone at once; the application goes when the engine has joined everything.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_closing = true;
    m_engine.stop();
    event->accept();
    if (m_engineStopped)
        quit();
}

void MainWindow::noteStopped()
{
    m_engineStopped = true;
    if (m_closing)
        quit();
}

void MainWindow::quit()
{
    Q_EMIT closed();
    QCoreApplication::quit();
}

} // namespace inflight
