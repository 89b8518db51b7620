// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterwords.h"

#include "jobs/filter/filterkeywords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FilterWordsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

bool isKeywordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
}

/// Whether what follows the colon shows that the word is an address: "https://a", "localhost:8080/b".
bool isAddress(QStringView afterColon)
{
    const auto end = std::ranges::find_if(afterColon, [](QChar c) { return !c.isDigit(); });
    const bool isPort = end - afterColon.begin() >= 4 && (end == afterColon.end() || *end == u'/');
    return isPort || afterColon.startsWith("//"_L1);
}

/// Reads words from the front of a text.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {}

    /// False at the end of the text.
    bool skipSpaces()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    std::variant<FilterWord, FilterFault> readWord()
    {
        FilterWord word{.position = m_at, .keyword = {}, .value = {}};
        word.negated = m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace();
        m_at += word.negated ? 1 : 0;
        readKeyword(word);
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace()) {
            if (m_text.at(m_at) != u'"')
                word.value += m_text.at(m_at++);
            else if (!readQuoted(word.value))
                return FilterFault{FilterWordsText::tr("the quote that opens here is not closed."), m_at,
                                   m_text.size() - m_at};
        }
        word.length = m_at - word.position;
        return word;
    }

private:
    void readKeyword(FilterWord &word)
    {
        const QStringView rest = m_text.sliced(m_at);
        const auto end = std::ranges::find_if_not(rest, isKeywordCharacter);
        const qsizetype length = end - rest.begin();
        if (length == 0 || end == rest.end() || *end != u':')
            return;
        const QString keyword = rest.first(length).toString().toLower();
        if (!filterKeyword(keyword) && isAddress(rest.sliced(length + 1)))
            return;
        word.keyword = keyword;
        m_at += length + 1;
    }

    /// Stands still, at the quote, when there is no other one.
    bool readQuoted(QString &value)
    {
        QString quoted;
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (c == u'"') {
                value += quoted;
                m_at = at + 1;
                return true;
            }
            const bool takesNext = c == u'\\' && at + 1 < m_text.size();
            if (takesNext && m_text.at(at + 1) != u'"')
                quoted += c; // a pattern's own
            quoted += takesNext ? m_text.at(++at) : c;
        }
        return false;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::variant<QList<FilterWord>, FilterFault> filterWords(QStringView text)
{
    QList<FilterWord> words;
    Reader reader(text);
    while (reader.skipSpaces()) {
        auto read = reader.readWord();
        if (auto *const fault = std::get_if<FilterFault>(&read))
            return std::move(*fault);
        words.append(std::get<FilterWord>(std::move(read)));
    }
    return words;
}

QString filterValue(const QString &value)
{
    const bool isPlain =
        !value.isEmpty() && std::ranges::none_of(value, [](QChar c) { return c.isSpace() || c == u'"'; });
    if (isPlain)
        return value;
    // Before a quote a backslash would take it along: there, backslashes stand outside of the quotes.
    const bool takesQuotes = value.endsWith(u'\\') || value.contains("\\\""_L1);
    QStringList parts = takesQuotes ? value.split(u'\\') : QStringList{value};
    for (QString &part : parts)
        part = u'"' + part.replace(u'"', "\\\""_L1) + u'"';
    return parts.join(u'\\');
}

} // namespace inflight
