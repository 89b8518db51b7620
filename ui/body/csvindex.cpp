// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/csvindex.h"

#include <algorithm>
#include <array>

namespace inflight {

namespace {

constexpr qint64 measuredRows = 200;
constexpr qsizetype mostFieldBytes = 500;

char separatorOf(QByteArrayView text)
{
    const qsizetype lineEnd = text.indexOf('\n');
    const QByteArrayView line = lineEnd < 0 ? text : text.first(lineEnd);
    constexpr std::array candidates{',', ';', '\t', '|'};
    return *std::ranges::max_element(candidates, {},
                                     [&line](char candidate) { return std::ranges::count(line, candidate); });
}

/// The first place from `at` on that is no line break.
qint64 skipBreaks(QByteArrayView text, qint64 at)
{
    while (at < text.size() && (text[at] == '\n' || text[at] == '\r'))
        ++at;
    return at;
}

/// Where the row that begins at `at` ends: its line break, one inside quotes not counted.
qint64 rowEnd(QByteArrayView text, qint64 at, char separator)
{
    bool quoted = false;
    bool atStart = true;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted)
            quoted = c != '"'; // a doubled quote leaves and enters again
        else if (c == '"' && (atStart || text[at - 1] == '"'))
            quoted = true;
        else if (c == '\n' || c == '\r')
            return at;
        atStart = !quoted && c == separator;
    }
    return at;
}

} // namespace

CsvIndex CsvIndex::build(QByteArrayView text, const std::stop_token &stop)
{
    CsvIndex index;
    index.m_separator = separatorOf(text);
    for (qint64 at = skipBreaks(text, 0); at < text.size() && !stop.stop_requested();) {
        if (index.m_rows == mostRows) {
            index.m_isCut = true;
            break;
        }
        if (index.m_rows % stride == 0)
            index.m_marks.push_back(at);
        if (index.m_rows < measuredRows)
            index.m_columns = std::max(index.m_columns, index.fields(text, at).size());
        ++index.m_rows;
        at = skipBreaks(text, rowEnd(text, at, index.m_separator));
    }
    return index;
}

QStringList CsvIndex::row(QByteArrayView text, qint64 row) const
{
    qint64 at = m_marks.at(static_cast<std::size_t>(row / stride));
    for (qint64 step = row % stride; step > 0; --step)
        at = skipBreaks(text, rowEnd(text, at, m_separator));
    return fields(text, at);
}

QStringList CsvIndex::fields(QByteArrayView text, qint64 at) const
{
    const qint64 end = rowEnd(text, at, m_separator);
    QStringList fields;
    QByteArray field;
    bool quoted = false;
    bool atStart = true;
    const auto append = [&field](char c) {
        if (field.size() < mostFieldBytes)
            field.append(c);
    };
    for (; at < end && fields.size() < mostColumns; ++at) {
        const char c = text[at];
        if (quoted && c == '"' && at + 1 < end && text[at + 1] == '"') {
            append(c);
            ++at;
        } else if (quoted || c == '"') {
            if (c == '"' && (quoted || atStart))
                quoted = !quoted;
            else
                append(c);
        } else if (c == m_separator) {
            fields.append(QString::fromUtf8(std::exchange(field, {})));
        } else {
            append(c);
        }
        atStart = !quoted && c == m_separator;
    }
    fields.append(QString::fromUtf8(field));
    return fields;
}

} // namespace inflight
