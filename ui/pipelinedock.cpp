// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pipelinedock.h"

#include "jobs/engine.h"
#include "ui/models/jobmodel.h"
#include "ui/models/shellcommand.h"
#include "ui/models/stagebrief.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/notice.h"
#include "ui/panes/pipelineapplybar.h"
#include "ui/panes/pipelinebar.h"
#include "ui/panes/pipelineform.h"
#include "ui/panes/pipelinestageslist.h"
#include "ui/panes/pipelinetryout.h"
#include "ui/pipelinefiles.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

PipelineDock::PipelineDock(QMainWindow &window, Engine &engine, const JobModel &jobs, const JobsView &view,
                           PipelineOptions options)
    : QDockWidget(tr("Pipeline"), &window)
    , m_window(window)
    , m_engine(engine)
    , m_jobs(jobs)
    , m_view(view)
    , m_options(std::move(options))
    , m_check(m_options)
    , m_inUse(engine.settings().pipeline)
{
    setObjectName(u"pipelineDock"_s);
    setAccessibleName(tr("Pipeline"));
    layOut();
    connectEditor();
    connectBars();
    connectFiles();
    connectEngine();
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    hide();
    const QStringList builtIn = builtInPipelineNames();
    edit(m_inUse->description(), builtIn.contains(m_inUse->name()) ? m_inUse->name() : QString());
}

PipelineDock::~PipelineDock()
{
    // The widgets look at the model, which as a member would go first.
    delete widget();
}

