// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/urlsbox.h"

#include "input/inputformat.h"
#include "ui/firstframe.h"
#include "ui/fixedfont.h"
#include "ui/localfiles.h"
#include "ui/theme.h"

#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QPointer>
#include <QTextBlock>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

constexpr int gutterMargin = 6;
/// Marks are laid out with every paint: those beyond this many are in the report alone.
constexpr qsizetype mostMarks = 500;
/// Characters that are put in within a frame.
constexpr qsizetype pieceSize = 25'000;

bool isMoreThanUrls(const QString &text)
{
    switch (recogniseInput(text)) {
    case InputFormat::Curl:
    case InputFormat::Json:
    case InputFormat::JsonLines:
    case InputFormat::Har:
    case InputFormat::Html:
        return true;
    default:
        return false;
    }
}

} // namespace

class UrlsBox::Gutter final : public QWidget
{
public:
    explicit Gutter(UrlsBox &box)
        : QWidget(&box)
        , m_box(box)
    {}

protected:
    void paintEvent(QPaintEvent *event) override { m_box.paintGutter(event); }

private:
    UrlsBox &m_box;
};

UrlsBox::UrlsBox(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(*this))
{
    setObjectName(u"urls"_s);
    setAccessibleName(tr("URLs"));
    setFont(fixedFont());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight); // as URLs are, in whatever language the window is
    setPlaceholderText(tr("Paste URLs here, one a line, then press Ctrl+Enter to fetch them.\n"
                          "Blank lines and lines that begin with # are skipped."));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isPasting)
            Q_EMIT edited();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &UrlsBox::layGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    m_pasteTimer.setSingleShot(true);
    connect(&m_pasteTimer, &QTimer::timeout, this, &UrlsBox::pasteOn);
    layGutter();
}

void UrlsBox::beginWith(const QString &text)
{
    if (text.size() > pieceSize)
        beginPaste(text);
    else
        setPlainText(text);
}

void UrlsBox::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (const QStringList files = localFiles(*source); !files.isEmpty())
        Q_EMIT filesPasted(files);
    else if (isMoreThanUrls(text))
        Q_EMIT requestsPasted(text);
    else if (text.size() > pieceSize && m_pasted.isEmpty())
        beginPaste(text);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

/// The document takes some 5 µs a line: a long text goes in piece by piece, with events between them.
void UrlsBox::beginPaste(const QString &text)
{
    m_pasteEnd = textCursor();
    m_pasted = text;
    m_pastedTo = 0;
    pasteOn();
    Q_EMIT edited();
}

void UrlsBox::pasteOn()
{
    if (m_pasted.isEmpty() || (m_isHeld && m_pastedTo > 0))
        return;
    // Each piece takes away what could be done again: there is something when the last ones were undone.
    if (m_pastedTo > 0 && document()->isRedoAvailable()) {
        stopPaste();
        return;
    }
    const qsizetype lineEnd = m_pasted.indexOf(u'\n', m_pastedTo + pieceSize);
    const qsizetype to = lineEnd < 0 ? m_pasted.size() : lineEnd + 1;
    m_isPasting = true;
    // One step to undo, whatever the number of pieces.
    m_pastedTo == 0 ? m_pasteEnd.beginEditBlock() : m_pasteEnd.joinPreviousEditBlock();
    if (m_pastedTo == 0)
        m_pasteEnd.removeSelectedText();
    m_pasteEnd.insertText(m_pasted.sliced(m_pastedTo, to - m_pastedTo));
    m_pasteEnd.endEditBlock();
    m_isPasting = false;
    m_pastedTo = to;
    if (m_pastedTo < m_pasted.size()) {
        m_pasteTimer.start(isVisible() ? 0ms : firstFrame);
        return;
    }
    m_pasted.clear();
    refreshMarks();
    ensureCursorVisible();
}

void UrlsBox::holdPaste(bool hold)
{
    m_isHeld = hold;
    if (!hold && !m_pasted.isEmpty())
        m_pasteTimer.start(0ms);
}

/// What was undone while it went in is not gone on with. Nor is it done again: that would be a part of it.
void UrlsBox::stopPaste()
{
    m_pasted.clear();
    document()->clearUndoRedoStacks(QTextDocument::RedoStack);
    refreshMarks();
    Q_EMIT edited();
}

QString UrlsBox::wholeText() const
{
    QString text = toPlainText();
    if (!m_pasted.isEmpty())
        text.insert(m_pasteEnd.position(), QStringView(m_pasted).sliced(m_pastedTo));
    return text;
}

void UrlsBox::replaceText(const QString &text)
{
    m_pasted.clear();
    if (document()->characterCount() > pieceSize)
        takeFreshDocument();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
}

/// A long document takes longer to empty than to fill: it is left as it is, and goes.
void UrlsBox::takeFreshDocument()
{
    const QPointer<QTextDocument> old = document(); // the first one goes with the call below
    auto *const fresh = new QTextDocument(this);
    fresh->setDocumentLayout(new QPlainTextDocumentLayout(fresh));
    fresh->setDefaultFont(font());
    m_pasteEnd = {};
    setDocument(fresh);
    if (old)
        old->deleteLater();
    layGutter();
    Q_EMIT textChanged();
}

void UrlsBox::markLines(const QList<int> &lines)
{
    m_marked = lines;
    refreshMarks();
}

void UrlsBox::refreshMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(Theme::of(palette()).wash(Tone::Bad));
    format.setProperty(QTextFormat::FullWidthSelection, true);
    for (const int line : m_marked | std::views::take(mostMarks)) {
        const QTextBlock block = document()->findBlockByNumber(line - 1);
        if (!block.isValid())
            continue; // it is still being pasted
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format = format;
        marks.append(mark);
    }
    setExtraSelections(marks);
    m_gutter->update();
}

void UrlsBox::showLine(int line)
{
    QTextCursor cursor(document()->findBlockByNumber(line - 1));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

int UrlsBox::gutterWidth() const
{
    const int digits = static_cast<int>(QString::number(std::max(blockCount(), 10)).size());
    return fontMetrics().horizontalAdvance(u'9') * digits + 2 * gutterMargin;
}

void UrlsBox::layGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

void UrlsBox::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layGutter();
}

void UrlsBox::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshMarks();
    if (event->type() == QEvent::FontChange && m_gutter)
        layGutter();
}

void UrlsBox::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    const Theme theme = Theme::of(palette());
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    QRectF line = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && line.top() <= event->rect().bottom()) {
        const int number = block.blockNumber() + 1;
        const bool isMarked = std::ranges::binary_search(m_marked, number);
        painter.setPen(isMarked ? theme.text(Tone::Bad) : theme.mutedText());
        painter.drawText(QRectF(0, line.top(), m_gutter->width() - gutterMargin, line.height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(number));
        block = block.next();
        line = blockBoundingGeometry(block).translated(contentOffset());
    }
}

} // namespace inflight
