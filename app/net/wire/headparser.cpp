// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/headparser.h"

#include "net/wire/excerpt.h"
#include "net/wire/fieldafter.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace inflight {

namespace {

/// A longer head is not compared as a whole with the one after it.
constexpr qsizetype mostRemembered = 4096;

constexpr QByteArrayView versionPrefix = "HTTP/1.";
constexpr qsizetype statusLineLeast = 12; // "HTTP/1.1 200"

struct HeadParserText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::HeadParser)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Of a field's name (RFC 9110, section 5.6.2).
bool isTokenCharacter(char c)
{
    constexpr QByteArrayView others = "!#$%&'*+-.^_`|~";
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
}

/// Control characters other than the tab have no place in a head (RFC 9110, section 5.5).
bool isForbidden(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Where the head ends, behind its blank line; −1 when it is not here yet.
qsizetype endOfHead(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = bytes.indexOf('\n', from); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        const QByteArrayView rest = bytes.sliced(at + 1);
        if (rest.startsWith('\n'))
            return at + 2;
        if (rest.startsWith("\r\n"))
            return at + 3;
    }
    return -1;
}

} // namespace

qsizetype HeadParser::feed(QByteArrayView bytes)
{
    if (m_state != State::Incomplete)
        return 0;
    const qsizetype before = m_bytes.size();
    const QByteArrayView more = bytes.first(std::min(bytes.size(), mostBytes + 1 - before));
    if (before > 0)
        m_bytes.append(more);
    // Most heads come in one piece, and are read where they are.
    const QByteArrayView all = before > 0 ? QByteArrayView(m_bytes) : more;
    const qsizetype compared = std::min(all.size(), versionPrefix.size());
    if (all.first(compared) != versionPrefix.first(compared)) {
        fail(HeadParserText::tr("it begins with \"%1\" where a status line belongs").arg(excerptOf(all)));
        return 0;
    }
    // The blank line may begin in what came before.
    const qsizetype end = endOfHead(all, std::max<qsizetype>(0, before - 3));
    if (end < 0 && all.size() <= mostBytes) {
        if (before == 0)
            m_bytes = all.toByteArray();
        return bytes.size();
    }
    if (end < 0 || end > mostBytes) {
        fail(HeadParserText::tr("its headers are longer than %1 KiB").arg(mostBytes / 1024));
        return 0;
    }
    look(all.first(end));
    m_bytes = {};
    return end - before;
}

void HeadParser::look(QByteArrayView head)
{
    if (head == m_expected.text) {
        m_head = std::exchange(m_expected, {});
        m_state = State::Complete;
        return;
    }
    HeaderList &headers = m_head.headers;
    headers.reserve(m_expected.headers.size());
    qsizetype at = head.indexOf('\n');
    readStatusLine(withoutLineEnd(head.first(at)));
    QByteArrayView line;
    QByteArray unfolded; // what `line` lies in when it is more than one
    for (qsizetype begin = at + 1; begin < head.size() && m_state != State::Broken; begin = at + 1) {
        at = head.indexOf('\n', begin);
        const QByteArrayView next = withoutLineEnd(head.sliced(begin, at - begin));
        // A folded line is part of the one before (RFC 9112, section 5.2).
        if (!line.isEmpty() && (next.startsWith(' ') || next.startsWith('\t'))) {
            if (line.data() != unfolded.constData())
                unfolded = line.toByteArray();
            unfolded += ' ';
            unfolded += next.trimmed();
            line = unfolded;
            continue;
        }
        if (!line.isEmpty())
            readField(line);
        line = next;
    }
    if (m_state == State::Broken)
        return;
    m_state = State::Complete;
    // One list for all answers that say the same.
    if (headers == m_expected.headers)
        headers = m_expected.headers;
    m_expected = {};
    if (head.size() <= mostRemembered)
        m_head.text = head.toByteArray();
}

void HeadParser::readStatusLine(QByteArrayView line)
{
    const bool wellFormed = line.size() >= statusLineLeast && isDigit(line[7]) && line[8] == ' ' &&
                            std::ranges::all_of(line.sliced(9, 3), isDigit) && line[9] != '0' &&
                            (line.size() == statusLineLeast || line[12] == ' ') &&
                            std::ranges::none_of(line, isForbidden);
    if (!wellFormed) {
        fail(HeadParserText::tr("its status line \"%1\" is none").arg(excerptOf(line)));
        return;
    }
    m_head.minorVersion = line[7] - '0';
    m_head.status = line.sliced(9, 3).toInt();
    m_head.reason = line.sliced(statusLineLeast).trimmed().toByteArray();
}

void HeadParser::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = line.first(std::max<qsizetype>(0, colon));
    if (name.isEmpty() || !std::ranges::all_of(name, isTokenCharacter) ||
        std::ranges::any_of(line, isForbidden)) {
        fail(HeadParserText::tr("its header line \"%1\" is none").arg(excerptOf(line)));
        return;
    }
    m_head.headers.append(
        fieldAfter(m_expected.headers, m_head.headers.size(), name, line.sliced(colon + 1).trimmed()));
}

void HeadParser::fail(const QString &problem)
{
    m_state = State::Broken;
    m_problem = problem;
}

} // namespace inflight
