// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

#include <functional>

class QWidget;

namespace inflight {

/// The panes of the window in the order in which F6 goes round them. Hidden ones are passed over. UI thread.
class PaneRound
{
public:
    /// `focus` gives the keyboard to the pane; null: the widget takes it itself. `name`: empty: the widget's
    /// accessible name. `pane` must outlive this.
    void add(QWidget &pane, std::function<void()> focus = {}, const QString &name = {});
    /// To the next (+1) or previous (-1) pane from where the keyboard is.
    void go(int step) const;
    /// What a person calls them.
    [[nodiscard]] QStringList names() const;
    /// To the pane at this place of names(), which is shown if it was hidden.
    void goTo(qsizetype place) const;

private:
    struct Pane
    {
        QWidget *widget = nullptr;
        std::function<void()> focus;
        QString name;
    };

    static void give(const Pane &pane);

    QList<Pane> m_panes;
};

} // namespace inflight
