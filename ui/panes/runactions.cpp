// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/runactions.h"

#include "ui/panes/runsview.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

RunActions::RunActions(RunsView &view)
    : QObject(&view)
    , m_view(view)
{
    m_open = add(tr("&Open"), u"openRun"_s, tr("Show its jobs; nothing is fetched (Enter)"),
                 QKeySequence(Qt::Key_Return));
    addAgain();
    m_compare = add(tr("&Compare"), u"compareRuns"_s, tr("What changed between two selected runs"), {});
    m_rename = add(tr("Re&name"), u"renameRun"_s, tr("Give it another name (F2)"), QKeySequence(Qt::Key_F2));
    m_remove = add(tr("&Delete"), u"deleteRuns"_s, tr("Delete the selected runs with their bodies (Del)"),
                   QKeySequence::Delete);
    m_copy = add(tr("&Save as…"), u"saveRunAs"_s, tr("Write it into one file that can be given away"), {});
    QAction *const file =
        add(tr("Open a &file…"), u"openRunFile"_s, tr("Open a run that somebody gave you"), {});
    m_refresh = add(tr("&Refresh"), u"refreshRuns"_s, tr("Look again (F5)"), QKeySequence(Qt::Key_F5));
    m_refresh->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_open, &QAction::triggered, this, [this] { open(RunOpening::Look); });
    connect(&view, &RunsView::openRequested, this, [this] { open(RunOpening::Look); });
    connect(m_compare, &QAction::triggered, this, &RunActions::compare);
    connect(m_rename, &QAction::triggered, this, &RunActions::rename);
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(m_view.selected()); });
    connect(m_copy, &QAction::triggered, this,
            [this] { Q_EMIT copyRequested(m_view.selected().constFirst()); });
    connect(file, &QAction::triggered, this, &RunActions::openFileRequested);
    connect(m_refresh, &QAction::triggered, this, &RunActions::refreshRequested);
    connect(&view, &RunsView::selectionMoved, this, &RunActions::update);
    update();
}

QAction *RunActions::add(const QString &text, const QString &name, const QString &toolTip,
                         const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name + "Action"_L1);
    action->setToolTip(toolTip);
    action->setStatusTip(toolTip);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(action);
    m_actions.append(action);
    return action;
}

void RunActions::addAgain()
{
    m_again =
        add(tr("Run &again"), u"runRunAgain"_s, tr("Fetch it once more, or only go through its stages"), {});
    m_again->setMenu(new QMenu(&m_view));
    addOpening(*m_again, tr("&All jobs, as a new run"), tr("Fetch all its inputs once more"),
               u"runAllAgain"_s, RunOpening::All);
    addOpening(*m_again, tr("&Failed jobs, in this run"), tr("Open it and fetch what failed once more"),
               u"runFailedAgain"_s, RunOpening::Failed);
    addOpening(*m_again, tr("&Stages on its stored bodies, without fetching"),
               tr("Open it and take what was fetched through the stages again"), u"runStagesAgain"_s,
               RunOpening::Stages);
    m_failed = m_again->menu()->actions().at(1);
}

void RunActions::addOpening(QAction &menuAction, const QString &text, const QString &tip, const QString &name,
                            RunOpening how)
{
    QAction *const action = menuAction.menu()->addAction(text);
    action->setStatusTip(tip);
    action->setObjectName(name + "Action"_L1);
    connect(action, &QAction::triggered, this, [this, how] { open(how); });
}

void RunActions::addButtons(QBoxLayout &row) const
{
    for (QAction *const action : m_actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setObjectName(action->objectName().chopped(6));
        button->setFocusPolicy(Qt::StrongFocus);
        if (action->menu()) // room for the arrow
            button->setMinimumWidth(button->sizeHint().width() +
                                    2 * button->fontMetrics().averageCharWidth());
        row.addWidget(button);
    }
    row.addStretch(1);
}

void RunActions::update()
{
    const QList<PastRun> runs = m_view.selected();
    const bool one = runs.size() == 1 && runs.constFirst().trouble.isEmpty();
    m_open->setEnabled(one && !runs.constFirst().inUse);
    m_again->setEnabled(one);
    m_failed->setEnabled(one && runs.constFirst().failed > 0 && !runs.constFirst().inUse);
    m_again->menu()->actions().last()->setEnabled(one && !runs.constFirst().inUse);
    m_rename->setEnabled(one);
    m_copy->setEnabled(one);
    m_compare->setEnabled(runs.size() == 2 &&
                          std::ranges::all_of(runs, &QString::isEmpty, &PastRun::trouble));
    m_remove->setEnabled(std::ranges::any_of(runs, [](const PastRun &run) { return !run.inUse; }));
}

void RunActions::open(RunOpening how)
{
    const QList<PastRun> runs = m_view.selected();
    if (runs.size() == 1 && runs.constFirst().trouble.isEmpty() &&
        (how == RunOpening::All || !runs.constFirst().inUse))
        Q_EMIT openRequested(runs.constFirst().path, how);
}

void RunActions::compare()
{
    QList<PastRun> runs = m_view.selected();
    std::ranges::stable_sort(runs, {}, &PastRun::created);
    Q_EMIT compareRequested(runs.constFirst().path, runs.constLast().path);
}

void RunActions::rename()
{
    const QModelIndexList rows = m_view.selectionModel()->selectedRows(RunModel::Name);
    m_view.setFocus(Qt::OtherFocusReason);
    m_view.setCurrentIndex(rows.constFirst());
    m_view.edit(rows.constFirst());
}

} // namespace inflight
