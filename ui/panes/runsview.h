// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/runmodel.h"

#include <QTableView>

class QLabel;

namespace inflight {

/// The table of past runs: names are edited in their places. UI thread.
class RunsView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsView)

public:
    /// `runs` must outlive the view.
    explicit RunsView(RunModel &runs, QWidget *parent = nullptr);

    /// As the rows stand.
    [[nodiscard]] QList<PastRun> selected() const;
    void select(const QStringList &paths);
    /// Whether a name is being written.
    [[nodiscard]] bool isEditing() const { return state() == QAbstractItemView::EditingState; }

Q_SIGNALS:
    /// Enter, or a double click, on a run.
    void openRequested();
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpColumns();
    void placeEmptyText();
    [[nodiscard]] int widthOf(const QString &sample) const;

    RunModel &m_runs;
    QLabel *m_emptyText;
};

} // namespace inflight
