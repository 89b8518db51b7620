// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobspane.h"

#include "ui/panes/jobsview.h"
#include "ui/waterfall/legend.h"
#include "ui/waterfall/waterfallview.h"

#include <QAction>
#include <QBoxLayout>
#include <QFocusEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

enum Place { Table, Waterfall };

} // namespace

JobsPane::JobsPane(JobsView &table, WaterfallView &waterfall, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_waterfall(waterfall)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_buttons(new QWidget)
    , m_legend(new Legend)
    , m_waterfallAction(new QAction(tr("&Waterfall"), this))
{
    setObjectName(u"jobsPane"_s);
    m_tabs->setObjectName(u"jobsTabs"_s);
    m_tabs->setAccessibleName(tr("View of the jobs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Table"));
    m_tabs->addTab(tr("Waterfall"));
    m_tabs->setTabToolTip(Waterfall, tr("Each job's phases along an axis of time (Ctrl+Shift+W)"));
    m_waterfallAction->setObjectName(u"waterfallAction"_s);
    m_waterfallAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    m_waterfallAction->setStatusTip(tr("Show the jobs along an axis of time, or as a table again"));
    m_waterfallAction->setCheckable(true);
    m_stack->addWidget(&table);
    m_stack->addWidget(&waterfall);

    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_tabs);
    row->addStretch(1);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2);
    addButtons(*buttons);
    row->addWidget(m_buttons);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_legend);
    connect(m_tabs, &QTabBar::currentChanged, this, &JobsPane::turnTo);
    connect(m_waterfallAction, &QAction::triggered, this, &JobsPane::showWaterfall);
    turnTo(Table);
}

void JobsPane::addButtons(QBoxLayout &row)
{
    for (QAction *const action : m_waterfall.timeActions()) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it is
        button->setAccessibleName(action->text().remove(u'&'));
        row.addWidget(button);
    }
}

void JobsPane::setTabOrderBetween(QWidget &before, QWidget &after)
{
    QWidget *last = &before;
    const auto add = [&last](QWidget *next) {
        setTabOrder(last, next);
        last = next;
    };
    add(m_tabs);
    const QList<QToolButton *> buttons = m_buttons->findChildren<QToolButton *>();
    for (QToolButton *const button : buttons)
        add(button);
    add(&m_table);
    add(&m_waterfall);
    add(&after);
}

bool JobsPane::showsWaterfall() const
{
    return m_stack->currentIndex() == Waterfall;
}

void JobsPane::showWaterfall(bool shows)
{
    m_tabs->setCurrentIndex(shows ? Waterfall : Table);
}

JobRowsView &JobsPane::shown() const
{
    if (showsWaterfall())
        return m_waterfall;
    return m_table;
}

/// No focus proxy: Tab would go from before the pane to the view, past what chooses it.
void JobsPane::focusInEvent(QFocusEvent *event)
{
    shown().setFocus(event->reason());
}

void JobsPane::turnTo(int place)
{
    const JobRowsView *const from = &shown();
    auto *const to = place == Waterfall ? static_cast<JobRowsView *>(&m_waterfall) : &m_table;
    const bool hadKeyboard = from->hasFocus();
    const int scrolled = from->verticalScrollBar()->value();
    m_stack->setCurrentIndex(place);
    // Rows are as high in both: what was at the top stays there.
    to->verticalScrollBar()->setValue(scrolled);
    if (hadKeyboard)
        to->setFocus(Qt::OtherFocusReason);
    m_buttons->setVisible(place == Waterfall);
    m_legend->setVisible(place == Waterfall);
    m_waterfallAction->setChecked(place == Waterfall);
}

} // namespace inflight
