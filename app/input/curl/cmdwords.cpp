// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/curl/shellwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CmdWordsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ShellWords)
};

/// Whether the '&' there separates commands. Inside of a word it is part of it: URLs are often pasted without
/// their quotes.
bool isSeparator(QStringView text, qsizetype at)
{
    const bool inWord = at > 0 && !text[at - 1].isSpace();
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
    return !inWord || next.isNull() || next.isSpace() || next == u'&';
}

/// What cmd.exe makes of its commands: outside quotes '^' escapes, and takes a line break with it; of two
/// line breaks after it the second one stays. '&' and "&&" come between commands.
QStringList commandsWithoutCarets(QStringView text)
{
    QStringList commands{QString()};
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'^' && !inQuotes && i + 1 < text.size()) {
            ++i;
            const bool lineBreak = text[i] == u'\n';
            if (lineBreak && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            else if (lineBreak)
                continue;
        } else if (text[i] == u'"') {
            inQuotes = !inQuotes;
        } else if (text[i] == u'&' && !inQuotes && isSeparator(text, i)) {
            commands.append(QString());
            i += i + 1 < text.size() && text[i + 1] == u'&' ? 1 : 0;
            continue;
        }
        commands.last() += text[i];
    }
    return commands;
}

/// Splits as the C run-time of Windows does: backslashes count only before a quote, and a doubled quote
/// inside quotes is one.
ShellCommand splitArguments(QStringView text)
{
    ShellCommand command;
    QString word;
    bool inWord = false;
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        qsizetype slashes = 0;
        while (i < text.size() && text[i] == u'\\') {
            ++slashes;
            ++i;
        }
        const QChar c = i < text.size() ? text[i] : QChar();
        const bool beforeQuote = c == u'"';
        word += QString(beforeQuote ? slashes / 2 : slashes, u'\\');
        inWord = inWord || slashes > 0;
        if (beforeQuote && slashes % 2 == 1) {
            word += c;
        } else if (beforeQuote && inQuotes && i + 1 < text.size() && text[i + 1] == u'"') {
            word += c;
            ++i;
        } else if (beforeQuote) {
            inQuotes = !inQuotes;
            inWord = true;
        } else if (!c.isNull() && (inQuotes || !c.isSpace())) {
            word += c;
            inWord = true;
        } else if (inWord) {
            command.words.append(word);
            word.clear();
            inWord = false;
        }
    }
    if (inWord)
        command.words.append(word);
    if (inQuotes)
        command.fault = CmdWordsText::tr("a quote %1 in it is never closed").arg(QChar(u'"'));
    return command;
}

/// Whether an argument begins with `^"` as the browsers write it for cmd.exe; inside of a shell's quotes it
/// is data.
bool beginsQuoteByCaret(QStringView line)
{
    QChar quote;
    bool escapes = true; // a backslash does: everywhere but in '…'
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const QChar before = i > 0 ? line[i - 1] : QChar();
        if (c == u'\\' && escapes) {
            ++i;
        } else if (c == quote) {
            quote = {};
            escapes = true;
        } else if (quote.isNull() && (c == u'\'' || c == u'"')) {
            quote = c;
            escapes = c == u'"' || before == u'$';
        } else if (quote.isNull() && c == u'^' && before.isSpace() && line.sliced(i + 1).startsWith(u'"')) {
            return true;
        }
    }
    return false;
}

bool endsWithCaret(QStringView line)
{
    qsizetype carets = 0;
    while (line.endsWith(u'^')) {
        line.chop(1);
        ++carets;
    }
    return carets % 2 == 1;
}

} // namespace

QList<ShellCommand> splitCmd(QStringView text)
{
    QList<ShellCommand> commands;
    for (const QString &written : commandsWithoutCarets(text)) {
        const ShellCommand command = splitArguments(written);
        if (!command.words.isEmpty() || !command.fault.isEmpty())
            commands.append(command);
    }
    return commands;
}

bool CommandLines::isCmd(QStringView firstLine)
{
    return beginsQuoteByCaret(firstLine) || endsWithCaret(firstLine.trimmed());
}

bool CommandLines::goesOnInCmd(QStringView line)
{
    // An empty line after '^' is a line break in what is quoted.
    const bool isBreak = m_caret && line.isEmpty();
    m_caret = endsWithCaret(line);
    return m_caret || isBreak;
}

} // namespace inflight
