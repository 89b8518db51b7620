// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/csvreader.h"

#include <utility>

namespace inflight {

bool CsvReader::add(QByteArrayView piece)
{
    for (const char c : piece) {
        if (!add(c))
            return false;
        pass(c);
    }
    return true;
}

bool CsvReader::add(char c)
{
    if (m_state == State::Quoted) {
        if (c == '"')
            m_state = State::QuoteInQuoted;
        else
            m_field += c;
        return true;
    }
    if (c == '\n' || c == '\r')
        return endRow();
    m_blank = false;
    if (c == m_separator) {
        endField();
    } else if (c == '"' && m_state != State::Bare) {
        // The second of two is one of the text.
        if (m_state == State::QuoteInQuoted)
            m_field += c;
        else
            m_quote = m_place;
        m_state = State::Quoted;
    } else {
        m_field += c;
        m_state = State::Bare;
    }
    return true;
}

bool CsvReader::finish()
{
    return endRow();
}

void CsvReader::endField()
{
    m_fields.append(std::exchange(m_field, {}));
    m_state = State::FieldStart;
}

bool CsvReader::endRow()
{
    if (std::exchange(m_blank, true))
        return true;
    endField();
    const QList<QByteArray> fields = std::exchange(m_fields, {});
    return m_take(fields, m_place);
}

/// Goes past `c`: CR LF is one line break, and what continues a character of UTF-8 is none of its own.
void CsvReader::pass(char c)
{
    if (c == '\n' && m_afterReturn) {
        m_afterReturn = false;
        return;
    }
    m_afterReturn = c == '\r';
    if (c == '\r' || c == '\n')
        m_place = {m_place.line + 1, 1};
    else if ((c & 0xc0) != 0x80)
        ++m_place.column;
}

} // namespace inflight
