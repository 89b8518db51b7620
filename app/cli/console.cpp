// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

// ECMA-48: erase to the end of the line, or of the screen.
constexpr auto eraseLine = "\033[K";
constexpr auto eraseBelow = "\033[J";

/// What cannot be written to stderr can be told nobody.
void writeToStderr(const QByteArray &bytes)
{
    const char *at = bytes.constData();
    auto left = static_cast<size_t>(bytes.size());
    while (left > 0) {
        const ssize_t written = ::write(STDERR_FILENO, at, left);
        if (written >= 0) {
            at += written;
            left -= static_cast<size_t>(written);
        } else if (errno == EAGAIN) {
            pollfd waited{STDERR_FILENO, POLLOUT, 0};
            ::poll(&waited, 1, -1);
        } else if (errno != EINTR) {
            return;
        }
    }
}

bool isTerminalThatRewrites()
{
    const QByteArray terminal = qgetenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && !terminal.isEmpty() && terminal != "dumb";
}

/// Characters that would move the cursor, change colours, or turn the reading direction of what follows.
bool isUnsafe(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator || (c >= u'\u202A' && c <= u'\u202E') ||
           (c >= u'\u2066' && c <= u'\u2069');
}

QString escaped(QChar c)
{
    const bool isByte = c.unicode() < 0x100;
    const auto code = QString::number(c.unicode(), 16).rightJustified(isByte ? 2 : 4, u'0');
    return (isByte ? u"\\x"_s : u"\\u"_s) + code;
}

} // namespace

QString printable(const QString &text, qsizetype most)
{
    QString result;
    for (const QChar c : QStringView(text).first(std::min(text.size(), most))) {
        if (isUnsafe(c))
            result += escaped(c);
        else
            result += c;
    }
    if (text.size() > most)
        result += u'…';
    return result;
}

Console::Console()
    : m_canRewrite(isTerminalThatRewrites())
{}

Console::~Console()
{
    clearStatus();
}

Console::Size Console::size()
{
    winsize found{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &found) != 0 || found.ws_col == 0)
        return {};
    return {found.ws_col, found.ws_row > 0 ? found.ws_row : Size().rows};
}

void Console::printLines(const QStringList &lines)
{
    if (!lines.isEmpty())
        write(lines);
}

void Console::setStatus(const QStringList &lines)
{
    if (!m_canRewrite || lines == m_status)
        return;
    m_status = lines;
    write({});
}

/// A terminal that became narrower has broken the lines that stood there.
QByteArray Console::toTopOfStatus() const
{
    const int columns = size().columns;
    qsizetype rows = 0;
    for (const qsizetype width : m_standing)
        rows += std::max<qsizetype>(1, (width + columns - 1) / columns);
    return rows > 0 ? "\r\033[" + QByteArray::number(rows) + 'A' : QByteArray();
}

/// Lines are written over those that stood there, not on an empty screen: it would flicker.
void Console::write(const QStringList &above)
{
    const bool rewrites = !m_status.isEmpty() || !m_standing.isEmpty();
    const QByteArray end = rewrites ? QByteArray(eraseLine) + '\n' : "\n"_ba;
    QByteArray bytes = toTopOfStatus();
    for (const QString &line : above)
        bytes += line.toUtf8() + end;
    m_standing.clear();
    for (const QString &line : std::as_const(m_status)) {
        bytes += line.toUtf8() + end;
        m_standing.append(line.size());
    }
    writeToStderr(rewrites ? bytes + eraseBelow : bytes);
}

} // namespace inflight
