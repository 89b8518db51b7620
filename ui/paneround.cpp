// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/paneround.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>

#include <algorithm>

namespace inflight {

void PaneRound::add(QWidget &pane, std::function<void()> focus, const QString &name)
{
    m_panes.append({&pane, std::move(focus), name.isEmpty() ? pane.accessibleName() : name});
}

void PaneRound::go(int step) const
{
    QList<Pane> panes = m_panes;
    panes.removeIf([](const Pane &pane) { return !pane.widget->isVisible(); });
    const QWidget *focus = QApplication::focusWidget();
    const auto current = std::ranges::find_if(panes, [focus](const Pane &pane) {
        return focus && (pane.widget == focus || pane.widget->isAncestorOf(focus));
    });
    const qsizetype from = current == panes.end() ? -step : current - panes.begin();
    give(panes.at((from + step + panes.size()) % panes.size()));
}

QStringList PaneRound::names() const
{
    QStringList names;
    for (const Pane &pane : m_panes)
        names.append(pane.name);
    return names;
}

void PaneRound::goTo(qsizetype place) const
{
    const Pane &pane = m_panes.at(place);
    auto *const dock = qobject_cast<QDockWidget *>(pane.widget);
    if (dock && !dock->toggleViewAction()->isChecked())
        dock->toggleViewAction()->trigger();
    give(pane);
}

void PaneRound::give(const Pane &pane)
{
    if (pane.focus)
        pane.focus();
    else
        pane.widget->setFocus(Qt::ShortcutFocusReason);
}

} // namespace inflight
