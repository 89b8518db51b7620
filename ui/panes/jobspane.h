// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QStackedWidget;
class QTabBar;

namespace inflight {

class JobRowsView;
class JobsView;
class WaterfallView;

/// The jobs, as a table or as a waterfall, with what chooses between the two. The pane's keyboard is that of
/// the view shown. UI thread.
class JobsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPane)

public:
    /// Takes both views over. They share their model and their selection.
    JobsPane(JobsView &table, WaterfallView &waterfall, QWidget *parent = nullptr);

    [[nodiscard]] bool showsWaterfall() const;
    void showWaterfall(bool shows);
    /// Checked while the waterfall is shown.
    [[nodiscard]] QAction *waterfallAction() const { return m_waterfallAction; }
    /// Tab goes from `before` to what chooses the view, to the view and on to `after`.
    void setTabOrderBetween(QWidget &before, QWidget &after);
    [[nodiscard]] WaterfallView &waterfall() const { return m_waterfall; }

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] JobRowsView &shown() const;
    void addButtons(QBoxLayout &row);
    void turnTo(int place);

    JobsView &m_table;
    WaterfallView &m_waterfall;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_buttons; ///< of the waterfall
    QWidget *m_legend;
    QAction *m_waterfallAction;
};

} // namespace inflight
