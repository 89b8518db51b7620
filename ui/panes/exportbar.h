// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/exporting.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace inflight {

class Notice;

/// How far an export is, and how it ended: hidden until there is one. UI thread.
class ExportBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportBar)

public:
    explicit ExportBar(QWidget *parent = nullptr);

    void begin(const QString &path);
    void setProgress(qint64 done, qint64 all);
    void end(const ExportEnd &end);

Q_SIGNALS:
    void cancelRequested();

private:
    QPushButton *addButton(const QString &text, const QString &name);
    void say(Notice *notice, const QString &sentence);

    Notice *m_going;
    Notice *m_done;
    Notice *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_showFolder;
    QPushButton *m_close;
    QString m_path;
};

} // namespace inflight
