// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/filterbox.h"

#include "jobs/filter/filterkeywords.h"
#include "jobs/filter/filtertext.h"
#include "ui/panes/filtercompleter.h"
#include "ui/theme.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString helpText()
{
    QString rows;
    for (const FilterKeyword &keyword : filterKeywords()) {
        rows += u"<tr><td>%1:%2&nbsp;&nbsp;</td><td>%3</td></tr>"_s.arg(
            keyword.name, keyword.example.section(u", "_s, 0, 1).toHtmlEscaped(), keyword.meaning);
    }
    return FilterBox::tr("<p>Shows the jobs for which every word holds (Ctrl+F; Esc clears; Ctrl+Space "
                         "completes).</p><table>%1</table><p>A leading - turns a word round: -is:succeeded. "
                         "A word alone is looked for in the URL.</p>")
        .arg(rows);
}

} // namespace

FilterBox::FilterBox(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new FilterCompleter(*this))
{
    setObjectName(u"filter"_s);
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter (Ctrl+F)"));
    setClearButtonEnabled(true);
    setToolTip(helpText());
    connect(this, &QLineEdit::textChanged, this, &FilterBox::read);
    connect(m_completer, &FilterCompleter::offeringChanged, this, &FilterBox::say);
}

void FilterBox::setValues(std::function<QStringList(const QString &)> values)
{
    m_completer->setValues(std::move(values));
}

void FilterBox::showOnly(const QString &word)
{
    setText(filterWithOnly(text(), word));
}

void FilterBox::leaveOut(const QString &word)
{
    setText(filterWithout(text(), word));
}

void FilterBox::toggle(const QString &word)
{
    setText(filterToggled(text(), word));
}

void FilterBox::drop(const QString &word)
{
    if (filterHas(text(), word))
        setText(filterDropped(text(), word));
}

void FilterBox::keyPressEvent(QKeyEvent *event)
{
    const bool asks = event->key() == Qt::Key_Down ||
                      (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier);
    if (event->key() == Qt::Key_Escape) {
        m_completer->hide();
        clear();
    } else if (asks) {
        m_completer->offer(true);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void FilterBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    mark(); // the base class takes the marks away
}

void FilterBox::read(const QString &text)
{
    const auto parsed = JobFilter::parse(text);
    const auto *const fault = std::get_if<FilterFault>(&parsed);
    const bool wasMarked = m_fault.has_value();
    m_fault = fault ? std::optional(*fault) : std::nullopt;
    if (fault || wasMarked)
        mark();
    say();
    if (!fault)
        Q_EMIT filterChanged(std::get<JobFilter>(parsed));
}

/// Completions say what is missing, and would hide the sentence.
void FilterBox::say()
{
    Q_EMIT complained(m_fault && !m_completer->isOffering() ? faultText(*m_fault, text()) : QString());
}

/// A line edit has no formats of its own, but shows those of an input method's event.
void FilterBox::mark()
{
    QList<QInputMethodEvent::Attribute> marks;
    if (m_fault) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(Theme::of(palette()).text(Tone::Bad));
        wrong.setForeground(Theme::of(palette()).text(Tone::Bad));
        marks.append({QInputMethodEvent::TextFormat, static_cast<int>(m_fault->position) - cursorPosition(),
                      static_cast<int>(m_fault->length), wrong});
    }
    QInputMethodEvent event(QString(), marks);
    QLineEdit::inputMethodEvent(&event);
}

} // namespace inflight
