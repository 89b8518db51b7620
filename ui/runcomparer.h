// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

#include <QObject>

class QWidget;

namespace inflight {

class ComparisonWindow;
class HistoryThread;

/// Compares runs behind, and shows what it finds in windows of their own. UI thread.
class RunComparer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunComparer)

public:
    /// `thread` must outlive it.
    RunComparer(HistoryThread &thread, QObject *parent)
        : QObject(parent)
        , m_thread(thread)
    {}

    /// `beside`: the window that the new one belongs to.
    void compare(const QString &before, const QString &after, QWidget *beside);

Q_SIGNALS:
    void compared();
    /// A translated sentence.
    void failed(const QString &fault);

private:
    void show(const RunComparison &comparison, QWidget *beside);
    void write(const RunComparison &comparison, const QString &file, ComparisonWindow *asked);

    HistoryThread &m_thread;
};

} // namespace inflight
