// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/errorsdock.h"

#include "jobs/engine.h"
#include "jobs/filter/filtertext.h"
#include "ui/listtable.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QMainWindow>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

ErrorsDock::ErrorsDock(QMainWindow &window, Engine &engine)
    : QDockWidget(tr("Errors"), &window)
    , m_engine(engine)
    , m_table(new QTableView)
{
    setObjectName(u"errors"_s);
    setAccessibleName(tr("Errors"));
    setUpTable();
    auto *const buttons = new QVBoxLayout;
    m_buttons = {addButton(*buttons, tr("&Show these"), u"showThese"_s,
                           tr("Filter by the current class of errors"), QKeySequence(Qt::Key_Return),
                           &ErrorsDock::showThese),
                 addButton(*buttons, tr("Retr&y these"), u"retryThese"_s,
                           tr("Queue the jobs of the selected classes again"), QKeySequence(Qt::Key_F5),
                           &ErrorsDock::retryThese)};
    buttons->addStretch(1);
    auto *const content = new QWidget;
    auto *const row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(buttons);
    setWidget(content);
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    connect(&engine, &Engine::updated, &m_errors, &ErrorModel::apply);
    connect(&m_errors, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_table->model()->index(0, 0)); // selectRow() fails from right to left
    });
    connect(&m_errors, &QAbstractItemModel::rowsRemoved, this, &ErrorsDock::update);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ErrorsDock::update);
    connect(m_table, &QTableView::doubleClicked, this, &ErrorsDock::showThese);
    update();
}

void ErrorsDock::setUpTable()
{
    m_table->setObjectName(u"errorTable"_s);
    m_table->setAccessibleName(tr("Error table"));
    m_table->setModel(&m_errors);
    makeListTable(*m_table, 11);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setMinimumHeight(4 * fontMetrics().height());
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(ErrorModel::Class, fontMetrics().horizontalAdvance(u"timeout.first_byte"_s) + 24);
    m_table->setColumnWidth(ErrorModel::Jobs, fontMetrics().horizontalAdvance(u"100,000"_s) + 16);
}

QPushButton *ErrorsDock::addButton(QBoxLayout &column, const QString &text, const QString &name,
                                   const QString &tip, const QKeySequence &shortcut,
                                   void (ErrorsDock::*slot)())
{
    auto *const button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setToolTip(tr("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
    connect(button, &QPushButton::clicked, this, slot);
    column.addWidget(button);
    auto *const action = new QAction(text, m_table);
    action->setObjectName(name + "Action"_L1);
    action->setStatusTip(tip);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_table->addAction(action);
    return button;
}

QList<QAction *> ErrorsDock::menu() const
{
    return m_table->actions();
}

void ErrorsDock::takeFocus()
{
    raise();
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void ErrorsDock::update()
{
    const bool any = m_table->selectionModel()->hasSelection();
    for (QPushButton *const button : std::as_const(m_buttons))
        button->setEnabled(any);
    const QList<QAction *> actions = m_table->actions();
    for (QAction *const action : actions)
        action->setEnabled(any);
}

/// A filter has no "or": of several classes, the current one.
void ErrorsDock::showThese()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        Q_EMIT jobsRequested(filterWord(u"error"_s, faultClassName(m_errors.faultClass(current.row()))));
}

void ErrorsDock::retryThese()
{
    QList<JobId> ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids.append(m_errors.jobs(row.row()));
    m_engine.retry(ids);
}

} // namespace inflight
