// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/windowactions.h"

#include "ui/originsdock.h"
#include "ui/panes/controlsbar.h"
#include "ui/panes/filterbox.h"
#include "ui/panes/jobactions.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/originactions.h"
#include "ui/panes/originsview.h"
#include "ui/panes/urlspane.h"
#include "ui/runsdock.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

WindowActions::WindowActions(const WindowParts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    addFileMenu();
    addEditMenu();
    addRunMenu();
    addJobsMenu();
    addOriginsMenu();
    addViewMenu();
    addHelpMenu();
}

template <typename Function>
QAction *WindowActions::add(QMenu &menu, const QString &text, const QList<QKeySequence> &shortcuts,
                            Function function)
{
    QAction *action = menu.addAction(text);
    action->setShortcuts(shortcuts);
    connect(action, &QAction::triggered, this, function);
    return action;
}

/// An entry that does what a button of the controls does, when the button could do it.
void WindowActions::addButton(QMenu &menu, const QString &text, const QString &buttonName,
                              const QList<QKeySequence> &shortcuts, const QString &textWhenFiltered)
{
    auto *button = m_parts.controls.findChild<QPushButton *>(buttonName);
    Q_ASSERT(button);
    QAction *action = add(menu, text, shortcuts, [button] { button->click(); });
    connect(&menu, &QMenu::aboutToShow, action, [this, action, button, text, textWhenFiltered] {
        action->setEnabled(button->isEnabled());
        const bool isFiltered = m_parts.controls.isFiltered() && !textWhenFiltered.isEmpty();
        action->setText(isFiltered ? textWhenFiltered : text);
    });
    // A disabled action's shortcut is dead: only the open menu shows what the button says.
    connect(&menu, &QMenu::aboutToHide, action, [action] { action->setEnabled(true); });
}

void WindowActions::addFileMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&File"));
    add(menu, tr("&Open a list…"), {QKeySequence::Open}, [this] { Q_EMIT openRequested(); });
    if (m_parts.canExport)
        add(menu, tr("&Export…"), {QKeySequence::Save}, [this] {
            Q_EMIT exportRequested();
        })->setObjectName(u"exportAction"_s);
    if (m_parts.runs)
        add(menu, tr("&Save run as…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
            [this] { m_parts.runs->saveCurrent(); });
    menu.addSeparator();
    add(menu, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { Q_EMIT quitRequested(); });
}

/// What has the keyboard sees to the usual keys by itself; the menu is about the selected jobs.
void WindowActions::addEditMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Edit"));
    menu.addActions(m_parts.jobs.actionsOnJobs().copies());
}

void WindowActions::addRunMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Run"));
    add(menu, tr("&Fetch the URLs"),
        {QKeySequence(Qt::CTRL | Qt::Key_Enter), QKeySequence(Qt::CTRL | Qt::Key_Return)},
        [this] { m_parts.urls.fetch(); });
    addButton(menu, tr("&Pause or resume"), u"pause"_s, {QKeySequence(Qt::CTRL | Qt::Key_P)});
    menu.addSeparator();
    addButton(menu, tr("Cancel &all jobs"), u"cancelAll"_s, {}, tr("Cancel &all jobs shown"));
    addButton(menu, tr("Cancel &slow jobs"), u"cancelSlow"_s, {}, tr("Cancel the &slow jobs shown"));
    addButton(menu, tr("&Retry all failed jobs"), u"retryFailed"_s,
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, tr("&Retry the failed jobs shown"));
}

void WindowActions::addJobsMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Jobs"));
    menu.addActions(m_parts.jobs.actionsOnJobs().menu());
}

void WindowActions::addOriginsMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Origins"));
    menu.addActions(m_parts.origins.view().actionsOnOrigins().menu());
    menu.addSeparator();
    QAction *adaptive = menu.addAction(tr("&Ease off when a server says so"));
    adaptive->setObjectName(u"adaptiveAction"_s);
    adaptive->setToolTip(tr("An origin that answers 429 or 503 or times out gets fewer requests at once, and "
                            "more again as it recovers"));
    adaptive->setCheckable(true);
    adaptive->setChecked(m_parts.isAdaptive);
    menu.setToolTipsVisible(true);
    connect(adaptive, &QAction::toggled, this, &WindowActions::adaptiveRequested);
}

void WindowActions::addViewMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&View"));
    add(menu, tr("&Filter the jobs"), {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] {
        m_parts.controls.filter().setFocus(Qt::ShortcutFocusReason);
        m_parts.controls.filter().selectAll();
    });
    add(menu, tr("App&ly the order to moved rows"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
        [this] { Q_EMIT applyMovesRequested(); });
    QAction *details = m_parts.details.toggleViewAction();
    details->setText(tr("&Details pane"));
    menu.addAction(details);
    QAction *origins = m_parts.origins.toggleViewAction();
    origins->setText(tr("&Origins pane"));
    origins->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    menu.addAction(origins);
    QAction *errors = m_parts.errors.toggleViewAction();
    errors->setText(tr("&Errors pane"));
    errors->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    menu.addAction(errors);
    QAction *pipeline = m_parts.pipeline.toggleViewAction();
    pipeline->setText(tr("&Pipeline pane"));
    pipeline->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    menu.addAction(pipeline);
    if (m_parts.runs) {
        QAction *runs = m_parts.runs->toggleViewAction();
        runs->setText(tr("&Runs pane"));
        runs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
        menu.addAction(runs);
    }
    menu.addSeparator();
    add(menu, tr("&Next pane"), {QKeySequence(Qt::Key_F6)}, [this] { Q_EMIT paneRequested(1); });
    add(menu, tr("Pre&vious pane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
        [this] { Q_EMIT paneRequested(-1); });
}

void WindowActions::addHelpMenu()
{
    QMenu &menu = *m_parts.window.menuBar()->addMenu(tr("&Help"));
    add(menu, tr("&About Inflight"), {}, [this] { Q_EMIT aboutRequested(); });
}

} // namespace inflight
