// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <functional>

class QWidget;

namespace inflight {

/// The panes of the window in the order in which F6 goes round them. Hidden ones are passed over. UI thread.
class PaneRound
{
public:
    /// `focus` gives the keyboard to the pane; null: the widget takes it itself. `pane` must outlive this.
    void add(QWidget &pane, std::function<void()> focus = {});
    /// To the next (+1) or previous (-1) pane from where the keyboard is.
    void go(int step) const;

private:
    struct Pane
    {
        QWidget *widget = nullptr;
        std::function<void()> focus;
    };

    QList<Pane> m_panes;
};

} // namespace inflight
