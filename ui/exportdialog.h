// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/exporting.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace inflight {

class ColumnsList;

/// Which jobs are exported.
enum class ExportScope : quint8 { All, Shown, Selected };

/// How many jobs there are of each kind.
struct ExportCounts
{
    qsizetype all = 0; ///< that have ended, here and below
    qsizetype shown = 0;
    qsizetype selected = 0;
    qsizetype unfinished = 0; ///< of all; they are left out
};

/// Asks what is to be exported, as what, and where to. Keeps its answers for the next time. UI thread.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    explicit ExportDialog(QWidget *parent = nullptr);

    void setCounts(const ExportCounts &counts);
    [[nodiscard]] ExportScope scope() const;
    /// Without the records.
    [[nodiscard]] ExportOrder order() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeScopes();
    [[nodiscard]] QWidget *makePlace();
    void makeFormats();
    void layOut();
    void browse();
    void takeFormat();
    void takeSuffix();
    void showFormat();
    void check();
    [[nodiscard]] OutputFormat format() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString remark() const;

    QComboBox *m_formats;
    QLabel *m_about;
    QLabel *m_columnsLabel;
    ColumnsList *m_columns;
    QButtonGroup *m_scopes;
    QLabel *m_leftOut;
    QCheckBox *m_withSecrets;
    QLineEdit *m_place;
    QLabel *m_remark;
    QPushButton *m_export;
};

} // namespace inflight
