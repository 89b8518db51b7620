// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/detailspane.h"

#include "ui/details/bodypage.h"
#include "ui/details/certificate.h"
#include "ui/details/htmlpage.h"
#include "ui/details/jobcommands.h"
#include "ui/details/requestpage.h"
#include "ui/details/responsepage.h"
#include "ui/details/selectiondigest.h"
#include "ui/details/stagespage.h"
#include "ui/details/timingpage.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/readingtext.h"
#include "ui/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace inflight {

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_empty(new QLabel(tr("Select a job to see what happened to it.")))
    , m_selection(new ReadingText(tr("Selected jobs"), u"detailsSelection"_s))
    , m_layout(new QVBoxLayout(this))
{
    m_selection->setFrameShape(QFrame::NoFrame);
    m_empty->setObjectName(u"detailsEmptyText"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_tabs->setObjectName(u"detailsPages"_s);
    m_tabs->setAccessibleName(tr("Pages of the details"));
    m_tabs->setDocumentMode(true);
    addPage(new HtmlPage(tr("Overview"), u"detailsOverview"_s, overviewHtml), tr("Overview"));
    addPage(new RequestPage, tr("Request"));
    addPage(new ResponsePage, tr("Response"));
    addPage(new TimingPage, tr("Timing"));
    addPage(new BodyPage, tr("Body"));
    addPage(new StagesPage, tr("Stages"));
    addPage(new HtmlPage(tr("Log"), u"detailsLog"_s, logHtml), tr("Log"));
    addPage(new HtmlPage(tr("Certificate"), u"detailsCertificate"_s, certificateHtml), tr("Certificate"));

    addPageKeys();

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_tabs, 1);
    m_layout->addWidget(m_selection, 1);
    m_layout->addWidget(m_empty, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        refreshCurrent(true);
        Q_EMIT pageChanged();
    });
    setMinimumSize(30 * fontMetrics().averageCharWidth(), 8 * fontMetrics().height());
    showNothing();
}

void DetailsPane::addPage(DetailsPage *page, const QString &title)
{
    m_pages.append(page);
    m_tabs->addTab(page, title);
}

void DetailsPane::addCommands(const JobCommands &commands)
{
    auto *const bar = new QWidget;
    bar->setObjectName(u"detailsCommands"_s);
    auto *const row = new FlowLayout(2, bar);
    row->setContentsMargins(4, 2, 4, 2);
    auto *const copies = new QMenu(this);
    copies->addActions(commands.copies());
    auto *const copy = new QToolButton;
    copy->setObjectName(u"detailsCopy"_s);
    copy->setText(tr("Copy"));
    copy->setToolTip(tr("Copy the request or the body"));
    copy->setMenu(copies);
    copy->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(copy);
    for (QAction *const action :
         {commands.saveBodyAction(), commands.openAction(), commands.resendAction(), commands.editAction()}) {
        auto *const button = new QToolButton;
        button->setDefaultAction(action);
        button->setAccessibleName(QString(action->text()).remove(u'&'));
        row->addWidget(button);
    }
    m_commands = bar;
    m_layout->addWidget(bar);
    showWhat();
}

/// The tabs see to these by themselves, but not while a list on a page has the keyboard.
void DetailsPane::addPageKeys()
{
    const auto add = [this](const QKeySequence &keys, int step) {
        auto *const shortcut = new QShortcut(keys, m_tabs);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] {
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
        });
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Tab), 1);
    add(QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1);
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), -1);
    add(QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1);
}

DetailsPage *DetailsPane::currentPage() const
{
    return m_pages.at(m_tabs->currentIndex());
}

bool DetailsPane::wantsBodies() const
{
    return !m_isSelection && currentPage()->wantsBodies();
}

void DetailsPane::showNothing()
{
    m_story.reset();
    showWhat();
}

void DetailsPane::showWhat()
{
    m_empty->setVisible(!m_story && !m_isSelection);
    m_tabs->setVisible(m_story && !m_isSelection);
    m_selection->setVisible(m_isSelection);
    if (m_commands)
        m_commands->setVisible(m_story && !m_isSelection);
}

void DetailsPane::showSelection(const SelectionSum *sum)
{
    m_isSelection = sum != nullptr;
    if (sum)
        m_selection->setHtml(selectionHtml(*sum, Theme::of(palette())));
    showWhat();
}

void DetailsPane::showJob(JobStory story)
{
    const bool isSameJob = m_story && m_story->view.id == story.view.id;
    m_story = std::move(story);
    showWhat();
    refreshCurrent(isSameJob);
}

void DetailsPane::refreshCurrent(bool isSameJob)
{
    if (!m_story)
        return;
    if (!isSameJob) {
        // The other pages begin at their top when they are turned to.
        for (DetailsPage *const page : std::as_const(m_pages))
            page->clear();
    }
    currentPage()->showStory(*m_story, isSameJob);
}

void DetailsPane::takeFocus()
{
    QWidget *target = m_story ? currentPage()->keyboardTarget() : m_empty;
    (m_isSelection ? m_selection : target)->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshCurrent(true);
}

} // namespace inflight
