// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace inflight {

/// `text` on one line, safe for a terminal: control and direction characters are shown as escapes such as
/// \x1b, and what is longer than `most` characters ends in "…".
QString printable(const QString &text, qsizetype most = 300);

/// stderr as people see it: lines of text and, on a terminal, a block of status lines below them that
/// rewrites itself. The cursor stands at the beginning of the line below the block at all times, so that
/// nothing has to be put right however the process ends. Without a terminal no control sequence is ever
/// written. Lives on one thread.
class Console
{
    Q_DISABLE_COPY_MOVE(Console)

public:
    Console();
    /// Takes the status lines away.
    ~Console();

    /// Whether stderr is a terminal that can rewrite lines.
    [[nodiscard]] bool canRewrite() const { return m_canRewrite; }
    /// Columns and rows of the terminal at the moment, 80 and 24 where that is not known.
    struct Size
    {
        int columns = 80;
        int rows = 24;
    };
    [[nodiscard]] static Size size();

    void printLine(const QString &line) { printLines({line}); }
    /// Above the status lines. One write for all.
    void printLines(const QStringList &lines);
    /// Replaces the status lines; nothing unless canRewrite(). Each of them is to be narrower than the
    /// terminal, and all of them to have fewer rows.
    void setStatus(const QStringList &lines);
    void clearStatus() { setStatus({}); }

private:
    [[nodiscard]] QByteArray toTopOfStatus() const;
    void write(const QStringList &above);

    bool m_canRewrite;
    QStringList m_status;        ///< as it is to stand on the screen
    QList<qsizetype> m_standing; ///< the widths of the lines that stand there
};

} // namespace inflight
