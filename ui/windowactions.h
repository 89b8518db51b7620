// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QDockWidget;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace inflight {

class ControlsBar;
class JobsView;
class OriginsDock;
class RunsDock;
class UrlsPane;

/// The parts of the window that its menus act on.
struct WindowParts
{
    QMainWindow &window;
    UrlsPane &urls;
    ControlsBar &controls;
    JobsView &jobs;
    QDockWidget &details;
    OriginsDock &origins;
    QDockWidget &errors;
    QDockWidget &pipeline;
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
    void adaptiveRequested(bool on);
    /// To the next (+1) or previous (-1) pane.
    void paneRequested(int step);

private:
    void addFileMenu();
    void addEditMenu();
    void addRunMenu();
    void addJobsMenu();
    void addOriginsMenu();
    void addViewMenu();
    void addHelpMenu();
    template <typename Function>
    QAction *add(QMenu &menu, const QString &text, const QList<QKeySequence> &shortcuts, Function function);
    void addButton(QMenu &menu, const QString &text, const QString &buttonName,
                   const QList<QKeySequence> &shortcuts, const QString &textWhenFiltered = {});

    WindowParts m_parts;
};

} // namespace inflight
