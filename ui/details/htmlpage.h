// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/detailspage.h"

namespace inflight {

class ReadingText;
class Theme;

/// A page that is rich text. Its place stays while it shows the same job, and while text is selected in it,
/// it waits.
class HtmlPage final : public DetailsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HtmlPage)

public:
    using Writer = QString (*)(const JobStory &, const Theme &);

    /// `name`: objectName of the text.
    HtmlPage(const QString &title, const QString &name, Writer write);

    void showStory(const JobStory &story, bool isSameJob) override;
    void clear() override;
    [[nodiscard]] QWidget *keyboardTarget() override;

private:
    ReadingText *m_text;
    Writer m_write;
    QString m_shown; ///< what the text was last given
    JobStory m_story;
};

} // namespace inflight
