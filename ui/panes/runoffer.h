// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/unfinishedrun.h"

#include <QList>
#include <QWidget>

class QPushButton;

namespace inflight {

class Notice;

/// Offers runs that were not finished, one after the other: resume it, not now, or forget it. Hidden while
/// there is none. UI thread.
class RunOffer final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunOffer)

public:
    explicit RunOffer(QWidget *parent = nullptr);

    /// In place of those before.
    void offer(const QList<UnfinishedRun> &runs);
    /// The session at `path` is taken care of.
    void drop(const QString &path);
    /// What a person asked for here could not be done, as a translated sentence.
    void complain(const QString &fault);

Q_SIGNALS:
    void resumeRequested(const QString &path);
    void forgetRequested(const QString &path);

private:
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &name, const QString &toolTip);
    void showFirst();
    void resumeFirst();
    void forgetFirst();

    Notice *m_notice;
    QList<QPushButton *> m_ofRun; ///< only for a run
    QList<UnfinishedRun> m_runs;  ///< the first one is shown
};

} // namespace inflight
