// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/columnslist.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace inflight {

ColumnsList::ColumnsList(const QStringList &names, const QStringList &chosen, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_up(addButton(tr("Up"), u"columnUp"_s, tr("Move the column before the one above it (Alt+Up)"),
                     Qt::Key_Up, -1))
    , m_down(addButton(tr("Down"), u"columnDown"_s, tr("Move the column behind the one below it (Alt+Down)"),
                       Qt::Key_Down, 1))
{
    QStringList ordered = chosen;
    for (const QString &name : names) {
        if (!chosen.contains(name))
            ordered.append(name);
    }
    for (const QString &name : std::as_const(ordered)) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemIsDragEnabled);
        item->setCheckState(chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setObjectName(u"exportColumns"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setCurrentRow(0);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_list);
    setFocusPolicy(Qt::StrongFocus); // without one, a label leads nowhere
    connect(m_list, &QListWidget::itemChanged, this, &ColumnsList::changed);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsList::update);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnsList::update);
    update();
}

QPushButton *ColumnsList::addButton(const QString &text, const QString &name, const QString &toolTip,
                                    Qt::Key key, int step)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setAutoDefault(false); // Enter is for the dialog
    connect(button, &QPushButton::clicked, this, [this, step] { move(step); });
    auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, step] { move(step); });
    return button;
}

QStringList ColumnsList::chosen() const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            names.append(m_list->item(row)->text());
    }
    return names;
}

void ColumnsList::move(int step)
{
    const int row = m_list->currentRow();
    const int place = row + step;
    if (row < 0 || place < 0 || place >= m_list->count())
        return;
    m_list->insertItem(place, m_list->takeItem(row));
    m_list->setCurrentRow(place);
    Q_EMIT changed();
}

void ColumnsList::update()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

} // namespace inflight
