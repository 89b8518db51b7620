// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace inflight {

class Notice;

/// The bar below the table that says which rows were removed from it, and undoes that; it stays until it is
/// answered or there is another one to say. UI thread.
class RemovedBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemovedBar)

public:
    /// `table` gets the keyboard when the bar goes with it.
    explicit RemovedBar(QWidget &table, QWidget *parent = nullptr);

    void say(const QString &sentence, bool canUndo);
    void dismiss();

Q_SIGNALS:
    void undoRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const QString &name);

    QWidget &m_table;
    Notice *m_notice;
    QPushButton *m_undo;
    QPushButton *m_dismiss;
};

} // namespace inflight
