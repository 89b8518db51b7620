// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/rowsview.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int labelGap = 8;

int clampedInt(qint64 value)
{
    return static_cast<int>(std::clamp<qint64>(value, 0, std::numeric_limits<int>::max()));
}

} // namespace

RowsView::RowsView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // What comes over the wire is read from the left.
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
}

void RowsView::setRows(std::shared_ptr<const RowSource> rows)
{
    m_rows = std::move(rows);
    m_current = m_anchor = 0;
    m_matchLength = 0;
    m_widest = 0;
    fitScrollBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    announce();
    viewport()->update();
}

int RowsView::rowHeight() const
{
    return fontMetrics().lineSpacing() + 2;
}

int RowsView::pageRows() const
{
    return std::max(1, viewport()->height() / rowHeight());
}

int RowsView::labelWidth() const
{
    return m_rows ? fontMetrics().horizontalAdvance(m_rows->widestLabel()) + 2 * labelGap : 0;
}

void RowsView::fitScrollBars()
{
    const qint64 rows = m_rows ? m_rows->rowCount() : 0;
    verticalScrollBar()->setRange(0, clampedInt(rows - pageRows()));
    verticalScrollBar()->setPageStep(pageRows());
    horizontalScrollBar()->setRange(
        0, std::max(0, m_widest + labelWidth() + 2 * labelGap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * fontMetrics().averageCharWidth());
}

void RowsView::paintEvent(QPaintEvent *)
{
    if (!m_rows)
        return;
    QPainter painter(viewport());
    const qint64 first = verticalScrollBar()->value();
    const qint64 last = std::min(first + pageRows(), m_rows->rowCount() - 1);
    const int widest = m_widest;
    for (qint64 row = first; row <= last; ++row)
        paintRow(painter, row, static_cast<int>(row - first) * rowHeight());
    if (m_widest > widest) // Only what was seen is measured.
        QMetaObject::invokeMethod(this, &RowsView::fitScrollBars, Qt::QueuedConnection);
}

void RowsView::paintRow(QPainter &painter, qint64 row, int top)
{
    const Theme theme = Theme::of(palette());
    const int left = labelWidth() + labelGap - horizontalScrollBar()->value();
    const QRect whole(labelWidth(), top, viewport()->width() - labelWidth(), rowHeight());
    const bool isSelected = row >= std::min(m_anchor, m_current) && row <= std::max(m_anchor, m_current);
    if (isSelected)
        painter.fillRect(whole,
                         hasFocus() ? palette().color(QPalette::Highlight) : theme.wash(Tone::Neutral));
    const QString text = m_rows->text(row).replace(u'\t', u"    "_s);
    m_widest = std::max(m_widest, fontMetrics().horizontalAdvance(text));
    painter.setClipRect(whole);
    if (m_matchLength > 0 && row == m_match.row) {
        const QString raw = m_rows->text(row);
        const auto widthOf = [this, &raw](qsizetype length) {
            return fontMetrics().horizontalAdvance(raw.left(length).replace(u'\t', u"    "_s));
        };
        const QRect match(left + widthOf(m_match.column), top,
                          widthOf(m_match.column + m_matchLength) - widthOf(m_match.column), rowHeight());
        painter.fillRect(match, theme.wash(Tone::Caution));
        painter.setPen(theme.text(Tone::Caution));
        painter.drawRect(match.adjusted(0, 0, -1, -1));
    }
    const bool isInverse = isSelected && hasFocus() && !(m_matchLength > 0 && row == m_match.row);
    painter.setPen(palette().color(isInverse ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(QRect(left, top, std::numeric_limits<short>::max(), rowHeight()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter.setClipping(false);
    painter.setPen(theme.mutedText());
    painter.drawText(QRect(0, top, labelWidth() - labelGap, rowHeight()), Qt::AlignVCenter | Qt::AlignRight,
                     m_rows->label(row));
}

qint64 RowsView::rowAt(int y) const
{
    const qint64 row = verticalScrollBar()->value() + (y < 0 ? -1 : y / rowHeight());
    return m_rows ? std::clamp<qint64>(row, 0, std::max<qint64>(m_rows->rowCount() - 1, 0)) : 0;
}

void RowsView::move(qint64 row, bool selects)
{
    if (!m_rows || m_rows->rowCount() == 0)
        return;
    m_current = std::clamp<qint64>(row, 0, m_rows->rowCount() - 1);
    if (!selects)
        m_anchor = m_current;
    const qint64 first = verticalScrollBar()->value();
    if (m_current < first)
        verticalScrollBar()->setValue(clampedInt(m_current));
    else if (m_current >= first + pageRows())
        verticalScrollBar()->setValue(clampedInt(m_current - pageRows() + 1));
    announce();
    viewport()->update();
}

void RowsView::goTo(qint64 row)
{
    move(row, false);
}

void RowsView::showMatch(RowPlace place, qsizetype length)
{
    m_match = place;
    m_matchLength = length;
    goTo(place.row);
    const QString before = m_rows->text(place.row).left(place.column);
    const int x = fontMetrics().horizontalAdvance(before);
    m_widest = std::max(m_widest, fontMetrics().horizontalAdvance(m_rows->text(place.row)));
    fitScrollBars();
    const int width = viewport()->width() - labelWidth() - 4 * labelGap;
    if (x < horizontalScrollBar()->value() || x > horizontalScrollBar()->value() + width * 3 / 4)
        horizontalScrollBar()->setValue(std::max(0, x - width / 2));
}

void RowsView::clearMatch()
{
    m_matchLength = 0;
    viewport()->update();
}

/// Lines that were cut for showing are whole again.
QString RowsView::selectedText() const
{
    if (!m_rows || m_rows->rowCount() == 0)
        return {};
    const qint64 first = std::min(m_anchor, m_current);
    const qint64 last = std::min(std::max(m_anchor, m_current), first + mostCopied - 1);
    QString text;
    for (qint64 row = first; row <= last; ++row) {
        if (row > first && !m_rows->continues(row))
            text += u'\n';
        text += m_rows->text(row);
    }
    return text;
}

void RowsView::announce()
{
    const bool any = m_rows && m_rows->rowCount() > 0;
    setAccessibleDescription(any ? m_rows->label(m_current) + u": "_s + m_rows->text(m_current) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool selects = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectedText());
        return;
    }
    if (event->matches(QKeySequence::SelectAll) && m_rows) {
        m_anchor = 0;
        return move(m_rows->rowCount() - 1, true);
    }
    QScrollBar &sideways = *horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        return move(m_current - 1, selects);
    case Qt::Key_Down:
        return move(m_current + 1, selects);
    case Qt::Key_PageUp:
        return move(m_current - pageRows(), selects);
    case Qt::Key_PageDown:
        return move(m_current + pageRows(), selects);
    case Qt::Key_Home:
        return move(0, selects);
    case Qt::Key_End:
        return move(m_rows ? m_rows->rowCount() - 1 : 0, selects);
    case Qt::Key_Left:
        return sideways.setValue(sideways.value() - sideways.singleStep());
    case Qt::Key_Right:
        return sideways.setValue(sideways.value() + sideways.singleStep());
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void RowsView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        move(rowAt(static_cast<int>(event->position().y())), event->modifiers().testFlag(Qt::ShiftModifier));
}

void RowsView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        move(rowAt(static_cast<int>(event->position().y())), true);
}

void RowsView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
}

void RowsView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitScrollBars();
}

} // namespace inflight
