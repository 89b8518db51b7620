// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/notice.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace inflight {

Notice::Notice(Tone tone, Glyph glyph, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_glyph(glyph)
    , m_picture(new QLabel)
    , m_words(new QLabel)
    , m_row(new QHBoxLayout(this))
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText); // it may name what somebody else named
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_picture->setFixedWidth(glyphSide(fontMetrics()));
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->addWidget(m_picture, 0, Qt::AlignVCenter);
    m_row->addWidget(m_words, 1);
    setAutoFillBackground(true);
    applyTheme();
    hide();
}

void Notice::say(const QString &sentence)
{
    m_words->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void Notice::addButton(QPushButton *button)
{
    m_row->addWidget(button, 0, Qt::AlignVCenter);
}

void Notice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_words)
        applyTheme();
}

void Notice::applyTheme()
{
    // Not from our own palette, whose Window is the wash already.
    const Theme theme = Theme::of(parentWidget() ? parentWidget()->palette() : QApplication::palette());
    if (palette().color(QPalette::Window) != theme.wash(m_tone)) {
        QPalette washed = palette();
        washed.setColor(QPalette::Window, theme.wash(m_tone));
        washed.setColor(QPalette::WindowText, washed.color(QPalette::Text));
        setPalette(washed);
    }
    m_picture->setPixmap(
        glyphPixmap(m_glyph, theme.text(m_tone), glyphSide(fontMetrics()), devicePixelRatioF()));
}

} // namespace inflight
