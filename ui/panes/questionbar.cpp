// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/questionbar.h"

#include "ui/panes/notice.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

QuestionBar::QuestionBar(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(Tone::Caution, Glyph::Alert))
    , m_goAhead(new QPushButton)
    , m_leave(new QPushButton(tr("&Keep")))
{
    m_notice->setObjectName(u"question"_s);
    m_goAhead->setObjectName(u"goAhead"_s);
    m_leave->setObjectName(u"leaveIt"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_notice, 1);
    row->addWidget(m_goAhead);
    row->addWidget(m_leave);
    connect(m_goAhead, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_leave, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

void QuestionBar::ask(const QString &question, const QString &verb, std::function<void()> goAhead)
{
    m_then = std::move(goAhead);
    m_notice->say(question);
    m_goAhead->setText(verb);
    show();
    m_leave->setFocus(Qt::OtherFocusReason);
}

void QuestionBar::withdraw()
{
    m_then = {};
    hide();
}

void QuestionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        answer(false);
    else
        QWidget::keyPressEvent(event);
}

void QuestionBar::answer(bool yes)
{
    const auto then = std::exchange(m_then, {});
    hide();
    Q_EMIT answered();
    if (yes && then)
        then();
}

} // namespace inflight
