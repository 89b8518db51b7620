// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/detailspage.h"

class QStackedLayout;

namespace inflight {

class ContentView;
class HtmlPage;

/// The body of the answer; where it is not kept, what the record has of it.
class BodyPage final : public DetailsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodyPage)

public:
    BodyPage();

    void showStory(const JobStory &story, bool isSameJob) override;
    void clear() override;
    [[nodiscard]] bool wantsBodies() const override { return true; }
    [[nodiscard]] QWidget *keyboardTarget() override;

private:
    QStackedLayout *m_stack;
    HtmlPage *m_words;
    ContentView *m_content;
};

} // namespace inflight
