// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/floatingmessage.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>

#include <algorithm>

namespace inflight {

namespace {

constexpr int windowGap = 6;

} // namespace

FloatingMessage::FloatingMessage(QWidget &field)
    : QLabel(&field)
    , m_field(field)
{
    setWordWrap(true);
    setMargin(windowGap);
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    setTextFormat(Qt::PlainText);
    hide();
    field.installEventFilter(this);
}

void FloatingMessage::say(const QString &sentence)
{
    if (parentWidget() != m_field.window()) {
        setParent(m_field.window());
        m_field.window()->installEventFilter(this);
    }
    setText(sentence);
    setAccessibleName(sentence);
    m_field.setAccessibleDescription(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    applyTheme();
    place();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FloatingMessage::applyTheme()
{
    const Theme theme = Theme::of(m_field.palette());
    QPalette colours = m_field.palette();
    colours.setColor(QPalette::Window, theme.base());
    colours.setColor(QPalette::WindowText, theme.text(Tone::Bad));
    setPalette(colours);
}

void FloatingMessage::place()
{
    const QWidget &window = *m_field.window();
    const int most = std::min(window.width() - 2 * windowGap, 60 * fontMetrics().averageCharWidth());
    const int width = std::min(most, fontMetrics().horizontalAdvance(text()) + 4 * windowGap);
    const int right = m_field.mapTo(&window, QPoint(m_field.width(), 0)).x();
    const int below = m_field.mapTo(&window, QPoint(0, m_field.height() + 2)).y();
    setGeometry(std::max(windowGap, right - width), below, width, heightForWidth(width));
}

bool FloatingMessage::eventFilter(QObject *object, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (isVisible() && moved)
        place();
    if (isVisible() && event->type() == QEvent::PaletteChange)
        applyTheme();
    return QLabel::eventFilter(object, event);
}

} // namespace inflight
