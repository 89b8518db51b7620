// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/detailspane.h"

#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace inflight {

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_empty(new QLabel(tr("Select a job to see what happened to it.")))
{
    m_empty->setObjectName(u"detailsEmptyText"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_tabs->setObjectName(u"detailsPages"_s);
    m_tabs->setDocumentMode(true);
    addPage(0, tr("Overview"), u"detailsOverview"_s, overviewHtml);
    addPage(1, tr("Timeline"), u"detailsTimeline"_s, timelineHtml);
    addPage(2, tr("Headers"), u"detailsHeaders"_s, headersHtml);
    addPage(3, tr("Body"), u"detailsBody"_s, bodyHtml);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_empty, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { refreshCurrent(true); });
    setMinimumSize(30 * fontMetrics().averageCharWidth(), 8 * fontMetrics().height());
    showNothing();
}

void DetailsPane::addPage(std::size_t place, const QString &title, const QString &name, Writer write)
{
    auto *text = new QTextBrowser;
    text->setObjectName(name);
    text->setAccessibleName(title);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->setTabChangesFocus(true);
    text->setUndoRedoEnabled(false);
    m_pages[place] = {.text = text, .write = write, .shown = {}};
    m_tabs->addTab(text, title);
    connect(text, &QTextEdit::copyAvailable, this, [this](bool isSelected) {
        if (!isSelected)
            refreshCurrent(true);
    });
}

void DetailsPane::showNothing()
{
    m_story.reset();
    m_tabs->hide();
    m_empty->show();
}

void DetailsPane::showJob(JobStory story)
{
    const bool isSameJob = m_story && m_story->view.id == story.view.id;
    m_story = std::move(story);
    m_empty->hide();
    m_tabs->show();
    refreshCurrent(isSameJob);
}

void DetailsPane::refreshCurrent(bool isSameJob)
{
    if (!isSameJob) {
        // The other pages begin at their top when they are turned to.
        for (Page &page : m_pages) {
            page.shown.clear();
            page.text->clear();
        }
    }
    refresh(m_pages.at(static_cast<std::size_t>(m_tabs->currentIndex())), isSameJob);
}

void DetailsPane::refresh(Page &page, bool isSameJob)
{
    if (!m_story || (isSameJob && page.text->textCursor().hasSelection()))
        return;
    const QString html = page.write(*m_story, Theme::of(palette()));
    if (html == page.shown)
        return;
    page.shown = html;
    const int scroll = page.text->verticalScrollBar()->value();
    page.text->setHtml(html);
    page.text->verticalScrollBar()->setValue(isSameJob ? scroll : 0);
}

void DetailsPane::takeFocus()
{
    QWidget *page = m_story ? m_pages.at(static_cast<std::size_t>(m_tabs->currentIndex())).text : nullptr;
    (page ? page : m_empty)->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshCurrent(true);
}

} // namespace inflight
