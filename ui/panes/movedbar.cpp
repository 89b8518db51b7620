// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/movedbar.h"

#include "jobs/humantext.h"
#include "ui/models/joborder.h"
#include "ui/panes/notice.h"
#include "ui/panes/stillness.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

MovedBar::MovedBar(JobOrder &order, QWidget &pane, QItemSelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_order(order)
    , m_pane(pane)
    , m_notice(new Notice(Tone::Active, Glyph::Dots))
    , m_apply(new QPushButton(tr("Appl&y")))
{
    setObjectName(u"movedBar"_s);
    m_notice->setObjectName(u"movedRows"_s);
    m_apply->setObjectName(u"applyMoves"_s);
    m_apply->setAccessibleName(tr("Apply the order"));
    m_apply->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it is
    m_apply->setToolTip(tr("The order holds still while the mouse is over the table, a row is selected or "
                           "the keyboard is in it. Lets every row go to its place (Ctrl+Shift+L)"));
    m_notice->addButton(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    hide();
    new Stillness(order, pane, selection, *this, this);
    connect(m_apply, &QPushButton::clicked, this, &MovedBar::apply);
    connect(&order, &JobOrder::waitingMovesChanged, this, &MovedBar::follow);
}

void MovedBar::apply()
{
    // The bar goes with its moves, and the keyboard must be somewhere. The table comes last: it makes its
    // first row the current one when it has none, and would follow that row down the list.
    const bool hadKeyboard = m_apply->hasFocus();
    m_order.applyMoves();
    if (hadKeyboard)
        m_pane.setFocus(Qt::OtherFocusReason);
}

void MovedBar::follow(int rows)
{
    m_notice->say(rows == 0   ? QString()
                  : rows == 1 ? tr("1 row moved:")
                              : tr("%1 rows moved:").arg(formatCount(rows)));
    m_apply->setAccessibleDescription(
        tr("Rows that stand where they no longer belong: %1").arg(formatCount(rows)));
    setVisible(rows > 0);
}

} // namespace inflight
