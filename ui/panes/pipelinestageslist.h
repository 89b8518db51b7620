// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>
#include <QWidget>

class QAction;
class QPushButton;

namespace inflight {

class PipelineStages;

/// The stages of the pipeline that is edited: choose one, add, remove and move them, by buttons, keys
/// (Insert, Delete, Alt+Up, Alt+Down) and by dragging. UI thread.
class PipelineStagesList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineStagesList)

public:
    /// `stages` must outlive the list.
    explicit PipelineStagesList(PipelineStages &stages, QWidget *parent = nullptr);

    /// -1: none.
    /// What a person can do with the stages.
    [[nodiscard]] QList<QAction *> menu() const;
    [[nodiscard]] int currentRow() const;
    void setCurrentRow(int row);
    void takeFocus();

Q_SIGNALS:
    /// Another stage is current, or the current one stands in another row.
    void currentRowChanged(int row);
    /// Enter: the options of the current stage are wanted.
    void optionsRequested();

private:
    void setUpList();
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &name,
                                         const QString &accessibleName, const QKeySequence &shortcut,
                                         void (PipelineStagesList::*slot)());
    [[nodiscard]] QPushButton *addMenuButton();
    void add(const QString &stage);
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int step);
    void update();

    PipelineStages &m_stages;
    QListView *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace inflight
