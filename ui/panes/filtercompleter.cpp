// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/filtercompleter.h"

#include "jobs/filter/filterkeywords.h"
#include "jobs/filter/filtertext.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int wordRole = Qt::UserRole;
constexpr int mostOffered = 12;

} // namespace

FilterCompleter::FilterCompleter(QLineEdit &line)
    : QObject(&line)
    , m_line(line)
{
    m_completer.setModel(&m_words);
    m_completer.setWidget(&line);
    m_completer.setCompletionRole(wordRole);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.setMaxVisibleItems(mostOffered);
    m_completer.popup()->setObjectName(u"filterCompletions"_s);
    m_completer.popup()->setAccessibleName(tr("Completions"));
    m_completer.popup()->installEventFilter(this); // after the completer's own filter, so before it
    connect(&m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterCompleter::take);
    connect(&line, &QLineEdit::textEdited, this, [this] { offer(); });
}

QString FilterCompleter::wordAtCursor() const
{
    const QString before = m_line.text().first(m_line.cursorPosition());
    qsizetype begin = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before.at(i) == u'"')
            quoted = !quoted;
        else if (before.at(i).isSpace() && !quoted)
            begin = i + 1;
    }
    const QString word = before.sliced(begin);
    return word.startsWith(u'-') ? word.sliced(1) : word;
}

void FilterCompleter::offer(bool always)
{
    const QString word = wordAtCursor();
    const qsizetype colon = word.indexOf(u':');
    m_words.clear();
    if (colon >= 0)
        fillValues(word.first(colon).toLower(), word.sliced(colon + 1));
    else if (always || !word.isEmpty())
        fillKeywords(word);
    if (m_words.rowCount() == 0)
        return hide();
    QAbstractItemView *const popup = m_completer.popup();
    QRect place = m_line.inputMethodQuery(Qt::ImCursorRectangle).toRect();
    place.setTop(0);
    place.setHeight(m_line.height());
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 8);
    m_completer.complete(place);
}

void FilterCompleter::hide()
{
    m_completer.popup()->hide();
}

bool FilterCompleter::isOffering() const
{
    return m_completer.popup()->isVisible();
}

void FilterCompleter::fillKeywords(const QString &begin)
{
    for (const FilterKeyword &keyword : filterKeywords()) {
        if (keyword.name.startsWith(begin, Qt::CaseInsensitive))
            add(keyword.name + u':', keyword.meaning);
    }
}

void FilterCompleter::fillValues(const QString &keyword, const QString &part)
{
    if (!m_values || !filterKeyword(keyword))
        return;
    const QStringList values = m_values(keyword);
    if (values.contains(part, Qt::CaseInsensitive))
        return; // there is nothing to complete
    for (const QString &value : values) {
        if (value.contains(part, Qt::CaseInsensitive))
            add(filterWord(keyword, value));
    }
}

void FilterCompleter::add(const QString &word, const QString &meaning)
{
    auto *const item = new QStandardItem(meaning.isEmpty() ? word : word + "   "_L1 + meaning);
    item->setData(word, wordRole);
    m_words.appendRow(item);
}

void FilterCompleter::take(const QString &word)
{
    const int length = static_cast<int>(wordAtCursor().size());
    const bool isKeyword = word.endsWith(u':');
    m_line.setSelection(m_line.cursorPosition() - length, length);
    m_line.insert(isKeyword ? word : word + u' ');
    if (isKeyword)
        offer();
}

void FilterCompleter::takeChosen(bool orFirst)
{
    QModelIndex chosen = m_completer.popup()->currentIndex();
    if (!chosen.isValid() && orFirst)
        chosen = m_completer.popup()->model()->index(0, 0);
    const QString word = chosen.data(wordRole).toString();
    hide();
    if (!word.isEmpty())
        take(word);
}

bool FilterCompleter::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &FilterCompleter::offeringChanged, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        hide();
        m_line.clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeChosen(false);
        return true;
    case Qt::Key_Tab:
        takeChosen(true);
        return true;
    default:
        return QObject::eventFilter(object, event);
    }
}

} // namespace inflight
