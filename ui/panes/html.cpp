// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/html.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace inflight {

QString Html::escaped(const QString &text)
{
    return plain(text).toHtmlEscaped();
}

QString Html::tip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

QString Html::plain(const QString &text)
{
    QString plain = text;
    for (QChar &c : plain) {
        const bool isLayout = c == u'\n' || c == u'\t' || c == u'\r';
        const bool isControl = c.category() == QChar::Other_Control && !isLayout;
        const bool isReordering = (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
        if (isControl || isReordering)
            c = QChar::ReplacementCharacter;
    }
    return plain;
}

QString Html::muted(const QString &escapedText) const
{
    return u"<span style='color:%1'>%2</span>"_s.arg(m_theme.mutedText().name(), escapedText);
}

void Html::heading(const QString &text)
{
    m_text += u"<p style='margin-top:10px; margin-bottom:2px'><b>%1</b></p>"_s.arg(escaped(text));
}

void Html::notice(Tone tone, const QString &title, const QString &sentence)
{
    m_text += u"<table width='100%' cellpadding='8' style='margin-bottom:8px'><tr><td bgcolor='%1'>"
              "<b style='color:%2'>%3</b><br>%4</td></tr></table>"_s.arg(
                  m_theme.wash(tone).name(), m_theme.text(tone).name(), escaped(title), escaped(sentence));
}

void Html::paragraph(const QString &text)
{
    m_text += u"<p style='margin-top:0; margin-bottom:6px'>%1</p>"_s.arg(escaped(text));
}

void Html::hint(const QString &text)
{
    m_text += u"<p style='margin-top:0; margin-bottom:6px'>%1</p>"_s.arg(muted(escaped(text)));
}

void Html::preformatted(const QString &text)
{
    m_text +=
        u"<pre style='margin-top:2px; margin-bottom:8px; white-space:pre-wrap'>%1</pre>"_s.arg(escaped(text));
}

void Html::beginTable()
{
    m_text += u"<table cellspacing='0' cellpadding='2'>"_s;
}

void Html::endTable()
{
    m_text += u"</table>"_s;
}

void Html::fact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    m_text += u"<tr><td style='padding-right:12px; white-space:nowrap'>%1</td><td>%2</td></tr>"_s.arg(
        muted(escaped(name)), escaped(value));
}

void Html::timedHeader(const QString &start, const QString &took, const QString &what)
{
    m_text += u"<tr><td align='right' style='padding-right:10px'>%1</td>"
              "<td align='right' style='padding-right:10px'>%2</td><td>%3</td></tr>"_s.arg(
                  muted(escaped(start)), muted(escaped(took)), muted(escaped(what)));
}

void Html::timedRow(const QString &start, const QString &took, const QString &what, const QString &detail,
                    int depth)
{
    const QString rest = detail.isEmpty() ? QString() : u"<br>"_s + muted(escaped(detail));
    m_text += u"<tr><td align='right' style='padding-right:10px; white-space:nowrap'>%1</td>"
              "<td align='right' style='padding-right:10px; white-space:nowrap'>%2</td>"
              "<td style='padding-left:%3px'>%4%5</td></tr>"_s.arg(escaped(start), escaped(took))
                  .arg(14 * depth)
                  .arg(escaped(what), rest);
}

} // namespace inflight
