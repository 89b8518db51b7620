// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/bodypage.h"

#include "ui/body/contentview.h"
#include "ui/details/htmlpage.h"

#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace inflight {

BodyPage::BodyPage()
    : m_stack(new QStackedLayout(this))
    , m_words(new HtmlPage(tr("Body"), u"detailsBody"_s, bodyHtml))
    , m_content(new ContentView(u"body"_s))
{
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_content);
}

void BodyPage::showStory(const JobStory &story, bool isSameJob)
{
    if (story.contents && story.contents->body) {
        m_content->setContent(*story.contents->body);
        m_stack->setCurrentWidget(m_content);
        return;
    }
    m_words->showStory(story, isSameJob);
    m_stack->setCurrentWidget(m_words);
}

void BodyPage::clear()
{
    m_words->clear();
    m_content->clear();
}

QWidget *BodyPage::keyboardTarget()
{
    return m_stack->currentWidget() == m_content ? m_content->keyboardTarget() : m_words->keyboardTarget();
}

} // namespace inflight
