// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelinestageslist.h"

#include "pipeline/registry.h"
#include "ui/delegates/stagedelegate.h"
#include "ui/models/pipelinestages.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

PipelineStagesList::PipelineStagesList(PipelineStages &stages, QWidget *parent)
    : QWidget(parent)
    , m_stages(stages)
    , m_list(new QListView)
{
    setUpList();
    m_add = addMenuButton();
    m_remove = addButton(tr("Remove"), u"removeStage"_s, tr("Remove the stage"), QKeySequence::Delete,
                         &PipelineStagesList::remove);
    m_up = addButton(tr("Up"), u"stageUp"_s, tr("Up: move the stage before the one above it"),
                     QKeySequence(Qt::ALT | Qt::Key_Up), &PipelineStagesList::moveUp);
    m_down = addButton(tr("Down"), u"stageDown"_s, tr("Down: move the stage behind the one below it"),
                       QKeySequence(Qt::ALT | Qt::Key_Down), &PipelineStagesList::moveDown);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    update();
}

void PipelineStagesList::setUpList()
{
    m_list->setObjectName(u"stages"_s);
    m_list->setAccessibleName(tr("Stages"));
    m_list->setModel(&m_stages);
    m_list->setItemDelegate(new StageDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(false);
    m_list->setMinimumSize(18 * fontMetrics().averageCharWidth(), 5 * fontMetrics().lineSpacing());
    const auto announce = [this] {
        update();
        Q_EMIT currentRowChanged(currentRow());
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, announce);
    connect(&m_stages, &QAbstractItemModel::rowsMoved, this, announce);
    connect(&m_stages, &QAbstractItemModel::rowsInserted, this, announce);
    connect(&m_stages, &QAbstractItemModel::rowsRemoved, this, announce);
    connect(&m_stages, &QAbstractItemModel::modelReset, this,
            [this] { setCurrentRow(m_stages.rowCount() > 1); });
    connect(m_list, &QAbstractItemView::activated, this, &PipelineStagesList::optionsRequested);
}

QPushButton *PipelineStagesList::addButton(const QString &text, const QString &name,
                                           const QString &accessibleName, const QKeySequence &shortcut,
                                           void (PipelineStagesList::*slot)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setToolTip(tr("%1 (%2)").arg(accessibleName, shortcut.toString(QKeySequence::NativeText)));
    connect(button, &QPushButton::clicked, this, slot);
    auto *action = new QAction(accessibleName, m_list);
    action->setObjectName(name + "Action"_L1);
    action->setStatusTip(accessibleName);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, button, [button] { button->click(); });
    m_list->addAction(action);
    return button;
}

QPushButton *PipelineStagesList::addMenuButton()
{
    auto *button = new QPushButton(tr("Add"));
    button->setObjectName(u"addStage"_s);
    button->setAccessibleName(tr("Add a stage"));
    const QKeySequence shortcut(Qt::Key_Insert);
    button->setToolTip(
        tr("Add a stage behind the current one (%1)").arg(shortcut.toString(QKeySequence::NativeText)));
    auto *menu = new QMenu(button);
    menu->setObjectName(u"addStageMenu"_s);
    for (const StageKind &kind : stageKinds()) {
        QAction *action = menu->addAction(tr("%1 – %2").arg(kind.name, kind.description));
        action->setStatusTip(kind.description);
        action->setData(QString(kind.name));
        connect(action, &QAction::triggered, this, [this, name = QString(kind.name)] { add(name); });
    }
    button->setMenu(menu);
    auto *action = new QAction(tr("Add a stage"), m_list);
    action->setObjectName(u"addStageAction"_s);
    action->setStatusTip(tr("Add a stage behind the current one"));
    action->setMenu(menu);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, button, &QPushButton::showMenu);
    m_list->addAction(action);
    return button;
}

QList<QAction *> PipelineStagesList::menu() const
{
    return m_list->actions();
}

int PipelineStagesList::currentRow() const
{
    return m_list->currentIndex().row();
}

void PipelineStagesList::setCurrentRow(int row)
{
    m_list->setCurrentIndex(m_stages.index(row));
}

void PipelineStagesList::takeFocus()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void PipelineStagesList::add(const QString &stage)
{
    const int row = currentRow() < 0 ? m_stages.rowCount() : currentRow() + 1;
    m_stages.add(row, stage);
    setCurrentRow(row);
    m_list->setFocus(Qt::OtherFocusReason);
}

void PipelineStagesList::remove()
{
    const int row = currentRow();
    if (m_stages.remove(row))
        setCurrentRow(qMin(row, m_stages.rowCount() - 1));
}

void PipelineStagesList::move(int step)
{
    const int row = currentRow();
    // The destination counts with the row still in its old place.
    m_stages.moveRow({}, row, {}, step < 0 ? row - 1 : row + 2);
    m_list->scrollTo(m_list->currentIndex());
}

void PipelineStagesList::update()
{
    const int row = currentRow();
    const bool isMovable = m_stages.stage(row) != nullptr;
    m_remove->setEnabled(isMovable);
    m_up->setEnabled(isMovable && row > 1);
    m_down->setEnabled(isMovable && row < m_stages.rowCount() - 1);
}

} // namespace inflight
