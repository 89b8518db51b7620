// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobstory.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QTabWidget;
class QTextBrowser;

namespace inflight {

/// All there is to know of one job, on a few pages of text that can be selected and copied. UI thread.
class DetailsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPane)

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// Shows a job, or the same job's newer state: then the scroll position stays, and a page in which text
    /// is selected waits until it is not.
    void showJob(JobStory story);
    /// No job is current.
    void showNothing();
    void takeFocus();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Writer = QString (*)(const JobStory &, const Theme &);
    struct Page
    {
        QTextBrowser *text = nullptr;
        Writer write = nullptr;
        QString shown; ///< what `text` was last given
    };

    void addPage(std::size_t place, const QString &title, const QString &name, Writer write);
    void refresh(Page &page, bool isSameJob);
    void refreshCurrent(bool isSameJob);

    QTabWidget *m_tabs = nullptr;
    QLabel *m_empty = nullptr;
    std::array<Page, 4> m_pages;
    std::optional<JobStory> m_story;
};

} // namespace inflight
