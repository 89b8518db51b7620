// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace inflight {

/// One cell a stage: how many jobs wait before it, are in it, left it well and failed in it, how many go
/// through it a second and how long they take; the bottleneck is marked, and a line below says why it is one.
/// A cell is a button that asks for the jobs in its stage. UI thread.
class Funnel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Funnel)

public:
    /// `names`: Pipeline::stageNames().
    explicit Funnel(const QStringList &names, QWidget *parent = nullptr);

    /// There is another pipeline.
    void setStageNames(const QStringList &names);
    void follow(const ChangeBatch &batch);

Q_SIGNALS:
    /// A person wants to see the jobs in this stage.
    void stageChosen(const QString &name);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill(QToolButton &cell, const StageStatus &status);
    void sayWhy();

    QScrollArea *m_area = nullptr;
    QLabel *m_reason = nullptr;
    QWidget *m_row = nullptr;
    QBoxLayout *m_layout = nullptr;
    QList<QToolButton *> m_cells;
    QList<StageStatus> m_stages; ///< as shown
};

} // namespace inflight
