// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/windowactions.h"

#include "ui/details/jobcommands.h"
#include "ui/distributionsdock.h"
#include "ui/errorsdock.h"
#include "ui/originsdock.h"
#include "ui/paneround.h"
#include "ui/panes/columnactions.h"
#include "ui/panes/controlsbar.h"
#include "ui/panes/filterbox.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobspane.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/originactions.h"
#include "ui/panes/originsview.h"
#include "ui/panes/urlspane.h"
#include "ui/pipelinedock.h"
#include "ui/runsdock.h"
#include "ui/waterfall/waterfallview.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// The button's pane is opened first: what it does is to be seen.
void openPane(QWidget &pane)
{
    auto *const dock = qobject_cast<QDockWidget *>(&pane);
    if (!dock)
        return;
    if (!dock->toggleViewAction()->isChecked())
        dock->toggleViewAction()->trigger();
    dock->raise();
}

} // namespace

WindowActions::WindowActions(const WindowParts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    addFileMenu();
    addEditMenu();
    addRunMenu();
    addJobsMenu();
    addOriginsMenu();
    addErrorsMenu();
    addPipelineMenu();
    addRunsMenu();
    addViewMenu();
    addHelpMenu();
}

template <typename Function>
QAction *WindowActions::add(QMenu &menu, const QString &text, const QString &tip, const QString &name,
                            const QList<QKeySequence> &shortcuts, Function function)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(name);
    action->setStatusTip(tip);
    action->setShortcuts(shortcuts);
    connect(action, &QAction::triggered, this, function);
    return action;
}

/// An entry that does what a button of a pane does, when the button could do it.
QAction *WindowActions::addButton(QMenu &menu, QWidget &pane, const QString &text, const QString &buttonName,
                                  const QList<QKeySequence> &shortcuts)
{
    auto *const button = pane.findChild<QAbstractButton *>(buttonName);
    Q_ASSERT(button);
    QAction *const action = add(menu, text, button->toolTip().section(u" ("_s, 0, 0),
                                buttonName + "MenuAction"_L1, shortcuts, [&pane, button] {
                                    openPane(pane);
                                    button->click();
                                });
    connect(&menu, &QMenu::aboutToShow, action,
            [action, button] { action->setEnabled(button->isEnabled()); });
    // A disabled action's shortcut is dead: only the open menu shows what the button says.
    connect(&menu, &QMenu::aboutToHide, action, [action] { action->setEnabled(true); });
    return action;
}

/// A button of the controls that is about the jobs shown while there is a filter.
void WindowActions::addOrder(QMenu &menu, const QString &text, const QString &textWhenFiltered,
                             const QString &buttonName, const QList<QKeySequence> &shortcuts)
{
    QAction *const action = addButton(menu, m_parts.controls, text, buttonName, shortcuts);
    const bool isRetry = buttonName == "retryFailed"_L1;
    connect(&menu, &QMenu::aboutToShow, action, [this, action, text, textWhenFiltered, isRetry] {
        const ControlsBar &controls = m_parts.controls;
        const bool ofShown = isRetry ? controls.isPartial() : controls.isFiltered();
        action->setText(ofShown ? textWhenFiltered : text);
    });
}

/// The menu of a button, in this one.
void WindowActions::addMenuOf(QMenu &menu, QWidget &pane, const QString &text, const QString &buttonName)
{
    QMenu *of = nullptr;
    QString tip;
    if (auto *const button = pane.findChild<QPushButton *>(buttonName)) {
        of = button->menu();
        tip = button->toolTip();
    } else if (auto *const tool = pane.findChild<QToolButton *>(buttonName)) {
        of = tool->menu();
        tip = tool->toolTip();
    }
    Q_ASSERT(of);
    QAction *const action = menu.addAction(text);
    action->setObjectName(buttonName + "MenuAction"_L1);
    action->setStatusTip(tip);
    action->setMenu(of);
    connect(of, &QMenu::triggered, this, [&pane] { openPane(pane); });
}

void WindowActions::addFileMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&File"));
    add(menu, tr("&Open a list…"), tr("See what is in a file before it is fetched"), u"openAction"_s,
        {QKeySequence::Open}, [this] { Q_EMIT openRequested(); });
    if (m_parts.canExport)
        add(menu, tr("&Export…"), tr("Write the jobs that ended into a file"), u"exportAction"_s,
            {QKeySequence::Save}, [this] { Q_EMIT exportRequested(); });
    if (m_parts.runs)
        add(menu, tr("&Save run as…"), tr("Write this run into one file that can be given away"),
            u"saveRunAction"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
            [this] { m_parts.runs->saveCurrent(); });
    menu.addSeparator();
    add(menu, tr("&Quit"), tr("Cancel what is in flight and close the window"), u"quitAction"_s,
        {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { Q_EMIT quitRequested(); });
}

