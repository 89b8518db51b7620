// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace inflight {

/// Which columns a table is to have, and in which order: checked ones are chosen, and rows move by dragging,
/// by buttons, or by Alt+Up and Alt+Down. UI thread.
class ColumnsList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnsList)

public:
    /// All of `names`, those of `chosen` first and checked.
    ColumnsList(const QStringList &names, const QStringList &chosen, QWidget *parent = nullptr);

    [[nodiscard]] QStringList chosen() const;

Q_SIGNALS:
    void changed();

private:
    QPushButton *addButton(const QString &text, const QString &name, const QString &toolTip, Qt::Key key,
                           int step);
    void move(int step);
    void update();

    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace inflight
