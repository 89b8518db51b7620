// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace inflight {

/// One command of a line, its quotes undone. Nothing is ever run or looked up.
struct ShellCommand
{
    QStringList words;  ///< the program's name first
    QString fault;      ///< a translated clause: what only a shell could fill in; empty: nothing
    bool piped = false; ///< it would get the output of the one before
};

/// Splits `text` as a POSIX shell does: single and double quotes, $'…' (ANSI C), backslashes, comments, and
/// what separates commands. Redirections are dropped. An ampersand inside a word is part of it: URLs are
/// often pasted without their quotes.
QList<ShellCommand> splitShell(QStringView text);

/// The same for what is written for cmd.exe, where '^' escapes and programs split their line themselves.
QList<ShellCommand> splitCmd(QStringView text);

/// Tells, line by line, whether a command goes on in the next line.
class CommandLines
{
public:
    /// Whether this line, the first one of a command, is written for cmd.exe.
    static bool isCmd(QStringView firstLine);

    explicit CommandLines(bool cmd)
        : m_cmd(cmd)
    {}
    /// Whether the line after `line` belongs to the same command.
    [[nodiscard]] bool goesOn(QStringView line) { return m_cmd ? goesOnInCmd(line) : goesOnInShell(line); }
    /// What keeps the command open is a quote, not the end of its last line.
    [[nodiscard]] bool isQuoteOpen() const { return !m_quote.isNull(); }

private:
    [[nodiscard]] bool goesOnInShell(QStringView line);
    [[nodiscard]] bool goesOnInCmd(QStringView line);

    bool m_cmd;
    QChar m_quote;        ///< the one that is open; null: none
    bool m_ansi = false;  ///< it is one of $'…'
    bool m_caret = false; ///< the line before ended with '^'
};

} // namespace inflight