/// What has the keyboard sees to the usual keys by itself; the menu is about the selected jobs.
void WindowActions::addEditMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Edit"));
    menu.addActions(m_parts.undo);
    menu.addSeparator();
    menu.addActions(m_parts.jobs.actionsOnJobs().editing());
    menu.addSeparator();
    add(menu, tr("Se&ttings…"), tr("The defaults of runs, and what the window is like"), u"settingsAction"_s,
        {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { Q_EMIT settingsRequested(); });
}

void WindowActions::addRunMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Run"));
    add(menu, tr("&Fetch the URLs"), tr("Fetch what is in the URLs box"), u"fetchAction"_s,
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
        [this] { m_parts.urls.fetch(); });
    addButton(menu, m_parts.controls, tr("&Pause or resume"), u"pause"_s,
              {QKeySequence(Qt::CTRL | Qt::Key_P)});
    menu.addSeparator();
    addOrder(menu, tr("Cancel &all jobs"), tr("Cancel &all jobs shown"), u"cancelAll"_s);
    addOrder(menu, tr("Cancel &slow jobs"), tr("Cancel the &slow jobs shown"), u"cancelSlow"_s);
    addOrder(menu, tr("&Retry all failed jobs"), tr("&Retry the failed jobs shown"), u"retryFailed"_s,
             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
}

void WindowActions::addJobsMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Jobs"));
    menu.addActions(m_parts.jobs.actionsOnJobs().menu());
    menu.addSeparator();
    QMenu &request = *menu.addMenu(tr("Re&quest and body"));
    request.menuAction()->setObjectName(u"requestMenuAction"_s);
    request.menuAction()->setStatusTip(tr("What can be done with the current job's request and body"));
    request.addActions(m_parts.commands.actions());
    m_parts.jobs.addAction(request.menuAction());
}

void WindowActions::addOriginsMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("Ori&gins"));
    menu.addActions(m_parts.origins.view().actionsOnOrigins().menu());
    menu.addSeparator();
    addAdaptive(menu);
}

void WindowActions::addAdaptive(QMenu &menu)
{
    QAction *adaptive = menu.addAction(tr("&Ease off when a server says so"));
    adaptive->setObjectName(u"adaptiveAction"_s);
    adaptive->setToolTip(tr("An origin that answers 429 or 503 or times out gets fewer requests at once, and "
                            "more again as it recovers"));
    adaptive->setStatusTip(adaptive->toolTip());
    adaptive->setCheckable(true);
    adaptive->setChecked(m_parts.isAdaptive);
    menu.setToolTipsVisible(true);
    connect(adaptive, &QAction::toggled, this, &WindowActions::adaptiveRequested);
}

void WindowActions::addErrorsMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("Err&ors"));
    menu.addActions(m_parts.errors.menu());
}

void WindowActions::addPipelineMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("P&ipeline"));
    QWidget &pane = m_parts.pipeline;
    addMenuOf(menu, pane, tr("&Start from"), u"startFrom"_s);
    addButton(menu, pane, tr("&Load…"), u"loadPipeline"_s);
    addButton(menu, pane, tr("Sa&ve…"), u"savePipeline"_s);
    addButton(menu, pane, tr("&Copy as command"), u"copyPipeline"_s);
    menu.addSeparator();
    menu.addActions(m_parts.pipeline.stageActions());
    menu.addSeparator();
    addButton(menu, pane, tr("&Try it out"), u"tryOut"_s);
    addButton(menu, pane, tr("A&pply"), u"applyPipeline"_s);
    addMenuOf(menu, pane, tr("Ru&n again without fetching"), u"applyAndRunAgain"_s);
}

void WindowActions::addRunsMenu()
{
    if (!m_parts.runs)
        return;
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("Pa&st runs"));
    menu.addActions(m_parts.runs->menu());
    addButton(menu, *m_parts.runs, tr("&Limits"), u"showLimits"_s);
}

