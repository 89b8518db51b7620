// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QScrollArea;

namespace inflight {

class Notice;
class PipelineOption;
class PipelineStages;
struct StageOption;

/// The options of one stage as a form made from the registry, with what is wrong with them below. Edits go
/// straight into the model. UI thread.
class PipelineForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineForm)

public:
    /// `stages` must outlive the form.
    explicit PipelineForm(PipelineStages &stages, QWidget *parent = nullptr);

    /// Shows the stage in `row`; -1: none.
    void showRow(int row);
    /// The stage that is shown stands in another row now.
    void followTo(int row) { m_row = row; }
    /// Gives the keyboard to the first option.
    void takeFocus();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    void addOption(QFormLayout &form, const StageOption &option);
    void addStranger(QFormLayout &form, const QString &key);
    void showFault();
    void showHelp(const QString &text);
    [[nodiscard]] QString ownSentence() const;

    PipelineStages &m_stages;
    int m_row = -1;
    QList<QPointer<PipelineOption>> m_options;
    QScrollArea *m_area;
    QLabel *m_help;
    Notice *m_fault;
};

} // namespace inflight
