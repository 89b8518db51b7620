// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/messagebody.h"

#include "net/request.h"
#include "net/wire/excerpt.h"

#include <QCoreApplication>

#include <algorithm>

namespace inflight {

namespace {

// A chunk's size line may carry extensions that nobody uses.
constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostTrailerBytes = 64 * 1024;
constexpr qsizetype mostSizeDigits = 15;

struct MessageBodyText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::MessageBody)
};

/// Of the last transfer coding (RFC 9112, section 6.1); empty when there is none.
QByteArray lastTransferCoding(const HeaderList &headers)
{
    QByteArray last;
    for (const Header &header : headers) {
        if (hasName(header, "transfer-encoding"))
            last = header.value.mid(header.value.lastIndexOf(',') + 1).trimmed().toLower();
    }
    return last;
}

/// Of all such fields, as one of them would say it.
QByteArray lengthsAsWritten(const HeaderList &headers)
{
    QByteArrayList lengths;
    for (const Header &header : headers) {
        if (hasName(header, "content-length"))
            lengths.append(header.value);
    }
    return lengths.join(", ");
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

qint64 announcedLength(const HeaderList &headers)
{
    constexpr qint64 none = -1;
    constexpr qint64 invalid = -2;
    qint64 length = none;
    for (const Header &header : headers) {
        if (!hasName(header, "content-length"))
            continue;
        for (qsizetype from = 0, comma = 0; comma >= 0; from = comma + 1) {
            comma = header.value.indexOf(',', from);
            const QByteArrayView value = QByteArrayView(header.value).sliced(from);
            const QByteArrayView digits = (comma < 0 ? value : value.first(comma - from)).trimmed();
            bool ok =
                !digits.isEmpty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
            const qint64 number = ok ? digits.toLongLong(&ok) : 0;
            if (!ok || (length != none && length != number))
                return invalid;
            length = number;
        }
    }
    return length;
}

MessageBody::MessageBody(const QByteArray &method, int status, const HeaderList &headers)
    : m_state(State::Receiving)
{
    const QByteArray coding = lastTransferCoding(headers);
    if (answerHasNoBody(method, status)) {
        m_state = State::Complete;
    } else if (!coding.isEmpty()) {
        m_framing = coding == "chunked" ? Framing::Chunked : Framing::UntilClose;
    } else {
        m_left = announcedLength(headers);
        m_framing = m_left == -1 ? Framing::UntilClose : Framing::Length;
        if (m_left == -2)
            fail(MessageBodyText::tr("its Content-Length is \"%1\"")
                     .arg(excerptOf(lengthsAsWritten(headers))));
        else if (m_left == 0)
            m_state = State::Complete;
    }
}

qsizetype MessageBody::feed(QByteArrayView bytes, QByteArray &content)
{
    if (m_framing != Framing::Chunked)
        return takeData(bytes, content);
    qsizetype taken = 0;
    while (m_state == State::Receiving && taken < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(taken);
        taken += m_part == Part::Data ? takeData(rest, content) : takeLine(rest);
    }
    return taken;
}

qsizetype MessageBody::takeData(QByteArrayView bytes, QByteArray &content)
{
    if (m_state != State::Receiving)
        return 0;
    const qsizetype size =
        m_framing == Framing::UntilClose ? bytes.size() : std::min<qint64>(bytes.size(), m_left);
    content.append(bytes.first(size));
    if (m_framing == Framing::UntilClose)
        return size;
    m_left -= size;
    if (m_left == 0 && m_framing == Framing::Length)
        m_state = State::Complete;
    else if (m_left == 0)
        m_part = Part::DataEnd;
    return size;
}

qsizetype MessageBody::takeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype size = end < 0 ? bytes.size() : end + 1;
    if (m_line.size() + size > longestLine) {
        fail(MessageBodyText::tr("a line between its chunks does not end"));
        return 0;
    }
    m_line.append(bytes.first(size));
    if (end >= 0) {
        m_line.chop(m_line.endsWith("\r\n") ? 2 : 1);
        onLine(std::exchange(m_line, {}));
    }
    return size;
}

void MessageBody::onLine(QByteArrayView line)
{
    switch (m_part) {
    case Part::Size:
        onSize(line);
        return;
    case Part::DataEnd:
        if (!line.isEmpty())
            fail(MessageBodyText::tr("a chunk is longer than its size says"));
        m_part = Part::Size;
        return;
    case Part::Trailer:
        m_trailerBytes += line.size();
        if (line.isEmpty())
            m_state = State::Complete;
        else if (m_trailerBytes > mostTrailerBytes)
            fail(MessageBodyText::tr("its trailers do not end"));
        return;
    case Part::Data:
        return;
    }
}

void MessageBody::onSize(QByteArrayView line)
{
    const auto digitsEnd = std::ranges::find_if_not(line, isHexDigit);
    const qsizetype digits = digitsEnd - line.begin();
    const QByteArrayView extension = line.sliced(digits).trimmed();
    if (digits == 0 || digits > mostSizeDigits || !(extension.isEmpty() || extension.startsWith(';'))) {
        fail(MessageBodyText::tr("\"%1\" is no chunk size").arg(excerptOf(line)));
        return;
    }
    m_left = line.first(digits).toLongLong(nullptr, 16);
    m_part = m_left == 0 ? Part::Trailer : Part::Data;
}

void MessageBody::connectionEnded()
{
    if (m_state == State::Receiving && m_framing == Framing::UntilClose)
        m_state = State::Complete;
}

void MessageBody::fail(const QString &problem)
{
    m_state = State::Broken;
    m_problem = problem;
}

} // namespace inflight
