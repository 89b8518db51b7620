// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/readingtext.h"

#include "ui/panes/focusframe.h"

#include <QPainter>

namespace inflight {

ReadingText::ReadingText(const QString &title, const QString &name)
{
    setObjectName(name);
    setAccessibleName(title);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
}

void ReadingText::focusInEvent(QFocusEvent *event)
{
    QTextBrowser::focusInEvent(event);
    viewport()->update();
}

void ReadingText::focusOutEvent(QFocusEvent *event)
{
    QTextBrowser::focusOutEvent(event);
    viewport()->update();
}

void ReadingText::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    QPainter painter(viewport());
    paintFocusFrame(painter, *this, *viewport());
}

} // namespace inflight
