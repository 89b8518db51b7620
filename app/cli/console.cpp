// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console.h"

#include <cerrno>
#include <cstdlib>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr auto eraseLine = "\r\033[K"; // ECMA-48: to the first column, then erase to the end of the line

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

int Console::columns()
{
    constexpr int usual = 80;
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return usual;
}

void Console::printLines(const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    QByteArray bytes = m_status.isEmpty() ? QByteArray() : QByteArray(eraseLine);
    for (const QString &line : lines)
        bytes += line.toUtf8() + '\n';
    writeToStderr(bytes + m_status);
}

void Console::setStatus(const QString &status)
{
    const QByteArray wanted = m_canRewrite ? status.toUtf8() : QByteArray();
    if (wanted == m_status)
        return;
    m_status = wanted;
    writeToStderr(eraseLine + wanted);
}

} // namespace inflight
