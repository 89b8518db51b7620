// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/comparisonmodel.h"

#include <QDialog>

class QTableView;

namespace inflight {
class Notice;
}

namespace inflight {

/// A window with what changed between two runs. It stands beside the others and deletes itself once closed.
/// UI thread.
class ComparisonWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonWindow)

public:
    explicit ComparisonWindow(RunComparison comparison, QWidget *parent = nullptr);

    /// What became of the export: a translated sentence.
    void say(const QString &sentence, bool failed);

Q_SIGNALS:
    /// The comparison is to be written to `file`.
    void exportRequested(const inflight::RunComparison &comparison, const QString &file);

private:
    [[nodiscard]] QTableView *makeTable();
    [[nodiscard]] QString headline() const;
    void askForFile();

    ComparisonModel m_model;
    Notice *m_done;
    Notice *m_failed;
};

} // namespace inflight
