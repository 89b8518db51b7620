// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/htmlpage.h"

#include "ui/panes/readingtext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QScrollBar>

namespace inflight {

HtmlPage::HtmlPage(const QString &title, const QString &name, Writer write)
    : m_text(new ReadingText(title, name))
    , m_write(write)
{
    m_text->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    connect(m_text, &QTextEdit::copyAvailable, this, [this](bool isSelected) {
        if (!isSelected)
            showStory(m_story, true);
    });
}

void HtmlPage::showStory(const JobStory &story, bool isSameJob)
{
    m_story = story;
    if (isSameJob && m_text->textCursor().hasSelection())
        return;
    const QString html = m_write(story, Theme::of(palette()));
    if (html == m_shown)
        return;
    m_shown = html;
    const int scroll = m_text->verticalScrollBar()->value();
    m_text->setHtml(html);
    m_text->verticalScrollBar()->setValue(isSameJob ? scroll : 0);
}

void HtmlPage::clear()
{
    m_shown.clear();
    m_text->clear();
}

QWidget *HtmlPage::keyboardTarget()
{
    return m_text;
}

} // namespace inflight
