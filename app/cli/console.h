// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace inflight {

/// `text` on one line, safe for a terminal: control and direction characters are shown as escapes such as
/// \x1b, and what is longer than `most` characters ends in "…".
QString printable(const QString &text, qsizetype most = 300);

/// stderr as people see it: lines of text and, on a terminal, one status line below them that rewrites
/// itself. Lives on one thread.
class Console
{
    Q_DISABLE_COPY_MOVE(Console)

public:
    Console();
    /// Takes the status line away.
    ~Console();

    /// Whether stderr is a terminal that can rewrite a line.
    [[nodiscard]] bool canRewrite() const { return m_canRewrite; }
    /// Columns of the terminal, 80 where that is not known.
    [[nodiscard]] static int columns();

    void printLine(const QString &line) { printLines({line}); }
    /// Above the status line. One write for all.
    void printLines(const QStringList &lines);
    /// Replaces the status line; nothing unless canRewrite(). At most columns() - 1 wide.
    void setStatus(const QString &status);
    void clearStatus() { setStatus({}); }

private:
    bool m_canRewrite;
    QByteArray m_status; ///< as it stands on the screen; empty: there is none
};

} // namespace inflight
