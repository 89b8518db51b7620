// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/curl/ansiescapes.h"

#include <QByteArray>

#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

std::optional<char> singleEscape(QChar c)
{
    switch (c.unicode()) {
    case u'a':
        return '\a';
    case u'b':
        return '\b';
    case u'e':
    case u'E':
        return '\x1B';
    case u'f':
        return '\f';
    case u'n':
        return '\n';
    case u'r':
        return '\r';
    case u't':
        return '\t';
    case u'v':
        return '\v';
    case u'\\':
    case u'\'':
    case u'"':
    case u'?':
        return static_cast<char>(c.unicode());
    default:
        return std::nullopt;
    }
}

int digitOf(QChar c, int base)
{
    const int value = c >= u'0' && c <= u'9'   ? c.unicode() - u'0'
                      : c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10
                      : c >= u'A' && c <= u'F' ? c.unicode() - u'A' + 10
                                               : base;
    return value < base ? value : -1;
}

/// The bytes that escapes of bytes give are UTF-8: they are joined before they become text.
class EscapeReader
{
public:
    explicit EscapeReader(QStringView text)
        : m_text(text)
    {}

    AnsiQuoted read()
    {
        qsizetype plain = 0;
        while (m_at < m_text.size() && m_text[m_at] != u'\'') {
            if (m_text[m_at] != u'\\' || m_at + 1 == m_text.size()) {
                ++m_at;
                continue;
            }
            m_bytes += m_text.sliced(plain, m_at - plain).toUtf8();
            ++m_at;
            escape();
            plain = m_at;
        }
        m_bytes += m_text.sliced(plain, m_at - plain).toUtf8();
        return {QString::fromUtf8(m_bytes), m_at < m_text.size() ? m_at + 1 : -1};
    }

private:
    void escape()
    {
        const QChar c = m_text[m_at];
        if (const auto single = singleEscape(c)) {
            m_bytes += *single;
            ++m_at;
        } else if (c == u'x') {
            ++m_at;
            m_bytes += static_cast<char>(number(16, 2));
        } else if (c == u'u' || c == u'U') {
            ++m_at;
            const char32_t code = number(16, c == u'u' ? 4 : 8);
            m_bytes += QString::fromUcs4(&code, 1).toUtf8();
        } else if (digitOf(c, 8) >= 0) {
            m_bytes += static_cast<char>(number(8, 3));
        } else {
            m_bytes += '\\';
        }
    }

    char32_t number(int base, int mostDigits)
    {
        char32_t value = 0;
        for (int i = 0; i < mostDigits && m_at < m_text.size(); ++i, ++m_at) {
            const int digit = digitOf(m_text[m_at], base);
            if (digit < 0)
                break;
            value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
        }
        return value;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QByteArray m_bytes;
};

} // namespace

AnsiQuoted readAnsiQuoted(QStringView text)
{
    return EscapeReader(text).read();
}

} // namespace inflight
