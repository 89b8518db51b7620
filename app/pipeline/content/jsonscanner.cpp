// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/jsonscanner.h"

#include <algorithm>
#include <array>

#include "pipeline/slices.h"
#include "pipeline/text/utf8.h"

namespace inflight {

namespace {

/// ASCII that stands for itself in a string (RFC 8259, section 7).
constexpr std::array<bool, 256> plainInString = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte)
        plain[byte] = byte != '"' && byte != '\\';
    return plain;
}();

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, const StageContext &context)
    : m_context(context)
    , m_begin(text.data())
    , m_at(m_begin)
    , m_end(m_begin + text.size())
    , m_nextPoll(m_begin)
{}

bool JsonScanner::scan()
{
    do {
        if (!skipSpace() || !step())
            return false;
    } while (!(m_open.empty() && m_expect == Expect::CommaOrEnd));
    if (!skipSpace())
        return false;
    return atEnd() || refuse(tr("expected nothing after the value"));
}

bool JsonScanner::step()
{
    switch (m_expect) {
    case Expect::Value:
        return value();
    case Expect::ItemOrEnd:
        return isAt(']') ? close() : value();
    case Expect::KeyOrEnd:
        return isAt('}') ? close() : key();
    case Expect::Key:
        return key();
    case Expect::CommaOrEnd:
        return commaOrEnd();
    }
    Q_UNREACHABLE();
}

bool JsonScanner::value()
{
    if (!m_open.empty() && !m_open.back())
        countMember();
    m_expect = Expect::CommaOrEnd;
    if (atEnd())
        return refuse(tr("expected a value"));
    switch (*m_at) {
    case '{':
        return open(Container::Object);
    case '[':
        return open(Container::Array);
    case '"': {
        qint64 characters = 0;
        return string(&characters) && found(JsonSummary::Type::String, characters);
    }
    case 't':
        return literal("true") && found(JsonSummary::Type::True);
    case 'f':
        return literal("false") && found(JsonSummary::Type::False);
    case 'n':
        return literal("null") && found(JsonSummary::Type::Null);
    default:
        if (*m_at != '-' && !isAtDigit())
            return refuse(tr("expected a value"));
        return number() && found(JsonSummary::Type::Number);
    }
}

bool JsonScanner::open(Container container)
{
    if (m_open.size() == static_cast<std::size_t>(jsonDepthLimit))
        return refuse(tr("expected no more than %Ln levels", nullptr, static_cast<int>(jsonDepthLimit)));
    const bool object = container == Container::Object;
    found(object ? JsonSummary::Type::Object : JsonSummary::Type::Array);
    m_open.push_back(object);
    m_expect = object ? Expect::KeyOrEnd : Expect::ItemOrEnd;
    ++m_at;
    return true;
}

bool JsonScanner::close()
{
    m_open.pop_back();
    m_expect = Expect::CommaOrEnd;
    ++m_at;
    return true;
}

bool JsonScanner::key()
{
    if (!isAt('"'))
        return refuse(m_expect == Expect::Key ? tr("expected a key in double quotes")
                                              : tr("expected a key in double quotes or “}”"));
    countMember();
    qint64 characters = 0;
    if (!string(&characters) || !skipSpace())
        return false;
    if (!isAt(':'))
        return refuse(tr("expected “:” after the key"));
    ++m_at;
    m_expect = Expect::Value;
    return true;
}

bool JsonScanner::commaOrEnd()
{
    const bool object = m_open.back();
    if (isAt(object ? '}' : ']'))
        return close();
    if (!isAt(','))
        return refuse(object ? tr("expected “,” or “}”") : tr("expected “,” or “]”"));
    m_expect = object ? Expect::Key : Expect::Value;
    ++m_at;
    return true;
}

