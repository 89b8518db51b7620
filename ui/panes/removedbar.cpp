// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/removedbar.h"

#include "ui/panes/notice.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

RemovedBar::RemovedBar(QWidget &table, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_notice(new Notice(Tone::Neutral, Glyph::Dash))
    , m_undo(addButton(tr("Und&o"), u"undoRemoval"_s))
    , m_dismiss(addButton(tr("Dismiss"), u"dismissRemoval"_s))
{
    setObjectName(u"removedBar"_s);
    m_notice->setObjectName(u"removedRows"_s);
    m_undo->setToolTip(tr("Bring the rows back (Ctrl+Z)"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    hide();
    connect(m_undo, &QPushButton::clicked, this, &RemovedBar::undoRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &RemovedBar::dismiss);
}

QPushButton *RemovedBar::addButton(const QString &text, const QString &name)
{
    auto *const button = new QPushButton(text);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it is
    m_notice->addButton(button);
    return button;
}

void RemovedBar::say(const QString &sentence, bool canUndo)
{
    m_notice->say(sentence);
    m_undo->setVisible(canUndo);
    show();
}

void RemovedBar::dismiss()
{
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadKeyboard)
        m_table.setFocus(Qt::OtherFocusReason);
}

void RemovedBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace inflight
