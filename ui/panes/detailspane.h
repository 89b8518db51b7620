// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobstory.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QTabWidget;
class QTextBrowser;
class QVBoxLayout;

namespace inflight {

class DetailsPage;
class JobCommands;
struct SelectionSum;

/// The story of one job, on pages; or what several have in common. UI thread.
class DetailsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPane)

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// Has what can be done with the job below the pages. Once.
    void addCommands(const JobCommands &commands);

    /// Shows another job, or what has changed about the same one: then the pages stay where they are.
    void showJob(JobStory story);
    /// Shows several jobs; null: one again, if there was one.
    void showSelection(const SelectionSum *sum);
    /// No job is current.
    void showNothing();
    /// Whether the page in front shows what is kept of bodies.
    [[nodiscard]] bool wantsBodies() const;
    void takeFocus();

Q_SIGNALS:
    void pageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPageKeys();
    void addPage(DetailsPage *page, const QString &title);
    [[nodiscard]] DetailsPage *currentPage() const;
    void refreshCurrent(bool isSameJob);
    void showWhat();

    QTabWidget *m_tabs;
    QLabel *m_empty;
    QTextBrowser *m_selection;
    QWidget *m_commands = nullptr;
    QVBoxLayout *m_layout;
    QList<DetailsPage *> m_pages;
    std::optional<JobStory> m_story;
    bool m_isSelection = false;
};

} // namespace inflight
