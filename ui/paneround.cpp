// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/paneround.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace inflight {

void PaneRound::add(QWidget &pane, std::function<void()> focus)
{
    m_panes.append({&pane, std::move(focus)});
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
    const Pane &next = panes.at((from + step + panes.size()) % panes.size());
    if (next.focus)
        next.focus();
    else
        next.widget->setFocus(Qt::ShortcutFocusReason);
}

} // namespace inflight
