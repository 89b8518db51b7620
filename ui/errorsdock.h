// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/errormodel.h"

#include <QDockWidget>

class QBoxLayout;
class QMainWindow;
class QPushButton;
class QTableView;

namespace inflight {

class Engine;

/// The dock of the errors: failed jobs by class, to be shown and retried as a group. UI thread.
class ErrorsDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorsDock)

public:
    /// Docks itself in `window` below the table and follows `engine`. Both must outlive it.
    ErrorsDock(QMainWindow &window, Engine &engine);

    void takeFocus();
    /// What a person can do with the selected classes.
    [[nodiscard]] QList<QAction *> menu() const;

Q_SIGNALS:
    /// The jobs of one class are to be shown: a word of the filter.
    void jobsRequested(const QString &word);

private:
    void setUpTable();
    QPushButton *addButton(QBoxLayout &column, const QString &text, const QString &name, const QString &tip,
                           const QKeySequence &shortcut, void (ErrorsDock::*slot)());
    void update();
    void showThese();
    void retryThese();

    Engine &m_engine;
    ErrorModel m_errors;
    QTableView *m_table = nullptr;
    QList<QPushButton *> m_buttons;
};

} // namespace inflight
