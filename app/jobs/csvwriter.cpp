// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/csvwriter.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace inflight {

bool looksLikeFormula(QStringView text)
{
    // Full-width signs count, too: spreadsheets fold them.
    constexpr QStringView signs = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    const auto isPassedOver = [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    };
    const bool control = !text.isEmpty() && (text.front() == u'\t' || text.front() == u'\r' ||
                                             text.front() == u'\n' || text.front() == u'\0');
    const auto first = std::ranges::find_if_not(text, isPassedOver);
    return control || (first != text.end() && signs.contains(*first));
}

void CsvWriter::text(QStringView value)
{
    separate();
    QByteArray utf8 = value.toUtf8();
    if (looksLikeFormula(value))
        utf8.prepend('\'');
    if (utf8.contains('\0'))
        utf8.replace('\0', "\xEF\xBF\xBD");
    const bool quoted = std::ranges::any_of(
        utf8, [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n' || c == '\t'; });
    const bool edged = !utf8.isEmpty() && (utf8.front() == ' ' || utf8.back() == ' ');
    if (!quoted && !edged) {
        m_out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        return;
    }
    utf8.replace('"', "\"\"");
    m_out += '"';
    m_out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    m_out += '"';
}

void CsvWriter::number(qint64 value)
{
    separate();
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    m_out.append(buffer.data(), end);
}

void CsvWriter::number(double value)
{
    separate();
    if (!std::isfinite(value))
        return;
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                   std::round(value * 1000) / 1000, std::chars_format::fixed)
                         .ptr;
    m_out.append(buffer.data(), end);
}

void CsvWriter::endRow()
{
    m_out += "\r\n";
    m_first = true;
}

QByteArray CsvWriter::take()
{
    const QByteArray out(m_out.data(), static_cast<qsizetype>(m_out.size()));
    m_out.clear();
    return out;
}

void CsvWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

} // namespace inflight
