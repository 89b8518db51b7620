// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace inflight {

/// Asks where a run is to be saved, and what of it. Deletes itself once closed. UI thread.
class SaveRunDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaveRunDialog)

public:
    /// `title`: of the run.
    explicit SaveRunDialog(const QString &title, QWidget *parent = nullptr);

Q_SIGNALS:
    void saveRequested(const QString &file, const inflight::RunCopy &how);

private:
    void browse();
    void check();
    void save();

    QLineEdit *m_file;
    QCheckBox *m_bodies;
    QCheckBox *m_secrets;
    QLabel *m_remark;
    QPushButton *m_save;
};

} // namespace inflight
