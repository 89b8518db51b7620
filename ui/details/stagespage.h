// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/detailspage.h"

class QComboBox;
class QStackedLayout;

namespace inflight {

class ContentView;
class HtmlPage;

/// What each stage gave on; where that is not kept, the output of the pipeline in the record.
class StagesPage final : public DetailsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StagesPage)

public:
    StagesPage();

    void showStory(const JobStory &story, bool isSameJob) override;
    void clear() override;
    [[nodiscard]] bool wantsBodies() const override { return true; }
    [[nodiscard]] QWidget *keyboardTarget() override;

private:
    void list(const QList<StageContent> &stages);
    void showStage(int index);

    QStackedLayout *m_stack;
    HtmlPage *m_words;
    QWidget *m_outputs;
    QComboBox *m_choice;
    ContentView *m_content;
    std::shared_ptr<const JobContents> m_shown;
};

} // namespace inflight
