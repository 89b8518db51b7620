// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAbstractButton;
class QAction;
class QDockWidget;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace inflight {

class ControlsBar;
class DistributionsDock;
class ErrorsDock;
class JobCommands;
class JobsPane;
class JobsView;
class OriginsDock;
class PaneRound;
class PipelineDock;
class RunsDock;
class UrlsPane;

/// The parts of the window that its menus act on.
struct WindowParts
{
    QMainWindow &window;
    PaneRound &panes;
    UrlsPane &urls;
    ControlsBar &controls;
    JobsView &jobs;
    JobsPane &jobsPane;
    JobCommands &commands;
    QDockWidget &details;
    OriginsDock &origins;
    ErrorsDock &errors;
    DistributionsDock &distributions;
    QDockWidget &throughput;
    PipelineDock &pipeline;
    QList<QAction *> undo; ///< undo and redo
    RunsDock *runs = nullptr;
    bool isAdaptive = true; ///< what the run starts with
    bool canExport = false;
};

/// The menu bar and with it every shortcut that works wherever the keyboard is. UI thread.
class WindowActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    /// A child of the window; fills its menu bar. The parts must live as long as the window.
    explicit WindowActions(const WindowParts &parts);

Q_SIGNALS:
    void openRequested();
    void exportRequested();
    void quitRequested();
    void aboutRequested();
    void applyMovesRequested();
    void resetLayoutRequested();
    void paletteRequested();
    void settingsRequested();
    void adaptiveRequested(bool on);

private:
    void addFileMenu();
    void addEditMenu();
    void addRunMenu();
    void addJobsMenu();
    void addOriginsMenu();
    void addErrorsMenu();
    void addPipelineMenu();
    void addRunsMenu();
    void addViewMenu();
    void addDocks(QMenu &menu);
    void addPanes(QMenu &menu);
    void addAdaptive(QMenu &menu);
    void addHelpMenu();
    template <typename Function>
    QAction *add(QMenu &menu, const QString &text, const QString &tip, const QString &name,
                 const QList<QKeySequence> &shortcuts, Function function);
    QAction *addButton(QMenu &menu, QWidget &pane, const QString &text, const QString &buttonName,
                       const QList<QKeySequence> &shortcuts = {});
    void addOrder(QMenu &menu, const QString &text, const QString &textWhenFiltered,
                  const QString &buttonName, const QList<QKeySequence> &shortcuts = {});
    void addMenuOf(QMenu &menu, QWidget &pane, const QString &text, const QString &buttonName);
    static void addDock(QMenu &menu, QDockWidget &dock, const QString &text, const QString &tip,
                        const QKeySequence &shortcut = {});

    WindowParts m_parts;
};

} // namespace inflight
