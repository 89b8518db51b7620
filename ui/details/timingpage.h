// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/detailspage.h"

class QScrollArea;
class QSplitter;

namespace inflight {

class HtmlPage;
class TimingBars;

/// When a job did what: as bars, and in words.
class TimingPage final : public DetailsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimingPage)

public:
    TimingPage();

    void showStory(const JobStory &story, bool isSameJob) override;
    void clear() override;
    [[nodiscard]] QWidget *keyboardTarget() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void share();

    QSplitter *m_splitter;
    QScrollArea *m_area;
    TimingBars *m_bars;
    HtmlPage *m_words;
    bool m_isPlaced = false; ///< a person chose what the two share
};

} // namespace inflight
