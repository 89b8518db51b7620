// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelinebar.h"

#include "pipeline/pipeline.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

PipelineBar::PipelineBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
{
    m_name->setObjectName(u"pipelineName"_s);
    m_name->setAccessibleName(tr("Name of the pipeline"));
    m_name->setMinimumWidth(12 * fontMetrics().averageCharWidth());
    auto *label = new QLabel(tr("&Name"));
    label->setBuddy(m_name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(label);
    row->addWidget(m_name, 1);

    const auto addButton = [row](const QString &text, const QString &name, const QString &toolTip) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setToolTip(toolTip);
        row->addWidget(button);
        return button;
    };
    auto *start =
        addButton(tr("Start from"), u"startFrom"_s, tr("Edit a built-in pipeline, or the one in use"));
    auto *menu = new QMenu(start);
    QAction *const inUse = menu->addAction(tr("The pipeline in use"), this, &PipelineBar::revertRequested);
    inUse->setStatusTip(tr("Edit the pipeline that jobs go through now"));
    menu->addSeparator();
    for (const QString &name : builtInPipelineNames()) {
        QAction *const action = menu->addAction(name, this, [this, name] { Q_EMIT builtInRequested(name); });
        action->setStatusTip(tr("Edit the built-in pipeline %1").arg(name));
    }
    start->setMenu(menu);
    connect(addButton(tr("Load…"), u"loadPipeline"_s, tr("Edit a pipeline file")), &QPushButton::clicked,
            this, &PipelineBar::loadRequested);
    connect(addButton(tr("Save…"), u"savePipeline"_s, tr("Write a pipeline file, for inflight -p")),
            &QPushButton::clicked, this, &PipelineBar::saveRequested);
    connect(addButton(tr("Copy as command"), u"copyPipeline"_s,
                      tr("Copy the command line that runs this pipeline")),
            &QPushButton::clicked, this, &PipelineBar::copyRequested);
    connect(m_name, &QLineEdit::textEdited, this, &PipelineBar::nameEdited);
}

void PipelineBar::showName(const QString &name)
{
    if (m_name->text() != name)
        m_name->setText(name);
}

} // namespace inflight
