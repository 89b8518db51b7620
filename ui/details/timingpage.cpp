// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/timingpage.h"

#include "ui/details/htmlpage.h"
#include "ui/details/timingbars.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

TimingPage::TimingPage()
    : m_splitter(new QSplitter(Qt::Vertical))
    , m_area(new QScrollArea)
    , m_bars(new TimingBars)
    , m_words(new HtmlPage(tr("Timing"), u"detailsTimeline"_s, timelineHtml))
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setBackgroundRole(QPalette::Base);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_bars);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_area);
    m_splitter->addWidget(m_words);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isPlaced = true; });
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void TimingPage::showStory(const JobStory &story, bool isSameJob)
{
    const QList<TimingRow> rows = timingRows(story);
    m_bars->setRows(rows);
    m_area->setVisible(!rows.isEmpty());
    m_words->showStory(story, isSameJob);
    if (!m_isPlaced)
        share();
}

/// The bars get what they need, up to a little more than half of the page.
void TimingPage::share()
{
    if (m_splitter->orientation() == Qt::Horizontal)
        return m_splitter->setSizes({width() / 2, width() / 2});
    const int bars = std::min(m_bars->sizeHint().height(), height() * 3 / 5);
    m_splitter->setSizes({bars, height() - bars});
}

void TimingPage::clear()
{
    m_bars->setRows({});
    m_words->clear();
}

QWidget *TimingPage::keyboardTarget()
{
    return m_words->keyboardTarget();
}

/// Below the table there is width for both, and no height.
void TimingPage::resizeEvent(QResizeEvent *event)
{
    DetailsPage::resizeEvent(event);
    m_splitter->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
    if (!m_isPlaced)
        share();
}

} // namespace inflight
