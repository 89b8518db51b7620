// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <functional>

namespace inflight {

/// Reads CSV (RFC 4180) piece by piece, with any separator and any kind of line break; quotes inside a field
/// that does not begin with one are taken as they are, blank lines are passed over.
class CsvReader
{
public:
    /// A row and the line it begins in, counting from 1. False ends the reading.
    using TakeRow = std::function<bool(const QList<QByteArray> &fields, qint64 line)>;

    CsvReader(char separator, TakeRow take)
        : m_separator(separator)
        , m_take(std::move(take))
    {}

    /// False once `take` said so.
    [[nodiscard]] bool add(QByteArrayView piece);
    /// The last row, when no line break ended it. False as in add().
    [[nodiscard]] bool finish();
    /// Whether the text so far ends inside a quoted field, and in which line that began.
    [[nodiscard]] bool isQuoteOpen() const { return m_state == State::Quoted; }
    [[nodiscard]] qint64 rowLine() const { return m_rowLine; }

private:
    enum class State : quint8 { FieldStart, Bare, Quoted, QuoteInQuoted };

    [[nodiscard]] bool add(char c);
    [[nodiscard]] bool endRow();
    void endField();
    void countLine(char c);

    char m_separator;
    TakeRow m_take;
    State m_state = State::FieldStart;
    QByteArray m_field;
    QList<QByteArray> m_fields;
    qint64 m_line = 1;
    qint64 m_rowLine = 1;
    bool m_blank = true; ///< nothing in this row yet
    bool m_afterReturn = false;
};

} // namespace inflight
