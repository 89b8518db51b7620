// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/jsonwriter.h"

#include "jobs/isotime.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>

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

bool needsEscape(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || c == '"' || c == '\\' || byte == 0x7F;
}

void appendEscape(std::string &out, char c)
{
    constexpr auto digits = "0123456789abcdef";
    out += '\\';
    if (const char letter = shortEscape(c)) {
        out += letter;
        return;
    }
    out += "u00";
    out += digits[(c >> 4) & 0xF];
    out += digits[c & 0xF];
}

void appendNumber(std::string &out, qint64 number)
{
    std::array<char, 24> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    out.append(buffer.data(), result.ptr);
}

void appendBytes(std::string &out, QByteArrayView bytes)
{
    out.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

void JsonWriter::key(QByteArrayView name)
{
    separate();
    quoted(name);
    m_out += ':';
    m_first = true;
}

void JsonWriter::value(QStringView text)
{
    separate();
    quoted(text.toUtf8());
}

void JsonWriter::value(QByteArrayView bytes)
{
    separate();
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
        m_out += '-';
    appendNumber(m_out, std::abs(whole / 1000));
    m_out += '.';
    m_out += static_cast<char>('0' + fraction / 100);
    if (fraction % 100 > 0)
        m_out += static_cast<char>('0' + fraction / 10 % 10);
    if (fraction % 10 > 0)
        m_out += static_cast<char>('0' + fraction % 10);
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

void JsonWriter::member(QByteArrayView name, const std::optional<double> &number)
{
    key(name);
    if (number)
        value(*number);
    else
        null();
}

void JsonWriter::member(QByteArrayView name, const QDateTime &moment)
{
    key(name);
    if (moment.isValid())
        value(QByteArrayView(isoTime(moment)));
    else
        null();
}

void JsonWriter::textOrNull(QByteArrayView name, QStringView text)
{
    key(name);
    if (text.isEmpty())
        null();
    else
        value(text);
}

QByteArray JsonWriter::take()
{
    m_first = true;
    const QByteArray out(m_out.data(), static_cast<qsizetype>(m_out.size()));
    m_out.clear();
    return out;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out += bracket;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_first = false;
}

void JsonWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

void JsonWriter::raw(QByteArrayView text)
{
    separate();
    appendBytes(m_out, text);
}

void JsonWriter::integer(qint64 number)
{
    separate();
    appendNumber(m_out, number);
}

void JsonWriter::quoted(QByteArrayView utf8)
{
    m_out += '"';
    qsizetype written = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (!needsEscape(utf8[at]))
            continue;
        appendBytes(m_out, utf8.sliced(written, at - written));
        appendEscape(m_out, utf8[at]);
        written = at + 1;
    }
    appendBytes(m_out, utf8.sliced(written));
    m_out += '"';
}

} // namespace inflight
