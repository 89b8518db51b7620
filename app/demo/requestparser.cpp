// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/requestparser.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

std::optional<ServerRequest> RequestParser::next()
{
    while (m_state != State::Complete) {
        if (!advance())
            return std::nullopt;
    }
    m_state = State::Head;
    return std::exchange(m_request, {});
}

bool RequestParser::advance()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readData(State::Complete);
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readData(State::ChunkEnd);
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailers:
        return readTrailers();
    case State::Complete:
        return true;
    case State::Malformed:
        return false;
    }
    Q_UNREACHABLE();
}

bool RequestParser::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n"_ba, m_start + m_searched);
    if (end < 0) {
        m_searched = qMax<qsizetype>(0, m_buffer.size() - m_start - 3);
        if (m_searched > maxHead)
            m_state = State::Malformed;
        return false;
    }
    parseHead(m_buffer.mid(m_start, end - m_start));
    m_searched = 0;
    consume(end + 4 - m_start);
    return m_state != State::Malformed;
}

void RequestParser::parseHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."_ba)) {
        m_state = State::Malformed;
        return;
    }
    m_request.method = words.at(0);
    m_request.target = words.at(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            m_state = State::Malformed;
            return;
        }
        m_request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    if (words.at(2) == "HTTP/1.0"_ba && headerValue(m_request.headers, "Connection").isNull())
        m_request.headers.append({"Connection"_ba, "close"_ba});
    chooseBody();
}

void RequestParser::chooseBody()
{
    if (headerValue(m_request.headers, "Transfer-Encoding").toLower().contains("chunked"_ba)) {
        m_state = State::ChunkSize;
        return;
    }
    const QByteArray length = headerValue(m_request.headers, "Content-Length");
    bool ok = true;
    m_left = length.isNull() ? 0 : length.toLongLong(&ok);
    m_state = ok && m_left >= 0 ? State::Body : State::Malformed;
}

bool RequestParser::readData(State after)
{
    const qsizetype size = static_cast<qsizetype>(qMin<qint64>(m_left, m_buffer.size() - m_start));
    m_request.body += QByteArrayView(m_buffer).sliced(m_start, size);
    m_left -= size;
    consume(size);
    if (m_left > 0)
        return false;
    m_state = after;
    return true;
}

bool RequestParser::readChunkSize()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    bool ok = false;
    m_left = line->split(';').constFirst().trimmed().toLongLong(&ok, 16);
    if (!ok || m_left < 0) {
        m_state = State::Malformed;
        return false;
    }
    m_state = m_left == 0 ? State::Trailers : State::ChunkData;
    return true;
}

bool RequestParser::readChunkEnd()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    m_state = line->isEmpty() ? State::ChunkSize : State::Malformed;
    return m_state != State::Malformed;
}

bool RequestParser::readTrailers()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty())
        m_state = State::Complete;
    return true;
}

std::optional<QByteArray> RequestParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n"_ba, m_start);
    if (end < 0) {
        if (m_buffer.size() - m_start > maxHead)
            m_state = State::Malformed;
        return std::nullopt;
    }
    const QByteArray line = m_buffer.mid(m_start, end - m_start);
    consume(end + 2 - m_start);
    return line;
}

void RequestParser::consume(qsizetype size)
{
    m_start += size;
    if (m_start == m_buffer.size()) {
        m_buffer.clear();
        m_start = 0;
    } else if (m_start > maxHead) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
}

} // namespace inflight
