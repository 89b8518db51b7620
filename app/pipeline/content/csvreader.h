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
    /// A place in the text: line and column, in characters, counting from 1.
    struct Place
    {
        qint64 line = 1;
        qint64 column = 1;
    };
    /// A row and where it ends. False ends the reading.
    using TakeRow = std::function<bool(const QList<QByteArray> &fields, Place end)>;

    CsvReader(char separator, TakeRow take)
        : m_separator(separator)
        , m_take(std::move(take))
    {}

    /// False once `take` said so.
    [[nodiscard]] bool add(QByteArrayView piece);
    /// The last row, when no line break ended it. False as in add().
    [[nodiscard]] bool finish();
    /// Whether the text so far ends inside a quoted field, and where that began.
    [[nodiscard]] bool isQuoteOpen() const { return m_state == State::Quoted; }
    [[nodiscard]] Place quote() const { return m_quote; }

private:
    enum class State : quint8 { FieldStart, Bare, Quoted, QuoteInQuoted };

    [[nodiscard]] bool add(char c);
    [[nodiscard]] bool endRow();
    void endField();
    void pass(char c);

    char m_separator;
    TakeRow m_take;
    State m_state = State::FieldStart;
    QByteArray m_field;
    QList<QByteArray> m_fields;
    Place m_place;       ///< of the character that is looked at
    Place m_quote;       ///< where the last quoted field began
    bool m_blank = true; ///< nothing in this row yet
    bool m_afterReturn = false;
};

} // namespace inflight
