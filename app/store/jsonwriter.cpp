// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/jsonwriter.h"

#include "jobs/isotime.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// The short escape of RFC 8259, section 7; 0 where there is none.
char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    default:
        return 0;
    }
}

constexpr std::array<bool, 256> escaped = [] {
    std::array<bool, 256> table{};
    std::fill_n(table.begin(), 0x20, true);
    table['"'] = table['\\'] = table[0x7F] = true;
    return table;
}();

bool needsEscape(char c)
{
    return escaped[static_cast<unsigned char>(c)];
}

} // namespace

void JsonWriter::key(QByteArrayView name)
{
    separate();
    const auto size = static_cast<std::size_t>(name.size());
    char *const at = claim(size + 3);
    at[0] = '"';
    std::copy_n(name.data(), size, at + 1);
    at[size + 1] = '"';
    at[size + 2] = ':';
    m_first = true;
}

void JsonWriter::value(QStringView text)
{
    separate();
    if (!appendAscii(text.utf16(), static_cast<std::size_t>(text.size())))
        quoted(text.toUtf8());
}

/// Quoted, when it is plain ASCII that needs no escapes, as most of a record is; else nothing is written.
template <typename Unit>
bool JsonWriter::appendAscii(const Unit *text, std::size_t size)
{
    const std::size_t before = m_size;
    char *const at = claim(size + 2);
    // To the end and without a branch: so the compiler takes several characters at a time.
    Unit special = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const Unit unit = text[i];
        special |= static_cast<Unit>((unit < 0x20) | (unit >= 0x7F) | (unit == '"') | (unit == '\\'));
        at[i + 1] = static_cast<char>(unit);
    }
    at[0] = at[size + 1] = '"';
    if (special)
        m_size = before;
    return !special;
}

void JsonWriter::value(QByteArrayView bytes)
{
    separate();
    if (appendAscii(reinterpret_cast<const uchar *>(bytes.data()), static_cast<std::size_t>(bytes.size())))
        return;
    if (bytes.isValidUtf8())
        quoted(bytes);
    else
        quoted(QString::fromLatin1(bytes).toUtf8());
}

void JsonWriter::value(double number)
{
    constexpr double largest = 1e15; // beyond, thousandths are no longer there to be rounded
    const double thousandths = std::round(number * 1000);
    if (!(std::abs(thousandths) < largest * 1000)) {
        null();
        return;
    }
    separate();
    // By whole numbers: several times as quick as the general way, and every record has a dozen of them.
    const auto whole = static_cast<qint64>(thousandths);
    const qint64 fraction = std::abs(whole % 1000);
    if (whole < 0)
        append('-');
    appendNumber(std::abs(whole / 1000));
    append('.');
    append(static_cast<char>('0' + fraction / 100));
    if (fraction % 100 > 0)
        append(static_cast<char>('0' + fraction / 10 % 10));
    if (fraction % 10 > 0)
        append(static_cast<char>('0' + fraction % 10));
}

void JsonWriter::value(const QJsonValue &json)
{
    if (json.isUndefined() || json.isNull()) {
        null();
        return;
    }
    // QJsonDocument writes only arrays and objects.
    const QByteArray array = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    raw(QByteArrayView(array).sliced(1, array.size() - 2));
}

void JsonWriter::valueOrNull(const std::optional<double> &number)
{
    if (number)
        value(*number);
    else
        null();
}

void JsonWriter::member(QByteArrayView name, bool flag)
{
    if (!flag && m_absent == Absent::LeftOut)
        return;
    key(name);
    value(flag);
}

void JsonWriter::nullMember(QByteArrayView name)
{
    if (m_absent == Absent::LeftOut)
        return;
    key(name);
    null();
}

void JsonWriter::member(QByteArrayView name, const std::optional<double> &number)
{
    if (!number) {
        nullMember(name);
        return;
    }
    key(name);
    value(*number);
}

void JsonWriter::member(QByteArrayView name, const QDateTime &moment)
{
    if (!moment.isValid()) {
        nullMember(name);
        return;
    }
    key(name);
    value(QByteArrayView(isoTime(moment)));
}

void JsonWriter::textOrNull(QByteArrayView name, QStringView text)
{
    if (text.isEmpty()) {
        nullMember(name);
        return;
    }
    key(name);
    value(text);
}

QByteArray JsonWriter::takeLine()
{
    append('\n');
    return take();
}

QByteArray JsonWriter::take()
{
    m_first = true;
    return {m_out.data(), static_cast<qsizetype>(std::exchange(m_size, 0))};
}

void JsonWriter::open(char bracket)
{
    separate();
    append(bracket);
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    append(bracket);
    m_first = false;
}

void JsonWriter::separate()
{
    if (!m_first)
        append(',');
    m_first = false;
}

void JsonWriter::raw(QByteArrayView text)
{
    separate();
    append(text);
}

void JsonWriter::integer(qint64 number)
{
    separate();
    appendNumber(number);
}

void JsonWriter::quoted(QByteArrayView utf8)
{
    append('"');
    qsizetype written = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (!needsEscape(utf8[at]))
            continue;
        append(utf8.sliced(written, at - written));
        appendEscape(utf8[at]);
        written = at + 1;
    }
    append(utf8.sliced(written));
    append('"');
}

void JsonWriter::grow()
{
    constexpr std::size_t leastRoom = 2048; // for most records at once
    m_out.resize(std::max({m_size, 2 * m_out.size(), leastRoom}));
}

void JsonWriter::append(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    std::copy_n(bytes.data(), size, claim(size));
}

void JsonWriter::appendNumber(qint64 number)
{
    std::array<char, 24> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    append(QByteArrayView(buffer.data(), result.ptr));
}

void JsonWriter::appendEscape(char byte)
{
    constexpr auto digits = "0123456789abcdef";
    append('\\');
    if (const char letter = shortEscape(byte)) {
        append(letter);
        return;
    }
    append("u00");
    append(digits[(byte >> 4) & 0xF]);
    append(digits[byte & 0xF]);
}

} // namespace inflight
