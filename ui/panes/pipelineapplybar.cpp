// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelineapplybar.h"

#include "jobs/humantext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

PipelineApplyBar::PipelineApplyBar(std::function<StoredJobs()> count, QWidget *parent)
    : QWidget(parent)
    , m_count(std::move(count))
    , m_status(new QLabel)
{
    m_status->setObjectName(u"pipelineStatus"_s);
    m_status->setWordWrap(true);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_tryOut = makeButton(tr("Try out"), u"tryOut"_s,
                          tr("Take the kept body of the selected job through these stages and show what each "
                             "gives; nothing is written"));
    m_apply =
        makeButton(tr("Apply"), u"applyPipeline"_s, tr("Jobs that start from now on use this pipeline"));
    m_runAgain = makeButton(tr("Apply and run again"), u"applyAndRunAgain"_s,
                            tr("Take finished jobs through this pipeline, too, on their kept bodies: nothing "
                               "is fetched again"));
    addRunMenu();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_status, 1);
    row->addWidget(m_tryOut);
    row->addWidget(m_apply);
    row->addWidget(m_runAgain);
    connect(m_tryOut, &QPushButton::clicked, this, &PipelineApplyBar::tryOutRequested);
    connect(m_apply, &QPushButton::clicked, this, &PipelineApplyBar::applyRequested);
}

QPushButton *PipelineApplyBar::makeButton(const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    return button;
}

void PipelineApplyBar::addRunMenu()
{
    auto *menu = new QMenu(m_runAgain);
    menu->setObjectName(u"runAgainMenu"_s);
    m_all = menu->addAction(QString());
    m_selected = menu->addAction(QString());
    m_all->setStatusTip(tr("Take finished jobs through this pipeline, on their kept bodies"));
    m_selected->setStatusTip(tr("Take the selected jobs through this pipeline, on their kept bodies"));
    connect(m_all, &QAction::triggered, this, [this] { Q_EMIT runAgainRequested(false); });
    connect(m_selected, &QAction::triggered, this, [this] { Q_EMIT runAgainRequested(true); });
    connect(menu, &QMenu::aboutToShow, this, &PipelineApplyBar::countJobs);
    m_runAgain->setMenu(menu);
}

void PipelineApplyBar::countJobs()
{
    const StoredJobs jobs = m_count();
    m_all->setText(tr("&All jobs whose bodies are kept (%1)").arg(formatCount(jobs.all)));
    m_all->setEnabled(jobs.all > 0);
    m_selected->setText(tr("The &selected ones of them (%1)").arg(formatCount(jobs.selected)));
    m_selected->setEnabled(jobs.selected > 0);
}

void PipelineApplyBar::setCanTryOut(bool on)
{
    m_tryOut->setEnabled(on);
}

void PipelineApplyBar::setCanApply(bool on)
{
    m_apply->setEnabled(on);
}

void PipelineApplyBar::setCanRunAgain(bool on)
{
    m_runAgain->setEnabled(on);
}

void PipelineApplyBar::say(const QString &sentence)
{
    m_status->setText(sentence);
}

} // namespace inflight
