// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/curl/shellwords.h"

#include "input/curl/ansiescapes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ShellWordsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ShellWords)
};

/// Whether a '$' before `next` asks for something that only a shell has.
bool startsExpansion(QChar next)
{
    return next.isLetterOrNumber() || QStringView(u"_{(@*#?!").contains(next);
}

class Splitter
{
public:
    explicit Splitter(QStringView text)
        : m_text(text)
    {}

    QList<ShellCommand> split()
    {
        while (m_at < m_text.size())
            step();
        endCommand(false);
        return std::move(m_commands);
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    void add(QChar c)
    {
        m_word += c;
        m_inWord = true;
    }

    void step()
    {
        const QChar c = peek();
        if (c == u'\\')
            return backslash();
        if (c == u'\'' || c == u'"')
            return quoted(c);
        if (c == u'$' || c == u'`')
            return dollar();
        if (c == u'&' || c == u'|' || c == u';' || c == u'\n')
            return separator(c);
        if (c == u'>' || c == u'<')
            return redirection();
        ++m_at;
        if (c.isSpace())
            endWord();
        else if (c == u'#' && !m_inWord)
            skipComment();
        else
            add(c);
    }

    void backslash()
    {
        const QChar escaped = peek(1);
        m_at += 2;
        if (!escaped.isNull() && escaped != u'\n')
            add(escaped);
    }

    void quoted(QChar quote)
    {
        m_inWord = true;
        for (++m_at; m_at < m_text.size() && peek() != quote; ++m_at) {
            if (quote == u'"' && peek() == u'\\' && QStringView(u"\"\\$`\n").contains(peek(1))) {
                ++m_at;
                if (peek() != u'\n')
                    m_word += peek();
                continue;
            }
            if (quote == u'"' && (peek() == u'`' || (peek() == u'$' && startsExpansion(peek(1)))))
                needShell();
            m_word += peek();
        }
        if (m_at >= m_text.size())
            m_command.fault = ShellWordsText::tr("a quote %1 in it is never closed").arg(quote);
        ++m_at;
    }

    void dollar()
    {
        if (peek() == u'$' && peek(1) == u'\'') {
            m_inWord = true;
            const auto [value, size] = readAnsiQuoted(m_text.sliced(m_at + 2));
            if (size < 0)
                m_command.fault = ShellWordsText::tr("a quote %1 in it is never closed").arg("$'"_L1);
            m_word += value;
            m_at = size < 0 ? m_text.size() : m_at + 2 + size;
            return;
        }
        if (peek() == u'$' && peek(1) == u'"') {
            ++m_at; // A translated text is the text.
            return quoted(u'"');
        }
        if (peek() == u'`' || startsExpansion(peek(1)))
            needShell();
        add(peek());
        ++m_at;
    }

    void needShell()
    {
        if (!m_command.fault.isEmpty())
            return;
        constexpr qsizetype mostShown = 40;
        const QStringView rest = m_text.sliced(m_at, std::min(mostShown, m_text.size() - m_at));
        const auto end = std::ranges::find_if(rest, [](QChar c) { return c.isSpace() || c == u'"'; });
        const QString what = rest.first(end - rest.begin()).toString();
        m_command.fault = ShellWordsText::tr("only a shell can fill in %1; write its value").arg(what);
    }

    void separator(QChar c)
    {
        const bool twice = peek(1) == c && c != u'\n';
        const bool inWord = m_inWord && !twice && !peek(1).isNull() && !peek(1).isSpace();
        if (c == u'&' && inWord) {
            add(c);
            ++m_at;
            return;
        }
        m_at += twice ? 2 : 1;
        endCommand(c == u'|' && !twice);
    }

    void redirection()
    {
        const bool isDocument = peek() == u'<' && peek(1) == u'<';
        if (isDocument && m_command.fault.isEmpty())
            m_command.fault = ShellWordsText::tr("it reads a here-document; give the text in quotes");
        const bool isNumber = m_inWord && std::ranges::all_of(m_word, [](QChar c) { return c.isDigit(); });
        if (!isNumber)
            endWord();
        m_word.clear();
        m_inWord = false;
        while (peek() == u'>' || peek() == u'<' || peek() == u'&')
            ++m_at;
        while (peek() == u' ' || peek() == u'\t')
            ++m_at;
        m_dropNext = true;
    }

    void skipComment()
    {
        while (m_at < m_text.size() && peek() != u'\n')
            ++m_at;
    }

    void endWord()
    {
        if (m_inWord && !m_dropNext)
            m_command.words.append(m_word);
        m_dropNext = m_dropNext && !m_inWord;
        m_word.clear();
        m_inWord = false;
    }

    void endCommand(bool pipes)
    {
        endWord();
        m_dropNext = false;
        if (!m_command.words.isEmpty() || !m_command.fault.isEmpty())
            m_commands.append(std::move(m_command));
        m_command = {};
        m_command.piped = pipes;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_word;
    bool m_inWord = false;
    bool m_dropNext = false; ///< the next word is the target of a redirection
    ShellCommand m_command;
    QList<ShellCommand> m_commands;
};

} // namespace

QList<ShellCommand> splitShell(QStringView text)
{
    return Splitter(text).split();
}

bool CommandLines::goesOnInShell(QStringView line)
{
    bool begins = m_quote.isNull(); // a word does
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (m_quote.isNull()) {
            if (c == u'\\' && i + 1 == line.size())
                return true;
            if (c == u'#' && begins)
                return false; // the rest is a comment
            begins = c.isSpace() || c == u';' || c == u'|';
            m_ansi = c == u'\'' && i > 0 && line[i - 1] == u'$';
            if (c == u'\'' || c == u'"')
                m_quote = c;
            else if (c == u'\\')
                ++i;
        } else if (c == u'\\' && (m_quote == u'"' || m_ansi)) {
            ++i;
        } else if (c == m_quote) {
            m_quote = {};
        }
    }
    return !m_quote.isNull();
}

} // namespace inflight
