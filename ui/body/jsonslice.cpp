// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/jsonslice.h"

#include <cstring>

namespace inflight {

namespace {

/// Bytes between two looks at the stop token.
constexpr qint64 pollStep = 1024 * 1024;

/// Goes over JSON from a place on.
class Walker
{
public:
    Walker(QByteArrayView text, qint64 at, qint64 end, const std::stop_token &stop)
        : m_text(text)
        , m_at(at)
        , m_end(end)
        , m_stop(stop)
    {}

    [[nodiscard]] qint64 at() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
            ++m_at;
    }
    bool take(char c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    bool skipString()
    {
        if (!take('"'))
            return false;
        while (!atEnd()) {
            const void *const quote =
                std::memchr(m_text.data() + m_at, '"', static_cast<std::size_t>(m_end - m_at));
            if (!quote)
                break;
            m_at = static_cast<const char *>(quote) - m_text.data() + 1;
            qint64 slashes = 0;
            while (m_text[m_at - 2 - slashes] == '\\')
                ++slashes;
            if (slashes % 2 == 0)
                return true;
        }
        m_at = m_end;
        return false;
    }
    /// Fills in all but the key.
    bool skipValue(JsonPart &part)
    {
        part.begin = m_at;
        bool good = false;
        switch (peek()) {
        case '"':
            part.type = JsonType::String;
            good = skipString();
            break;
        case '{':
        case '[':
            part.type = peek() == '{' ? JsonType::Object : JsonType::Array;
            good = skipContainer(part.count);
            break;
        default:
            part.type = peek() == '-' || (peek() >= '0' && peek() <= '9') ? JsonType::Number : JsonType::Word;
            good = skipScalar();
        }
        part.end = m_at;
        return good;
    }

private:
    bool skipScalar()
    {
        const qint64 begin = m_at;
        const auto isOfScalar = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' ||
                   c == 'E';
        };
        while (!atEnd() && isOfScalar(peek()))
            ++m_at;
        const QByteArrayView word = m_text.sliced(begin, m_at - begin);
        const bool isNumber = !word.isEmpty() && !(word.front() >= 'a' && word.front() <= 'z');
        return isNumber || word == "true" || word == "false" || word == "null";
    }

    /// Counts the members by the commas between them.
    bool skipContainer(qint64 &count)
    {
        qint64 depth = 0;
        qint64 commas = 0;
        bool isEmpty = true;
        for (qint64 polled = m_at; !atEnd();) {
            if (m_at - polled > pollStep) {
                polled = m_at;
                if (m_stop.stop_requested())
                    return false;
            }
            const char c = m_text[m_at];
            if (c == '"') {
                isEmpty = false;
                if (!skipString())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[') {
                isEmpty = isEmpty && depth == 0;
                ++depth;
            } else if (c == '}' || c == ']') {
                if (--depth == 0) {
                    count = isEmpty ? 0 : commas + 1;
                    return true;
                }
            } else if (c == ',' && depth == 1) {
                ++commas;
            } else if (c > ' ') {
                isEmpty = false;
            }
        }
        return false;
    }

    QByteArrayView m_text;
    qint64 m_at;
    qint64 m_end;
    const std::stop_token &m_stop;
};

bool takeKey(Walker &walker, JsonPart &part)
{
    part.keyBegin = walker.at();
    const bool good = walker.skipString();
    part.keyEnd = walker.at();
    walker.skipSpace();
    if (!good || !walker.take(':'))
        return false;
    walker.skipSpace();
    return true;
}

} // namespace

JsonSlice jsonSlice(QByteArrayView text, JsonType type, qint64 from, qint64 end, int most,
                    const std::stop_token &stop)
{
    JsonSlice slice;
    Walker walker(text, from, end, stop);
    const char closing = type == JsonType::Object ? '}' : ']';
    const bool isSequence = type == JsonType::Sequence;
    while (slice.parts.size() < most) {
        slice.next = walker.at();
        walker.skipSpace();
        if (isSequence ? walker.atEnd() : walker.take(closing)) {
            slice.complete = true;
            break;
        }
        if (!isSequence && (walker.take(',') || walker.take('[') || walker.take('{')))
            walker.skipSpace();
        // Of an empty container only this is left.
        if (!isSequence && walker.take(closing)) {
            slice.complete = true;
            break;
        }
        JsonPart part;
        const bool good = (type != JsonType::Object || takeKey(walker, part)) && walker.skipValue(part);
        if (!good || stop.stop_requested()) {
            slice.broken = !stop.stop_requested();
            slice.complete = slice.broken;
            break;
        }
        slice.parts.append(part);
        slice.next = walker.at();
    }
    return slice;
}

} // namespace inflight
