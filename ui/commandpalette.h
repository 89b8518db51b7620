// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/commandlist.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QMainWindow;

namespace inflight {

/// Everything that the menus of a window offer, to be found by a few letters: over the window, gone when the
/// keyboard goes elsewhere. What was used last comes first, in another run of the program, too. UI thread.
class CommandPalette final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    /// Over `window`, hidden until it is asked for.
    explicit CommandPalette(QMainWindow &window);

    void open();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void place();
    void search(const QString &query);
    void choose(int row);
    void goBy(int step);
    void run(const QModelIndex &index);
    void dismiss();
    [[nodiscard]] bool takeKey(int key);
    void announce();
    void followFocus(QWidget *old, QWidget *now);

    QMainWindow &m_window;
    CommandList m_commands;
    QStringList m_recent; ///< ids, the last used first
    QLineEdit *m_query;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_before; ///< had the keyboard, and gets it back
};

} // namespace inflight