void PipelineDock::layOut()
{
    m_bar = new PipelineBar;
    m_list = new PipelineStagesList(m_stages);
    m_form = new PipelineForm(m_stages);
    m_tryOut = new PipelineTryOut;
    m_complaint = new Notice(Tone::Bad, Glyph::Alert);
    m_complaint->setObjectName(u"pipelineMessage"_s);
    m_applyBar = new PipelineApplyBar([this] {
        return StoredJobs{storedJobs(false).size(), storedJobs(true).size()};
    });
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName(u"pipelineSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_tryOut);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 3);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(6);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_complaint);
    layout->addWidget(m_applyBar);
    setWidget(content);
}

QList<QAction *> PipelineDock::stageActions() const
{
    return m_list->menu();
}

void PipelineDock::connectEditor()
{
    connect(m_list, &PipelineStagesList::currentRowChanged, m_form, &PipelineForm::showRow);
    connect(m_list, &PipelineStagesList::optionsRequested, m_form, &PipelineForm::takeFocus);
    connect(&m_stages, &PipelineStages::edited, this, &PipelineDock::noteEdit);
    connect(&m_check, &PipelineCheck::checked, this, &PipelineDock::follow);
}

void PipelineDock::connectBars()
{
    connect(m_bar, &PipelineBar::nameEdited, &m_stages, &PipelineStages::setName);
    connect(m_bar, &PipelineBar::builtInRequested, this, &PipelineDock::startFrom);
    connect(m_bar, &PipelineBar::revertRequested, this, [this] { edit(m_inUse->description(), m_source); });
    connect(m_bar, &PipelineBar::copyRequested, this, &PipelineDock::copyCommand);
    connect(m_applyBar, &PipelineApplyBar::tryOutRequested, this, &PipelineDock::tryOut);
    connect(m_applyBar, &PipelineApplyBar::applyRequested, this, &PipelineDock::apply);
    connect(m_applyBar, &PipelineApplyBar::runAgainRequested, this, &PipelineDock::runAgain);
    connect(toggleViewAction(), &QAction::triggered, this, [this](bool on) {
        if (on)
            open();
        else
            giveRoomBack();
    });
}

void PipelineDock::connectFiles()
{
    m_files = new PipelineFiles(*this);
    connect(m_bar, &PipelineBar::loadRequested, m_files, &PipelineFiles::askToLoad);
    connect(m_bar, &PipelineBar::saveRequested, this, [this] { m_files->askToSave(m_stages.description()); });
    connect(m_files, &PipelineFiles::failed, m_complaint, &Notice::say);
    connect(m_files, &PipelineFiles::loaded, this,
            [this](const QString &fileName, const PipelineDescription &description) {
                m_asLoaded = description;
                edit(description, fileName);
            });
    connect(m_files, &PipelineFiles::saved, this,
            [this](const QString &fileName, const PipelineDescription &description) {
                m_complaint->say({});
                m_asLoaded = description;
                m_source = fileName;
                m_applyBar->say(tr("Saved as %1").arg(fileName));
            });
}

void PipelineDock::connectEngine()
{
    connect(&m_engine, &Engine::updated, this, [this](const ChangeBatch &batch) {
        const bool any = std::ranges::any_of(batch.jobs, &JobView::stored);
        if (any && !std::exchange(m_anyStored, true))
            showStanding();
    });
    connect(&m_engine, &Engine::triedOut, this, [this](const TryOut &result) {
        if (result.job == m_triedJob)
            m_tryOut->showResult(result, m_jobs.jobs().url(static_cast<int>(result.job)));
    });
}

void PipelineDock::open()
{
    takeFocus();
    if (isFloating() || m_window.dockWidgetArea(this) != Qt::BottomDockWidgetArea)
        return;
    // An editor wants more height than what else is docked below the table.
    const QList<QDockWidget *> beside = m_window.tabifiedDockWidgets(this);
    m_heightBefore = beside.isEmpty() ? 0 : beside.constFirst()->height();
    m_window.resizeDocks({this}, {std::max(height(), m_window.height() * 38 / 100)}, Qt::Vertical);
}

void PipelineDock::giveRoomBack()
{
    const int before = std::exchange(m_heightBefore, 0);
    for (QDockWidget *dock : m_window.tabifiedDockWidgets(this)) {
        if (before > 0 && dock->isVisible())
            m_window.resizeDocks({dock}, {before}, Qt::Vertical);
    }
}

void PipelineDock::takeFocus()
{
    show();
    raise();
    m_list->takeFocus();
}

void PipelineDock::edit(const PipelineDescription &description, const QString &source)
{
    m_complaint->say({});
    m_source = source;
    m_bar->showName(description.name);
    m_stages.setDescription(description);
}

void PipelineDock::startFrom(const QString &builtIn)
{
    const PipelineOrFault made = builtInPipeline(builtIn, m_options);
    if (const auto *pipeline = std::get_if<std::shared_ptr<const Pipeline>>(&made))
        edit((*pipeline)->description(), builtIn);
}

void PipelineDock::noteEdit()
{
    m_isChecked = false;
    m_check.check(m_stages.description());
    m_tryOut->setOutdated(true);
    showStanding();
}

void PipelineDock::follow(const PipelineVerdict &verdict)
{
    m_verdict = verdict;
    m_isChecked = true;
    m_stages.setFaults(verdict.faults);
    showStanding();
}

void PipelineDock::showStanding()
{
    const bool isSound = m_isChecked && m_verdict.pipeline;
    m_applyBar->setCanTryOut(isSound);
    m_applyBar->setCanApply(isSound && differs());
    m_applyBar->setCanRunAgain(isSound && m_anyStored);
    if (m_isChecked)
        m_applyBar->say(standing());
}

QString PipelineDock::standing() const
{
    if (m_verdict.faults.isEmpty())
        return differs() ? tr("Edited, not in use yet.") : tr("In use.");
    const PipelineFault &fault = m_verdict.faults.constFirst();
    for (int row = 1; row < m_stages.rowCount(); ++row) {
        if (fault.path.startsWith(stagePath(row)))
            return tr("Stage %1, %2: %3")
                .arg(row)
                .arg(m_stages.stage(row)->stage, faultSentence(fault, stagePath(row)));
    }
    return fault.message;
}

bool PipelineDock::differs() const
{
    return m_verdict.description != m_inUse->description();
}

bool PipelineDock::isTouched() const
{
    return m_changed || (m_isChecked && differs());
}

void PipelineDock::apply()
{
    if (!m_isChecked || !m_verdict.pipeline)
        return;
    if (differs()) {
        const int changed = firstDifference(m_inUse->description(), m_verdict.description);
        m_changed = std::min(m_changed.value_or(changed), changed);
    }
    m_inUse = m_verdict.pipeline;
    m_engine.setPipeline(m_inUse);
    showStanding();
    Q_EMIT applied(m_inUse->stageNames());
}

void PipelineDock::runAgain(bool selectedOnly)
{
    if (!m_isChecked || !m_verdict.pipeline)
        return; // the pane says what is wrong with it
    const QList<JobId> jobs = storedJobs(selectedOnly);
    apply();
    const int last = static_cast<int>(m_inUse->stages().size()) - 1;
    m_engine.runAgain(jobs, std::clamp(m_changed.value_or(0), 0, std::max(0, last)));
    // Those that were not selected have yet to follow.
    if (!selectedOnly)
        m_changed.reset();
}

QList<JobId> PipelineDock::storedJobs(bool selectedOnly) const
{
    const JobTable &jobs = m_jobs.jobs();
    QList<JobId> ids;
    if (selectedOnly) {
        ids = m_view.actionsOnJobs().selectedJobs();
    } else {
        for (int row = 0; row < jobs.size(); ++row)
            ids.append(static_cast<JobId>(row));
    }
    ids.removeIf([&jobs](JobId id) {
        const JobView &job = jobs.view(static_cast<int>(id));
        return !job.stored || !isFinished(job.state);
    });
    return ids;
}

void PipelineDock::tryOut()
{
    m_triedJob = m_view.currentJob();
    if (!m_triedJob)
        return m_tryOut->say(
            tr("Select a job in the table first: its body is what the stages are tried on."));
    if (!m_jobs.jobs().view(static_cast<int>(*m_triedJob)).stored) {
        return m_tryOut->say(tr(
            "The body of the selected job is not kept, so there is nothing to try the stages on. Bodies are "
            "kept of jobs that were fetched whole, as long as there is room for them."));
    }
    m_tryOut->say(tr("Trying it out…"));
    m_engine.tryOut(*m_triedJob, m_verdict.pipeline);
}

void PipelineDock::copyCommand()
{
    const PipelineDescription now = m_stages.description();
    const PipelineOrFault builtIn = builtInPipeline(m_source, m_options);
    const auto *pipeline = std::get_if<std::shared_ptr<const Pipeline>>(&builtIn);
    const PipelineDescription &source = pipeline ? (*pipeline)->description() : m_asLoaded;
    const bool isAsThere = !m_source.isEmpty() && source == now;
    QGuiApplication::clipboard()->setText(pipelineCommand({.pipeline = isAsThere ? m_source : QString(),
                                                           .json = now.toJson(),
                                                           .saveDir = m_options.saveDir,
                                                           .totals = m_jobs.jobs().totals(),
                                                           .flags = m_runFlags}));
    m_applyBar->say(isAsThere ? tr("The command is copied.")
                              : tr("The command is copied, with the pipeline in it: for bash and the like."));
}

void PipelineDock::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    // At the side of the window the parts stand one above the other.
    m_splitter->setOrientation(width() >= height() ? Qt::Horizontal : Qt::Vertical);
}

} // namespace inflight
