// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobtable.h"

#include <QTableView>
#include <QTimer>

class QLabel;

namespace inflight {

class OriginActions;
class OriginModel;

/// The table of origins. Shows, has limits edited in their places, and counts down while something is held.
/// UI thread.
class OriginsView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginsView)

public:
    /// `origins` and `jobs` must outlive the view.
    OriginsView(OriginModel &origins, const JobTable &jobs, QWidget *parent = nullptr);

    [[nodiscard]] OriginActions &actionsOnOrigins() const { return *m_actions; }
    /// Whether a countdown is kept up to date.
    [[nodiscard]] bool isCounting() const { return m_ticker.isActive(); }
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// What is wrong with a limit as it is written; empty when nothing is any more.
    void complained(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpTable();
    void setUpColumns();
    void fitColumns();
    void placeEmptyText();
    void updateHold();
    void noteChange(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void tick();
    [[nodiscard]] int widthOf(const QString &sample) const;

    OriginModel &m_origins;
    OriginActions *m_actions = nullptr;
    QLabel *m_emptyText = nullptr;
    QTimer m_ticker; ///< runs while something counts down
    QTimer m_actionsUpdate;
    bool m_isPressed = false; ///< a mouse button is down
    bool m_fitting = false;   ///< columns are resized by us, not by a person
};

} // namespace inflight
