// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace inflight {

/// Where the edited pipeline comes from and goes to: its name, built-in ones, files, the clipboard. Asks;
/// whoever listens does it. UI thread.
class PipelineBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineBar)

public:
    explicit PipelineBar(QWidget *parent = nullptr);

    void showName(const QString &name);

Q_SIGNALS:
    void nameEdited(const QString &name);
    void builtInRequested(const QString &name);
    /// Back to the pipeline that is in use.
    void revertRequested();
    void loadRequested();
    void saveRequested();
    void copyRequested();

private:
    QLineEdit *m_name;
};

} // namespace inflight
