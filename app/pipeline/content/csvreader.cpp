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
    }
    return true;
}

bool CsvReader::add(char c)
{
    countLine(c);
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
    const bool blank = std::exchange(m_blank, true);
    const qint64 line = std::exchange(m_rowLine, m_line);
    if (blank)
        return true;
    endField();
    const QList<QByteArray> fields = std::exchange(m_fields, {});
    return m_take(fields, line);
}

/// CR LF is one line break.
void CsvReader::countLine(char c)
{
    if (c == '\r' || (c == '\n' && !m_afterReturn))
        ++m_line;
    m_afterReturn = c == '\r';
    if (m_blank && m_state == State::FieldStart && m_fields.isEmpty() && c != '\n' && c != '\r')
        m_rowLine = m_line;
}

} // namespace inflight
