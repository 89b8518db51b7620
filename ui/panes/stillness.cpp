// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/stillness.h"

#include "ui/models/joborder.h"

#include <QApplication>
#include <QCursor>
#include <QEvent>
#include <QItemSelectionModel>

namespace inflight {

namespace {

/// A window that opens under the mouse is told of an entry that may be over before it is dealt with.
bool isUnderMouse(const QWidget &widget)
{
    return widget.rect().contains(widget.mapFromGlobal(QCursor::pos()));
}

} // namespace

Stillness::Stillness(JobOrder &order, QWidget &pane, QItemSelectionModel &selection, QWidget &bar,
                     QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_pane(pane)
    , m_selection(selection)
    , m_bar(bar)
{
    pane.installEventFilter(this);
    bar.installEventFilter(this);
    // On the way from the pane to the bar the pointer is for a moment over neither: look when it has
    // arrived.
    const auto lookSoon = [this] { QMetaObject::invokeMethod(this, &Stillness::look, Qt::QueuedConnection); };
    connect(qApp, &QApplication::focusChanged, this, lookSoon);
    connect(&selection, &QItemSelectionModel::selectionChanged, this, lookSoon);
}

bool Stillness::eventFilter(QObject *watched, QEvent *event)
{
    const bool enters = event->type() == QEvent::Enter;
    const bool leaves = event->type() == QEvent::Leave || event->type() == QEvent::Hide;
    if (enters || leaves) {
        (watched == &m_bar ? m_isOverBar : m_isOverPane) = enters;
        QMetaObject::invokeMethod(this, &Stillness::look, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Stillness::look()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool hasKeyboard =
        focus && (focus == &m_pane || m_pane.isAncestorOf(focus) || m_bar.isAncestorOf(focus));
    const bool hasMouse = (m_isOverPane && isUnderMouse(m_pane)) || (m_isOverBar && isUnderMouse(m_bar));
    m_order.setFrozen(hasMouse || hasKeyboard || m_selection.hasSelection());
}

} // namespace inflight
