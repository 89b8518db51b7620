// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/stagespage.h"

#include "jobs/humantext.h"
#include "ui/body/contentview.h"
#include "ui/details/htmlpage.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString stageLabel(const StageContent &stage)
{
    const QString size = formatBytes(stage.content.readable().size());
    if (!stage.changed)
        return StagesPage::tr("%1: passed on as it came").arg(stage.stage);
    if (stage.values >= 0)
        return StagesPage::tr("%1: JSON values: %2, %3").arg(stage.stage, formatCount(stage.values), size);
    return StagesPage::tr("%1: %2").arg(stage.stage, size);
}

} // namespace

StagesPage::StagesPage()
    : m_stack(new QStackedLayout(this))
    , m_words(new HtmlPage(tr("Stages"), u"detailsStages"_s, outputHtml))
    , m_outputs(new QWidget)
    , m_choice(new QComboBox)
    , m_content(new ContentView(u"stage"_s))
{
    m_choice->setObjectName(u"stageChoice"_s);
    m_choice->setAccessibleName(tr("Stage"));
    m_choice->setToolTip(tr("The stage whose output is shown"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *const layout = new QVBoxLayout(m_outputs);
    layout->setContentsMargins(4, 4, 4, 0);
    layout->setSpacing(0);
    layout->addWidget(m_choice);
    layout->addWidget(m_content, 1);
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_outputs);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &StagesPage::showStage);
}

void StagesPage::showStory(const JobStory &story, bool isSameJob)
{
    if (!story.contents || story.contents->stages.isEmpty()) {
        m_shown.reset();
        m_words->showStory(story, isSameJob);
        m_stack->setCurrentWidget(m_words);
        return;
    }
    m_stack->setCurrentWidget(m_outputs);
    if (m_shown == story.contents)
        return;
    m_shown = story.contents;
    list(m_shown->stages);
}

/// Keeps to the stage that is being looked at.
void StagesPage::list(const QList<StageContent> &stages)
{
    const QString chosen = m_choice->currentData().toString();
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const StageContent &stage : stages)
        m_choice->addItem(stageLabel(stage), stage.stage);
    const int known = m_choice->findData(chosen);
    m_choice->setCurrentIndex(known >= 0 ? known : m_choice->count() - 1);
    showStage(m_choice->currentIndex());
}

void StagesPage::showStage(int index)
{
    if (m_shown && index >= 0 && index < m_shown->stages.size())
        m_content->setContent(m_shown->stages.at(index).content);
}

void StagesPage::clear()
{
    m_shown.reset();
    m_words->clear();
    m_content->clear();
}

QWidget *StagesPage::keyboardTarget()
{
    return m_stack->currentWidget() == m_outputs ? m_choice : m_words->keyboardTarget();
}

} // namespace inflight