bool JsonScanner::string(qint64 *characters)
{
    ++m_at;
    for (;;) {
        const char *const start = m_at;
        if (!skipWhile([](char c) { return plainInString[static_cast<uchar>(c)]; }))
            return false;
        *characters += m_at - start;
        if (atEnd())
            return refuse(tr("expected the end of the string"));
        if (*m_at == '"')
            break;
        if (*m_at == '\\' ? !escape(characters) : !sequence())
            return false;
        ++*characters;
    }
    ++m_at;
    return true;
}

bool JsonScanner::sequence()
{
    if (static_cast<uchar>(*m_at) < 0x20)
        return refuse(tr("expected an escape, since a string holds no bare control characters"));
    const Utf8Step step = utf8Step(QByteArrayView(m_at, m_end - m_at));
    if (!step.valid)
        return refuse(tr("expected UTF-8"));
    m_at += step.length;
    return true;
}

bool JsonScanner::escape(qint64 *characters)
{
    ++m_at;
    if (atEnd() || !QByteArrayView("\"\\/bfnrtu").contains(*m_at))
        return refuse(tr("expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"));
    if (*m_at++ != 'u')
        return true;
    int unit = 0;
    if (!hexDigits(&unit))
        return false;
    // The two escapes of a surrogate pair are one character: the second one is not counted.
    const bool high = unit >= 0xd800 && unit <= 0xdbff;
    if (!high || m_end - m_at < 6 || m_at[0] != '\\' || m_at[1] != 'u')
        return true;
    const QByteArrayView next(m_at + 2, 4);
    const bool low = hexValue(next[0]) == 0xd && hexValue(next[1]) >= 0xc && hexValue(next[2]) >= 0 &&
                     hexValue(next[3]) >= 0;
    if (low)
        --*characters;
    return true;
}

bool JsonScanner::hexDigits(int *codeUnit)
{
    for (int i = 0; i < 4; ++i, ++m_at) {
        const int digit = atEnd() ? -1 : hexValue(*m_at);
        if (digit < 0)
            return refuse(tr("expected four hexadecimal digits"));
        *codeUnit = *codeUnit * 16 + digit;
    }
    return true;
}

bool JsonScanner::number()
{
    if (isAt('-'))
        ++m_at;
    const bool zero = isAt('0');
    if (!zero && !digits())
        return false;
    m_at += zero ? 1 : 0;
    if (zero && isAtDigit())
        return refuse(tr("expected no digits after a leading zero"));
    if (isAt('.')) {
        ++m_at;
        if (!digits())
            return false;
    }
    if (!isAt('e') && !isAt('E'))
        return true;
    ++m_at;
    if (isAt('+') || isAt('-'))
        ++m_at;
    return digits();
}

bool JsonScanner::digits()
{
    if (!isAtDigit())
        return refuse(tr("expected a digit"));
    return skipWhile([](char c) { return c >= '0' && c <= '9'; });
}

bool JsonScanner::literal(QByteArrayView word)
{
    for (const char c : word) {
        if (!isAt(c))
            return refuse(tr("expected “%1”").arg(QString::fromLatin1(word)));
        ++m_at;
    }
    return true;
}

template <typename Predicate>
bool JsonScanner::skipWhile(Predicate predicate)
{
    for (;;) {
        const char *const limit = std::min(m_end, m_nextPoll);
        while (m_at < limit && predicate(*m_at))
            ++m_at;
        if (m_at < limit || atEnd())
            return true;
        if (!poll())
            return false;
    }
}

bool JsonScanner::skipSpace()
{
    return skipWhile(isSpace);
}

bool JsonScanner::poll()
{
    report(m_context, m_at - m_begin, m_end - m_begin);
    m_nextPoll = m_at + std::min<qsizetype>(sliceSize, m_end - m_at);
    return !m_context.stop.stop_requested();
}

bool JsonScanner::refuse(const QString &expected)
{
    m_refusal = Refusal{m_at - m_begin, expected};
    return false;
}

bool JsonScanner::found(JsonSummary::Type type, qint64 count)
{
    if (m_open.empty())
        m_summary = {type, count};
    return true;
}

void JsonScanner::countMember()
{
    if (m_open.size() == 1)
        ++m_summary.count;
}

} // namespace inflight
