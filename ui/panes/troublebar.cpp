// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/troublebar.h"

#include "ui/panes/notice.h"
#include "ui/panes/questionbar.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace inflight {

TroubleBar::TroubleBar(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(Tone::Bad, Glyph::Alert))
    , m_question(new QuestionBar)
{
    m_notice->setObjectName(u"sessionTrouble"_s);
    m_question->setObjectName(u"closeQuestion"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_notice);
    layout->addWidget(m_question);
    hide();
}

void TroubleBar::say(const QString &trouble)
{
    m_notice->say(trouble);
    setVisible(!trouble.isEmpty());
}

void TroubleBar::setUnkept(bool on)
{
    m_isUnkept = on;
    if (!on)
        m_question->withdraw();
}

bool TroubleBar::mayClose(std::function<void()> close)
{
    if (m_letsClose || !m_isUnkept)
        return true;
    m_question->ask(
        tr("Results are in memory alone and would be lost with this window. Export (Ctrl+S) writes "
           "them where there is room."),
        tr("&Close and lose them"), [this, close = std::move(close)] {
            letClose();
            close();
        });
    return false;
}

} // namespace inflight