void WindowActions::addViewMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&View"));
    add(menu, tr("&Filter the jobs"), tr("To the filter; Esc clears it"), u"filterAction"_s,
        {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] {
            m_parts.controls.filter().setFocus(Qt::ShortcutFocusReason);
            m_parts.controls.filter().selectAll();
        });
    addMenuOf(menu, m_parts.controls, tr("&Saved filters"), u"savedFilters"_s);
    add(menu, tr("App&ly the order to moved rows"), tr("Let rows that moved go to their places"),
        u"applyMovesAction"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
        [this] { Q_EMIT applyMovesRequested(); });
    QMenu &columns = *menu.addMenu(tr("&Columns"));
    columns.menuAction()->setStatusTip(tr("Which columns the table of jobs has, and in which order"));
    columns.addActions(m_parts.jobs.actionsOnColumns().menu());
    menu.addAction(m_parts.jobsPane.waterfallAction());
    QMenu &time = *menu.addMenu(tr("Time a&xis"));
    time.menuAction()->setStatusTip(tr("Which stretch of time the waterfall shows"));
    time.addActions(m_parts.jobsPane.waterfall().timeActions());
    connect(&menu, &QMenu::aboutToShow, &time,
            [this, &time] { time.setEnabled(m_parts.jobsPane.showsWaterfall()); });
    menu.addSeparator();
    addDocks(menu);
    menu.addActions(m_parts.distributions.menu());
    menu.addSeparator();
    addPanes(menu);
    menu.addSeparator();
    add(menu, tr("Reset the la&yout"), tr("Panes and columns where they were at first"),
        u"resetLayoutAction"_s, {}, [this] { Q_EMIT resetLayoutRequested(); });
}

void WindowActions::addDock(QMenu &menu, QDockWidget &dock, const QString &text, const QString &tip,
                            const QKeySequence &shortcut)
{
    QAction *const action = dock.toggleViewAction();
    action->setObjectName(dock.objectName() + "PaneAction"_L1);
    action->setText(text);
    action->setStatusTip(tip);
    action->setShortcut(shortcut);
    // One that lies behind another is not seen: it is brought to the front before it can be hidden.
    connect(&dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
    connect(action, &QAction::triggered, &dock, [&dock](bool wanted) {
        if (wanted)
            dock.raise();
    });
    menu.addAction(action);
}

void WindowActions::addDocks(QMenu &menu)
{
    const auto key = [](Qt::Key letter) { return QKeySequence(Qt::CTRL | Qt::SHIFT | letter); };
    addDock(menu, m_parts.details, tr("&Details pane"), tr("Show or hide all there is about the current job"),
            key(Qt::Key_D));
    addDock(menu, m_parts.origins, tr("&Origins pane"), tr("Show or hide the origins and their limits"),
            key(Qt::Key_O));
    addDock(menu, m_parts.errors, tr("&Errors pane"), tr("Show or hide the errors by class"), key(Qt::Key_E));
    addDock(menu, m_parts.distributions, tr("D&istributions pane"),
            tr("Show or hide how long jobs and stages take"), key(Qt::Key_I));
    addDock(menu, m_parts.throughput, tr("&Throughput pane"),
            tr("Show or hide how fast the run goes over time"), key(Qt::Key_T));
    addDock(menu, m_parts.pipeline, tr("&Pipeline pane"), tr("Show or hide the stages of the pipeline"),
            key(Qt::Key_P));
    if (m_parts.runs)
        addDock(menu, *m_parts.runs, tr("&Runs pane"), tr("Show or hide the runs that were kept"),
                key(Qt::Key_H));
}

void WindowActions::addPanes(QMenu &menu)
{
    QMenu &panes = *menu.addMenu(tr("&Go to"));
    panes.menuAction()->setStatusTip(tr("Give the keyboard to a pane"));
    const QStringList names = m_parts.panes.names();
    for (int place = 0; place < names.size(); ++place)
        add(panes, names.at(place), tr("Give the keyboard to %1").arg(names.at(place)),
            u"goTo%1Action"_s.arg(place), {}, [this, place] { m_parts.panes.goTo(place); });
    add(menu, tr("&Next pane"), tr("Give the keyboard to the next pane"), u"nextPaneAction"_s,
        {QKeySequence(Qt::Key_F6)}, [this] { m_parts.panes.go(1); });
    add(menu, tr("Pre&vious pane"), tr("Give the keyboard to the previous pane"), u"previousPaneAction"_s,
        {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, [this] { m_parts.panes.go(-1); });
}

void WindowActions::addHelpMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Help"));
    add(menu, tr("Find a &command…"), tr("Everything that the menus offer, found by a few letters"),
        u"paletteAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] { Q_EMIT paletteRequested(); });
    add(menu, tr("&About Inflight"), tr("Version and licence"), u"aboutAction"_s, {},
        [this] { Q_EMIT aboutRequested(); });
}

} // namespace inflight
